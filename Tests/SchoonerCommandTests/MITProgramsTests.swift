import Foundation
import SchoonerTesting
import Testing

/// Network programs in the style of MIT Scheme releases 9 to 12, in MITPrograms/. Nothing in them knows of this project;
/// each runs as a process of its own and is tried by clients, some of which misbehave.
@Suite(.serialized, .timeLimit(.minutes(5))) struct MITProgramsTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "MITPrograms")

    /// The path of a program.
    static func path(_ program: String) -> String { folder.appending(path: program).path }

    /// Starts a server on a port that was free a moment ago (MIT Scheme cannot tell the port that the system chose), and
    /// waits until it says that it listens.
    static func serve(_ program: String, _ words: [String] = []) throws -> (process: SchoonerProcess, port: UInt16) {
        var attempts = 5
        while true {
            let port = try WireListener.deafPort()
            let process = try SchoonerProcess([path(program), "\(port)"] + words)
            do {
                let line = try process.readLine()
                #expect(line.lowercased().contains("listening") && line.contains("\(port)"), "\(line)")
                return (process, port)
            } catch let failure as ProcessFailure where failure.description.contains("Address already in use") {
                attempts -= 1
                if attempts == 0 { throw failure }
            }
        }
    }

    /// Sends a request on a connection of its own, and gives all of the answer.
    static func ask(_ port: UInt16, _ request: String) throws -> String {
        let peer = try WirePeer(port: port)
        try peer.send(request)
        return try peer.receiveAll()
    }

    @Test func fileServer() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "schooner-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: root) }
        try Data("<p>grüße\n".utf8).write(to: root.appending(path: "index.html"))
        try Data("a\nb\n".utf8).write(to: root.appending(path: "a.txt"))
        let (process, port) = try Self.serve("file-server.scm", [root.path])
        defer { process.stop() }
        func response(_ status: String, _ type: String, _ body: String) -> String {
            "HTTP/1.0 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
        }
        func get(_ path: String) throws -> String { try Self.ask(port, "GET \(path) HTTP/1.0\r\nHost: x\r\n\r\n") }
        #expect(try get("/index.html").hasSuffix("<p>grüße\r\n"))
        #expect(try get("/a.txt").hasPrefix("HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\n"))
        #expect(try get("/none") == response("404 Not Found", "text/plain", "HTTP error 404 Not Found"))
        #expect(try get("/../x") == response("403 Forbidden", "text/plain", "HTTP error 403 Forbidden"))
        #expect(
            try get("/crash")
                == response(
                    "500 Internal Server Error", "text/plain",
                    "The object 2, passed as the first argument to car, is not the correct type."))
        #expect(try get("/unbound").hasSuffix("Unbound variable: no-such-procedure"))
        #expect(try Self.ask(port, "nonsense\r\n\r\n").hasSuffix("HTTP error 400 Bad Request"))
        // A client that sends half a request and resets, and one that says nothing while others are served.
        let silent = try WirePeer(port: port)
        let rude = try WirePeer(port: port)
        try rude.send("GET /a.t")
        try rude.reset()
        #expect(try get("/status").hasSuffix("(requests 7)"))
        try silent.send("HEAD /a.txt HTTP/1.0\n\n")
        #expect(try silent.receiveAll().hasSuffix("Content-Length: 4\r\n\r\n"))
    }

    @Test func loadBalancer() throws {
        let (process, port) = try Self.serve("load-balancer.scm")
        defer { process.stop() }
        // The clients come before there is a worker.
        let clients = try (0..<100).map { _ in try WirePeer(port: port) }
        for (index, client) in clients.enumerated() {
            try client.send("client (* \(index) \(index))\n(car \(index))\n")
        }
        // A worker that takes work and dies with it.
        let faithless = try WirePeer(port: port)
        try faithless.send("worker\n")
        _ = try faithless.receive(through: "\n")
        try faithless.reset()
        let garbage = try WirePeer(port: port)
        try garbage.send(") #<nothing> \u{FFFD}\n")
        #expect(try garbage.receiveAll() == "")
        let workers = try (0..<3).map { _ in try SchoonerProcess([Self.path("load-balancer.scm"), "worker", "\(port)"])
        }
        defer { for worker in workers { worker.stop() } }
        for (index, client) in clients.enumerated() {
            #expect(try client.receive(through: "\n") == "(value \(index * index))\r\n")
            #expect(
                try client.receive(through: "\n")
                    == "(failed \"The object \(index), passed as the first argument to car, is not the correct type.\")\r\n"
            )
        }
        #expect(try Self.ask(port, "status\n") == "200\r\n")
        #expect(try Self.ask(port, "terminate\n") == "")
        for client in clients { client.close() }
        #expect(try process.finish().code == 0)
        for worker in workers { _ = try worker.finish() }
    }

    @Test func ircBot() throws {
        let listener = try WireListener()
        let process = try SchoonerProcess([Self.path("irc-bot.scm"), "\(listener.port)"])
        defer { process.stop() }
        let server = try listener.accept()
        #expect(try server.receive(through: "\n") == "NICK schemer\r\n")
        #expect(try server.receive(through: "\n") == "USER schemer 0 * :schemer\r\n")
        func exchange(_ line: String, _ answer: String) throws {
            try server.send(line + "\r\n")
            #expect(try server.receive(through: "\n") == answer + "\r\n")
        }
        func say(_ text: String, _ answer: String) throws {
            try exchange(":bob!b@host PRIVMSG #lambda :\(text)", "PRIVMSG #lambda :\(answer)")
        }
        try exchange("PING :a.server", "PONG :a.server")
        try exchange(":srv 433 * schemer :in use", "NICK schemer_")
        try exchange(":srv 001 schemer_ :Welcome", "JOIN #lambda")
        try say("!echo hi  there", "bob: hi  there")
        try server.sendByteByByte(":amy!a@host PRIVMSG #lambda :foo++ bar-- foo++\r\n\r\n")
        try say("!karma foo", "foo has karma 2")
        try say("!karma bar", "bar has karma -1")
        try say("!seen amy", "amy said foo++ bar-- foo++")
        try say("!help", "!echo, !eval, !help, !karma, !seen")
        try say("!eval (string-pad-left (number->string (expt 2 70)) 24)", "\"  1180591620717411303424\"")
        try say("!eval (list from 1)", "(\"bob\" 1)")
        try say(
            "!eval (vector-ref (vector 1 2) 2)",
            "error: The object 2, passed as the second argument to vector-ref, is not in the correct range.")
        try exchange(":op KICK #lambda schemer :bye", "JOIN #lambda")
        server.close()
        let end = try process.finish()
        #expect(end.output == "disconnected\n")
        #expect(end.code == 0)
    }

    @Test func twoPhaseCommit() throws {
        let (process, port) = try Self.serve("two-phase-commit/server.scm")
        defer { process.stop() }
        // Clients of the test's own speak the protocol: a line each, which evaluates to a request.
        let one = try WirePeer(port: port)
        let two = try WirePeer(port: port)
        // Both are known to the server once it has answered both.
        for peer in [one, two] {
            try peer.send("(car 1)\n")
            #expect(
                try peer.receive(through: "\n")
                    == "(make-request (quote error) 0 (quote \"The object 1, passed as the first argument to car, is not the correct type.\"))\r\n"
            )
        }
        let body = "(lambda () (place-symbol 'x 1 2 board))"
        try one.send("(make-request 'initial 7 \(body))\n")
        let prepare = "(make-request (quote prepare) 7 (lambda () (place-symbol (quote x) 1 2 board)))\r\n"
        #expect(try one.receive(through: "\n") == prepare)
        #expect(try two.receive(through: "\n") == prepare)
        try one.send("(make-request 'prepare 7 \(body))\n")
        try two.send("(make-request 'prepare 7 \(body))\n")
        let commit = prepare.replacing("prepare", with: "commit")
        #expect(try one.receive(through: "\n") == commit)
        #expect(try two.receive(through: "\n") == commit)
        // The server's own board has the symbol now.
        try two.send("(error \"board:\" (print-board board))\n")
        #expect(try two.receive(through: "\n").contains("board: ((_ _ _) (_ _ _) (_ x _))"))
        // A player of a process of its own, and one that refuses.
        one.close()
        var clients = ""
        while !clients.contains("clients: 1") {
            try two.send("(error \"clients:\" (length clients))\n")
            clients = try two.receive(through: "\n")
        }
        let player = try SchoonerProcess([
            Self.path("two-phase-commit/client.scm"), "\(port)", "3", "(list (lambda () (place-symbol 'o 0 0 board)))",
            "2",
        ])
        defer { player.stop() }
        let offer = try two.receive(through: "\n")
        #expect(offer == "(make-request (quote prepare) 3001 (lambda () (place-symbol (quote o) 0 0 board)))\r\n")
        try two.send(offer)
        #expect(try two.receive(through: "\n") == offer.replacing("prepare", with: "commit"))
        #expect(try player.readLine() == "(evaluated (placed o 0 0))")
        try two.send("(make-request 'initial 8 (lambda () (error \"never\")))\n")
        #expect(try two.receive(through: "\n").hasPrefix("(make-request (quote prepare) 8"))
        try two.send("(make-request 'abort 8 #f)\n")
        #expect(try player.readLine() == "aborted")
        try two.send("(make-request 'initial 9 (lambda () (place-symbol 'x 2 2 board)))\n")
        _ = try two.receive(through: "(quote prepare) 9")
        try two.send("(make-request 'prepare 9 #f)\n")
        let end = try player.finish()
        #expect(end.code == 0, "\(end.errors)")
        #expect(end.output == "(evaluated (placed x 2 2))\n((o _ _) (_ _ _) (_ _ x))\n(winner #f)\n")
    }

    @Test func webGame() throws {
        let (process, port) = try Self.serve("web-game.scm")
        defer { process.stop() }
        func post(_ form: String) throws -> String {
            let answer = try Self.ask(
                port, "POST / HTTP/1.1\r\nContent-Length: \(form.utf8.count)\r\nHost: x\r\n\r\n\(form)")
            return String(answer.split(separator: "\r\n").last ?? "")
        }
        func page(_ said: String, _ place: String, _ exit: String, _ here: [String]) -> String {
            "<html><p>\(said)</p><p>You are in <b>\(place)</b>. Exits:<i>\(exit)</i> Here:"
                + here.map { "<i>\($0)</i>" }.joined() + "</p></html>"
        }
        #expect(
            try Self.ask(port, "GET /?name=ann HTTP/1.0\r\n\r\n")
                == "HTTP/1.0 200 X\r\n\r\n" + page("", "hall", "up", ["ann"]) + "\r\n")
        #expect(try post("name=ann&verb=go&object=up") == page("You go to attic.", "attic", "down", ["lamp", "ann"]))
        #expect(try post("name=ann&verb=take&object=lamp") == page("You take the lamp.", "attic", "down", ["ann"]))
        #expect(try post("name=ann&verb=go&object=north") == page("No way.", "attic", "down", ["ann"]))
        #expect(try post("name=bob&verb=dance") == "Unknown verb: dance")
        _ = try post("name=amy&verb=look")
        #expect(
            try Self.ask(port, "\r\n\r\n").hasSuffix(
                "The object 4, passed as an argument to substring, is not in the correct range.\r\n"))
        #expect(try post("name=bob&verb=look") == page("", "hall", "up", ["bob", "amy"]))
    }

    @Test func mud() throws {
        let (process, port) = try Self.serve("mud.scm")
        defer { process.stop() }
        func enter(_ name: String) throws -> WirePeer {
            let peer = try WirePeer(port: port)
            #expect(try peer.receive(exactly: 6) == "Name? ")
            try peer.send("\(name)\r\n")
            #expect(try peer.receive(through: "here.\r\n").hasPrefix("\r\nWelcome, #[player "))
            return peer
        }
        func expect(_ peer: WirePeer, _ line: String) throws {
            #expect(try peer.receive(through: "\n") == line + "\r\n")
        }
        let ada = try enter("Ada")
        let bob = try enter("Bob")
        try expect(ada, "Bob arrives.")
        try ada.send("look\r\n")
        for line in ["square: a busy place", "exits: (down)", "players: (Bob Ada)"] { try expect(ada, line) }
        try bob.sendByteByByte("SAY  to   all\r\n")
        try expect(ada, "Bob says \"to all\"")
        try expect(bob, "You say \"to all\"")
        try bob.send("go down\r\ntake sword\r\ntake sword\r\ni\r\nbreak abc\r\nfly\r\ngo\r\n")
        try expect(bob, "cellar: dark and damp")
        try expect(ada, "Bob leaves.")
        for line in [
            "Taken: sword", "There is no sword.", "(sword)",
            "Error: The object 3, passed as the second argument to vector-ref, is not in the correct range.", "Pardon?",
            "Error: The object (), passed as the first argument to car, is not the correct type.",
        ] { try expect(bob, line) }
        let eve = try enter("Eve")
        try expect(ada, "Eve arrives.")
        try eve.reset()
        try expect(ada, "Eve leaves.")
        let crowd = try (0..<200).map { _ in try WirePeer(port: port) }
        for one in crowd { #expect(try one.receive(exactly: 6) == "Name? ") }
        for one in crowd { try one.reset() }
        try ada.send("quit\r\n")
        #expect(try ada.receiveAll() == "")
        try bob.send("go up\r\nlook\r\n")
        #expect(try bob.receive(through: "(Bob)\r\n").hasSuffix("players: (Bob)\r\n"))
    }

    @Test func remoteCalls() throws {
        let (process, port) = try Self.serve("remote-calls.scm")
        defer { process.stop() }
        let peer = try WirePeer(port: port)
        try peer.send("(ping 7)\n42\n(invoke 3 divide\n (1 2))(invoke 4 divide (1 0))\n(invoke 5 nothing ())\n")
        for line in [
            "(pong 7)", "(protocol-error)", "(return 3 1/2)",
            "(error-raised 4 #(remote-condition \"Division by zero signalled by /.\"))",
            "(error-raised 5 #(remote-condition \"No such procedure: nothing\"))",
        ] { #expect(try peer.receive(through: "\n") == line + "\r\n") }
        let garbage = try WirePeer(port: port)
        try garbage.send(") #[thing 12]\n")
        #expect(try garbage.receiveAll() == "")
        // The peers call each other's procedures.
        let client = try SchoonerProcess([Self.path("remote-calls.scm"), "\(port)", "client"]).finish()
        #expect(client.code == 0, "\(client.errors)")
        #expect(
            client.output == #"""
                (+ 6 a)
                1/3
                " rpc-remote-error-raised #(remote-condition \"Division by zero signalled by /.\")"
                " rpc-remote-error-raised #(remote-condition \"No such procedure: nothing\")"
                (0 1 4 9 16)
                11
                (13 12)

                """#)
    }

    @Test func binaryClient() throws {
        let listener = try WireListener()
        let process = try SchoonerProcess([Self.path("binary-client.scm"), "\(listener.port)"])
        defer { process.stop() }
        let server = try listener.accept()
        func text(_ bytes: [UInt8]) -> [UInt8] { [2] + length(bytes.count) + bytes }
        func length(_ count: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * $0)) } }
        var pending: [UInt8] = []
        func expect(_ items: [[UInt8]]) throws {
            let request = [3] + length(items.count) + items.flatMap { $0 }
            while pending.count < request.count { pending += try server.receive() }
            #expect(Array(pending.prefix(request.count)) == request)
            pending.removeFirst(request.count)
        }
        func utf8(_ string: String) -> [UInt8] { text(Array(string.utf8)) }
        try expect([utf8("set"), utf8("κλειδί"), utf8("τιμή")])
        for byte in utf8("OK") { try server.send([byte]) }
        try expect([utf8("get"), utf8("κλειδί")])
        try server.send(utf8("τιμή"))
        try expect([utf8("get"), utf8("nothing")])
        try server.send([0])
        try expect([utf8("incr"), utf8("n"), [1] + length(4_000_000_000)])
        try server.send([1] + length(4_000_000_000))
        try expect([utf8("keys")])
        try server.send([3] + length(2) + utf8("n") + utf8("κλειδί"))
        let big = [UInt8](repeating: 120, count: 300_000)
        try expect([utf8("set"), utf8("big"), text(big)])
        try server.send(utf8("OK"))
        try expect([utf8("get"), utf8("big")])
        try server.send(text(big))
        try expect([utf8("frobnicate")])
        try server.send([4] + utf8("unknown command"))
        server.close()
        let end = try process.finish()
        #expect(end.code == 0, "\(end.errors)")
        let lines = end.output.split(separator: "\n").map(String.init)
        #expect(
            lines.prefix(8) == [
                "set       \"OK\"", "get       \"τιμή\"", "missing   #f", "incr      4000000000",
                "keys      (\"n\" \"κλειδί\")", "large     300000", "bad       (error \"Server: unknown command\")",
                "object    (error \"The object 1.5, passed as an argument to encode, is not an encodable object.\")",
            ], "\(end.output)")
        #expect(lines.last?.hasPrefix("quit      (error ") == true, "\(end.output)")
    }

    @Test func editorServer() throws {
        let (process, port) = try Self.serve("editor-server.scm")
        defer { process.stop() }
        let editor = try WirePeer(port: port)
        func send(_ text: String) throws {
            let digits = String(text.utf8.count, radix: 16)
            try editor.send(String(repeating: "0", count: 6 - digits.count) + digits + text)
        }
        func receive() throws -> String {
            try editor.receive(exactly: try #require(Int(editor.receive(exactly: 6), radix: 16)))
        }
        func exchange(_ form: String, _ answers: String...) throws {
            try send("(:emacs-rex \(form) \"(user)\" t 5)")
            for answer in answers { #expect(try receive() == answer) }
        }
        try exchange(
            #"(swank:interactive-eval "(define (square x) (* x x)) (square 12)")"#,
            #"(:return (:ok "=> square => 144 ") 5)"#)
        try send(#"(:emacs-rex (swank:interactive-eval "nosuchvar") "(user)" t 6)"#)
        #expect(
            try receive().hasPrefix(
                #"(:debug 0 1 ("Unbound variable: nosuchvar" "  [Condition of type \"unbound-variable\"]") (("use-value" "Specify a value to use instead of nosuchvar.") ("store-value" "Define nosuchvar to a given value.") ("abort" "Return to SLIME's top level.") ("disconnect" "Close connection.")"#
            ))
        #expect(try receive() == #"(:return (:abort "Unbound variable: nosuchvar") 6)"#)
        try exchange(#"(swank:operator-arglist "square" "(user)")"#, #"(:return (:ok "(square x)") 5)"#)
        try exchange(
            #"(swank:simple-completions "squar" (quote "(user)"))"#, #"(:return (:ok (("square") "squar")) 5)"#)
        try send("(:ping 1 2)")
        #expect(try receive() == "(:pong 1 2)")
        try exchange("(swank:throw-to-toplevel)")
        #expect(try editor.receiveAll() == "")
        // The server goes on: definitions outlive the connection.
        let second = try WirePeer(port: port)
        let form = #"(:emacs-rex (swank:interactive-eval "(square 5)") "(user)" t 1)"#
        try second.send("0000\(String(form.utf8.count, radix: 16))\(form)")
        #expect(try second.receive(through: ") 1)").hasSuffix(#"(:return (:ok "=> 25 ") 1)"#))
    }
}
