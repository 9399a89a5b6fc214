import Foundation
import SchoonerTesting
import Testing

/// The built `schooner` as a process of its own.
final class SchoonerProcess {
    private let process: Process
    private let output = Pipe()
    private let errors = Pipe()
    private var pending: [UInt8] = []

    /// The examples of this package.
    static let examples = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Examples")
        .standardizedFileURL

    /// Starts `schooner` with the words; through a shell command in front of it, when one is given.
    init(_ words: [String], wrapper: [String] = []) throws {
        process = Process()
        let command = wrapper + [CommandRun.executable.path] + words
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
    }

    /// Starts an example on a free port, and gives the port that it tells.
    static func serve(_ example: String) throws -> (SchoonerProcess, UInt16) {
        let process = try SchoonerProcess([examples.appending(path: example).path, "0"])
        let line = try process.readLine()
        let port = line.split(separator: " ").last.flatMap { UInt16($0) }
        return (process, try #require(port, "no port in: \(line)"))
    }

    /// Starts a program given as a text, in a file that is removed at once when the process ends.
    static func running(_ text: String, arguments: [String] = [], wrapper: [String] = []) throws -> SchoonerProcess {
        try SchoonerProcess(
            ["--eval", "(begin \(text))", "--eval", "(exit 0)", "--args"] + arguments, wrapper: wrapper)
    }

    deinit { stop() }

    /// Ends the process, whatever it does.
    func stop() {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }

    /// The next line on standard output, without its end; gives up when nothing comes.
    func readLine() throws -> String {
        while true {
            if let end = pending.firstIndex(of: 10) {
                let line = String(decoding: pending[..<end], as: UTF8.self)
                pending.removeSubrange(...end)
                return line
            }
            let part = try read(output)
            if part.isEmpty {
                throw ProcessFailure("the process is over: \(String(decoding: try readAll(errors), as: UTF8.self))")
            }
            pending += part
        }
    }

    /// Waits for the end: the exit code, the rest of standard output, and standard error.
    func finish() throws -> (code: Int32, output: String, errors: String) {
        let rest = pending + (try readAll(output))
        let errors = try readAll(errors)
        process.waitUntilExit()
        return (
            process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            String(decoding: rest, as: UTF8.self), String(decoding: errors, as: UTF8.self)
        )
    }

    private func readAll(_ pipe: Pipe) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let part = try read(pipe)
            if part.isEmpty { return bytes }
            bytes += part
        }
    }

    /// What has come on a pipe; empty at its end.
    private func read(_ pipe: Pipe) throws -> [UInt8] {
        let descriptor = pipe.fileHandleForReading.fileDescriptor
        while true {
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let ready = poll(&request, 1, Int32(WirePeer.patience * 1000))
            if ready < 0 && errno == EINTR { continue }
            guard ready > 0 else { throw ProcessFailure("the process says nothing") }
            return [UInt8](pipe.fileHandleForReading.availableData)
        }
    }
}

struct ProcessFailure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// Programs that are not ours.
enum ForeignTool {
    /// The path of a program; nil when this machine lacks it.
    static func path(_ name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// A program that has been started.
    struct Running {
        fileprivate let process: Process
        fileprivate let output: Pipe

        /// Waits for the end: the exit code, and all output.
        func finish() throws -> (code: Int32, output: String) {
            let text = try output.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            return (process.terminationStatus, String(decoding: text, as: UTF8.self))
        }
    }

    /// Starts a program with an input.
    static func start(_ name: String, _ words: [String], input: String = "") throws -> Running {
        let process = Process()
        process.executableURL = URL(filePath: try #require(path(name), "\(name) is missing"))
        process.arguments = words
        let source = Pipe()
        let output = Pipe()
        process.standardInput = source
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        if !input.isEmpty { try source.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
        try source.fileHandleForWriting.close()
        return Running(process: process, output: output)
    }

    /// Runs a program with an input, and gives its exit code and its output.
    static func run(_ name: String, _ words: [String], input: String = "") throws -> (code: Int32, output: String) {
        try start(name, words, input: input).finish()
    }
}
