#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The objects that came from a prelude image, one behind the other in one block: they never move and never die, and a
/// major cycle begins with a scan of them all, as roots. What is stored into them later the write barrier reports, as for
/// any old object.
struct ImageSpace {
    private(set) var base: UnsafeMutablePointer<Int>?
    private(set) var words = 0

    /// Room for the objects; their words are to be written at once. It comes zeroed, as whole pages of its own.
    mutating func reserve(words count: Int) -> UnsafeMutablePointer<Int>? {
        let pages = mmap(nil, count * 8, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | populateFlag, -1, 0)
        guard let pages, pages != MAP_FAILED else { return nil }
        let place = pages.assumingMemoryBound(to: Int.self)
        base = place
        words = count
        return place
    }

    var bytes: Int { words * 8 }

    /// The first address, and the span in bytes: zero when there is no image.
    var start: Int { base.map { Int(bitPattern: $0) } ?? 0 }

    /// Whether the bits of a pointer are those of an object of the image.
    @inline(__always) func contains(_ bits: Int) -> Bool {
        UInt(bitPattern: bits &- start) < UInt(bitPattern: bytes)
    }

    /// Shows the objects from the first on.
    func forEachObject(_ body: (Value) -> Void) {
        guard var place = base else { return }
        let end = place + words
        while place < end {
            let word = place.pointee
            if Header.isHeader(word) {
                body(Value(address: Int(bitPattern: place), tag: Tag.object))
                place += Header.length(word) + 1
            } else {
                body(Value(address: Int(bitPattern: place), tag: Tag.pair))
                place += 2
            }
        }
    }

    func release() {
        if let base { munmap(base, bytes) }
    }
}

// All pages are written at once: one call makes them, not a fault for each.
#if os(Linux)
    private let populateFlag = MAP_POPULATE
#else
    private let populateFlag: Int32 = 0
#endif
