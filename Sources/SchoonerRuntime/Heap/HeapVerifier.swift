/// The stress build's look at the whole heap when marking has ended: whatever the roots lead to must be marked, and no
/// reference may lead to freed memory. It knows nothing of grey and black, and so finds what the marker forgot.
struct HeapVerifier {
    private let heap: Heap

    init(_ heap: Heap) { self.heap = heap }

    /// Stops the process with a description when something is wrong.
    func check(_ roots: [any RootProvider]) {
        let finder = ReferenceFinder(heap)
        let collector = Collector(heap: heap, inspector: finder)
        for index in 0..<heap.rootCount { collector.visit(heap.roots + index) }
        for (number, provider) in roots.enumerated() {
            finder.origin = "root provider \(number)"
            provider.visitRoots(collector)
            var position = 0
            var words = 0
            while let next = provider.visitParkedRoots(collector, from: position, words: &words) { position = next }
        }
        finder.trace()
    }
}

/// Follows references from object to object with a set of its own.
final class ReferenceFinder {
    private let heap: Heap
    private var seen: Set<Int> = []
    private var waiting: [Int] = []
    private var ephemerons: [UnsafeMutablePointer<Int>] = []
    var origin = "a root"

    init(_ heap: Heap) { self.heap = heap }

    /// Takes up one reference.
    func visit(_ bits: Int) {
        guard Value(bits: bits).isPointer, seen.insert(bits).inserted else { return }
        guard !heap.registers.pointee.isYoung(bits) else { fail(bits, "is in the nursery") }
        guard heap.oldSpace.contains(bits) || heap.image.contains(bits) || Value(bits: bits).isObject else {
            fail(bits, "is outside the heap")
        }
        let header = Value(bits: bits).words[0]
        if bits & Tag.mask == Tag.pair {
            guard !Header.isHeader(header) else { fail(bits, "is no pair: header \(String(header, radix: 16))") }
        } else {
            guard Header.isHeader(header), Header.typeCode(header) != ObjectType.filler.rawValue else {
                fail(bits, "is no object: \(String(header, radix: 16))")
            }
        }
        guard heap.marker.isMarked(bits) else { fail(bits, "has not been marked") }
        waiting.append(bits)
    }

    func trace() {
        while true {
            if let bits = waiting.popLast() {
                scan(bits)
            } else if let index = ephemerons.firstIndex(where: { seen.contains($0[1]) || !Value(bits: $0[1]).isPointer }
            ) {
                visit(ephemerons.remove(at: index)[2])
            } else {
                return
            }
        }
    }

    private func scan(_ bits: Int) {
        let words = Value(bits: bits).words
        guard bits & Tag.mask != Tag.pair else {
            origin = "a pair"
            visit(words[0])
            visit(words[1])
            return
        }
        let header = words[0]
        if Header.isRaw(header) { return }
        origin = "an object of type \(Header.typeCode(header)), length \(Header.length(header))"
        switch Header.typeCode(header) {
        case ObjectType.weakPair.rawValue: visit(words[2])
        case ObjectType.ephemeron.rawValue: ephemerons.append(words)
        case ObjectType.code.rawValue:
            CodeLayout.forEachStretchOfValues(words) { start, count in
                for index in 0..<count { visit(start[index]) }
            }
        default:
            for index in 0..<Header.length(header) { visit(words[index + 1]) }
        }
    }

    private func fail(_ bits: Int, _ what: String) -> Never {
        fatalError("heap verifier: \(String(bits, radix: 16)), from \(origin), \(what)")
    }
}
