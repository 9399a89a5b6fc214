import SchoonerTesting
import Testing

/// MIT 15.8, the optional line-translation of `tcp-server-connection-accept`, seen on the wire.
@Suite(.serialized, .timeLimit(.minutes(3))) struct SeedLineTranslationTests {
    /// A program that accepts one client with the given further arguments and reads `lines` lines, then writes `output`.
    private static func program(_ translation: String, _ body: String) throws -> SchemeProgram {
        try SchemeProgram(
            """
            (define server (loopback-server))
            (tell (tcp-server-socket-port server))
            (define client (tcp-server-connection-accept server #t #f \(translation)))
            (close-tcp-server-socket server)
            \(body)
            (close-port client)
            """)
    }

    /// What a client gets when the program writes with the translation.
    private static func written(_ translation: String, _ body: String) throws -> String {
        let program = try program(translation, body)
        let peer = try WirePeer(port: program.nextPort())
        let text = try peer.receiveAll()
        try program.expectEnd()
        return text
    }

    /// How the program reads what the client sends, as characters; byte by byte as well as at once.
    private static func read(
        _ translation: String, _ sent: String, byteByByte: Bool
    ) throws -> String {
        let program = try program(
            translation,
            """
            (tell (let loop ((read '()))
                    (let ((char (read-char client)))
                      (if (eof-object? char) (list->string (reverse read)) (loop (cons char read))))))
            """)
        let peer = try WirePeer(port: program.nextPort())
        if byteByByte { try peer.sendByteByByte(sent) } else { try peer.send(sent) }
        peer.finishSending()
        let text = try program.next()
        try program.expectEnd()
        return text
    }

    @Test(
        "unspecified or #f: lines end in CR-LF when writing",
        arguments: ["", "#f", "#!default", #""\r\n""#])
    func writesCRLF(translation: String) throws {
        let text = try Self.written(
            translation,
            #"""
            (write-string "one" client)
            (newline client)
            (write-char #\a client)
            (write-char #\newline client)
            (write-line 'two client)
            (write-string "three\nfour\n\n" client)
            (fresh-line client)
            (write-string "five" client)
            (fresh-line client)
            """#)
        #expect(text == "one\r\na\r\ntwo\r\nthree\r\nfour\r\n\r\nfive\r\n")
    }

    @Test(
        "unspecified or #f: lines end in CR-LF when reading; a lone CR and a lone LF",
        arguments: ["", "#f", "#!default", #""\r\n""#], [false, true])
    func readsCRLF(translation: String, byteByByte: Bool) throws {
        #expect(
            try Self.read(translation, "one\r\ntwo\r\n\r\nx\ry\nz\r\r\n\r", byteByByte: byteByByte)
                == #""one\ntwo\n\nx\ry\nz\r\n\r""#)
    }

    @Test("a program that spells out CR-LF does not send CR CR LF", arguments: ["", "#f", #""\r\n""#])
    func spelledOut(translation: String) throws {
        let text = try Self.written(
            translation,
            #"""
            (write-string "GET / HTTP/1.0\r\nHost: x\r\n\r\n" client)
            (write-string "split\r" client)
            (flush-output client)
            (newline client)
            (write-char #\return client)
            (write-char #\newline client)
            (write-char #\return client)
            (write-string "x\ny" client)
            """#)
        #expect(text == "GET / HTTP/1.0\r\nHost: x\r\n\r\nsplit\r\n\r\n\rx\r\ny")
    }

    @Test(
        "otherwise it is a string, the sequence that ends lines: when writing",
        arguments: [
            (#""\n""#, "a\nb\n\n"), (#""\r""#, "a\rb\r\r"), (#""\r\n""#, "a\r\nb\r\n\r\n"),
            (#""<>""#, "a<>b<><>"), (#""\r\n.\r\n""#, "a\r\n.\r\nb\r\n.\r\n\r\n.\r\n"), (#""é""#, "aébéé"),
            (#"(string #\|)"#, "a|b||"),
        ])
    func writesSequence(translation: String, expected: String) throws {
        let text = try Self.written(
            translation, #"(write-string "a" client) (newline client) (write-string "b\n\n" client)"#)
        #expect(text == expected)
    }

    @Test(
        "otherwise it is a string, the sequence that ends lines: when reading",
        arguments: [
            (#""\n""#, "a\r\nb\n\r", #""a\r\nb\n\r""#), (#""\r""#, "a\rb\r\nc\n", #""a\nb\n\nc\n""#),
            (#""\r\n""#, "a\r\nb\n\r", #""a\nb\n\r""#), (#""<>""#, "a<>b<<><", #""a\nb<\n<""#),
            (#""\r\n.\r\n""#, "a\r\nb\r\n.\r\n\r\n.\r", #""a\r\nb\n\r\n.\r""#), (#""é""#, "aéb", #""a\nb""#),
            (#""aab""#, "aaab-aaaab", #""a\n-aa\n""#),
        ], [false, true])
    func readsSequence(row: (translation: String, sent: String, expected: String), byteByByte: Bool) throws {
        #expect(try Self.read(row.translation, row.sent, byteByByte: byteByByte) == row.expected)
    }

    @Test("read-line ends at the sequence and keeps what looks like its beginning")
    func readsLines() throws {
        let program = try Self.program(
            #""\r--\r""#,
            """
            (tell (read-line client))
            (tell (read-line client))
            (tell (read-line client))
            (tell (eof-object? (read-line client)))
            """)
        let peer = try WirePeer(port: program.nextPort())
        try peer.sendByteByByte("first\r-line\r\r--\rsecond\r--\r")
        try program.expect(#""first\r-line\r""#)
        try program.expect(#""second""#)
        try peer.sendByteByByte("rest\r--")
        peer.finishSending()
        try program.expect(#""rest\r--""#)
        try program.expect("#t")
        try program.expectEnd()
    }

    @Test("a CR at the end of one packet and the LF at the beginning of the next are one line end")
    func acrossPackets() throws {
        let program = try Self.program(
            "",
            """
            (tell (read-char client))
            (tell (read-line client))
            (tell (read-char client))
            (tell (read-char client) (read-char client))
            """)
        let peer = try WirePeer(port: program.nextPort())
        try peer.send("ab\r")
        try program.expect(#"#\a"#)
        try peer.send("\nx\r")
        try program.expect(#""b""#)
        try program.expect(#"#\x"#)
        // Whether the CR stands alone shows only now. Arguments are evaluated right to left.
        try peer.send("y")
        try program.expect(#"#\y #\return"#)
        try program.expectEnd()
    }

    @Test(
        "anything else is of the wrong type, said before waiting",
        arguments: [
            #""""#, "'crlf", "13", #"#\newline"#, "#t", "'()", "(vector 13 10)", "(bytevector 13 10)", "(list 13)",
        ])
    func badValues(translation: String) throws {
        let told = try SchemeProgram.told(
            """
            (define server (loopback-server))
            (define bad \(translation))
            (tell (let ((answer (failure (lambda () (tcp-server-connection-accept server #t #f bad)) 'datum 'operand)))
                    (list (car answer) (eq? bad (list-ref answer 2)) (list-ref answer 3))))
            (close-tcp-server-socket server)
            """)
        #expect(told == "(wrong-type-argument #t 3)")
    }

    @Test("the translation of a port can be told and changed")
    func changed() throws {
        let program = try Self.program(
            "",
            #"""
            (newline client)
            (port/set-line-ending client 'lf)
            (newline client)
            (port/set-line-ending client "<>")
            (newline client)
            (port/set-line-ending client #f)
            (newline client)
            """#)
        let peer = try WirePeer(port: program.nextPort())
        #expect(try peer.receiveAll() == "\r\n\n<>\r\n")
        try program.expectEnd()
    }

    @Test("a client connection reads CR, LF and CR-LF as line ends and writes LF, unless a translation is given")
    func clients() throws {
        let listener = try WireListener()
        let program = try SchemeProgram(
            #"""
            (define (try . translation)
              (let ((client (apply open-tcp-stream-socket "127.0.0.1" port translation)))
                (write-string "a\n" client)
                (newline client)
                (flush-output client)
                (tell (read-string 100 client))
                (close-port client)))
            (try)
            (try 4096)
            (try #f #f)
            (try #!default "\r\n")
            (try 512 "<>")
            """#, port: listener.port)
        for (written, read) in [
            ("a\n\n", #""x\ny\nz\n""#), ("a\n\n", #""x\ny\nz\n""#), ("a\n\n", #""x\ny\nz\n""#),
            ("a\r\n\r\n", #""x\ry\nz\n""#), ("a<><>", #""x\ry\nz\r\n""#),
        ] {
            let peer = try listener.accept()
            #expect(try peer.receive(exactly: written.utf8.count) == written)
            try peer.send("x\ry\nz\r\n")
            peer.finishSending()
            try program.expect(read)
            #expect(try peer.receiveAll() == "")
        }
        try program.expectEnd()
    }

    @Test("bytes of characters come apart: UTF-8 across packets beside line ends")
    func charactersAcrossPackets() throws {
        #expect(try Self.read("", "é\r\nλ→😀\r\n", byteByByte: true) == #""é\nλ→😀\n""#)
        #expect(try Self.written("", #"(write-string "é\nλ→😀\n" client)"#) == "é\r\nλ→😀\r\n")
    }
}
