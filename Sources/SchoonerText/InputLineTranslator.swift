/// Line translation on input: a resumable machine over single characters.
///
/// Characters that belong to an unfinished line ending are held back until the next one, or the end of the stream,
/// decides. `text` mode never holds anything: it delivers newline at the CR and swallows an LF that follows, so that
/// a reader is not kept waiting for a byte that may never come.
package struct InputLineTranslator: Sendable {
    /// What one offered character came to.
    package enum Step: Equatable, Sendable {
        /// Deliver this character; the offered one has been taken.
        case deliver(UInt32)
        /// Deliver this character, which was held back, and offer the same character again.
        case deliverAndOfferAgain(UInt32)
        /// Taken, nothing to deliver now.
        case absorbed
    }

    /// What does not change, shared by all copies.
    private final class Table: Sendable {
        let lineEnding: LineEnding
        /// The sequence of `Mode.sequence`, and for each length of a matched prefix the longest shorter prefix that is
        /// also its suffix (Knuth, Morris, Pratt).
        let sequence: [UInt32]
        let borders: [Int]

        init(_ lineEnding: LineEnding, _ sequence: [UInt32]) {
            self.lineEnding = lineEnding
            self.sequence = sequence
            borders = InputLineTranslator.borders(of: sequence)
        }
    }

    private let table: Table
    private let mode: Mode
    /// The mode the translator was made for.
    package var lineEnding: LineEnding { table.lineEnding }
    private var sequence: [UInt32] { table.sequence }
    private var borders: [Int] { table.borders }
    /// How many characters of the sequence are matched and held back.
    private var matched = 0
    /// The part of the sequence that failed to match and is being delivered.
    private var release = 0
    private var releaseEnd = 0
    /// A newline was delivered for a CR; an LF that follows belongs to it.
    private var afterReturn = false

    private enum Mode: UInt8 {
        case identity
        case anyEnding
        case anyXMLEnding
        case returnOnly
        case sequence
    }

    /// A translator at the beginning of a stream.
    package init(_ lineEnding: LineEnding) {
        var sequence: [UInt32] = []
        switch lineEnding {
        case .text, .http, .xml10: mode = .anyEnding
        case .xml11: mode = .anyXMLEnding
        case .lf, .newline, .binary: mode = .identity
        case .cr: mode = .returnOnly
        case .crlf, .seedCRLF, .custom:
            mode = .sequence
            sequence = lineEnding.written
        }
        table = Table(lineEnding, sequence)
    }

    /// Whether every character is delivered as it is, now and later.
    package var isIdentity: Bool { mode == .identity }

    /// Whether characters are held back: at the end of the stream `finish` has something to deliver.
    package var isPending: Bool { matched != 0 || release != releaseEnd }

    /// Whether `scalar`, offered now, would be delivered as it is and leave the translator as it stands: the test for
    /// taking it straight from the buffer.
    package func passesThrough(_ scalar: UInt32) -> Bool {
        switch mode {
        case .identity: true
        case .anyEnding: scalar != LineEnding.carriageReturn && !afterReturn
        case .anyXMLEnding:
            scalar != LineEnding.carriageReturn && scalar != 0x85 && scalar != 0x2028 && !afterReturn
        case .returnOnly: scalar != LineEnding.carriageReturn
        case .sequence: !isPending && scalar != sequence[0]
        }
    }

    /// Takes the next character of the stream.
    package mutating func offer(_ scalar: UInt32) -> Step {
        switch mode {
        case .identity: return .deliver(scalar)
        case .returnOnly:
            return .deliver(scalar == LineEnding.carriageReturn ? LineEnding.lineFeed : scalar)
        case .anyEnding, .anyXMLEnding: return offerAnyEnding(scalar)
        case .sequence: return offerSequence(scalar)
        }
    }

    /// At the end of the stream: the next character that was held back, nil when there is none left.
    package mutating func finish() -> UInt32? {
        afterReturn = false
        if release == releaseEnd, matched > 0 {
            (release, releaseEnd) = (0, matched)
            matched = 0
        }
        guard release < releaseEnd else { return nil }
        release += 1
        return sequence[release - 1]
    }

    private mutating func offerAnyEnding(_ scalar: UInt32) -> Step {
        let continuesReturn = afterReturn
        afterReturn = false
        if scalar == LineEnding.carriageReturn {
            afterReturn = true
            return .deliver(LineEnding.lineFeed)
        }
        if scalar == LineEnding.lineFeed, continuesReturn { return .absorbed }
        if mode == .anyXMLEnding {
            if scalar == 0x85 { return continuesReturn ? .absorbed : .deliver(LineEnding.lineFeed) }
            if scalar == 0x2028 { return .deliver(LineEnding.lineFeed) }
        }
        return .deliver(scalar)
    }

    private mutating func offerSequence(_ scalar: UInt32) -> Step {
        if release < releaseEnd {
            release += 1
            return .deliverAndOfferAgain(sequence[release - 1])
        }
        if scalar == sequence[matched] {
            matched += 1
            guard matched == sequence.count else { return .absorbed }
            matched = 0
            return .deliver(LineEnding.lineFeed)
        }
        guard matched > 0 else { return .deliver(scalar) }
        // No ending begins in the first characters held; the rest of them may still be the beginning of one.
        let kept = borders[matched]
        (release, releaseEnd) = (1, matched - kept)
        matched = kept
        return .deliverAndOfferAgain(sequence[0])
    }

    private static func borders(of sequence: [UInt32]) -> [Int] {
        var borders = [Int](repeating: 0, count: sequence.count + 1)
        var length = 0
        for index in sequence.indices.dropFirst() {
            while length > 0, sequence[index] != sequence[length] { length = borders[length] }
            if sequence[index] == sequence[length] { length += 1 }
            borders[index + 1] = length
        }
        return borders
    }
}
