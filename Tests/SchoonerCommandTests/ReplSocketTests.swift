import Foundation
import Testing

/// `--repl-socket`: the loop of a running program, for its user only.
@Suite struct ReplSocketTests {
    /// A process that offers its loop, with a variable to look at.
    private func server(at path: String) throws -> SchoonerProcess {
        let process = try SchoonerProcess([
            "--repl-socket", path, "--eval", "(define secret 41)", "(write-line 'ready)",
            "(let wait () (sleep-current-thread 1000) (wait))",
        ])
        #expect(try process.readLine() == "ready")
        return process
    }

    /// What the loop answers to the lines.
    private func ask(_ path: String, _ lines: String) throws -> String {
        let client = """
            (let ((port (open-unix-stream-socket \(String(reflecting: path)))))
              (write-string \(String(reflecting: lines)) port)
              (flush-output port)
              (close-output-port port)
              (let loop ((char (read-char port)))
                (if (char? char)
                    (begin (write-char char) (loop (read-char port))))))
            """
        return try CommandRun(["--eval", client]).output
    }

    @Test func itEvaluatesInTheProgram() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "s-\(UUID().uuidString.prefix(8))").path
        let process = try server(at: path)
        defer {
            process.stop()
            unlink(path)
        }
        let modes = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(modes == 0o700)
        let first = try ask(path, "(set! secret (+ secret 1))\n(car secret)\n(restart 2)\n'(7)\n")
        #expect(first.contains("1 ]=> "))
        #expect(first.contains(";The object 42, passed as the first argument to car, is not the correct type.\n"))
        #expect(first.contains("New argument: \n;Value: 7\n"))
        // The session is over; the program and its state are not.
        #expect(try ask(path, "secret\n").contains(";Value: 42\n"))
    }

    @Test func aPathLeftBehindIsTakenOver() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "s-\(UUID().uuidString.prefix(8))").path
        defer { unlink(path) }
        try server(at: path).stop()
        #expect(FileManager.default.fileExists(atPath: path))
        let second = try server(at: path)
        defer { second.stop() }
        #expect(try ask(path, "secret\n").contains(";Value: 41\n"))
    }
}
