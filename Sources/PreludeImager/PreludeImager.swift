import SchoonerRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Loads the prelude and writes its image as a Swift file.
///
/// Usage: `PreludeImager FOLDER OUTPUT.swift` for the files named in the folder's `order.txt`; without an output, it prints
/// what the image consists of.
@main
enum PreludeImager {
    static func main() throws {
        let words = CommandLine.arguments
        let files = try prelude(in: words[1])
        let sources = SchemeSources(
            prelude: { files }, preludeFingerprint: SchemeSources.fingerprint(of: files.flatMap(\.text)),
            libraryPaths: [],
            libraryText: { _ in nil }, image: nil)
        let scheme = Interpreter(heapLimit: 1 << 30, stressed: false, sources: sources)
        let silence = ConsoleDevices.Output.receiver { _ in }
        scheme.boot(devices: ConsoleDevices(input: -1, output: silence, errors: silence))
        var writer = PreludeImageWriter(scheme)
        let image = try writer.image()
        if words.count > 2 {
            try swift(image).write(toFile: words[2], atomically: true, encoding: .utf8)
        } else {
            print("\(image.count) bytes")
            for (type, words) in writer.census.sorted(by: { $0.value > $1.value }) { print("\(words) words: \(type)") }
        }
    }

    private static func prelude(in folder: String) throws -> [(name: String, text: [UInt8])] {
        try read(folder + "/order.txt").split(separator: "\n").map { name in
            (name: String(name), text: Array(try read(folder + "/" + name).utf8))
        }
    }

    private static func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    private static func swift(_ image: [UInt8]) -> String {
        var text: [UInt8] = Array("// Generated from the loaded prelude; do not edit.\n\nenum EmbeddedImage {\n".utf8)
        text += Array("    static var text: StaticString {\n        \"\"\"\n".utf8)
        for (index, byte) in image.enumerated() {
            if index > 0, index % 200 == 0 { text += Array("\\\n".utf8) }
            // A quotation mark, a backslash, and what is no visible character.
            if byte <= 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
                text += Array("\\u{\(String(byte, radix: 16))}".utf8)
            } else {
                text.append(byte)
            }
        }
        text += Array("\n\"\"\"\n    }\n}\n".utf8)
        return String(decoding: text, as: UTF8.self)
    }
}
