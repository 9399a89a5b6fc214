import Testing

/// Ports over strings, bytevectors and files, and what can be asked of ports.
@Suite struct MemoryPortTests {
    private static let expressions: [(String, String)] = [
        (
            "(let ((p (open-input-string \"one\\ntwo\\n\\nλast\"))) (in-order (read-line p) (read-line p) (read-line p) (read-line p) (read-line p)))",
            "(\"one\" \"two\" \"\" \"λast\" #!eof)"
        ),
        (
            "(let ((p (open-input-string \"abc\"))) (let* ((a (read-char p)) (b (begin (unread-char a p) (peek-char p)))) (list a b (read-line p))))",
            "(#\\a #\\a \"abc\")"
        ),
        ("(read-string 3 (open-input-string \"hello\"))", "\"hel\""),
        ("(read-string 0 (open-input-string \"\"))", "\"\""),
        ("(read-string 5 (open-input-string \"\"))", "#!eof"),
        ("(read-string 9 (open-input-string \"λμν\"))", "\"λμν\""),
        (
            "(let ((s (make-string 3 #\\-))) (in-order (read-string! s (open-input-string \"abcdef\")) s))",
            "(3 \"abc\")"
        ),
        (
            "(let ((p (open-input-string \"a;b\"))) (in-order (read-delimited-string '(#\\;) p) (read-char p) (read-delimited-string '(#\\;) p)))",
            "(\"a\" #\\; \"b\")"
        ),
        (
            "(let ((p (open-input-string \"(1 . 2)x \\\"s\\\" #\\\\a\"))) (in-order (read p) (read p) (read p) (read p) (read p)))",
            "((1 . 2) x \"s\" #\\a #!eof)"
        ),
        (
            "(let ((p (open-output-string))) (write 'a p) (write \"b\" p) (display \"c\" p) (newline p) (fresh-line p) (write-u8-free 7 p) (get-output-string p))",
            "\"a\\\"b\\\"c\\n7\""
        ),
        (
            "(let ((p (open-output-string))) (write-string \"abcdef\" p 2 4) (write-char #\\λ p) (get-output-string p))",
            "\"cdλ\""
        ),
        ("(let ((p (open-output-string))) (write-line '(1 \"x\") p) (get-output-string p))", "\"(1 \\\"x\\\")\\n\""),
        ("(call-with-output-string (lambda (p) (write-shared (let ((x (list 1))) (list x x)) p)))", "\"(#0=(1) #0#)\""),
        ("(with-output-to-string (lambda () (display \"hi\") (write 'there)))", "\"hithere\""),
        ("(with-input-from-string \"1 2\" (lambda () (let* ((a (read)) (b (read))) (list a b))))", "(1 2)"),
        (
            "(let ((p (open-output-string))) (in-order (call-with-truncated-output-port 5 p (lambda (q) (write-string \"abc\" q) (write-string \"defg\" q) 'no)) (get-output-string p)))",
            "(#t \"abcde\")"
        ),
        (
            "(let ((p (open-output-string))) (in-order (call-with-truncated-output-port 5 p (lambda (q) (write-string \"abcde\" q))) (get-output-string p)))",
            "(#f \"abcde\")"
        ),
        (
            "(let ((p (open-input-bytevector (bytevector 1 2 3 4)))) (let* ((a (read-u8 p)) (b (peek-u8 p)) (c (read-bytevector 2 p)) (d (read-bytevector 5 p))) (list a b c d (read-u8 p) (u8-ready? p))))",
            "(1 2 #u8(2 3) #u8(4) #!eof #t)"
        ),
        (
            "(let* ((b (make-bytevector 4 0)) (n (read-bytevector! b (open-input-bytevector (bytevector 7 8)) 1))) (list n b))",
            "(2 #u8(0 7 8 0))"
        ),
        (
            "(let ((p (open-output-bytevector))) (write-u8 1 p) (write-bytevector (bytevector 2 3 4) p 1) (get-output-bytevector p))",
            "#u8(1 3 4)"
        ),
        (
            "(map (lambda (p) (in-order (input-port? p) (output-port? p) (textual-port? p) (binary-port? p))) (list (open-input-string \"\") (open-output-bytevector) 5))",
            "((#t #f #t #f) (#f #t #f #t) (#f #f #f #f))"
        ),
        (
            "(let ((p (open-input-string \"abc\"))) (close-port p) (close-port p) (in-order (input-port-open? p) (report (lambda () (read-char p)))))",
            "(#f \"The object #[textual-input-port 12 from string], passed as an argument to read-char, is not in the correct range.\")"
        ),
        ("(let ((p (open-output-string))) (write-string \"abc\" p) (close-port p) (get-output-string p))", "\"abc\""),
        ("(call-with-port (open-input-string \"abc\") read-char)", "#\\a"),
        (
            "(let ((p (open-input-string \"a\\r\\nb\\rc\\nd\"))) (port/set-line-ending p 'text) (read-string 20 p))",
            "\"a\\nb\\nc\\nd\""
        ),
        (
            "(let ((p (open-output-string))) (port/set-line-ending p 'crlf) (write-string \"a\\r\\nb\\n\" p) (get-output-string p))",
            "\"a\\r\\r\\nb\\r\\n\""
        ),
        (
            "(let ((p (open-output-string))) (port/set-line-ending p #f) (write-string \"a\\r\\nb\\n\" p) (in-order (port/line-ending p) (get-output-string p)))",
            "(\"\\r\\n\" \"a\\r\\nb\\r\\n\")"
        ),
        ("(let ((p (open-input-string \"\"))) (port/set-line-ending p \"--\") (port/line-ending p))", "\"--\""),
        (
            "(let ((p (open-output-string))) (port/set-coding p 'iso-8859-1) (report (lambda () (write-string \"abλ\" p))))",
            "\"The output port #[textual-output-port 12 to string] was unable to encode the character #\\\\λ\\n\""
        ),
        (
            "(let ((b (open-output-string))) (in-order (port/coding b) (begin (port/set-coding b 'utf-16be) (port/coding b)) (port/known-coding? b 'utf8)))",
            "(text utf-16be #f)"
        ),
        ("(in-order (eof-object? (eof-object)) (eof-object))", "(#t #!eof)"),
        (
            "(in-order (current-output-port) (port? (current-error-port)) (console-i/o-port? console-i/o-port))",
            "(#[textual-i/o-port 12 for console] #t #t)"
        ),
    ]

