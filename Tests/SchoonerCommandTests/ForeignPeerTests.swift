import Foundation
import SchoonerTesting
import Testing

/// The seed on the wire with peers that share nothing with this project: nc, curl, Python.
@Suite(.serialized, .timeLimit(.minutes(3))) struct ForeignPeerTests {
    private static let hasNetcat = ForeignTool.path("nc") != nil
    private static let hasCurl = ForeignTool.path("curl") != nil
    private static let hasPython = ForeignTool.path("python3") != nil

    @Test("nc asks the echo server", .enabled(if: hasNetcat, "nc is missing"))
    func netcatEcho() throws {
        let (process, port) = try SchoonerProcess.serve("echo-server.scm")
        defer { process.stop() }
        let answer = try ForeignTool.run(
            "nc", ["-N", "127.0.0.1", "\(port)"], input: "one\ntwo\n\nlast")
        #expect(answer.output == "one\r\ntwo\r\n\r\nlast\r\n")
        #expect(answer.code == 0)
    }

    @Test("fifty ncs at once", .enabled(if: hasNetcat, "nc is missing"))
    func manyNetcats() throws {
        let (process, port) = try SchoonerProcess.serve("echo-server.scm")
        defer { process.stop() }
        let clients = try (1...50).map { number in
            try ForeignTool.start("nc", ["-N", "127.0.0.1", "\(port)"], input: "client \(number)\n")
        }
        for (index, client) in clients.enumerated() {
            #expect(try client.finish().output == "client \(index + 1)\r\n")
        }
    }

    @Test("a Scheme client reads what nc serves", .enabled(if: hasNetcat && hasPython, "nc or python3 is missing"))
    func clientOfNetcat() throws {
        // nc cannot pick a port and tell it, so a free one is found first.
        let port = try WireListener.deafPort()
        let served = Process()
        let output = Pipe()
        let input = Pipe()
        served.executableURL = URL(filePath: try #require(ForeignTool.path("nc")))
        served.arguments = ["-l", "-N", "127.0.0.1", "\(port)"]
        served.standardInput = input
        served.standardOutput = output
        served.standardError = FileHandle.nullDevice
        try served.run()
        defer { kill(served.processIdentifier, SIGKILL) }
        try input.fileHandleForWriting.write(contentsOf: Data("from nc\r\n".utf8))
        try input.fileHandleForWriting.close()
        // It may take nc a moment until it listens.
        let process = try SchoonerProcess.running(
            """
            (define (connect tries)
              (call-with-current-continuation
                (lambda (k)
                  (with-exception-handler
                    (lambda (condition)
                      (if (= tries 0) (exit 9))
                      (sleep-current-thread 10)
                      (k (connect (- tries 1))))
                    (lambda () (open-tcp-stream-socket "127.0.0.1" \(port)))))))
            (define port (connect 2000))
            (write-string "from scheme\\n" port)
            (display (read-line port))
            (close-port port)
            """)
        #expect(try process.finish().output == "from nc")
        let received = try output.fileHandleForReading.readToEnd() ?? Data()
        #expect(String(decoding: received, as: UTF8.self) == "from scheme\n")
    }

    @Test("curl talks to a server that writes its lines with newline", .enabled(if: hasCurl, "curl is missing"))
    func curlAndNewline() throws {
        let process = try SchoonerProcess.running(
            """
            (define server (open-tcp-server-socket 0))
            (begin (display (tcp-server-socket-port server)) (newline) (flush-output))
            (let loop ((left 3))
              (if (> left 0)
                  (let ((client (tcp-server-connection-accept server #t #f)))
                    (let skip ()
                      (if (not (string=? (read-line client) "")) (skip)))
                    (write-string "HTTP/1.0 200 OK" client) (newline client)
                    (write-string "X-Left: " client) (write left client) (newline client)
                    (newline client)
                    (write-string "body" client)
                    (close-port client)
                    (loop (- left 1)))))
            """)
        defer { process.stop() }
        let port = try #require(Int(process.readLine()))
        for (host, left) in [("127.0.0.1", 3), ("localhost", 2)] {
            let answer = try ForeignTool.run(
                "curl", ["-sS", "-i", "--noproxy", "*", "-m", "30", "http://\(host):\(port)/"])
            #expect(answer.output == "HTTP/1.0 200 OK\r\nX-Left: \(left)\r\n\r\nbody")
        }
        if (try? WireListener(overIPv6: true)) != nil {
            let answer = try ForeignTool.run(
                "curl", ["-sS", "-g", "--noproxy", "*", "-m", "30", "http://[::1]:\(port)/"])
            #expect(answer.output == "body")
        }
    }

    @Test("fetch.scm gets pages of Python's HTTP server", .enabled(if: hasPython, "python3 is missing"))
    func fetchFromPython() throws {
        let script = """
            import http.server
            class Handler(http.server.BaseHTTPRequestHandler):
                def do_GET(self):
                    body = ('page ' + self.path + chr(10)).encode() * 3
                    self.send_response(200 if self.path != '/none' else 404)
                    self.send_header('Content-Length', str(len(body)))
                    self.end_headers()
                    self.wfile.write(body)
                def log_message(self, *arguments): pass
            server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
            print(server.server_port, flush=True)
            server.serve_forever()
            """
        let python = Process()
        let output = Pipe()
        python.executableURL = URL(filePath: try #require(ForeignTool.path("python3")))
        python.arguments = ["-c", script]
        python.standardInput = FileHandle.nullDevice
        python.standardOutput = output
        python.standardError = FileHandle.nullDevice
        try python.run()
        // A gentler signal may be blocked, as it is in the process that starts this one.
        defer { kill(python.processIdentifier, SIGKILL) }
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)))
        for (path, code) in [("/a", Int32(0)), ("/none", 1)] {
            let process = try SchoonerProcess([
                SchoonerProcess.examples.appending(path: "fetch.scm").path, "127.0.0.1", "\(port)", path,
            ])
            let end = try process.finish()
            #expect(end.output == String(repeating: "page \(path)\n", count: 3))
            #expect(end.code == code)
        }
    }

    @Test("a Python client checks every sentence that shows on the wire", .enabled(if: hasPython, "python3 is missing"))
    func pythonClient() throws {
        let process = try SchoonerProcess.running(
            #"""
            (define server (open-tcp-server-socket 0))
            (begin (display (tcp-server-socket-port server)) (newline) (flush-output))
            (define (serve . translation)
              (let* ((client (apply tcp-server-connection-accept server #t #f translation))
                     (line (read-line client)))
                (write-string line client)
                (newline client)
                (write-string "spelt out\r\n" client)
                (close-output-port client)
                (write (read-line client))
                (newline)
                (flush-output)
                (close-port client)))
            (serve)
            (serve #f)
            (serve "\n")
            (serve "\r")
            (serve "<>")
            """#)
        defer { process.stop() }
        let port = try #require(Int(process.readLine()))
        let script = """
            import socket
            for end, spelt in [(b'\\r\\n', b'spelt out\\r\\n'), (b'\\r\\n', b'spelt out\\r\\n'),
                               (b'\\n', b'spelt out\\r\\n'), (b'\\r', b'spelt out\\r\\r'),
                               (b'<>', b'spelt out\\r<>')]:
                peer = socket.create_connection(('127.0.0.1', \(port)), 30)
                for byte in b'a line' + end:
                    peer.send(bytes([byte]))
                received = b''
                while True:
                    part = peer.recv(100)
                    if not part: break
                    received += part
                assert received == b'a line' + end + spelt, received
                peer.sendall(b'after the end' + end)
                assert peer.recv(100) == b''
                peer.close()
            print('all is well')
            """
        let answer = try ForeignTool.run("python3", ["-c", script])
        #expect(answer.output == "all is well\n")
        for _ in 0..<5 { #expect(try process.readLine() == #""after the end""#) }
    }
}
