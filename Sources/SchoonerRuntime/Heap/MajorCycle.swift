/// How far the collection of the old space has come. It goes by slices, one after each minor collection: mark what is
/// reachable, clear weak references to what was not reached, sweep. No slice grows with the heap.
struct MajorCycle {
    enum Phase {
        case idle
        /// The write barrier reports every pointer that is stored into an old object, and roots are shaded in each minor
        /// collection, so that nothing reachable stays white. Ends when nothing grey is left.
        case marking
        /// What is white is dead, but weak references to it may still be met: `Heap.isDoomed` tells.
        case clearing
        /// Nobody refers to what is dead; its memory becomes free chunk by chunk.
        case sweeping
    }

    enum Clearing {
        case weakPairs, ephemerons, symbols, handles
    }

    var phase = Phase.idle
    /// Root providers whose parked roots have all been visited, and the position in the next.
    var providersDone = 0
    var rootPosition = 0
    /// The walk over the ephemerons that wait for their keys, and what had been shaded when it began.
    var ephemeronPosition = 0
    var shadesAtEphemerons = -1
    var clearing = Clearing.weakPairs
    var clearingPosition = 0
    var symbolRehashes = 0
    /// Pinned objects below this have not been swept.
    var pinnedPosition = 0
    /// Words of work for each word promoted, so that marking ends in time.
    var workPerPromotedWord = 4

    /// Whether objects that become old are marked at once: their death is the next cycle's affair.
    var marksNewObjects: Bool { phase == .marking || phase == .clearing }
}

extension Heap {
    /// Words of work that a slice does at least and, unless memory runs short, at most: some tenths of a millisecond and
    /// about two.
    static let leastSliceWords = 1 << 15
    static let mostSliceWords = 1 << 17
    /// After so much of a slice it looks at the clock.
    static let wordsBetweenLooks = 1 << 12
    /// Nanoseconds that a pause aims at as a whole; and what its slice takes at least, and when the program makes garbage
    /// faster than it is found.
    static let pauseAim = 2_500_000
    static let leastSlice = 700_000
    static let hurriedSlice = 2_500_000
    /// What sweeping a chunk counts as.
    static let chunkSweepWork = 1 << 13

    /// Whether a cycle has found the object dead. A weak reference may lead to such an object until it is cleared;
    /// whoever reads one asks here first.
    package func isDoomed(_ value: Value) -> Bool {
        cycle.phase == .clearing && value.isPointer && !registers.pointee.isYoung(value.bits)
            && !marker.isMarked(value.bits)
    }

    /// One slice, after a minor collection that promoted so many words; begins a cycle when it is time.
    ///
    /// - Parameter start: when the pause began, by the clock in nanoseconds.
    func continueCycle(_ collector: Collector, roots: [any RootProvider], promotedWords: Int, since start: Int) {
        if cycle.phase == .idle {
            let isDue = isStressed ? nextRandom(16) == 0 : oldBytes > majorThreshold
            if !isDue { return }
            beginMarking(collector, roots)
        }
        var budget = isStressed ? stressedBudget() : sliceBudget(promotedWords)
        work(&budget, collector, roots, until: isStressed ? .max : sliceEnd(start))
    }

    /// When a slice ends though its budget does not: words differ in what they cost.
    private func sliceEnd(_ start: Int) -> Int {
        let now = PauseRecord.Moment.clock
        if oldBytes > majorGoal + majorGoal / 2 { return .max }
        return oldBytes > majorGoal ? now + Heap.hurriedSlice : max(start + Heap.pauseAim, now + Heap.leastSlice)
    }

    private func sliceBudget(_ promotedWords: Int) -> Int {
        let words = max(Heap.leastSliceWords, promotedWords * cycle.workPerPromotedWord)
        // Far beyond the goal, the program makes garbage faster than slices of bounded length find it.
        return oldBytes > majorGoal + majorGoal / 2 ? words : min(words, Heap.mostSliceWords)
    }

    /// The stress build's slices: mostly single objects, now and then the rest of the cycle.
    private func stressedBudget() -> Int {
        switch nextRandom(16) {
        case 0: return .max
        case 1...4: return 10_000
        case 5...9: return 100
        default: return 1
        }
    }

    /// A whole cycle at once, from the present roots.
    func collectFully(_ collector: Collector, roots: [any RootProvider]) {
        var budget = Int.max
        if cycle.phase == .marking {
            abandonMarking()
        } else {
            work(&budget, collector, roots, until: .max)
        }
        beginMarking(collector, roots)
        budget = .max
        work(&budget, collector, roots, until: .max)
    }

    /// Goes on with the cycle until it ends, the budget is used up or the clock's time has come.
    private func work(_ budget: inout Int, _ collector: Collector, _ roots: [any RootProvider], until end: Int) {
        var step = min(budget, Heap.wordsBetweenLooks)
        while budget > 0 {
            let before = step
            switch cycle.phase {
            case .idle: return
            case .marking: markSome(&step, collector, roots)
            case .clearing: clearSome(&step)
            case .sweeping: sweepSome(&step)
            }
            budget -= before - step
            if step > 0 { continue }
            step = min(budget, Heap.wordsBetweenLooks)
            if end < .max && PauseRecord.Moment.clock >= end { return }
        }
    }

    // MARK: Marking

