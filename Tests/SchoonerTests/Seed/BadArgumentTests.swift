import SchoonerTesting
import Testing

/// A program killed by every kind of bad argument: never a trap, always a condition.
@Suite(.serialized, .timeLimit(.minutes(5))) struct BadArgumentTests {
    /// Objects of every kind; each socket procedure gets each of them in each place.
    private static let objects = """
        (define objects
          (list #f #t '() '#!default 0 -1 7 65535 65536 (expt 2 62) (expt 2 200) (- (expt 2 200)) 1.5 (/ 0. 0.)
                (/ 1. 0.) -0. #\\a (integer->char 955) 'symbol "" "no host" (make-string 4 #\\space)
                (string (integer->char 955)) (make-string 70000 #\\b) "nul\\x0;" (bytevector) (bytevector 1 2 3 4)
                (make-bytevector 16 0) (make-bytevector 70000 1) (vector) (vector 1 2 3 4) (list 1 2 3 4) (cons 1 2)
                car (lambda () 1) (delay 1) (make-parameter 1) (current-thread) (make-thread-mutex)
                (eof-object) (open-input-string "x") (open-output-string)
                (open-input-bytevector (bytevector 1)) system-global-environment
                (call-with-current-continuation (lambda (k) k))
                condition-type:error server closed-server closed-client closed-binary unbound-server))
        """

    /// The procedures, with sets of good arguments into which the bad ones are put; a thunk makes fresh ones.
    private static let procedures: [(name: String, good: String)] = [
        ("open-tcp-stream-socket", #"(list "127.0.0.1" port 512 "<>")"#),
        ("open-binary-tcp-stream-socket", #"(list "127.0.0.1" port)"#),
        ("open-tcp-stream-socket-channel", #"(list "127.0.0.1" port)"#),
        ("open-tcp-server-socket", "(list 0 (host-address-loopback))"),
        ("bind-tcp-server-socket", "(list (create-tcp-server-socket) 0 (host-address-loopback))"),
        ("listen-tcp-server-socket", "(list server)"),
        ("tcp-server-connection-accept", #"(list unbound-server #f #f "<>")"#),
        ("tcp-server-binary-connection-accept", "(list unbound-server #f #f)"),
        ("tcp-server-socket-port", "(list server)"),
        ("tcp-socket-local-address", "(list server)"),
        ("tcp-socket-peer-address", "(list closed-client)"),
        ("get-host-by-name", #"(list "127.0.0.1")"#),
        ("get-host-by-address", "(list (host-address-loopback))"),
        ("canonical-host-name", #"(list "127.0.0.1")"#),
        ("tcp-service->port", #"(list "www")"#),
        ("channel-open?", "(list server)"), ("channel-closed?", "(list server)"), ("channel-type", "(list server)"),
        ("open-unix-server-socket", #"(list "/nonexistent/folder/socket")"#),
        ("open-unix-stream-socket", #"(list "/nonexistent/folder/socket")"#),
        ("unix-server-connection-accept", "(list unbound-server #f)"),
        ("close-port", "(list closed-client)"), ("close-input-port", "(list closed-client)"),
        ("close-output-port", "(list closed-client)"),
        ("read-char", "(list client)"), ("read-line", "(list client)"), ("read-string", "(list 0 client)"),
        ("char-ready?", "(list client)"), ("write-char", "(list #\\a client)"),
        ("write-string", #"(list "a" client 0 1)"#), ("newline", "(list client)"), ("fresh-line", "(list client)"),
        ("flush-output", "(list client)"), ("port/set-line-ending", "(list client 'lf)"),
        ("port/line-ending", "(list client)"), ("port/set-coding", "(list client 'utf-8)"),
        ("port/coding", "(list client)"), ("unread-char", "(list #\\a client)"),
        ("read-u8", "(list closed-binary)"), ("write-u8", "(list 1 closed-binary)"),
        ("read-bytevector", "(list 1 closed-binary)"), ("write-bytevector", "(list (bytevector 1) closed-binary)"),
    ]

    /// These close what they get, so they get no server that others still need.
    private static let closers = ["close-tcp-server-socket", "channel-close", "close-unix-server-socket"]

    @Test("each socket and port procedure, each kind of object in each place", arguments: procedures.indices)
    func eachArgument(index: Int) throws {
        let (name, good) = Self.procedures[index]
        // Reading from the console or from a live peer would wait, and is right; those objects stay out.
        let program = try SchemeProgram(
            """
            (define server (loopback-server))
            (define port (tcp-server-socket-port server))
            (define closed-server (loopback-server))
            (close-tcp-server-socket closed-server)
            (define unbound-server (create-tcp-server-socket))
            (define closed-client (open-tcp-stream-socket "127.0.0.1" port))
            (close-port closed-client)
            (define closed-binary (open-binary-tcp-stream-socket "127.0.0.1" port))
            (close-port closed-binary)
            (define client (open-tcp-stream-socket "127.0.0.1" port))
            (let ((peer (tcp-server-connection-accept server #t #f)))
              (close-port peer))
            (let ((peer (tcp-server-connection-accept server #t #f)))
              (close-port peer))
            (let ((peer (tcp-server-connection-accept server #t #f)))
              (close-port peer))
            \(Self.objects)
            (define tried 0)
            (define strange '())
            (define (try arguments)
              (let ((answer (failure (lambda () (apply \(name) arguments)))))
                (set! tried (+ tried 1))
                (if (not (or (eq? (car answer) 'value) (symbol? (car answer))))
                    (set! strange (cons answer strange)))
                (if (eq? (car answer) 'raised) (set! strange (cons answer strange)))
                (for-each (lambda (object)
                            (if (and (port? object) (not (memq object objects)) (not (eq? object client)))
                                (failure (lambda () (close-port object))))
                            (if (and (channel? object) (not (memq object objects)))
                                (channel-close object)))
                          (cdr answer))))
            (define (replaced arguments index object)
              (if (= index 0)
                  (cons object (cdr arguments))
                  (cons (car arguments) (replaced (cdr arguments) (- index 1) object))))
            (define (fresh) \(good))
            ;; A missing port is the current one.
            (parameterize ((current-input-port (open-input-string ""))
                           (current-output-port (open-output-string)))
              (do ((index 0 (+ index 1)))
                  ((= index (length (fresh))))
                (for-each (lambda (object) (try (replaced (fresh) index object)))
                          objects))
              ;; Too few, too many.
              (try '())
              (try (append (fresh) '(1 2 3 4 5 6))))
            (tell (> tried 40) strange)
            """)
        try program.expect("#t ()", "\(name)")
        try program.expectEnd()
    }

    @Test("procedures that close, each kind of object", arguments: closers)
    func closing(name: String) throws {
        let told = try SchemeProgram.told(
            """
            (define server (loopback-server))
            (define port (tcp-server-socket-port server))
            (define closed-server (loopback-server))
            (close-tcp-server-socket closed-server)
            (define unbound-server (create-tcp-server-socket))
            (define closed-client (open-tcp-stream-socket "127.0.0.1" port))
            (close-port closed-client)
            (define closed-binary closed-client)
            \(Self.objects)
            (define strange '())
            (for-each (lambda (object)
                        (let ((answer (failure (lambda () (\(name) object)))))
                          (if (not (memq (car answer) '(value wrong-type-argument)))
                              (set! strange (cons answer strange)))))
                      objects)
            (tell strange (car (failure (lambda () (\(name))))))
            """)
        #expect(told == "() wrong-number-of-arguments")
    }

    @Test("an unhandled condition ends the program, whatever the thread")
    func unhandled() throws {
        for text in [
            #"(open-tcp-stream-socket 'no "www")"#, "(open-tcp-server-socket -1)",
            "(tcp-server-connection-accept 5 #t #f)",
            "(begin (create-thread #f (lambda () (close-port 'thread))) (sleep-current-thread 100000))",
        ] {
            let program = try SchemeProgram(text)
            #expect(throws: ProgramFailure.self) { try program.next() }
        }
    }
}
