/// A growing list of plain data, in memory of its own: no reference is counted and no uniqueness checked when it is used.
package struct PlainList<Element: BitwiseCopyable>: ~Copyable {
    @usableFromInline var base: UnsafeMutablePointer<Element>
    @usableFromInline var capacity: Int
    @usableFromInline var length = 0

    @inlinable package init() {
        capacity = 16
        base = .allocate(capacity: 16)
    }

    deinit { base.deallocate() }

    /// How many elements it has.
    @inlinable package var count: Int { length }
    @inlinable package var isEmpty: Bool { length == 0 }
    @inlinable package var indices: Range<Int> { 0..<length }

    /// The element at an index, which must be one of `indices`.
    @inlinable package subscript(index: Int) -> Element {
        unsafeAddress {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: length))
            return UnsafePointer(base + index)
        }
        unsafeMutableAddress {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: length))
            return base + index
        }
    }

    @inlinable package mutating func append(_ element: Element) {
        if length == capacity { grow() }
        (base + length).initialize(to: element)
        length += 1
    }

    @inlinable mutating func grow() {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
        larger.update(from: base, count: length)
        base.deallocate()
        base = larger
        capacity *= 2
    }

    /// Empties it and keeps the memory.
    @inlinable package mutating func removeAll() { length = 0 }

    /// Takes out what is unwanted and keeps the order.
    @inlinable package mutating func removeAll(where isUnwanted: (Element) -> Bool) {
        var kept = 0
        for index in 0..<length where !isUnwanted(base[index]) {
            base[kept] = base[index]
            kept += 1
        }
        length = kept
    }
}
