/// A character coding: how characters stand as bytes.
package enum TextCoding: UInt8, Sendable, CaseIterable {
    case utf8
    case latin1
    case usASCII
    case utf16LittleEndian
    case utf16BigEndian
    case utf32LittleEndian
    case utf32BigEndian
    case windows1252
    /// Bytes as the characters U+0000 to U+00FF.
    case binary

    /// The coding that MIT's `port/set-coding` symbol names, or nil when there is none.
    ///
    /// `text` is UTF-8; `utf-16` and `utf-32` are little-endian without a byte order mark, as MIT writes them.
    package init?(name: String) {
        switch name {
        case "utf-8", "text": self = .utf8
        case "iso-8859-1", "latin-1", "latin1", "l1", "ibm819", "cp819", "iso_8859-1", "iso_8859-1:1987", "iso-ir-100",
            "csisolatin1":
            self = .latin1
        case "us-ascii", "ascii", "us", "iso646-us", "ibm367", "cp367", "csascii", "iso-ir-6", "ansi_x3.4-1968",
            "ansi_x3.4-1986", "iso_646.irv:1991":
            self = .usASCII
        case "utf-16", "utf-16le": self = .utf16LittleEndian
        case "utf-16be": self = .utf16BigEndian
        case "utf-32", "utf-32le": self = .utf32LittleEndian
        case "utf-32be": self = .utf32BigEndian
        case "windows-1252": self = .windows1252
        case "binary": self = .binary
        default: return nil
        }
    }

    /// The symbol that MIT's `port/coding` answers.
    package var name: String {
        switch self {
        case .utf8: "utf-8"
        case .latin1: "iso-8859-1"
        case .usASCII: "us-ascii"
        case .utf16LittleEndian: "utf-16le"
        case .utf16BigEndian: "utf-16be"
        case .utf32LittleEndian: "utf-32le"
        case .utf32BigEndian: "utf-32be"
        case .windows1252: "windows-1252"
        case .binary: "binary"
        }
    }

    /// Whether a byte below 0x80 always stands for itself, so that runs of such bytes need no decoder.
    package var isASCIISuperset: Bool {
        switch self {
        case .utf8, .latin1, .usASCII, .windows1252, .binary: true
        case .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian: false
        }
    }

    /// The character that stands for undecodable bytes, U+FFFD.
    package static let replacement: UInt32 = 0xFFFD
}

/// The part of windows-1252 that differs from ISO 8859-1: bytes 0x80 to 0x9F.
enum Windows1252 {
    /// The character for `byte`, U+FFFD for the five bytes the coding leaves undefined.
    static func scalar(for byte: UInt8) -> UInt32 {
        switch byte {
        case 0x80: 0x20AC
        case 0x82: 0x201A
        case 0x83: 0x0192
        case 0x84: 0x201E
        case 0x85: 0x2026
        case 0x86: 0x2020
        case 0x87: 0x2021
        case 0x88: 0x02C6
        case 0x89: 0x2030
        case 0x8A: 0x0160
        case 0x8B: 0x2039
        case 0x8C: 0x0152
        case 0x8E: 0x017D
        case 0x91: 0x2018
        case 0x92: 0x2019
        case 0x93: 0x201C
        case 0x94: 0x201D
        case 0x95: 0x2022
        case 0x96: 0x2013
        case 0x97: 0x2014
        case 0x98: 0x02DC
        case 0x99: 0x2122
        case 0x9A: 0x0161
        case 0x9B: 0x203A
        case 0x9C: 0x0153
        case 0x9E: 0x017E
        case 0x9F: 0x0178
        case 0x81, 0x8D, 0x8F, 0x90, 0x9D: TextCoding.replacement
        default: UInt32(byte)
        }
    }

    /// The byte for `scalar`, or nil when the coding has none.
    static func byte(for scalar: UInt32) -> UInt8? {
        if scalar < 0x80 || (0xA0...0xFF).contains(scalar) { return UInt8(scalar) }
        guard scalar != TextCoding.replacement else { return nil }
        for byte in UInt8(0x80)...0x9F where Windows1252.scalar(for: byte) == scalar { return byte }
        return nil
    }
}
