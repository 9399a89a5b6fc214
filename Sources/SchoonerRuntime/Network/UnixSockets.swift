import SchoonerReactor
import SchoonerText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Unix-domain sockets: MIT 12.1.
enum UnixSocketPrimitives {
    static let table: [Primitive] = [
        Primitive("open-unix-server-socket", 1, "A server that listens at a path. MIT 12.1", openServer),
        Primitive(
            "%open-private-unix-server-socket", 1, "The same; only the user who runs the program can connect."
        ) {
            (scheme, arguments) throws(Signal) in
            let mask = umask(0o077)
            defer { umask(mask) }
            return try openServer(scheme, arguments)
        },
        Primitive("close-unix-server-socket", 1, "Stops listening and leaves the path. MIT 12.1") {
            (scheme, arguments) throws(Signal) in
            try scheme.channelCore(arguments[0], 0, "close-unix-server-socket").close()
            return .unspecific
        },
        Primitive("open-unix-stream-socket", 1, "Connects to a path: an i/o port. MIT 12.1") {
            (scheme, arguments) throws(Signal) in
            scheme.makePort(over: try connect(scheme, arguments), textual: true, lineEnding: .text)
        },
        Primitive("open-binary-unix-stream-socket", 1, "Connects to a path: a binary i/o port. MIT 12.1") {
            (scheme, arguments) throws(Signal) in
            scheme.makePort(over: try connect(scheme, arguments), textual: false, lineEnding: .lf)
        },
        Primitive("open-unix-stream-socket-channel", 1, "Connects to a path: a channel. MIT 12.1") {
            (scheme, arguments) throws(Signal) in
            scheme.makeChannel(.stream(try connect(scheme, arguments)))
        },
        Primitive(
            "unix-server-connection-accept", 2, "The next connection as an i/o port, or two values of #f. MIT 12.1"
        ) {
            (scheme, arguments) throws(Signal) in
            scheme.makePort(over: try accept(scheme, arguments), textual: true, lineEnding: .text)
        },
        Primitive(
            "unix-server-binary-connection-accept", 2,
            "The next connection as a binary i/o port, or two values of #f. MIT 12.1"
        ) {
            (scheme, arguments) throws(Signal) in
            scheme.makePort(over: try accept(scheme, arguments), textual: false, lineEnding: .lf)
        },
    ]

    /// The longest path that fits the kernel's address on every system.
    private static let longestPath = 103

    private static func path(_ scheme: Interpreter, _ value: Value, _ procedure: String) throws(Signal) -> String {
        guard value.isString else { throw scheme.wrongType(value, 0, procedure) }
        let path = value.swiftString
        guard !path.isEmpty, path.utf8.count <= longestPath, !path.utf8.contains(0) else {
            throw scheme.badRange(value, 0, procedure)
        }
        return path
    }

    static func openServer(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let name = "create-unix-server-socket"
        let path = try path(scheme, arguments[0], name)
        do throws(SystemError) {
            return scheme.makeChannel(.server(try SocketListener.on(.unix(path: path), reactor: scheme.reactor)))
        } catch {
            throw scheme.systemError(error, name, [arguments[0]])
        }
    }

    private static func connect(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> StreamSocket {
        let name = "new-open-unix-stream-socket"
        let connector: SocketConnector
        if let pending = scheme.scheduler.pendingState as? SocketConnector {
            connector = pending
        } else {
            let path = try path(scheme, arguments[0], name)
            connector = SocketConnector(reactor: scheme.reactor, addresses: [.unix(path: path)])
        }
        scheme.scheduler.pendingState = nil
        while true {
            switch connector.advance() {
            case .connected(let socket): return socket
            case .failed(let error): throw scheme.systemError(error, name, [arguments[0]])
            case .waiting:
                if connector.wait(waiter: scheme.scheduler.token) {
                    scheme.scheduler.pendingState = connector
                    throw scheme.scheduler.park(.other)
                }
            }
        }
    }

    private static func accept(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> StreamSocket {
        let core = try scheme.channelCore(arguments[0], 0, "unix-server-connection-accept")
        return try scheme.accept(
            core, waits: arguments[1].isTrue, arguments[0], "new-unix-server-connection-accept"
        ).0
    }
}
