#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension Heap {
    /// Gives a pinned object's memory back.
    func release(pinned object: UnsafeMutablePointer<Int>) {
        if isStressed { object.update(repeating: Heap.poison, count: Header.length(object.pointee) + 1) }
        free(object)
    }

    /// A pseudo-random number below `limit`, for the stress build; the same series in every run.
    func nextRandom(_ limit: Int) -> Int {
        randomState = randomState &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(randomState >> 33) % limit
    }

    /// Begins the record of pauses anew.
    package func forgetPauses() { pauses = PauseRecord() }

    /// Shows every object of the old space and every pinned one, living or dead; the nursery is left out. Right after a
    /// whole collection (`collect(roots:major: true)`) these are the living objects.
    package func forEachOldObject(_ body: (Value) -> Void) {
        oldSpace.forEachObject(body)
        for object in pinned { body(Value(address: Int(bitPattern: object), tag: Tag.object)) }
        image.forEachObject(body)
    }

    /// What the stress build writes over memory that nobody may read any more: an odd, unmapped address.
    static let poison = 0x7EAD_BEEF_DEAD_BEE3

    /// Collects the nursery, and does a slice of the major cycle; the whole heap at once when asked, or when living data may
    /// have reached the limit. Sets `isExhausted` when they have.
    package func collect(roots: [any RootProvider], major: Bool = false) {
        guard collectionInhibitions == 0 else { return }
        let start = PauseRecord.Moment.now
        registers.pointee.wantsCollection = false
        let before = oldSpace.usedBytes
        let remembered = (registers.pointee.rememberedNext - registers.pointee.rememberedBase) / 8
        let collector = Collector(heap: self)
        collector.run(roots: roots)
        minorCollections += 1
        let promotedWords = max(0, oldSpace.usedBytes - before) / 8
        adaptNursery(promotedWords + remembered)
        if major || wantsFullCollection || usedBytes > byteLimit {
            wantsFullCollection = false
            collectFully(collector, roots: roots)
            isExhausted = usedBytes > byteLimit
        } else {
            continueCycle(collector, roots: roots, promotedWords: promotedWords, since: start.clock)
        }
        pauses.add(since: start)
    }

    /// Words of survivors, and remembered slots, beyond which a minor collection takes too long: more than a millisecond,
    /// with page faults.
    static let mostMinorWords = 36 << 10

    /// Makes the nursery smaller when its collection was long, and larger again when little survives. What survives is
    /// counted, not timed, so that a program collects at the same places in every run.
    private func adaptNursery(_ work: Int) {
        let room = softLimitBytes
        if work > Heap.mostMinorWords {
            softLimitBytes = max(Heap.leastNurseryBytes, room / 2)
        } else if work < Heap.mostMinorWords / 4 {
            softLimitBytes = min(Heap.nurserySoftBytes, room * 2)
        }
        registers.pointee.limit = registers.pointee.nurseryBase + softLimitBytes
    }

    /// Empties the nursery, and gives back memory that an extraordinary primitive made it take.
    func resetNursery() {
        let base = registers.pointee.nurseryBase
        let used = registers.pointee.free - base
        if isStressed {
            UnsafeMutablePointer<Int>(bitPattern: base)?.update(repeating: Heap.poison, count: used / 8)
        }
        if used > Heap.nurserySoftBytes * 2 {
            let kept = Heap.nurserySoftBytes
            madvise(UnsafeMutableRawPointer(bitPattern: base + kept), used - kept, MADV_DONTNEED)
        }
        registers.pointee.free = base
        registers.pointee.limit = base + softLimitBytes
    }
}
