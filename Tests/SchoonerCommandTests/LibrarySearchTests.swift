import Foundation
import Testing

/// Where the command finds libraries, and what it says of those it does not find.
@Suite struct LibrarySearchTests {
    /// A folder with a library `(greetings)` that greets in the given words.
    private func folder(greeting: String) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try """
        (define-library (greetings)
          (export greet)
          (import (scheme base))
          (begin (define (greet) "\(greeting)")))
        """.write(to: folder.appending(path: "greetings.sld"), atomically: true, encoding: .utf8)
        return folder
    }

    private let program = "(import (scheme base) (scheme write) (greetings)) (display (greet))"

    @Test func besideTheProgram() throws {
        let folder = try folder(greeting: "from beside")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "program.scm")
        try program.write(to: file, atomically: true, encoding: .utf8)
        #expect(try CommandRun([file.path]).output == "from beside")
        let prepended = try self.folder(greeting: "from -I")
        defer { try? FileManager.default.removeItem(at: prepended) }
        #expect(try CommandRun(["-I", prepended.path, file.path]).output == "from -I")
        #expect(try CommandRun(["-A", prepended.path, file.path]).output == "from beside")
    }

    @Test func inTheFoldersOfTheCommand() throws {
        let (first, second) = (try folder(greeting: "first"), try folder(greeting: "second"))
        defer {
            try? FileManager.default.removeItem(at: first)
            try? FileManager.default.removeItem(at: second)
        }
        #expect(try CommandRun.program(program, options: ["-I", first.path, "-I", second.path]).output == "first")
        #expect(try CommandRun.program(program, options: ["-A", second.path]).output == "second")
        let run = try CommandRun.program(
            program, environment: ["SCHOONER_PATH": "/nonexistent:\(second.path):\(first.path)"])
        #expect(run.output == "second")
    }

    @Test func anUnknownLibraryIsToldWithItsPlace() throws {
        let run = try CommandRun.program("\n  (import (no such one))")
        #expect(run.code == 14)
        #expect(run.errors.hasPrefix(";Unknown library: (no such one)\n;  at "))
        #expect(run.errors.contains(":2:3\n"))
    }

    @Test func aFaultInALibraryIsToldWithItsPlace() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try """
        (define-library (faulty)
          (export f)
          (import (scheme base))
          (begin
            (define (f x)
              (vector-ref x 0))
            (define-syntax g
              (syntax-rules () ((_ x) x)))
            (define y (f 5))))
        """.write(to: folder.appending(path: "faulty.sld"), atomically: true, encoding: .utf8)
        let run = try CommandRun.program("(import (faulty))", options: ["-I", folder.path])
        #expect(run.errors.contains("faulty.sld:6:7"))
        #expect(run.errors.contains("faulty.sld:9:15"))
    }

    @Test func aProgramOnStandardInputIsOneOfR7RSToo() throws {
        let run = try CommandRun(["-"], input: "(import (scheme base) (scheme write)) (write 'CamelCase) (exit)")
        #expect(run.output == "CamelCase")
        #expect(run.errors.hasPrefix(";Unbound variable: exit"))
    }
}
