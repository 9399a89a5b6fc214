#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes a Swift file that holds the texts named in a folder's `order.txt`, in that order.
///
/// Usage: `PreludeEmbedder FOLDER OUTPUT.swift`
@main
enum PreludeEmbedder {
    static func main() throws {
        let folder = CommandLine.arguments[1]
        let output = CommandLine.arguments[2]
        let order = try String(contentsOfFile: folder + "/order.txt", encoding: .utf8)
        var swift = "// Generated from the files in Prelude/; do not edit.\n\nenum PreludeSources {\n"
        swift += "    static var files: [(name: StaticString, text: StaticString)] {\n        [\n"
        for name in order.split(separator: "\n") {
            let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            swift += "            (\n                \"\(name)\",\n                ####\"\"\"\n\(text)\n\"\"\"####),\n"
        }
        swift += "        ]\n    }\n}\n"
        try swift.write(toFile: output, atomically: true, encoding: .utf8)
    }
}
