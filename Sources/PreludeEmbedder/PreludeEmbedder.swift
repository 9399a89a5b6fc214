#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes a Swift file that holds texts in Scheme.
///
/// Usage: `PreludeEmbedder prelude FOLDER OUTPUT.swift` for the files named in the folder's `order.txt`, in that order;
/// `PreludeEmbedder libraries FOLDER OUTPUT.swift PATH …` for files by their paths below the folder.
@main
enum PreludeEmbedder {
    static func main() throws {
        let words = CommandLine.arguments
        let swift =
            words[1] == "prelude" ? try prelude(in: words[2]) : try libraries(in: words[2], Array(words.dropFirst(4)))
        try swift.write(toFile: words[3], atomically: true, encoding: .utf8)
    }

    private static func prelude(in folder: String) throws -> String {
        let order = try read(folder + "/order.txt")
        var swift = "// Generated from the files in Prelude/; do not edit.\n\nenum EmbeddedPrelude {\n"
        swift += "    static var files: [(name: StaticString, text: StaticString)] {\n        [\n"
        var fingerprint: UInt64 = 0xcbf2_9ce4_8422_2325
        for name in order.split(separator: "\n") {
            let text = try read(folder + "/" + name)
            swift += "            (\n                \"\(name)\",\n                \(literal(text))),\n"
            // FNV-1a: a number that changes with every byte.
            for byte in text.utf8 { fingerprint = (fingerprint ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        return swift + "        ]\n    }\n\n    static let fingerprint: UInt64 = \(fingerprint)\n}\n"
    }

    private static func libraries(in folder: String, _ paths: [String]) throws -> String {
        var swift = "// Generated from the files in Libraries/; do not edit.\n\nenum EmbeddedLibraries {\n"
        swift += "    static let paths: [String] = [\n"
        for path in paths { swift += "        \"\(path)\",\n" }
        swift += "    ]\n\n    static func text(of path: String) -> StaticString? {\n        switch path {\n"
        for path in paths {
            let text = try read(folder + "/" + path)
            swift += "        case \"\(path)\":\n            return \(literal(text))\n"
        }
        return swift + "        default: return nil\n        }\n    }\n}\n"
    }

    private static func read(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
    }

    private static func literal(_ text: String) -> String { "####\"\"\"\n\(text)\n\"\"\"####" }
}