    private func beginMarking(_ collector: Collector, _ roots: [any RootProvider]) {
        marker.reset()
        cycle = MajorCycle(phase: .marking)
        // Marking at most what is there now, while the program promotes what separates this from the goal.
        let headroom = max(1 << 17, (majorGoal - oldBytes) / 8)
        let expected = liveBytes == 0 ? oldBytes * 5 / 4 : min(oldBytes * 5 / 4, liveBytes * 3 / 2)
        cycle.workPerPromotedWord = max(2, min(64, (expected / 8 + headroom - 1) / headroom))
        registers.pointee.watchAllStores()
        marker.scanImage()
        collector.shadeRoots(roots)
    }

    private func abandonMarking() {
        marker.reset()
        oldSpace.clearMarks()
        for object in pinned { object.pointee &= ~(Header.marked << 16) }
        cycle = MajorCycle()
        registers.pointee.watchYoungStores()
    }

    private func markSome(_ budget: inout Int, _ collector: Collector, _ roots: [any RootProvider]) {
        marker.drain(&budget)
        if budget <= 0 { return }
        if cycle.providersDone < roots.count {
            var words = 1024
            if let next = roots[cycle.providersDone].visitParkedRoots(
                collector, from: cycle.rootPosition, words: &words)
            {
                cycle.rootPosition = next
            } else {
                cycle.providersDone += 1
                cycle.rootPosition = 0
            }
            budget -= 1024 - words
        } else if cycle.ephemeronPosition < marker.ephemerons.count {
            if !marker.settleEphemeron(cycle.ephemeronPosition) { cycle.ephemeronPosition += 1 }
            budget -= 8
        } else if cycle.shadesAtEphemerons != marker.shadeCount {
            cycle.shadesAtEphemerons = marker.shadeCount
            cycle.ephemeronPosition = 0
        } else {
            // All that is reachable has been marked: roots and survivors in this pause's minor collection, the rest before.
            cycle.phase = .clearing
            registers.pointee.watchYoungStores()
            if isStressed && nextRandom(8) == 0 { HeapVerifier(self).check(roots) }
        }
    }

    // MARK: Clearing

    private func clearSome(_ budget: inout Int) {
        budget -= 1024
        switch cycle.clearing {
        case .weakPairs:
            for _ in 0..<128 {
                guard let address = marker.weakPairs.pop() else { return clearNext(.ephemerons) }
                let slot = UnsafeMutablePointer<Int>(bitPattern: address).unsafelyUnwrapped + 1
                if Value(bits: slot.pointee).isPointer && !marker.isMarked(slot.pointee) {
                    slot.pointee = Value.false.bits
                }
            }
        case .ephemerons:
            for _ in 0..<128 {
                guard let address = marker.ephemerons.pop() else { return clearNext(.symbols) }
                let object = UnsafeMutablePointer<Int>(bitPattern: address).unsafelyUnwrapped
                object[1] = Value.false.bits
                object[2] = Value.false.bits
            }
        case .symbols:
            if cycle.symbolRehashes != symbols.rehashCount {
                cycle.symbolRehashes = symbols.rehashCount
                cycle.clearingPosition = 0
            }
            if let next = symbols.sweep(from: cycle.clearingPosition, count: 128, marker) {
                cycle.clearingPosition = next
            } else {
                clearNext(.handles)
            }
        case .handles:
            if let next = handles.sweep(from: cycle.clearingPosition, count: 128, marker) {
                cycle.clearingPosition = next
            } else {
                marker.reset()
                oldSpace.beginSweep()
                cycle.phase = .sweeping
                cycle.pinnedPosition = pinned.count
            }
        }
    }

    private func clearNext(_ step: MajorCycle.Clearing) {
        cycle.clearing = step
        cycle.clearingPosition = 0
        cycle.symbolRehashes = symbols.rehashCount
    }

    // MARK: Sweeping

    private func sweepSome(_ budget: inout Int) {
        if cycle.pinnedPosition > 0 {
            for _ in 0..<min(64, cycle.pinnedPosition) { budget -= sweepNextPinned() }
        } else if oldSpace.sweepSome(chunks: 1) {
            budget -= Heap.chunkSweepWork
        } else {
            endCycle()
        }
    }

    /// Frees one pinned object or takes away its mark; the work that it was, in words.
    private func sweepNextPinned() -> Int {
        cycle.pinnedPosition -= 1
        let object = pinned[cycle.pinnedPosition]
        let header = object.pointee
        if Header.flags(header) & Header.marked != 0 {
            object.pointee = header & ~(Header.marked << 16)
            return 16
        }
        // What is above has been swept or was born since, so the last one may come down.
        let last = pinned.removeLast()
        if cycle.pinnedPosition < pinned.count { pinned[cycle.pinnedPosition] = last }
        firstYoungPinned = pinned.count
        pinnedBytes -= (Header.length(header) + 1) * 8
        release(pinned: object)
        return 16 + Header.length(header) / 64
    }

    private func endCycle() {
        cycle = MajorCycle()
        majorCollections += 1
        let live = oldBytes
        liveBytes = live
        let room = max(0, byteLimit - live)
        majorThreshold = min(max(16 << 20, live * 7 / 4), live + room / 2)
        majorGoal = min(max(24 << 20, live * 9 / 4), live + room * 3 / 4)
    }
}
