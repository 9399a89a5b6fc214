/// The numbers in printed objects (`#[compound-procedure 12 f]`): given at the first printing, from 12 on as in MIT 12.1, kept
/// while the object lives.
package struct HashNumbers {
    /// The first number given.
    package static let first = 12

    private let table: UnsafeMutablePointer<Value>
    private var next = HashNumbers.first

    init(_ heap: Heap) { table = heap.makeStandingRoot(HashTable.make(heap, .eq, .weakKey)) }

    /// The object's number, a new one when it has none.
    package mutating func number(of object: Value, _ heap: Heap) -> Int {
        let numbers = HashTable(heap, table.pointee)
        if let entry = numbers.find(object) { return numbers.value(entry).fixnum }
        let number = next
        next += 1
        numbers.set(object, Value(fixnum: number))
        return number
    }

    /// The object with the number, if it has been printed and lives.
    package func object(_ number: Int, _ heap: Heap) -> Value? {
        let numbers = HashTable(heap, table.pointee)
        for entry in 0..<numbers.used {
            if let key = numbers.key(entry), numbers.value(entry).fixnum == number { return key }
        }
        return nil
    }
}