    @Test func values() {
        let world = SchemeWorld()
        world.run("(define (write-u8-free n p) (write n p))")
        for (expression, value) in Self.expressions {
            #expect(world.run(expression).withoutHashNumbers == value.withoutHashNumbers, "\(expression)")
        }
    }

    private static let failures: [(String, String)] = [
        ("(read-char 5)", "The object 5, passed as an argument to read-char, is not the correct type."),
        (
            "(read-char (open-output-string))",
            "The object #[textual-output-port 12 to string], passed as an argument to read-char, is not the correct type."
        ),
        (
            "(write-char #\\a (open-input-string \"\"))",
            "The object #[textual-input-port 12 from string], passed as an argument to write-char, is not the correct type."
        ),
        (
            "(read-char (open-input-bytevector (bytevector)))",
            "The object #[binary-input-port 12], passed as an argument to read-char, is not the correct type."
        ),
        (
            "(read-string (open-input-string \"\") 3)",
            "The object #[textual-input-port 12 from string], passed as an argument to read-string, is not the correct type."
        ),
        (
            "(read-string -1 (open-input-string \"\"))",
            "The object -1, passed as an argument to read-string, is not the correct type."
        ),
        (
            "(write-string \"abc\" (open-output-string) 2 1)",
            "The object 2, passed as an argument to write-string, is not in the correct range."
        ),
        (
            "(write-u8 256 (open-output-bytevector))",
            "The object 256, passed as an argument to write-u8, is not the correct type."
        ),
        (
            "(read-bytevector -1 (open-input-bytevector (bytevector)))",
            "The object -1, passed as an argument to read-bytevector, is not the correct type."
        ),
        ("(close-port 5)", "The object 5, passed as an argument to close-port, is not the correct type."),
        (
            "(close-input-port (open-output-string))",
            "The object #[textual-output-port 12 to string], passed as an argument to close-input-port, is not the correct type."
        ),
        ("(input-port-open? 5)", "The object 5, passed as an argument to input-port-open?, is not the correct type."),
        (
            "(open-input-file \"/nonexistent/x\")",
            "Unable to open file \"/nonexistent/x\" because: No such file or directory."
        ),
        (
            "(open-output-file \"/nonexistent/x\")",
            "Unable to open file \"/nonexistent/x\" because: No such file or directory."
        ),
        (
            "(delete-file \"/nonexistent/x\")",
            "Unable to delete file \"/nonexistent/x\" because: No such file or directory."
        ),
        (
            "(port/set-coding (open-input-string \"\") 'foo)",
            "The object foo, passed as the second argument to port/set-coding, is not in the correct range."
        ),
        ("(read (open-input-string \"(1 2\"))", "Premature EOF on #[textual-input-port 12 from string]"),
    ]

    @Test func failuresAreConditions() {
        let world = SchemeWorld()
        for (expression, report) in Self.failures {
            let result = world.run("(report (lambda () \(expression)))").withoutHashNumbers
            #expect(result == report.schemeLiteral.withoutHashNumbers, "\(expression)")
        }
    }

    @Test func files() {
        let world = SchemeWorld()
        let path = temporaryPath("text")
        #expect(
            world.run(
                """
                (begin
                  (call-with-output-file "\(path)"
                    (lambda (port)
                      (write-string "first\\nλ second\\n" port)
                      (write '(a "b") port)))
                  (let ((port (open-output-file "\(path)" #t)))
                    (write-string "\\nappended" port)
                    (flush-output port)
                    (let ((before (file-exists? "\(path)"))
                          (lines (call-with-input-file "\(path)"
                                   (lambda (port)
                                     (let loop ((lines '()))
                                       (let ((line (read-line port)))
                                         (if (eof-object? line) (reverse lines) (loop (cons line lines)))))))))
                      (close-port port)
                      (let ((bytes (call-with-port (open-binary-input-file "\(path)") (lambda (p) (read-bytevector 5 p)))))
                        (delete-file "\(path)")
                        (list before lines bytes (file-exists? "\(path)"))))))
                """) == "(#t (\"first\" \"λ second\" \"(a \\\"b\\\")\" \"appended\") #u8(102 105 114 115 116) #f)")
    }

    @Test func aLargeFileComesBackWhole() {
        let world = SchemeWorld()
        let path = temporaryPath("large")
        #expect(
            world.run(
                """
                (begin
                  (with-output-to-file "\(path)"
                    (lambda ()
                      (do ((i 0 (+ i 1))) ((= i 3000))
                        (write i) (write-string " λ and more\\n"))))
                  (let ((result
                          (with-input-from-file "\(path)"
                            (lambda ()
                              (let* ((a (read-line)) (text (read-string 1000000)))
                                (list a (string-length text) (eof-object? (read-char))))))))
                    (delete-file "\(path)")
                    result))
                """) == "(\"0 λ and more\" 46877 #t)")
    }
}
