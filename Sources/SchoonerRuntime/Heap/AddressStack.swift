#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A stack of words in raw memory. It grows where it lies when it can, for a pause must not go into copying it.
struct AddressStack {
    private var words: UnsafeMutablePointer<Int>
    private(set) var count = 0
    private var capacity: Int
    private static let leastCapacity = 1024

    init() {
        capacity = AddressStack.leastCapacity
        words = AddressStack.resize(nil, capacity)
    }

    private static func resize(_ old: UnsafeMutablePointer<Int>?, _ capacity: Int) -> UnsafeMutablePointer<Int> {
        guard let memory = realloc(old, capacity * 8) else { fatalError("the system has no memory left") }
        return memory.assumingMemoryBound(to: Int.self)
    }

    @inline(__always) mutating func push(_ word: Int) {
        if _slowPath(count == capacity) {
            capacity *= 2
            words = AddressStack.resize(words, capacity)
        }
        words[count] = word
        count &+= 1
    }

    @inline(__always) mutating func pop() -> Int? {
        if count == 0 { return nil }
        count &-= 1
        return words[count]
    }

    /// An element; the caller knows that it is there.
    subscript(index: Int) -> Int { words[index] }

    /// Takes an element out and puts the last one into its place.
    mutating func remove(at index: Int) {
        count -= 1
        words[index] = words[count]
    }

    /// Empties the stack, and gives back what it has grown by.
    mutating func clear() {
        count = 0
        if capacity > AddressStack.leastCapacity {
            capacity = AddressStack.leastCapacity
            words = AddressStack.resize(words, capacity)
        }
    }

    func release() { free(words) }
}
