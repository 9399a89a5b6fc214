import CSchoonerSystem

/// Whoever holds values outside the heap (the machine, its threads) shows them to the collector.
package protocol RootProvider: AnyObject {
    /// Visits every slot that holds a live value. Slots that cannot have changed since the last collection may be left out.
    func visitRoots(_ collector: Collector)

    /// Visits some of the slots that `visitRoots` may leave out, for a marking that goes by slices.
    ///
    /// - Parameters:
    ///   - position: 0 to begin with, then what the last call returned.
    ///   - words: to be reduced by what was visited; nobody minds when it goes below zero.
    /// - Returns: the position to go on at; nil when all have been visited.
    func visitParkedRoots(_ collector: Collector, from position: Int, words: inout Int) -> Int?
}

extension RootProvider {
    package func visitParkedRoots(_ collector: Collector, from position: Int, words: inout Int) -> Int? { nil }
}

/// One minor collection: copies what is reachable in the nursery into the old space, Cheney's way. While a major cycle is
/// marking, it also shades every old object that it sees in a root, in a survivor or in a slot that was stored into.
package final class Collector {
    let heap: Heap
    private unowned(unsafe) let oldSpace: OldSpace
    private let oldRegisters: UnsafeMutablePointer<OldSpaceRegisters>
    private unowned(unsafe) let marker: Marker
    private let nurseryBase: Int
    private let nurserySpan: UInt
    /// Whether old objects are shaded; and whether survivors are born marked.
    @exclusivity(unchecked) private var shades: Bool
    private let marksSurvivors: Bool
    private let inspector: ReferenceFinder?
    private var weakPairs: [UnsafeMutablePointer<Int>] = []
    private var ephemerons: [UnsafeMutablePointer<Int>] = []

    /// - Parameter inspector: who is shown the old objects instead of the marker.
    init(heap: Heap, inspector: ReferenceFinder? = nil) {
        self.heap = heap
        self.inspector = inspector
        oldSpace = heap.oldSpace
        oldRegisters = heap.oldSpace.registers
        marker = heap.marker
        shades = heap.cycle.phase == .marking || inspector != nil
        marksSurvivors = heap.cycle.marksNewObjects
        nurseryBase = heap.registers.pointee.nurseryBase
        nurserySpan = UInt(bitPattern: heap.registers.pointee.nurserySpan)
    }

    // MARK: Visiting

    /// Brings one slot up to date, moving what it points to if that has not moved yet.
    @inline(__always) package func visit(_ slot: UnsafeMutablePointer<Int>) {
        let bits = slot.pointee
        if bits & 1 == 0 || bits & Tag.mask == Tag.immediate { return }
        if UInt(bitPattern: bits &- nurseryBase) < nurserySpan {
            move(slot, bits)
        } else if shades {
            shade(bits)
        }
    }

    @inline(__always) private func shade(_ bits: Int) {
        if _slowPath(inspector != nil) { inspector?.visit(bits) } else { marker.shadePointer(bits) }
    }

    package func visit(_ slot: UnsafeMutablePointer<Value>) {
        visit(UnsafeMutableRawPointer(slot).assumingMemoryBound(to: Int.self))
    }

    package func visit(_ slots: UnsafeMutablePointer<Int>, count: Int) {
        for index in 0..<count { visit(slots + index) }
    }

    package func visit(_ value: inout Value) {
        withUnsafeMutablePointer(to: &value) { visit($0) }
    }

    private func move(_ slot: UnsafeMutablePointer<Int>, _ bits: Int) {
        let tag = bits & Tag.mask
        let source = UnsafeMutablePointer<Int>(bitPattern: bits & ~Tag.mask).unsafelyUnwrapped
        let first = source.pointee
        if first & 0xFF == Tag.forward {
            slot.pointee = first >> 8 | tag
            return
        }
        let size = tag == Tag.object ? Header.length(first) &+ 1 : 2
        let target = oldRegisters.pointee.tryAllocate(words: size) ?? oldSpace.allocateSlowly(size)
        target[0] = first
        if size > 1 { target[1] = source[1] }
        if size > 2 { (target + 2).update(from: source + 2, count: size - 2) }
        if marksSurvivors { _ = oldRegisters.pointee.mark(Int(bitPattern: target)) }
        source.pointee = Int(bitPattern: target) << 8 | Tag.forward
        slot.pointee = Int(bitPattern: target) | tag
    }

    /// Whether a value survives so far; its new bits if it does.
    package func survivor(of value: Value) -> Value? {
        guard value.isPointer, heap.registers.pointee.isYoung(value.bits) else { return value }
        let first = value.words[0]
        return first & 0xFF == Tag.forward ? Value(address: first >> 8, tag: value.bits & Tag.mask) : nil
    }

    // MARK: Scanning

    private func scan(_ stretch: UnsafeMutableBufferPointer<Int>) {
        guard var place = stretch.baseAddress else { return }
        let end = place + stretch.count
        while place < end {
            let word = place.pointee
            if Header.isHeader(word) {
                scanPayload(place, word)
                place += Header.length(word) &+ 1
            } else {
                visit(place)
                visit(place + 1)
                place += 2
            }
        }
    }

    private func scanPayload(_ object: UnsafeMutablePointer<Int>, _ header: Int) {
        if Header.isRaw(header) { return }
        switch Header.typeCode(header) {
        case ObjectType.weakPair.rawValue:
            weakPairs.append(object)
            visit(object + 2)
        case ObjectType.ephemeron.rawValue:
            ephemerons.append(object)
        case ObjectType.code.rawValue:
            CodeLayout.forEachStretchOfValues(object) { visit($0, count: $1) }
        default:
            visit(object + 1, count: Header.length(header))
        }
    }

    /// Scans until nothing new is reached.
    private func drain() {
        while let stretch = oldSpace.nextUnscanned() { scan(stretch) }
    }

    // MARK: One collection

    func run(roots: [any RootProvider]) {
        oldSpace.beginScan()
        visitRemembered()
        for index in heap.firstYoungPinned..<heap.pinned.count {
            scanPayload(heap.pinned[index], heap.pinned[index].pointee)
        }
        heap.firstYoungPinned = heap.pinned.count
        visitRoots(roots)
        drain()
        finishEphemerons()
        finishWeakPairs()
        heap.handles.sweepYoung(self)
        heap.registers.pointee.rememberedNext = heap.registers.pointee.rememberedBase
        heap.resetNursery()
    }

    private func visitRoots(_ roots: [any RootProvider]) {
        for index in 0..<heap.rootCount { visit(heap.roots + index) }
        for provider in roots { provider.visitRoots(self) }
    }

    /// Shades what the roots refer to that every collection looks at; the nursery is empty. From now on, whatever is visited
    /// is shaded.
    func shadeRoots(_ roots: [any RootProvider]) {
        shades = true
        visitRoots(roots)
    }

    private func visitRemembered() {
        var entry = UnsafeMutablePointer<Int>(bitPattern: heap.registers.pointee.rememberedBase).unsafelyUnwrapped
        let end = UnsafeMutablePointer<Int>(bitPattern: heap.registers.pointee.rememberedNext).unsafelyUnwrapped
        while entry < end {
            // The slots lie anywhere.
            if entry + 8 < end { schooner_prefetch(entry[8]) }
            if entry.pointee & 1 == 0 {
                visit(UnsafeMutablePointer<Int>(bitPattern: entry.pointee).unsafelyUnwrapped)
            } else {
                marker.takeUp(entry.pointee)
            }
            entry += 1
        }
    }

    /// Settles the ephemerons among the survivors. Old keys count as living, but the marker may come to know better.
    private func finishEphemerons() {
        var progress = true
        var settled: [UnsafeMutablePointer<Int>] = []
        while progress {
            progress = false
            var waiting: [UnsafeMutablePointer<Int>] = []
            swap(&waiting, &ephemerons)
            for object in waiting {
                if let key = survivor(of: Value(bits: object[1])) {
                    object[1] = key.bits
                    if !shades || heap.registers.pointee.isYoung(object[2]) { visit(object + 2) }
                    settled.append(object)
                    progress = true
                } else {
                    ephemerons.append(object)
                }
            }
            drain()
        }
        for object in ephemerons {
            object[1] = Value.false.bits
            object[2] = Value.false.bits
        }
        if shades {
            for object in settled { marker.noteEphemeron(object) }
        }
    }

    private func finishWeakPairs() {
        for object in weakPairs {
            object[1] = (survivor(of: Value(bits: object[1])) ?? .false).bits
            if shades { marker.noteWeakPair(object) }
        }
    }
}
