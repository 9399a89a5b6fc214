/// Line translation on output. It remembers, across flushes, whether the program has just written CR.
package struct OutputLineTranslator: Sendable {
    /// What does not change, shared by all copies.
    private final class Table: Sendable {
        let lineEnding: LineEnding
        /// What a newline is written as; empty when it is written as it is.
        let sequence: [UInt32]

        init(_ lineEnding: LineEnding, _ sequence: [UInt32]) {
            self.lineEnding = lineEnding
            self.sequence = sequence
        }
    }

    private let table: Table
    /// The mode the translator was made for.
    package var lineEnding: LineEnding { table.lineEnding }
    private var sequence: [UInt32] { table.sequence }
    private let watchesReturn: Bool
    private var afterReturn = false
    /// Whether the program has just written a CR, in a mode where that matters.
    package var isAfterReturn: Bool { afterReturn }

    /// A translator at the beginning of a stream.
    package init(_ lineEnding: LineEnding) {
        let written = lineEnding.written
        table = Table(lineEnding, written == [LineEnding.lineFeed] ? [] : written)
        watchesReturn = lineEnding == .seedCRLF
    }

    /// Whether every character is written as it is.
    package var isIdentity: Bool { sequence.isEmpty }

    /// The most characters that one call of `translate` stores.
    package var maximumExpansion: Int { max(1, sequence.count) }

    /// Stores what `scalar` is written as at `output`, which has room for `maximumExpansion` characters.
    ///
    /// - Returns: how many characters were stored, at least one.
    package mutating func translate(_ scalar: UInt32, into output: UnsafeMutablePointer<UInt32>) -> Int {
        let explicitReturn = afterReturn
        afterReturn = watchesReturn && scalar == LineEnding.carriageReturn
        guard scalar == LineEnding.lineFeed, !sequence.isEmpty, !explicitReturn else {
            output[0] = scalar
            return 1
        }
        for index in sequence.indices { output[index] = sequence[index] }
        return sequence.count
    }

    /// Tells the translator that characters other than newline went out without it, `last` being the last of them.
    package mutating func didWriteDirectly(last: UInt32) {
        afterReturn = watchesReturn && last == LineEnding.carriageReturn
    }
}
