/// A line ending mode of a textual port.
package enum LineEnding: Equatable, Sendable {
    /// Reads CR, LF and CR-LF as newline; writes LF.
    case text
    /// As `text`.
    case http
    /// As `text`.
    case xml10
    /// As `text`, and reads U+0085, U+2028 and CR U+0085 as newline too.
    case xml11
    /// Nothing is translated.
    case lf
    /// As `lf`.
    case newline
    /// As `lf`.
    case binary
    /// Reads only CR-LF as newline; writes every newline as CR-LF.
    case crlf
    /// Reads CR as newline; writes newline as CR.
    case cr
    /// Reads as `crlf`; writes newline as CR-LF unless the program itself has just written CR.
    case seedCRLF
    /// Reads the sequence as newline and writes newline as the sequence. Never empty, never one of the sequences
    /// that `init(sequence:)` gives a mode of its own.
    case custom([UInt32])

    /// The mode that MIT's `port/set-line-ending` symbol names, or nil when there is none.
    package init?(name: String) {
        switch name {
        case "text": self = .text
        case "http": self = .http
        case "xml-1.0": self = .xml10
        case "xml-1.1": self = .xml11
        case "lf": self = .lf
        case "newline": self = .newline
        case "binary": self = .binary
        case "crlf": self = .crlf
        case "cr": self = .cr
        default: return nil
        }
    }

    /// The mode for a line translation given as a string: `"\n"` is `lf`, `"\r"` is `cr`, `"\r\n"` is `seedCRLF`,
    /// and any other non-empty sequence stands for itself. Nil for an empty sequence.
    package init?(sequence: some Sequence<UInt32>) {
        let scalars = Array(sequence)
        switch scalars {
        case []: return nil
        case [LineEnding.lineFeed]: self = .lf
        case [LineEnding.carriageReturn]: self = .cr
        case [LineEnding.carriageReturn, LineEnding.lineFeed]: self = .seedCRLF
        default: self = .custom(scalars)
        }
    }

    /// MIT's symbol for the mode; nil for those that only a string can give.
    package var name: String? {
        switch self {
        case .text: "text"
        case .http: "http"
        case .xml10: "xml-1.0"
        case .xml11: "xml-1.1"
        case .lf: "lf"
        case .newline: "newline"
        case .binary: "binary"
        case .crlf: "crlf"
        case .cr: "cr"
        case .seedCRLF, .custom: nil
        }
    }

    /// What a newline is written as.
    package var written: [UInt32] {
        switch self {
        case .text, .http, .xml10, .xml11, .lf, .newline, .binary: [LineEnding.lineFeed]
        case .crlf, .seedCRLF: [LineEnding.carriageReturn, LineEnding.lineFeed]
        case .cr: [LineEnding.carriageReturn]
        case .custom(let sequence): sequence
        }
    }

    static let lineFeed: UInt32 = 0x0A
    static let carriageReturn: UInt32 = 0x0D
}
