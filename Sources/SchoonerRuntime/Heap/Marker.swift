import CSchoonerSystem

/// The marking of old objects: what has been reached and not looked into yet, and the weak objects met on the way.
///
/// An object is white without a mark, grey while it is on the stack here, and black when its values have been shaded. Nothing
/// young is ever met: the marker works at the end of a minor collection, when the nursery is empty.
final class Marker {
    private let oldSpace: UnsafeMutablePointer<OldSpaceRegisters>
    /// Grey objects, tagged; and the ends and starts of what is still to be scanned of large ones.
    @exclusivity(unchecked) private var grey = AddressStack()
    @exclusivity(unchecked) private var stretches = AddressStack()
    /// Addresses of the weak pairs reached, and of the ephemerons whose keys have not been.
    @exclusivity(unchecked) var weakPairs = AddressStack()
    @exclusivity(unchecked) var ephemerons = AddressStack()
    /// The objects of the image are black from the start of a cycle to its end.
    @exclusivity(unchecked) var image = ImageSpace()
    /// Objects shaded in this cycle.
    @exclusivity(unchecked) private(set) var shadeCount = 0

    /// Longer objects are scanned by pieces of this many words.
    private static let pieceWords = 512

    init(oldSpace: OldSpace) {
        self.oldSpace = oldSpace.registers
    }

    deinit {
        grey.release()
        stretches.release()
        weakPairs.release()
        ephemerons.release()
    }

    /// Nothing is to be marked.
    func reset() {
        grey.clear()
        stretches.clear()
        weakPairs.clear()
        ephemerons.clear()
        shadeCount = 0
    }

    var isIdle: Bool { grey.count == 0 && stretches.count == 0 }

    // MARK: Shading

    /// Marks what a slot's word refers to, if it is a white object.
    @inline(__always) func shade(_ bits: Int) {
        if bits & 1 == 0 || bits & Tag.mask == Tag.immediate { return }
        shadePointer(bits)
    }

    /// The same for a word that is known to be an address.
    @inline(__always) func shadePointer(_ bits: Int) {
        if oldSpace.pointee.contains(bits) {
            if oldSpace.pointee.mark(bits) { push(bits) }
        } else {
            shadePinned(bits)
        }
    }

    /// Takes up a value that the write barrier has marked, or a pinned one.
    func takeUp(_ bits: Int) {
        if oldSpace.pointee.contains(bits) { push(bits) } else { shadePinned(bits) }
    }

    @inline(__always) private func push(_ bits: Int) {
        shadeCount &+= 1
        if bits & Tag.mask != Tag.flonum { grey.push(bits) }
    }

    @inline(never) private func shadePinned(_ bits: Int) {
        if image.contains(bits) { return }
        let words = Value(bits: bits).words
        if Header.flags(words[0]) & Header.marked != 0 { return }
        words[0] |= Header.marked << 16
        push(bits)
    }

    /// Whether the object behind an address has been reached.
    func isMarked(_ bits: Int) -> Bool {
        if oldSpace.pointee.contains(bits) { return oldSpace.pointee.isMarked(bits) }
        return image.contains(bits) || Header.flags(Value(bits: bits).words[0]) & Header.marked != 0
    }

    // MARK: Scanning

    /// Shades what the objects of the image refer to. They are some 100,000 words: less than a slice.
    func scanImage() {
        var budget = Int.max
        image.forEachObject { scan($0.bits, &budget) }
    }

    /// Objects on their way from the stack: the memory of each is asked for when it enters, and looked into when as many
    /// others have come after it. Most of marking would else be waiting for memory.
    private static let fetchAhead = 8

