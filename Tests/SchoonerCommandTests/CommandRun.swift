import Foundation
import Testing

/// One run of the built executable.
struct CommandRun {
    let output: String
    let errors: String
    let code: Int32

    /// The executable beside the test bundle.
    static var executable: URL {
        #if os(macOS)
            for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
                return bundle.bundleURL.deletingLastPathComponent().appendingPathComponent("schooner")
            }
        #endif
        return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("schooner")
    }

    /// - Parameters:
    ///   - input: what the command reads; nothing by default.
    ///   - interrupts: whether to send SIGINT as soon as the command has written something.
    ///   - environment: environment variables besides the test's own.
    init(
        _ arguments: [String], input: String = "", interrupts: Bool = false, environment: [String: String] = [:]
    ) throws {
        let process = Process()
        process.executableURL = CommandRun.executable
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let (inward, outward, complaints) = (Pipe(), Pipe(), Pipe())
        process.standardInput = inward
        process.standardOutput = outward
        process.standardError = complaints
        try process.run()
        try inward.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try inward.fileHandleForWriting.close()
        var output = Data()
        if interrupts {
            output += outward.fileHandleForReading.availableData
            process.interrupt()
        }
        output += outward.fileHandleForReading.readDataToEndOfFile()
        let errors = complaints.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        self.output = String(decoding: output, as: UTF8.self)
        self.errors = String(decoding: errors, as: UTF8.self)
        code = process.terminationStatus
    }

    /// Runs a program kept in a temporary file; its name in reports is `FILE`.
    static func program(
        _ text: String, options: [String] = [], arguments: [String] = [], input: String = "",
        environment: [String: String] = [:]
    ) throws -> CommandRun {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).scm")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try CommandRun(options + [file.path] + arguments, input: input, environment: environment)
            .renaming(file.path, "FILE")
    }

    private func renaming(_ path: String, _ name: String) -> CommandRun {
        CommandRun(
            output: output.replacingOccurrences(of: path, with: name),
            errors: errors.replacingOccurrences(of: path, with: name), code: code)
    }

    private init(output: String, errors: String, code: Int32) {
        self.output = output
        self.errors = errors
        self.code = code
    }
}
