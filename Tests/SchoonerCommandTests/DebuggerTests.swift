import Foundation
import Testing

/// `(debug)`: the frames of a stopped computation, with places and parameters.
@Suite struct DebuggerTests {
    private func session(_ program: String, _ lines: String...) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).scm")
        try program.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let run = try CommandRun(
            ["--quiet"], input: "(load \"\(file.path)\")\n" + lines.joined(separator: "\n") + "\n")
        return run.output.replacingOccurrences(of: file.path, with: "FILE")
    }

    private static let program = """
        (define (inner x y)
          (let ((z (* x 2)))
            (+ z (car y))))
        (define (outer #!optional a . rest)
          (set! a (+ a 1))
          (list (inner a rest)))
        """

    @Test func framesShowPlacesAndParameters() throws {
        let text = try session(DebuggerTests.program, "(outer 7)", "(debug)", "u", "u", "q", "(display 'over)")
        #expect(text.contains("There are 2 subproblems on the stack.\n"))
        #expect(text.contains("In inner at FILE:3:10\n    (+ z (car y))))\n    x = 8\n    y = ()\n"))
        #expect(text.contains("In outer at FILE:6:9\n    (list (inner a rest)))\n    a = 8\n    rest = ()\n"))
        #expect(text.contains("Already at highest subproblem level."))
        #expect(text.contains("2 error> over"))
    }

    @Test func expressionsSeeTheParameters() throws {
        let text = try session(DebuggerTests.program, "(outer 7)", "(debug)", "e", "(* x 10)", "h", "q")
        #expect(text.contains(";Value: 80\n"))
        #expect(text.contains("   0  inner at FILE:3:10\n   1  outer at FILE:6:9\n"))
    }

    @Test func theProgramGoesOn() throws {
        let text = try session(
            DebuggerTests.program, "(display (outer 7))", "(debug)", "k", "2", "'(5)", "(display 'next)")
        #expect(text.hasSuffix("(21)next"))
    }

    @Test func anEmptyStackIsToldOf() throws {
        #expect(try session("", "(debug)", "(display 'next)").contains("There is nothing on the stack.\nnext"))
    }

    @Test func framesShowTheirVariables() throws {
        let text = try session(
            """
            (define (outer a)
              (define scale 10)
              (define (inner z) (+ scale (car z)))
              (let* ((b (+ a 1)) (a 'hidden))
                (set! b (+ b 1))
                (let loop ((i 0))
                  (if (< i 3)
                      (loop (+ i 1))
                      (list (inner (list a b)))))))
            """, "(list (outer 7))", "(debug)", "u", "v", "(list a b i)", "q")
        #expect(text.contains("    z = (hidden 9)\n    scale = 10\n"), "a variable of the procedure around it")
        #expect(text.contains("    i = 3\n    a = hidden\n    b = 9\n    inner = #[compound-procedure"))
        #expect(text.contains(";Value: (hidden 9 3)\n"))
    }
}
