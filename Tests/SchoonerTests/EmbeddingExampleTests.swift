import Foundation
import Testing

/// The example in Examples/Embedding, which the README shows.
@Suite struct EmbeddingExampleTests {
    private static var executable: URL {
        #if os(macOS)
            for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
                return bundle.bundleURL.deletingLastPathComponent().appendingPathComponent("EmbeddingExample")
            }
        #endif
        return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("EmbeddingExample")
    }

    @Test func itPrintsWhatItPromises() throws {
        let process = Process()
        let output = Pipe()
        process.executableURL = EmbeddingExampleTests.executable
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(
            text == """
                "Hello, WORLD!"
                (1 4 9)
                The object 5, passed as the second argument to vector-ref, is not in the correct range.

                """)
        #expect(process.terminationStatus == 0)
    }

    @Test func theReadmeShowsIt() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
        let source = try String(
            contentsOf: root.appendingPathComponent("Examples/Embedding/Sources/Embedding/main.swift"), encoding: .utf8)
        #expect(readme.contains("```swift\n" + source + "```"))
    }
}