    /// Scans grey objects until there are none, or for so many words.
    func drain(_ budget: inout Int) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: Marker.fetchAhead) { queue in
            guard let fetched = queue.baseAddress else { return }
            fetched.initialize(repeating: 0, count: Marker.fetchAhead)
            var place = 0
            var empty = 0
            while budget > 0 {
                let old = fetched[place]
                if let bits = grey.pop() {
                    schooner_prefetch(bits)
                    fetched[place] = bits
                    empty = 0
                } else {
                    fetched[place] = 0
                    empty &+= 1
                    if empty > Marker.fetchAhead {
                        if stretches.count == 0 { break }
                        scanPiece(&budget)
                    }
                }
                place = (place &+ 1) & (Marker.fetchAhead &- 1)
                if old != 0 { scan(old, &budget) }
            }
            for index in 0..<Marker.fetchAhead where fetched[index] != 0 { grey.push(fetched[index]) }
        }
    }

    private func scan(_ bits: Int, _ budget: inout Int) {
        var bits = bits
        // Down a list without the stack.
        while bits & Tag.mask == Tag.pair {
            let words = Value(bits: bits).words
            shade(words[0])
            budget &-= 2
            bits = words[1]
            guard bits & Tag.mask == Tag.pair else { return shade(bits) }
            guard oldSpace.pointee.contains(bits), oldSpace.pointee.mark(bits) else { return }
            shadeCount &+= 1
            if budget <= 0 { return grey.push(bits) }
        }
        let object = Value(bits: bits).words
        let header = object[0]
        budget &-= 1
        if Header.isRaw(header) { return }
        let length = Header.length(header)
        switch Header.typeCode(header) {
        case ObjectType.weakPair.rawValue:
            noteWeakPair(object)
            shade(object[2])
            budget &-= 2
        case ObjectType.ephemeron.rawValue:
            noteEphemeron(object)
            budget &-= 2
        case ObjectType.code.rawValue:
            CodeLayout.forEachStretchOfValues(object) { scan($0, count: $1, &budget) }
        default:
            scan(object + 1, count: length, &budget)
        }
    }

    private func scan(_ slots: UnsafeMutablePointer<Int>, count: Int, _ budget: inout Int) {
        if count > Marker.pieceWords {
            stretches.push(Int(bitPattern: slots + count))
            stretches.push(Int(bitPattern: slots))
            return
        }
        for index in 0..<count { shade(slots[index]) }
        budget &-= count
    }

    private func scanPiece(_ budget: inout Int) {
        guard let start = stretches.pop(), let end = stretches.pop() else { return }
        let stop = min(end, start + Marker.pieceWords * 8)
        if stop < end {
            stretches.push(end)
            stretches.push(stop)
        }
        var slot = UnsafeMutablePointer<Int>(bitPattern: start).unsafelyUnwrapped
        for _ in 0..<(stop - start) / 8 {
            shade(slot.pointee)
            slot += 1
        }
        budget &-= (stop - start) / 8
    }

    // MARK: Weak objects

    /// Takes up a weak pair whose cdr somebody else shades.
    func noteWeakPair(_ object: UnsafeMutablePointer<Int>) {
        let car = Value(bits: object[1])
        guard car.isPointer else { return }
        if Marker.namesItself(car) { shade(car.bits) } else { weakPairs.push(Int(bitPattern: object)) }
    }

    func noteEphemeron(_ object: UnsafeMutablePointer<Int>) {
        let key = Value(bits: object[1])
        if key.isPointer && !Marker.namesItself(key) && !isMarked(key.bits) {
            ephemerons.push(Int(bitPattern: object))
        } else {
            shade(key.bits)
            shade(object[2])
        }
    }

    /// Looks at the key of one waiting ephemeron; whether it waits no longer.
    func settleEphemeron(_ index: Int) -> Bool {
        let object = UnsafeMutablePointer<Int>(bitPattern: ephemerons[index]).unsafelyUnwrapped
        guard !Value(bits: object[1]).isPointer || isMarked(object[1]) else { return false }
        shade(object[2])
        ephemerons.remove(at: index)
        return true
    }

    /// Whether the object is an interned symbol: a program can come by it at any time, by its name, so a weak reference to it
    /// must hold.
    static func namesItself(_ value: Value) -> Bool {
        guard value.isObject else { return false }
        let header = value.words[0]
        return header & 0xFF != Tag.forward && Header.typeCode(header) == ObjectType.symbol.rawValue
            && Header.flags(header) & Header.uninterned == 0
    }
}
