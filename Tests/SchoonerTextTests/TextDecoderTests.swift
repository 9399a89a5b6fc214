import SchoonerText
import Testing

/// Decodes `bytes` handed over in pieces of `sizes`, the last of which is repeated.
private func decode(_ bytes: [UInt8], _ coding: TextCoding, pieces sizes: [Int] = [.max]) -> [UInt32] {
    var decoder = TextDecoder(coding: coding)
    var scalars: [UInt32] = []
    var position = 0
    var turn = 0
    while position < bytes.count {
        var end = min(bytes.count - position, sizes[min(turn, sizes.count - 1)]) + position
        turn += 1
        while position < end {
            let step = bytes[position..<end].withUnsafeBufferPointer { decoder.decode($0) }
            switch step {
            case .scalar(let scalar, let consumed):
                scalars.append(scalar)
                position += consumed
            case .needsInput:
                position = end
            }
        }
        end = position
    }
    while let last = decoder.finish() { scalars.append(last) }
    return scalars
}

@Suite struct TextDecoderTests {
    @Test(
        arguments: [
            ("aé€😀", [0x61, 0xE9, 0x20AC, 0x1F600]),
            (
                "\u{0}\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}",
                [0, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF]
            ),
        ] as [(String, [UInt32])])
    func wellFormedUTF8(text: String, scalars: [UInt32]) {
        for size in 1...5 { #expect(decode(Array(text.utf8), .utf8, pieces: [size]) == scalars) }
    }

    /// Ill-formed UTF-8 as Swift's own decoder repairs it, which follows the maximal-subpart rule.
    @Test func illFormedUTF8IsRepairedByMaximalSubparts() {
        var generator = SeededGenerator(seed: 1)
        let interesting: [UInt8] = [
            0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xE2, 0xED, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
        ]
        for _ in 0..<5_000 {
            let bytes = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
                interesting.randomElement(using: &generator)!
            }
            let expected = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
            #expect(decode(bytes, .utf8) == expected, "\(bytes)")
            let sizes = [Int.random(in: 1...3, using: &generator), Int.random(in: 1...3, using: &generator)]
            #expect(decode(bytes, .utf8, pieces: sizes) == expected, "\(bytes) in pieces")
        }
    }

