/// Writes the image of an interpreter that has been booted and has run nothing since.
package struct PreludeImageWriter {
    /// Why no image can be made: the prelude holds on to something that only its own process has.
    package struct Unfit: Error, CustomStringConvertible {
        package let description: String
    }

    private let scheme: Interpreter
    private var offsets: [Int: Int] = [:]
    /// The objects in the order of their discovery.
    private var found: [Value] = []
    private var seen: Set<Int> = []
    private var bytes: [UInt8] = []
    /// Words by the type of their objects: what an image consists of.
    package private(set) var census: [String: Int] = [:]

    /// - Parameter scheme: a new interpreter that has loaded the prelude, and no image.
    package init(_ scheme: Interpreter) { self.scheme = scheme }

    /// - Throws: `Unfit` when an object that cannot be copied is reachable.
    package mutating func image() throws(Unfit) -> [UInt8] {
        guard scheme.isBooted, scheme.heap.image.words == 0 else { throw Unfit(description: "not a new interpreter") }
        let heap = scheme.heap
        for index in 0..<heap.rootCount { discover(heap.roots[index]) }
        var next = 0
        while next < found.count {
            let object = found[next]
            try check(object)
            forEachSlot(object) { discover($0) }
            next += 1
        }
        let isInterned: (Value) -> Bool = { $0.isSymbol && $0.flags & Header.uninterned == 0 }
        let objects = found.filter(isInterned) + found.filter { !isInterned($0) }
        var header = ImageHeader(scheme.sources)
        for object in objects {
            offsets[object.address] = header.wordCount
            header.wordCount += size(object)
            census[object.type.map { "\($0)" } ?? (object.isPair ? "pair" : "flonum"), default: 0] += size(object)
        }
        header.rootCount = heap.rootCount
        header.symbolCount = found.count(where: isInterned)
        header.primitiveCount = scheme.primitiveRows.count
        header.generatedSymbols = scheme.generatedSymbols
        header.scopeCount = scheme.scopeCount
        write(header.runtimeFingerprint)
        write(header.preludeFingerprint)
        for count in header.counts { write(UInt64(count)) }
        for index in 0..<heap.rootCount { write(heap.roots[index]) }
        for object in objects { write(contentsOf: object) }
        return bytes
    }

    // MARK: Walking

    private mutating func discover(_ value: Value) {
        if value.isPointer, seen.insert(value.address).inserted { found.append(value) }
    }

    private func size(_ value: Value) -> Int { value.isPair ? 2 : value.length + 1 }

    private func check(_ object: Value) throws(Unfit) {
        switch object.type {
        case .continuation, .stackSegment, .channel, .handle, .library, .multipleValues:
            throw Unfit(description: "the prelude holds an object of type \(object.header >> 8 & 0xFF)")
        default: return
        }
    }

    /// The payload words of an object that hold values: all but bytes, digits, instructions and addresses of Swift objects.
    private func valueSlots(_ object: Value) -> [Range<Int>] {
        if object.isPair { return [0..<2] }
        let all = 1..<(object.length + 1)
        switch object.type {
        case .code:
            let constants = CodeLayout.entryWord + object.codeInstructionCount
            return [1..<CodeLayout.entryWord, constants..<all.upperBound]
        case .port: return [3..<all.upperBound]
        default: return Header.isRaw(object.header) ? [] : [all]
        }
    }

    private func forEachSlot(_ object: Value, _ body: (Value) -> Void) {
        for range in valueSlots(object) {
            for index in range { body(Value(bits: object.words[index])) }
        }
    }

    // MARK: Writing

    private mutating func write(contentsOf object: Value) {
        var place = 0
        for range in valueSlots(object) {
            writePlain(object, place..<range.lowerBound)
            for index in range { write(value(object, index)) }
            place = range.upperBound
        }
        writePlain(object, place..<size(object))
    }

    /// The value of a slot. A hash table that may have hashed addresses comes as if all its keys had moved, as they have.
    private func value(_ object: Value, _ index: Int) -> Value {
        let stored = Value(bits: object.words[index])
        guard object.isType(.hashTable) else { return stored }
        let kind = object[slot: HashTableLayout.kind].fixnum & (1 << HashTableLayout.weaknessShift - 1)
        guard kind != HashTableKind.custom.rawValue else { return stored }
        switch index - 1 {
        case HashTableLayout.firstYoung: return Value(fixnum: 1)
        case HashTableLayout.stamp: return Value(fixnum: -1)
        default: return stored
        }
    }

    /// Words that are no values. A header says of itself what it is, and a port has no Swift side yet.
    private mutating func writePlain(_ object: Value, _ range: Range<Int>) {
        var range = range
        if range.first == 0 {
            write(Value(bits: object.words[0]))
            range = range.dropFirst()
        }
        guard !range.isEmpty else { return }
        write(ImageWord.plain(count: range.count))
        for index in range { write(object.isType(.port) ? 0 : UInt64(UInt(bitPattern: object.words[index]))) }
    }

    private mutating func write(_ value: Value) {
        if value.isFixnum {
            write(ImageWord.even(value.bits))
        } else if value.isPointer {
            write(ImageWord.pointer(tag: value.bits & Tag.mask, offset: offsets[value.address] ?? 0))
        } else {
            write(ImageWord.immediate(value.bits))
        }
    }

    private mutating func write(_ number: UInt64) {
        var rest = number
        while rest >= 64 {
            bytes.append(UInt8(rest & 63))
            rest >>= 6
        }
        bytes.append(UInt8(rest) | 64)
    }
}
