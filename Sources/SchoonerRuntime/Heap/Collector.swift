#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Whoever holds values outside the heap (the machine, its threads) shows them to the collector.
package protocol RootProvider: AnyObject {
    /// Visits every slot that holds a live value. In a minor collection, slots that cannot hold young values may be left out.
    func visitRoots(_ collector: Collector)
}

/// One collection: copies what is reachable into the old space, Cheney's way.
///
/// A minor collection moves the living part of the nursery into the old space; a major one also copies the old space
/// itself, marks pinned objects and frees those it did not reach. A slot is visited at most once in a major collection.
package final class Collector {
    let heap: Heap
    package let isMajor: Bool
    private let nurseryBase: Int
    private let nurserySpan: UInt
    private var pinnedToScan: [UnsafeMutablePointer<Int>] = []
    private var weakPairs: [UnsafeMutablePointer<Int>] = []
    private var ephemerons: [UnsafeMutablePointer<Int>] = []

    init(heap: Heap, isMajor: Bool) {
        self.heap = heap
        self.isMajor = isMajor
        nurseryBase = heap.registers.pointee.nurseryBase
        nurserySpan = UInt(bitPattern: heap.registers.pointee.nurserySpan)
    }

    // MARK: Visiting

    /// Brings one slot up to date, moving what it points to if that has not moved yet.
    @inline(__always) package func visit(_ slot: UnsafeMutablePointer<Int>) {
        let bits = slot.pointee
        if bits & 1 == 0 || bits & Tag.mask == Tag.immediate { return }
        if !isMajor && UInt(bitPattern: bits &- nurseryBase) >= nurserySpan { return }
        move(slot, bits)
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
        var size = 2
        if tag == Tag.object {
            if Header.flags(first) & Header.pinned != 0 {
                if Header.flags(first) & Header.marked == 0 {
                    source.pointee = first | Header.marked << 16
                    pinnedToScan.append(source)
                }
                return
            }
            size = Header.length(first) &+ 1
        }
        let target = heap.oldSpace.allocate(words: size)
        target[0] = first
        target[1] = source[1]
        if size > 2 { (target + 2).update(from: source + 2, count: size - 2) }
        source.pointee = Int(bitPattern: target) << 8 | Tag.forward
        slot.pointee = Int(bitPattern: target) | tag
    }

    /// Whether a value survives so far; its new bits if it does.
    package func survivor(of value: Value) -> Value? {
        guard value.isPointer else { return value }
        if !isMajor && !heap.registers.pointee.isYoung(value.bits) { return value }
        let first = value.words[0]
        if first & 0xFF == Tag.forward { return Value(address: first >> 8, tag: value.bits & Tag.mask) }
        if value.isObject && Header.flags(first) & Header.pinned != 0 {
            return Header.flags(first) & Header.marked != 0 || !isMajor ? value : nil
        }
        return nil
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
            if namesItself(object[1]) { visit(object + 1) } else { weakPairs.append(object) }
            visit(object + 2)
        case ObjectType.ephemeron.rawValue:
            if namesItself(object[1]) { visit(object + 1) }
            ephemerons.append(object)
        case ObjectType.code.rawValue:
            CodeLayout.visitValues(object, self)
        default:
            visit(object + 1, count: Header.length(header))
        }
    }

    /// Whether the word is an interned symbol, not moved yet: a program can come by it at any time, by its name, so a weak
    /// reference to it must hold.
    private func namesItself(_ bits: Int) -> Bool {
        let value = Value(bits: bits)
        guard value.isObject else { return false }
        let first = value.words[0]
        return first & 0xFF != Tag.forward && Header.typeCode(first) == ObjectType.symbol.rawValue
            && Header.flags(first) & Header.uninterned == 0
    }

    /// Scans until nothing new is reached.
    private func drain() {
        while true {
            if let stretch = heap.oldSpace.nextUnscanned() {
                scan(stretch)
            } else if let object = pinnedToScan.popLast() {
                scanPayload(object, object.pointee)
            } else {
                return
            }
        }
    }

    // MARK: One collection

    func run(roots: [any RootProvider]) {
        let registers = heap.registers
        var oldChunks = OldSpace()
        if isMajor {
            swap(&oldChunks, &heap.oldSpace)
        }
        heap.oldSpace.beginScan()
        if !isMajor { visitRemembered() }
        for index in 0..<heap.rootCount { visit(heap.roots + index) }
        if !isMajor {
            for index in heap.firstYoungPinned..<heap.pinned.count {
                scanPayload(heap.pinned[index], heap.pinned[index].pointee)
            }
        }
        for provider in roots { provider.visitRoots(self) }
        drain()
        finishEphemerons()
        finishWeakPairs()
        if isMajor { heap.symbols.sweep(self) }
        heap.handles.sweep(self)
        drain()
        if isMajor { sweepPinned() }
        heap.firstYoungPinned = heap.pinned.count
        oldChunks.releaseAll(poisoned: heap.isStressed)
        registers.pointee.rememberedNext = registers.pointee.rememberedBase
        heap.resetNursery()
    }

    private func visitRemembered() {
        var entry = UnsafeMutablePointer<Int>(bitPattern: heap.registers.pointee.rememberedBase).unsafelyUnwrapped
        let end = UnsafeMutablePointer<Int>(bitPattern: heap.registers.pointee.rememberedNext).unsafelyUnwrapped
        while entry < end {
            visit(UnsafeMutablePointer<Int>(bitPattern: entry.pointee).unsafelyUnwrapped)
            entry += 1
        }
    }

    private func finishEphemerons() {
        var progress = true
        while progress {
            progress = false
            var waiting: [UnsafeMutablePointer<Int>] = []
            swap(&waiting, &ephemerons)
            for object in waiting {
                if let key = survivor(of: Value(bits: object[1])) {
                    object[1] = key.bits
                    visit(object + 2)
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
    }

    private func finishWeakPairs() {
        for object in weakPairs {
            object[1] = (survivor(of: Value(bits: object[1])) ?? .false).bits
        }
    }

    private func sweepPinned() {
        var kept = 0
        var bytes = 0
        for object in heap.pinned {
            let header = object.pointee
            if Header.flags(header) & Header.marked != 0 {
                object.pointee = header & ~(Header.marked << 16)
                heap.pinned[kept] = object
                kept += 1
                bytes += (Header.length(header) + 1) * 8
            } else {
                free(object)
            }
        }
        heap.pinned.removeLast(heap.pinned.count - kept)
        heap.pinnedBytes = bytes
    }
}
