import SchoonerText
import Testing

private func read(_ text: String, _ ending: LineEnding) -> String {
    var translator = InputLineTranslator(ending)
    var output = String.UnicodeScalarView()
    func append(_ scalar: UInt32) { output.append(Unicode.Scalar(scalar)!) }
    for scalar in text.unicodeScalars {
        if translator.passesThrough(scalar.value) {
            var copy = translator
            #expect(copy.offer(scalar.value) == .deliver(scalar.value))
        }
        offering: while true {
            switch translator.offer(scalar.value) {
            case .deliver(let delivered):
                append(delivered)
                break offering
            case .deliverAndOfferAgain(let delivered): append(delivered)
            case .absorbed: break offering
            }
        }
    }
    while let last = translator.finish() { append(last) }
    #expect(!translator.isPending)
    return String(output)
}

private func write(_ text: String, _ ending: LineEnding) -> String {
    var translator = OutputLineTranslator(ending)
    var output = String.UnicodeScalarView()
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: translator.maximumExpansion) { buffer in
        for scalar in text.unicodeScalars {
            let count = translator.translate(scalar.value, into: buffer.baseAddress!)
            for index in 0..<count { output.append(Unicode.Scalar(buffer[index])!) }
        }
    }
    return String(output)
}

private func ending(_ sequence: String) -> LineEnding? { LineEnding(sequence: sequence.unicodeScalars.map(\.value)) }

/// Swift compares "\r\n" as one character; these compare scalars.
private func same(_ left: String, _ right: String) -> Bool { Array(left.utf8) == Array(right.utf8) }

@Suite struct LineTranslationTests {
    /// The table of MIT's modes; the read column as MIT 12.1 read these bytes.
    @Test(arguments: [
        (LineEnding.text, "\r\n\rA\n\r\r\n\r", "\n\nA\n\n\n\n"),
        (.http, "\r\n\rA\n\r\r\n\r", "\n\nA\n\n\n\n"),
        (.xml10, "\r\n\rA\u{85}\r\u{85}\u{2028}\r\u{2028}\n", "\n\nA\u{85}\n\u{85}\u{2028}\n\u{2028}\n"),
        (.xml11, "\r\n\rA\u{85}\r\u{85}\u{2028}\r\u{2028}\n", "\n\nA\n\n\n\n\n\n"),
        (.lf, "\r\n\rA\n\r\r\n\r", "\r\n\rA\n\r\r\n\r"),
        (.newline, "\r\n\rA\n", "\r\n\rA\n"),
        (.binary, "\r\n\rA\n", "\r\n\rA\n"),
        (.crlf, "\r\n\rA\n\r\r\n\r", "\n\rA\n\r\n\r"),
        (.seedCRLF, "\r\n\rA\n\r\r\n\r", "\n\rA\n\r\n\r"),
        (.cr, "\r\n\rA\n\r\r\n\r", "\n\n\nA\n\n\n\n\n"),
    ])
    func reading(mode: LineEnding, bytes: String, characters: String) {
        #expect(same(read(bytes, mode), characters))
    }

    /// What MIT 12.1 writes; the seed's rule differs in not sending CR CR LF.
    @Test(arguments: [
        (LineEnding.text, "a\nb\r\nc\rd"),
        (.xml11, "a\nb\r\nc\rd"),
        (.lf, "a\nb\r\nc\rd"),
        (.crlf, "a\r\nb\r\r\nc\rd"),
        (.cr, "a\rb\r\rc\rd"),
        (.seedCRLF, "a\r\nb\r\nc\rd"),
    ])
    func writing(mode: LineEnding, bytes: String) { #expect(same(write("a\nb\r\nc\rd", mode), bytes)) }

    @Test func theSeedRuleRemembersOneReturnOnly() {
        #expect(same(write("\r\n\n\r\r\n\ra\n", .seedCRLF), "\r\n\r\n\r\r\n\ra\r\n"))
        var translator = OutputLineTranslator(.seedCRLF)
        var buffer: [UInt32] = [0, 0]
        translator.didWriteDirectly(last: 0x0D)
        #expect(translator.translate(0x0A, into: &buffer) == 1)
        translator.didWriteDirectly(last: 0x61)
        #expect(translator.translate(0x0A, into: &buffer) == 2)
    }

    @Test func stringsGiveModes() {
        #expect(ending("") == nil)
        #expect(ending("\n") == .lf)
        #expect(ending("\r") == .cr)
        #expect(ending("\r\n") == .seedCRLF)
        #expect(ending("|") == .custom([0x7C]))
        for name in ["text", "http", "xml-1.0", "xml-1.1", "lf", "newline", "binary", "crlf", "cr"] {
            #expect(LineEnding(name: name)?.name == name)
        }
        #expect(LineEnding(name: "host") == nil)
    }

    @Test(arguments: [
        ("|", "a|b||c\n", "a\nb\n\nc\n"),
        ("--", "a-b--c---d----", "a-b\nc\n-d\n\n"),
        ("abab", "ababab aababx abaabab", "\nab a\nx aba\n"),
        ("aab", "aaab aaaab aa", "a\n aa\n aa"),
        ("\n\r", "a\n\rb\nc\n", "a\nb\nc\n"),
        ("λ;", "λλ;x", "λ\nx"),
    ])
    func anySequence(sequence: String, bytes: String, characters: String) throws {
        #expect(same(read(bytes, try #require(ending(sequence))), characters))
    }

    /// Reading any sequence is replacing its occurrences from the left.
    @Test func readingASequenceIsReplacingIt() throws {
        var generator = SeededGenerator(seed: 2)
        func word(_ lengths: ClosedRange<Int>) -> [UInt32] {
            (0..<Int.random(in: lengths, using: &generator)).map { _ in
                UInt32.random(in: 0x61...0x62, using: &generator)
            }
        }
        for _ in 0..<3_000 {
            let sequence = word(1...5)
            let input = word(0...24)
            var expected: [UInt32] = []
            var index = 0
            while index < input.count {
                if input[index...].starts(with: sequence) {
                    expected.append(0x0A)
                    index += sequence.count
                } else {
                    expected.append(input[index])
                    index += 1
                }
            }
            let text = String(String.UnicodeScalarView(input.map { Unicode.Scalar($0)! }))
            let result = read(text, try #require(LineEnding(sequence: sequence))).unicodeScalars.map(\.value)
            #expect(result == expected, "\(sequence) in \(input)")
        }
    }

    @Test func aReturnIsPendingOnlyWhereItMayBeHalfAnEnding() {
        var strict = InputLineTranslator(.seedCRLF)
        #expect(strict.offer(0x0D) == .absorbed)
        #expect(strict.isPending)
        #expect(strict.offer(0x61) == .deliverAndOfferAgain(0x0D))
        #expect(strict.offer(0x61) == .deliver(0x61))
        var text = InputLineTranslator(.text)
        #expect(text.offer(0x0D) == .deliver(0x0A))
        #expect(!text.isPending)
        #expect(text.offer(0x0A) == .absorbed)
        #expect(text.finish() == nil)
    }
}
