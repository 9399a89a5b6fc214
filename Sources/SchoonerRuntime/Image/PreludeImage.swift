/// The heap of an interpreter that has just loaded the prelude, as text: another interpreter copies it instead of reading,
/// expanding and compiling the prelude again.
///
/// The text consists of numbers in digits of six bits, the lowest first; bit 6 marks the last digit of a number. So it is
/// ASCII, and can be a string literal of a program. First comes an `ImageHeader`, then the roots, then the words of the
/// objects, symbols first: see `ImageWord`.
package struct PreludeImage: Sendable {
    private enum Text {
        case literal(StaticString)
        case bytes([UInt8])
    }

    private let text: Text

    /// An image that is part of the program; every interpreter of the process reads the same bytes.
    package init(_ literal: StaticString) { text = .literal(literal) }

    /// An image that was made by `PreludeImageWriter`.
    package init(bytes: [UInt8]) { text = .bytes(bytes) }

    /// The digits.
    package var bytes: [UInt8] { withBytes { Array($0) } }

    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        switch text {
        case .literal(let literal):
            body(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
        case .bytes(let bytes): bytes.withUnsafeBufferPointer(body)
        }
    }
}

/// What stands before the objects of an image.
struct ImageHeader: Equatable {
    /// The form of images; to be raised when it or a layout of objects changes.
    static let format = 1

    /// The form, and the tables to which numbers in the heap refer.
    var runtimeFingerprint: UInt64
    /// The text of the prelude.
    var preludeFingerprint: UInt64
    /// Words of all objects.
    var wordCount = 0
    var rootCount = 0
    /// The interned symbols, the first of the objects.
    var symbolCount = 0
    var primitiveCount = 0
    /// Counters of the interpreter that go on from where they were.
    var generatedSymbols = 0
    var scopeCount = 0

    /// The numbers in the order of their writing.
    var counts: [Int] {
        get { [wordCount, rootCount, symbolCount, primitiveCount, generatedSymbols, scopeCount] }
        set {
            (wordCount, rootCount, symbolCount) = (newValue[0], newValue[1], newValue[2])
            (primitiveCount, generatedSymbols, scopeCount) = (newValue[3], newValue[4], newValue[5])
        }
    }

    /// The header of an image that this runtime makes of the sources.
    init(_ sources: SchemeSources) {
        runtimeFingerprint = ImageHeader.fingerprintOfRuntime
        preludeFingerprint = sources.preludeFingerprint
    }

    /// Goes through the tables of primitives, instructions, inlined procedures, special forms, known names, conditions and ports.
    private static let fingerprintOfRuntime: UInt64 = {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func mix(_ number: Int) { hash = (hash ^ UInt64(truncatingIfNeeded: number)) &* 0x100_0000_01b3 }
        func mix(_ name: String) {
            for byte in name.utf8 { mix(Int(byte)) }
            mix(-1)
        }
        mix(format)
        for row in PrimitiveTables.all {
            mix(row.name)
            mix(row.minimum)
            mix(row.maximum ?? -1)
        }
        for opcode in Opcode.allCases { mix(opcode.row.name) }
        for row in InlineRow.all { mix(row.name) }
        for form in SpecialForm.allCases { mix(form.name) }
        for name in KnownName.allCases { mix(name.text) }
        for condition in StandardCondition.allCases { mix(condition.name) }
        for port in StandardPort.allCases { mix(port.name) }
        return hash
    }()
}

/// One word of an object as a number of the image.
///
/// | low bits | the rest |
/// |---|---|
/// | `0` | an even word (a fixnum), its sign moved to the lowest bit |
/// | `01` | two bits of tag and the distance of the object from the first, in words |
/// | `01`, tag bits `11` | how many words follow as plain numbers: bytes, digits, instructions |
/// | `11` | an immediate or a header without its low three bits |
enum ImageWord {
    /// The tag bits that announce plain words.
    static let plainMark: UInt64 = 3

    static func even(_ bits: Int) -> UInt64 {
        let number = bits >> 1
        return UInt64(bitPattern: Int64(number << 1 ^ number >> 63)) << 1
    }

    static func pointer(tag: Int, offset: Int) -> UInt64 { UInt64(offset) << 4 | UInt64(tag >> 1) << 2 | 1 }

    static func plain(count: Int) -> UInt64 { UInt64(count) << 4 | plainMark << 2 | 1 }

    static func immediate(_ bits: Int) -> UInt64 { UInt64(UInt(bitPattern: bits) >> 3) << 2 | 3 }
}
