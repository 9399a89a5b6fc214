/// A Scheme value: one 64-bit word whose low bits are its tag.
///
/// | low bits | meaning |
/// |---|---|
/// | `0` | fixnum, 63 bits, two's complement |
/// | `001` | pair: address of two words, no header |
/// | `011` | object: address of a header word followed by its payload |
/// | `101` | flonum: address of a header word followed by an IEEE double |
/// | `111` | immediate: constants, characters, and the headers of objects |
///
/// A `Value` is only a word: it keeps nothing alive. The heap moves objects at the machine's safepoints,
/// so Swift code may hold values in locals within one primitive, never across two.
@frozen package struct Value: Equatable, Hashable, Sendable {
    package var bits: Int

    @inline(__always) package init(bits: Int) { self.bits = bits }

    /// A fixnum; the caller knows that the integer fits 63 bits.
    @inline(__always) package init(fixnum: Int) { bits = fixnum &<< 1 }

    @inline(__always) package init(_ flag: Bool) { bits = flag ? Value.true.bits : Value.false.bits }

    /// A character; any code point, surrogates included.
    @inline(__always) package init(character scalar: UInt32) {
        bits = Int(scalar) &<< 8 | Tag.character
    }

    @inline(__always) package init(address: Int, tag: Int) { bits = address | tag }
}

/// The tags of `Value`, and the second-level tags of immediates (the low eight bits).
package enum Tag {
    package static let mask = 7
    package static let pair = 1
    package static let object = 3
    package static let flonum = 5
    package static let immediate = 7

    package static let constant = 0x07
    package static let character = 0x0F
    package static let header = 0x17
    /// The mark that a moved object leaves behind: its new address, shifted left by eight.
    package static let forward = 0x1F
}

// The constants.
extension Value {
    package static let `false` = Value(bits: 0 << 8 | Tag.constant)
    package static let `true` = Value(bits: 1 << 8 | Tag.constant)
    /// The empty list.
    package static let null = Value(bits: 2 << 8 | Tag.constant)
    package static let eof = Value(bits: 3 << 8 | Tag.constant)
    /// `#!default`: the value of an optional parameter without argument.
    package static let `default` = Value(bits: 4 << 8 | Tag.constant)
    package static let unspecific = Value(bits: 5 << 8 | Tag.constant)
    /// What a variable holds before its initialisation (`letrec`).
    package static let unassigned = Value(bits: 6 << 8 | Tag.constant)
    /// What a global cell holds that nobody has defined.
    package static let unbound = Value(bits: 7 << 8 | Tag.constant)
    /// `#!aux`, `#!optional`, `#!rest`: lambda-list markers as data.
    package static let optionalMarker = Value(bits: 8 << 8 | Tag.constant)
    package static let restMarker = Value(bits: 9 << 8 | Tag.constant)
    package static let auxMarker = Value(bits: 10 << 8 | Tag.constant)
    /// A deleted entry of an open-addressing table; never visible to a program.
    package static let tombstone = Value(bits: 11 << 8 | Tag.constant)
    package static let zero = Value(fixnum: 0)
    package static let one = Value(fixnum: 1)
}

// Tests and parts.
extension Value {
    package static let mostPositiveFixnum = Int.max >> 1
    package static let mostNegativeFixnum = Int.min >> 1

    @inline(__always) package var isFixnum: Bool { bits & 1 == 0 }
    @inline(__always) package var fixnum: Int { bits &>> 1 }
    @inline(__always) package var isPair: Bool { bits & Tag.mask == Tag.pair }
    @inline(__always) package var isObject: Bool { bits & Tag.mask == Tag.object }
    @inline(__always) package var isFlonum: Bool { bits & Tag.mask == Tag.flonum }
    @inline(__always) package var isImmediate: Bool { bits & Tag.mask == Tag.immediate }
    /// Whether the word is an address of the heap.
    @inline(__always) package var isPointer: Bool { bits & 1 != 0 && bits & Tag.mask != Tag.immediate }
    @inline(__always) package var isCharacter: Bool { bits & 0xFF == Tag.character }
    @inline(__always) package var character: UInt32 { UInt32(truncatingIfNeeded: bits &>> 8) }
    @inline(__always) package var isTrue: Bool { bits != Tag.constant }
    @inline(__always) package var isFalse: Bool { bits == Tag.constant }
    @inline(__always) package var isNull: Bool { self == .null }
    @inline(__always) package var isDefault: Bool { self == .default }
    @inline(__always) package var isEOF: Bool { self == .eof }

    /// The address behind a pointer value, without its tag.
    @inline(__always) package var address: Int { bits & ~Tag.mask }

    @inline(__always) package var words: UnsafeMutablePointer<Int> {
        UnsafeMutablePointer(bitPattern: bits & ~Tag.mask).unsafelyUnwrapped
    }

    /// Whether an integer fits a fixnum.
    @inline(__always) package static func fitsFixnum(_ integer: Int) -> Bool {
        integer >= mostNegativeFixnum && integer <= mostPositiveFixnum
    }
}
