import SchoonerRuntime

/// Scheme objects that Swift holds, by number: a vector that the collector sees.
struct ObjectTable {
    private let vector: UnsafeMutablePointer<Value>
    private var free: [Int] = []
    private var used = 0

    init(_ heap: Heap) { vector = heap.makeRoot(heap.vector(count: 16, fill: .false)) }

    /// How many objects are held.
    var count: Int { used - free.count }

    mutating func insert(_ object: Value, _ heap: Heap) -> Int {
        let slot = free.popLast() ?? used
        if slot == used {
            used += 1
            if slot == vector.pointee.length {
                let grown = heap.vector(count: slot * 2, fill: .false)
                for index in 0..<slot { heap.set(grown, slot: index, vector.pointee[slot: index]) }
                vector.pointee = grown
            }
        }
        heap.set(vector.pointee, slot: slot, object)
        return slot
    }

    func object(_ slot: Int) -> Value { vector.pointee[slot: slot] }

    mutating func remove(_ slot: Int, _ heap: Heap) {
        heap.set(vector.pointee, slot: slot, .false)
        free.append(slot)
    }
}