    @Test(
        arguments: [
            (TextCoding.utf16LittleEndian, [65, 0, 0x3D, 0xD8, 0, 0xDE], [0x41, 0x1F600]),
            (.utf16LittleEndian, [65, 0, 0, 0xD8, 65, 0, 0x3D, 0xD8, 0, 0xDE], [0x41, 0xFFFD, 0x41, 0x1F600]),
            (.utf16LittleEndian, [0, 0xD8, 0x3D, 0xD8, 0, 0xDE, 0, 0xDC], [0xFFFD, 0x1F600, 0xFFFD]),
            (.utf16LittleEndian, [65, 0, 65], [0x41, 0xFFFD]),
            (.utf16LittleEndian, [0x3D, 0xD8], [0xFFFD]),
            (.utf16BigEndian, [0, 65, 0xD8, 0x3D, 0xDE, 0], [0x41, 0x1F600]),
            (.utf32LittleEndian, [65, 0, 0, 0, 0, 0, 17, 0, 0], [0x41, 0xFFFD, 0xFFFD]),
            (.utf32BigEndian, [0, 1, 0xF6, 0, 0, 0, 0xD8, 0], [0x1F600, 0xFFFD]),
            (.latin1, [0x41, 0x80, 0xFF], [0x41, 0x80, 0xFF]),
            (.binary, [0x41, 0x80, 0xFF], [0x41, 0x80, 0xFF]),
            (.usASCII, [0x41, 0x80], [0x41, 0xFFFD]),
            (.windows1252, [0x41, 0x80, 0x81, 0x9F, 0xFF], [0x41, 0x20AC, 0xFFFD, 0x178, 0xFF]),
            (.utf8, [0xE2, 0x82], [0xFFFD]),
        ] as [(TextCoding, [UInt8], [UInt32])])
    func otherCodings(coding: TextCoding, bytes: [UInt8], scalars: [UInt32]) {
        for size in 1...4 { #expect(decode(bytes, coding, pieces: [size]) == scalars) }
    }

    @Test func runsOfInputAreDecodedIntoABuffer() {
        let bytes = Array("hello, wörld €".utf8)
        var decoder = TextDecoder(coding: .utf8)
        var output = [UInt32](repeating: 0, count: 9)
        let first = bytes.withUnsafeBufferPointer { input in
            output.withUnsafeMutableBufferPointer { decoder.decode(input, into: $0) }
        }
        #expect(first.consumed == 10 && first.produced == 9)
        #expect(output == Array("hello, wö".unicodeScalars.map(\.value)))
        let second = bytes[10..<(bytes.count - 1)].withUnsafeBufferPointer { input in
            output.withUnsafeMutableBufferPointer { decoder.decode(input, into: $0) }
        }
        #expect(second.produced == 4 && second.consumed == bytes.count - 11 && decoder.isPending)
        #expect(decoder.finish() == 0xFFFD)
        #expect(decoder.finish() == nil)
    }

    @Test func asciiRunsAreMeasured() {
        for length in 0...20 {
            let ascii = [UInt8](repeating: 0x61, count: length)
            for tail: [UInt8] in [[], [0x80], [0xFF, 0x61]] {
                (ascii + tail).withUnsafeBufferPointer {
                    #expect(ASCIIRun.length(in: $0) == length)
                    #expect(ASCIIRun.lineLength(in: $0) == length)
                }
            }
            (ascii + [0x0A, 0x61]).withUnsafeBufferPointer { #expect(ASCIIRun.lineLength(in: $0) == length) }
            (ascii + [0x0D]).withUnsafeBufferPointer { #expect(ASCIIRun.lineLength(in: $0) == length) }
        }
    }
}

@Suite struct TextEncoderTests {
    private func encode(_ scalar: UInt32, _ coding: TextCoding) -> [UInt8] {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: TextEncoder.maximumLength) { buffer in
            Array(buffer[..<TextEncoder.encode(scalar, as: coding, into: buffer.baseAddress!)])
        }
    }

    /// The bytes MIT 12.1 writes for "aé€😀", and none where the coding has no such character.
    @Test(
        arguments: [
            (TextCoding.utf8, [[97], [195, 169], [226, 130, 172], [240, 159, 152, 128]]),
            (.utf16LittleEndian, [[97, 0], [233, 0], [172, 32], [61, 216, 0, 222]]),
            (.utf16BigEndian, [[0, 97], [0, 233], [32, 172], [216, 61, 222, 0]]),
            (.utf32LittleEndian, [[97, 0, 0, 0], [233, 0, 0, 0], [172, 32, 0, 0], [0, 246, 1, 0]]),
            (.utf32BigEndian, [[0, 0, 0, 97], [0, 0, 0, 233], [0, 0, 32, 172], [0, 1, 246, 0]]),
            (.latin1, [[97], [233], [], []]),
            (.binary, [[97], [233], [], []]),
            (.usASCII, [[97], [], [], []]),
            (.windows1252, [[97], [233], [128], []]),
        ] as [(TextCoding, [[UInt8]])])
    func samples(coding: TextCoding, bytes: [[UInt8]]) {
        #expect([0x61, 0xE9, 0x20AC, 0x1F600].map { encode($0, coding) } == bytes)
    }

    @Test(arguments: TextCoding.allCases) func everythingEncodedIsDecoded(coding: TextCoding) {
        for scalar in Array(0...0x3000) + Array(stride(from: 0x3001, through: 0x11_0010, by: 97)) as [UInt32] {
            let bytes = encode(scalar, coding)
            guard !bytes.isEmpty else { continue }
            var decoder = TextDecoder(coding: coding)
            let step = bytes.withUnsafeBufferPointer { decoder.decode($0) }
            if step != .scalar(scalar, consumed: bytes.count) {
                Issue.record("U+\(String(scalar, radix: 16)): \(step)")
            }
        }
        #expect(encode(0xD800, coding).isEmpty && encode(0x11_0000, coding).isEmpty)
    }

    @Test func codingsAreNamed() {
        for coding in TextCoding.allCases { #expect(TextCoding(name: coding.name) == coding) }
        #expect(TextCoding(name: "text") == .utf8)
        #expect(TextCoding(name: "utf-16") == .utf16LittleEndian)
        #expect(TextCoding(name: "latin1") == .latin1)
        #expect(TextCoding(name: "utf8") == nil)
    }
}
