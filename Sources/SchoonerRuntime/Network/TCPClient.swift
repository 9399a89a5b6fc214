import SchoonerReactor
import SchoonerText

/// The client's side of TCP: MIT 15.8.
enum TCPClientPrimitives {
    static let table: [Primitive] = [
        Primitive(
            "open-tcp-stream-socket", 2...4,
            "Connects to a service of a host: an i/o port. Optional: buffer size (ignored), line translation. MIT 15.8"
        ) {
            (scheme, arguments) throws(Signal) in
            try checkBufferSize(scheme, arguments, "open-tcp-stream-socket")
            let ending = try scheme.lineTranslation(
                arguments.supplied(3), default: .text, 3, "open-tcp-stream-socket")
            return scheme.makePort(over: try connect(scheme, arguments), textual: true, lineEnding: ending)
        },
        Primitive(
            "open-binary-tcp-stream-socket", 2...3, "Connects to a service of a host: a binary i/o port. MIT 12.1"
        ) {
            (scheme, arguments) throws(Signal) in
            try checkBufferSize(scheme, arguments, "open-binary-tcp-stream-socket")
            return scheme.makePort(over: try connect(scheme, arguments), textual: false, lineEnding: .lf)
        },
        Primitive("open-tcp-stream-socket-channel", 2, "Connects to a service of a host: a channel. MIT 12.1") {
            (scheme, arguments) throws(Signal) in
            scheme.makeChannel(.stream(try connect(scheme, arguments)))
        },
    ]

    /// What is under way while the thread waits: first the look-up, then the connection attempts.
    private final class Operation: CancellableWait {
        let lookup: Lookup
        let port: UInt16
        var connector: SocketConnector?

        init(_ lookup: Lookup, _ port: UInt16) {
            self.lookup = lookup
            self.port = port
        }

        func cancel() {
            lookup.cancel()
            connector?.cancel()
        }
    }

    private static func checkBufferSize(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String
    ) throws(Signal) {
        guard let size = arguments.supplied(2) else { return }
        guard size.isFixnum, size.fixnum >= 0 else { throw scheme.wrongType(size, 2, procedure) }
    }

    private static func connect(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> StreamSocket {
        let host = arguments[0]
        let operation: Operation
        if let pending = scheme.scheduler.pendingState as? Operation {
            operation = pending
        } else {
            let name = try scheme.hostName(host)
            let port = try scheme.servicePort(arguments[1], unknown: "new-open-tcp-stream-socket", 1)
            operation = Operation(scheme.reactor.resolver.start(.addresses(host: name)), port)
        }
        scheme.scheduler.pendingState = nil
        while true {
            guard let connector = operation.connector else {
                switch operation.lookup.answer {
                case .addresses(let addresses)?:
                    operation.connector = SocketConnector(
                        reactor: scheme.reactor, addresses: addresses.map { $0.withPort(operation.port) })
                case .failed?, .name?: throw scheme.badRange(host, nil, "open-tcp-stream-socket-channel")
                case nil:
                    if operation.lookup.wait(waiter: scheme.scheduler.token) {
                        scheme.scheduler.pendingState = operation
                        throw scheme.scheduler.park(.lookup)
                    }
                }
                continue
            }
            switch connector.advance() {
            case .connected(let socket): return socket
            case .failed(let error):
                throw scheme.systemError(
                    error, "new-open-tcp-stream-socket", [host, Value(fixnum: Int(operation.port))])
            case .waiting:
                if connector.wait(waiter: scheme.scheduler.token) {
                    scheme.scheduler.pendingState = operation
                    throw scheme.scheduler.park(.other)
                }
            }
        }
    }
}
