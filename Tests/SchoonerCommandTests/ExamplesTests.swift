import Foundation
import SchoonerTesting
import Testing

/// The programs in Examples/, each as a process of its own, tried by clients.
@Suite(.serialized, .timeLimit(.minutes(3))) struct ExamplesTests {
    @Test func echoServer() throws {
        let (process, port) = try SchoonerProcess.serve("echo-server.scm")
        defer { process.stop() }
        let one = try WirePeer(port: port)
        let two = try WirePeer(port: port)
        try two.send("from two\r\n")
        #expect(try two.receive(through: "\n") == "from two\r\n")
        try one.sendByteByByte("from óne\r\nagain\r\n")
        #expect(try one.receive(exactly: 18) == "from óne\r\nagain\r\n")
        try one.reset()
        // A client that sends lone LFs, as nc does.
        try two.send("plain\nlast without end")
        two.finishSending()
        #expect(try two.receiveAll() == "plain\r\nlast without end\r\n")
        let three = try WirePeer(port: port)
        try three.send("still here\r\n")
        #expect(try three.receive(through: "\n") == "still here\r\n")
    }

    @Test func fetch() throws {
        let listener = try WireListener()
        for (status, code) in [("200 OK", Int32(0)), ("404 Not Found", 1)] {
            let process = try SchoonerProcess([
                SchoonerProcess.examples.appending(path: "fetch.scm").path, "127.0.0.1", "\(listener.port)",
                "/a%20page",
            ])
            let peer = try listener.accept()
            let request = try peer.receive(through: "\r\n\r\n")
            #expect(request == "GET /a%20page HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")
            try peer.send("HTTP/1.0 \(status)\r\nContent-Type: text/plain\r\n\r\n<p>\nbody λ\n")
            peer.close()
            let end = try process.finish()
            #expect(end.output == "<p>\nbody λ\n")
            #expect(end.code == code)
            #expect(end.errors == "")
        }
    }

    @Test func fetchFromNobody() throws {
        let process = try SchoonerProcess([
            SchoonerProcess.examples.appending(path: "fetch.scm").path, "127.0.0.1", "\(WireListener.deafPort())", "/",
        ])
        let end = try process.finish()
        #expect(end.code == 14)
        #expect(
            end.errors.contains(
                "The primitive new-open-tcp-stream-socket, while executing the connect system call, received the error: Connection refused."
            ), "\(end.errors)")
    }

    @Test func httpHello() throws {
        let (process, port) = try SchoonerProcess.serve("http-hello.scm")
        defer { process.stop() }
        let peer = try WirePeer(port: port)
        func response(_ status: String, _ body: String, _ connection: String, head: Bool = false) -> String {
            "HTTP/1.1 \(status)\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: \(body.utf8.count)\r\n"
                + "Connection: \(connection)\r\n\r\n" + (head ? "" : body)
        }
        let hello = response("200 OK", "Hello, world!", "keep-alive")
        // One connection, several requests; two in one packet, one byte by byte.
        try peer.send("GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n")
        #expect(try peer.receive(exactly: hello.utf8.count * 2) == hello + hello)
        try peer.sendByteByByte("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n")
        let head = response("200 OK", "Hello, world!", "keep-alive", head: true)
        #expect(try peer.receive(exactly: head.utf8.count) == head)
        try peer.send("GET /nothing HTTP/1.1\r\n\r\n")
        let nothing = response("404 Not Found", "Nothing here.", "keep-alive")
        #expect(try peer.receive(exactly: nothing.utf8.count) == nothing)
        try peer.send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
        #expect(try peer.receiveAll() == response("200 OK", "Hello, world!", "close"))
        let other = try WirePeer(port: port)
        try other.send("POST / HTTP/1.1\r\n\r\n")
        #expect(try other.receiveAll() == response("405 Method Not Allowed", "Only GET and HEAD.", "close"))
        let wrong = try WirePeer(port: port)
        try wrong.send("nonsense\r\n")
        #expect(try wrong.receiveAll() == response("400 Bad Request", "That is not HTTP.", "close"))
    }

    @Test(.enabled(if: ForeignTool.path("curl") != nil, "curl is missing"))
    func httpHelloWithCurl() throws {
        let (process, port) = try SchoonerProcess.serve("http-hello.scm")
        defer { process.stop() }
        let url = "http://127.0.0.1:\(port)/"
        let answer = try ForeignTool.run(
            "curl", ["-sS", "--noproxy", "*", "-m", "30", "-w", " %{num_connects} ", url, url, url])
        #expect(answer.output == "Hello, world! 1 Hello, world! 0 Hello, world! 0 ")
        #expect(answer.code == 0)
        let missing = try ForeignTool.run(
            "curl", ["-sS", "--noproxy", "*", "-m", "30", "-o", "/dev/null", "-w", "%{http_code}", url + "x"])
        #expect(missing.output == "404")
    }

    @Test func chatServer() throws {
        let (process, port) = try SchoonerProcess.serve("chat-server.scm")
        defer { process.stop() }
        func enter(_ name: String) throws -> WirePeer {
            let peer = try WirePeer(port: port)
            #expect(try peer.receive(through: "\n") == "* your name?\r\n")
            try peer.send(name + "\r\n")
            #expect(try peer.receive(through: "\n") == "* \(name) joins lobby\r\n")
            return peer
        }
        let ada = try enter("ada")
        let bob = try enter("bob")
        #expect(try ada.receive(through: "\n") == "* bob joins lobby\r\n")
        // A name is taken once.
        let third = try WirePeer(port: port)
        _ = try third.receive(through: "\n")
        try third.send("ada\r\n")
        #expect(try third.receive(through: "\n") == "* your name?\r\n")
        third.close()
        try ada.send("hello, bob\r\n")
        #expect(try bob.receive(through: "\n") == "ada: hello, bob\r\n")
        #expect(try ada.receive(through: "\n") == "ada: hello, bob\r\n")
        try bob.send("/join attic\r\n")
        #expect(try bob.receive(through: "attic\r\n") == "* bob leaves for attic\r\n")
        #expect(try bob.receive(through: "\n") == "* bob joins attic\r\n")
        #expect(try ada.receive(through: "\n") == "* bob leaves for attic\r\n")
        try bob.send("anybody?\r\n/who\r\n")
        #expect(try bob.receive(through: "here\r\n") == "bob: anybody?\r\n* bob is here\r\n")
        try ada.send("/join attic\r\n")
        #expect(try bob.receive(through: "\n") == "* ada joins attic\r\n")
        try bob.reset()
        #expect(
            try ada.receive(through: "gone\r\n") == "* ada leaves for attic\r\n* ada joins attic\r\n* bob is gone\r\n")
        try ada.send("/quit\r\n")
        #expect(try ada.receiveAll() == "")
    }

    @Test func portScan() throws {
        var listeners: [WireListener] = []
        for _ in 0..<3 { listeners.append(try WireListener()) }
        let ports = listeners.map { Int($0.port) }.sorted()
        // At most a few hundred ports, with at least one of the listeners among them.
        let first = max(1, ports[0] - 20)
        let last = min(65535, max(ports[0] + 20, min(ports[2], ports[0] + 300)))
        let process = try SchoonerProcess([
            SchoonerProcess.examples.appending(path: "port-scan.scm").path, "\(first)", "\(last)",
        ])
        let end = try process.finish()
        #expect(end.code == 0, "\(end.errors)")
        let lines = Set(end.output.split(separator: "\n").map(String.init))
        for port in ports where port <= last { #expect(lines.contains("\(port) is open"), "\(end.output)") }
        #expect(lines.count < last - first + 1)
        let wrong = try SchoonerProcess([SchoonerProcess.examples.appending(path: "port-scan.scm").path, "7"]).finish()
        #expect(wrong.code == 2)
    }
}
