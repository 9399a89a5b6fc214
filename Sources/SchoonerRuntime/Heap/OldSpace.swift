#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Chunks of memory filled from the front, with a scan position that chases the fill: a copying collector's to-space.
struct OldSpace {
    struct Chunk {
        var base: UnsafeMutablePointer<Int>
        /// Words in use, and words there are.
        var used: Int
        var capacity: Int
    }

    static let chunkWords = 1 << 17

    var chunks: [Chunk] = []
    private(set) var usedWords = 0
    private var scanChunk = 0
    private var scanWord = 0

    var usedBytes: Int { usedWords * 8 }

    /// Room for `count` words.
    @inline(__always) mutating func allocate(words count: Int) -> UnsafeMutablePointer<Int> {
        let last = chunks.count &- 1
        if last >= 0 && chunks[last].used &+ count <= chunks[last].capacity {
            let place = chunks[last].base + chunks[last].used
            chunks[last].used &+= count
            usedWords &+= count
            return place
        }
        return allocateInNewChunk(count)
    }

    @inline(never) private mutating func allocateInNewChunk(_ count: Int) -> UnsafeMutablePointer<Int> {
        let capacity = max(OldSpace.chunkWords, count)
        let base = UnsafeMutablePointer<Int>.allocate(capacity: capacity)
        chunks.append(Chunk(base: base, used: count, capacity: capacity))
        usedWords += count
        return base
    }

    /// The next scan starts behind what is allocated now.
    mutating func beginScan() {
        scanChunk = max(0, chunks.count - 1)
        scanWord = chunks.last?.used ?? 0
    }

    /// The next stretch of words that were allocated and not scanned yet; nil when the scan has caught up.
    mutating func nextUnscanned() -> UnsafeMutableBufferPointer<Int>? {
        while scanChunk < chunks.count {
            let chunk = chunks[scanChunk]
            if scanWord < chunk.used {
                let stretch = UnsafeMutableBufferPointer(start: chunk.base + scanWord, count: chunk.used - scanWord)
                scanWord = chunk.used
                return stretch
            }
            if scanChunk == chunks.count - 1 { return nil }
            scanChunk += 1
            scanWord = 0
        }
        return nil
    }

    mutating func releaseAll(poisoned: Bool = false) {
        for chunk in chunks {
            if poisoned { chunk.base.update(repeating: Heap.poison, count: chunk.used) }
            chunk.base.deallocate()
        }
        chunks = []
        usedWords = 0
    }
}
