import Foundation
import Testing

/// The console at a terminal: lines are edited by a library found at run time.
@Suite final class LineEditingTests {
    /// Those that this machine has.
    static let libraries = ["libedit.so.2", "libreadline.so.8", "/usr/lib/libedit.3.dylib"].filter(TerminalSession.has)
    static let missing: Comment = "neither libedit (package libedit2) nor readline is on this machine"

    private let home: URL

    init() throws {
        home = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: home) }

    private func session(_ library: String, _ words: [String] = []) throws -> TerminalSession {
        let session = try TerminalSession(words, library: library, home: home)
        try session.expect("1 ]=> ")
        return session
    }

    @Test(.enabled(if: !libraries.isEmpty, missing), arguments: libraries)
    func keysChangeTheLine(_ library: String) throws {
        let session = try session(library)
        // Rubout; to the beginning; to the left and delete.
        try session.enter("(list 1 3\u{7F}2)", expecting: ";Value: (1 2)")
        try session.expect("1 ]=> ")
        try session.enter("1 2)\u{01}(list ", expecting: ";Value: (1 2)")
        try session.expect("1 ]=> ")
        try session.enter("'(a xb)\u{1B}[D\u{1B}[D\u{08}", expecting: ";Value: (a b)")
        try session.expect("1 ]=> ")
        try session.enter("(string-length \"grüß λ\")", expecting: ";Value: 6")
    }

    @Test(.enabled(if: !libraries.isEmpty, missing), arguments: libraries)
    func theTranscriptIsThatOfAPlainTerminal(_ library: String) throws {
        for library in [library, "none"] {
            let session = try session(library)
            let text = try session.enter("(display \"a\") (+ 1 1)", expecting: ";Value: 2\r\n\r\n1 ]=> ")
            #expect(
                text
                    == "(display \"a\") (+ 1 1)\na\n;Unspecified return value\n\n1 ]=> \n;Value: 2\n\n1 ]=> ")
        }
    }

    @Test(.enabled(if: !libraries.isEmpty, missing), arguments: libraries)
    func aFormOverSeveralLinesComesBackWhole(_ library: String) throws {
        let first = try session(library)
        first.type("(list 'x\n")
        try first.enter("      \"\\\\\")", expecting: ";Value: (x \"\\\\\")")
        try first.expect("1 ]=> ")
        try first.enter("(+ 1 1)", expecting: ";Value: 2")
        try first.expect("1 ]=> ")
        try first.enter("\u{1B}[A\u{1B}[A", expecting: ";Value: (x \"\\\\\")")
        try first.expect("1 ]=> ")
        first.type("(exit 7)\n")
        #expect(try first.end() == 7)

        // In another session as well; nobody else may read the file.
        let file = home.appending(path: ".schooner_history").path
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let second = try session(library)
        try second.enter("\u{1B}[A\u{1B}[A", expecting: ";Value: (x \"\\\\\")")
    }

    @Test(.enabled(if: !libraries.isEmpty, missing), arguments: libraries)
    func tabCompletesNames(_ library: String) throws {
        let session = try session(library)
        try session.enter("(define my-own-variable 5)", expecting: ";Value: my-own-variable")
        try session.expect("1 ]=> ")
        try session.enter("(list my-ow\t)", expecting: ";Value: (5)")
        try session.expect("1 ]=> ")
        session.type("(vector-bin\t")
        try session.expect("ary-search")
    }

    @Test(.enabled(if: !libraries.isEmpty, missing), arguments: libraries)
    func interruptsDropTheLine(_ library: String) throws {
        let session = try session(library)
        session.type("(list 1\n")
        session.type("2 ")
        try session.expect("2")
        session.type("\u{03}")
        try session.expect(";Quit!")
        try session.expect("1 ]=> ")
        try session.enter("(list 3)", expecting: ";Value: (3)")
        try session.expect("1 ]=> ")
        // And a computation, during which the terminal is as it was.
        try session.enter("(begin (display 'on) (let loop () (loop)))", expecting: "on")
        try session.expect("on")
        session.type("\u{03}")
        try session.expect(";Quit!")
        try session.expect("1 ]=> ")
        // An empty line and the end of the input.
        session.type("\u{04}")
        #expect(try session.end() == 0)
    }

    @Test(.enabled(if: !libraries.isEmpty, missing), arguments: libraries)
    func otherThreadsRunWhileALineIsTyped(_ library: String) throws {
        let session = try session(library)
        try session.enter("(define queue (make-thread-queue))", expecting: ";Value: queue")
        try session.expect("1 ]=> ")
        try session.enter(
            """
            (detach-thread (create-thread #f (lambda () (sleep-current-thread 300) (write-line (* 111 111)))))
            """, expecting: "1 ]=> ")
        session.type("(list 1")
        try session.expect("12321")
        // The line stands below what was written.
        try session.expect("1 ]=> (list 1")
        try session.enter(" 2)", expecting: ";Value: (1 2)")
    }

    @Test(.enabled(if: !libraries.isEmpty, missing), arguments: libraries)
    func programsReadFromTheTerminalAsItIs(_ library: String) throws {
        let session = try session(library)
        try session.enter("(begin (display 'n) (list 'got (read-line)))", expecting: "\r\nn")
        #expect(session.isInLineMode)
        try session.enter("some text", expecting: ";Value: (got \"some text\")")
        try session.expect("1 ]=> ")
        // Nothing is left of the line with the form itself.
        session.type("(list 'got (read-line))\n")
        try session.enter("more", expecting: ";Value: (got \"more\")")
    }

    @Test(.enabled(if: !libraries.isEmpty, missing), arguments: libraries)
    func theTerminalIsRestored(_ library: String) throws {
        for signal in [SIGTERM, SIGHUP, SIGABRT] {
            let session = try session(library)
            session.type("(vector-bin\t")
            try session.expect("ary-search")
            #expect(!session.isInLineMode)
            session.send(signal)
            #expect(try session.end() == 128 + signal)
            #expect(session.isInLineMode)
        }
    }

    @Test(.enabled(if: !libraries.isEmpty, missing), arguments: libraries)
    func proceduresTypedKnowTheirPlaces(_ library: String) throws {
        let session = try session(library)
        session.type("(define (f x)\n")
        try session.enter("  (+ 1 (car x)))", expecting: "1 ]=> ")
        let text = try session.enter("(+ 1 (f 5))", expecting: "2 error> ")
        #expect(text.contains("\n;  in f at console:2:8\n"))
    }

    @Test func withoutALibraryInputIsPlain() throws {
        for variables in [["SCHOONER_LINE_EDITOR": "libnothing.so.0"], ["TERM": "dumb"], ["INSIDE_EMACS": "29"]] {
            let session = try TerminalSession(library: "", home: home, environment: variables)
            try session.expect("1 ]=> ")
            #expect(session.isInLineMode)
            session.type("(list 1\n")
            try session.enter("2)", expecting: ";Value: (1 2)")
            try session.expect("1 ]=> ")
            session.type("(list 3\n")
            session.type("\u{03}")
            try session.expect(";Quit!")
            try session.expect("1 ]=> ")
            try session.enter("(list 4)", expecting: ";Value: (4)")
            try session.expect("1 ]=> ")
            session.type("\u{04}")
            #expect(try session.end() == 0)
        }
        #expect(!FileManager.default.fileExists(atPath: home.appending(path: ".schooner_history").path))
    }
}
