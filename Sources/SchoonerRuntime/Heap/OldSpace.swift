#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Where survivors live, and do not move: chunks of one MiB in one reserved range of addresses, with a mark bit for every word
/// beside it. Chunks are filled from free runs; what is free holds fillers, so that a chunk can be walked from its front.
package final class OldSpace {
    static let chunkWords = 1 << 17
    static let chunkShift = 20
    /// Mark words of a chunk.
    static let chunkMarkWords = chunkWords / 64
    /// Smaller holes wait until their neighbours die.
    static let leastRunWords = 8
    /// Free runs by size: `leastRunWords << class` words and more.
    static let runClasses = 11

    struct Chunk {
        /// Words given to objects, the free rest of an open region among them.
        var takenWords = 0
        var isInUse = false
        /// Marked, but not yet swept.
        var needsSweep = false
    }

    /// A free run that objects are being put into, from its front.
    struct Region {
        var free = 0
        var limit = 0
        /// Where the part begins that a collection has put here and not scanned yet.
        var unscanned = 0
    }

    /// What copying and marking need with every object.
    let registers: UnsafeMutablePointer<OldSpaceRegisters>
    var base: Int { registers.pointee.base }
    var small: Region {
        @inline(__always) _read { yield registers.pointee.small }
        @inline(__always) _modify { yield &registers.pointee.small }
    }
    var markBits: UnsafeMutablePointer<UInt> { registers.pointee.markBits }
    private let reservation: (base: UnsafeMutableRawPointer, bytes: Int)
    let chunks: UnsafeMutablePointer<Chunk>
    private let chunkCapacity: Int
    /// Chunks ever taken; and those among them that were given back.
    @exclusivity(unchecked) var chunkCount = 0
    @exclusivity(unchecked) var freeChunks: [Int] = []

    /// Where objects go that do not fit the first region, in the registers.
    @exclusivity(unchecked) var medium = Region()
    /// The first free run of each class; its second word leads to the next.
    let runs: UnsafeMutablePointer<Int>
    @exclusivity(unchecked) var takenWords = 0
    /// Stretches left behind in closed regions before a collection scanned them.
    @exclusivity(unchecked) private var unscanned: [UnsafeMutableBufferPointer<Int>] = []
    /// The next chunk to be swept, and where sweeping ends.
    @exclusivity(unchecked) var sweepPosition = 0
    @exclusivity(unchecked) var sweepEnd = 0
    /// Whether freed memory is overwritten.
    let poisons: Bool

    /// - Parameters:
    ///   - bytes: addresses to reserve; less is taken when there are not so many.
    ///   - poisons: whether freed memory is overwritten, for the stress build.
    init(reserving bytes: Int, poisons: Bool) {
        let alignment = 1 << OldSpace.chunkShift
        var size = (bytes + alignment - 1) & ~(alignment - 1)
        var memory = OldSpace.reserve(size + alignment + size / 64)
        while memory == nil && size > 64 << 20 {
            size = size / 2 & ~(alignment - 1)
            memory = OldSpace.reserve(size + alignment + size / 64)
        }
        guard let memory else { fatalError("no address space for a heap") }
        reservation = (memory, size + alignment + size / 64)
        let base = (Int(bitPattern: memory) + alignment - 1) & ~(alignment - 1)
        registers = .allocate(capacity: 1)
        registers.initialize(
            to: OldSpaceRegisters(
                base: base, span: UInt(size),
                markBits: UnsafeMutablePointer(bitPattern: base + size).unsafelyUnwrapped))
        chunkCapacity = size >> OldSpace.chunkShift
        chunks = .allocate(capacity: chunkCapacity)
        runs = .allocate(capacity: OldSpace.runClasses)
        runs.initialize(repeating: 0, count: OldSpace.runClasses)
        self.poisons = poisons
    }

    deinit {
        munmap(reservation.base, reservation.bytes)
        registers.deallocate()
        chunks.deallocate()
        runs.deallocate()
    }

    private static func reserve(_ bytes: Int) -> UnsafeMutableRawPointer? {
        let memory = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | heapReserveFlag, -1, 0)
        return memory == MAP_FAILED ? nil : memory
    }

    /// Bytes given to objects since they were last swept: living ones and those whose death nobody has noticed.
    var usedBytes: Int { takenWords * 8 - (small.limit - small.free) - (medium.limit - medium.free) }
    /// Bytes of the chunks in use.
    var footprint: Int { (chunkCount - freeChunks.count) << OldSpace.chunkShift }

    // MARK: Marks

    @inline(__always) func contains(_ bits: Int) -> Bool { registers.pointee.contains(bits) }
    func isMarked(_ address: Int) -> Bool { registers.pointee.isMarked(address) }
    func mark(_ address: Int) -> Bool { registers.pointee.mark(address) }

    /// Forgets all marks, when a cycle is given up.
    func clearMarks() {
        for index in 0..<chunkCount where chunks[index].isInUse {
            (markBits + index * OldSpace.chunkMarkWords).update(repeating: 0, count: OldSpace.chunkMarkWords)
        }
    }

    // MARK: Allocation

    /// Room for `count` words.
    @inline(__always) func allocate(words count: Int) -> UnsafeMutablePointer<Int> {
        registers.pointee.tryAllocate(words: count) ?? allocateSlowly(count)
    }

    @inline(never) func allocateSlowly(_ count: Int) -> UnsafeMutablePointer<Int> {
        precondition(count <= OldSpace.chunkWords, "an object larger than a chunk")
        if count <= OldSpace.leastRunWords {
            close(&small)
            open(&small, takeRun(atLeast: count))
            return allocate(words: count)
        }
        if medium.free + count * 8 > medium.limit {
            close(&medium)
            open(&medium, takeRun(atLeast: count))
        }
        defer { medium.free += count * 8 }
        return UnsafeMutablePointer(bitPattern: medium.free).unsafelyUnwrapped
    }

    static func runClass(_ words: Int) -> Int {
        min(runClasses - 1, (words / leastRunWords).bitWidth - 1 - (words / leastRunWords).leadingZeroBitCount)
    }

    /// A free run of so many words and more, off its list: the smallest class that has one, else a new chunk.
    private func takeRun(atLeast count: Int) -> UnsafeMutablePointer<Int> {
        repeat {
            let own = OldSpace.runClass(max(count, OldSpace.leastRunWords))
            // In its own class a run may be too small: only some are tried.
            if let run = firstFit(own, count) { return run }
            var other = own + 1
            while other < OldSpace.runClasses {
                if runs[other] != 0 { return unlink(runs + other) }
                other += 1
            }
        } while sweepSome(chunks: 1)
        return takeChunk()
    }

    private func firstFit(_ runClass: Int, _ count: Int) -> UnsafeMutablePointer<Int>? {
        var link = runs + runClass
        var tries = runClass == OldSpace.runClasses - 1 ? 16 : 4
        while tries > 0, let run = UnsafeMutablePointer<Int>(bitPattern: link.pointee) {
            if Header.length(run.pointee) + 1 >= count { return unlink(link) }
            link = run + 1
            tries -= 1
        }
        return nil
    }

    private func unlink(_ link: UnsafeMutablePointer<Int>) -> UnsafeMutablePointer<Int> {
        let run = UnsafeMutablePointer<Int>(bitPattern: link.pointee).unsafelyUnwrapped
        link.pointee = run[1]
        return run
    }

    /// A new chunk as one run.
    private func takeChunk() -> UnsafeMutablePointer<Int> {
        let index: Int
        if let free = freeChunks.popLast() {
            index = free
        } else {
            guard chunkCount < chunkCapacity else { fatalError("the heap's addresses are used up") }
            index = chunkCount
            // Its marks lie in pages of their own: better these few faults now than hundreds in one slice of marking.
            let marks = markBits + index * OldSpace.chunkMarkWords
            for word in stride(from: 0, to: OldSpace.chunkMarkWords, by: 512) { marks[word] = 0 }
            chunkCount += 1
        }
        chunks[index] = Chunk(isInUse: true)
        let run = UnsafeMutablePointer<Int>(bitPattern: base + index << OldSpace.chunkShift).unsafelyUnwrapped
        fill(run, OldSpace.chunkWords)
        return run
    }

    private func open(_ region: inout Region, _ run: UnsafeMutablePointer<Int>) {
        let words = Header.length(run.pointee) + 1
        region.free = Int(bitPattern: run)
        region.limit = region.free + words * 8
        region.unscanned = region.free
        take(words, at: region.free)
    }

    func close(_ region: inout Region) {
        leaveUnscanned(&region)
        let rest = (region.limit - region.free) / 8
        if rest > 0, let run = UnsafeMutablePointer<Int>(bitPattern: region.free) {
            fill(run, rest)
            if rest >= OldSpace.leastRunWords {
                take(-rest, at: region.free)
                let runClass = OldSpace.runClass(rest)
                run[1] = runs[runClass]
                runs[runClass] = region.free
            }
        }
        region = Region()
    }

    private func take(_ words: Int, at address: Int) {
        takenWords += words
        chunks[(address - base) >> OldSpace.chunkShift].takenWords += words
    }

    /// Makes a hole an object without values.
    func fill(_ place: UnsafeMutablePointer<Int>, _ words: Int) {
        place.pointee = Header.make(.filler, length: words - 1)
    }

    // MARK: What a collection has put here

    /// The next scan starts behind what is allocated now.
    func beginScan() {
        small.unscanned = small.free
        medium.unscanned = medium.free
        unscanned.removeAll(keepingCapacity: true)
    }

    private func leaveUnscanned(_ region: inout Region) {
        let count = (region.free - region.unscanned) / 8
        if count > 0 {
            unscanned.append(
                UnsafeMutableBufferPointer(start: UnsafeMutablePointer(bitPattern: region.unscanned), count: count))
        }
        region.unscanned = region.free
    }

    /// The next stretch of words that were allocated and not scanned yet; nil when the scan has caught up.
    func nextUnscanned() -> UnsafeMutableBufferPointer<Int>? {
        if let stretch = unscanned.popLast() { return stretch }
        leaveUnscanned(&small)
        leaveUnscanned(&medium)
        return unscanned.popLast()
    }
}
