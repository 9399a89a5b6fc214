import SchoonerReactor
import SchoonerText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The server's side of TCP: MIT 15.8.
enum TCPServerPrimitives {
    static let table: [Primitive] = [
        Primitive(
            "open-tcp-server-socket", 1...2, "A server that listens for connections to a service. MIT 15.8", open),
        Primitive("create-tcp-server-socket", 0, "A server that is not bound to a service. MIT 12.1", create),
        Primitive("bind-tcp-server-socket", 3, "Binds a server to a service and an address. MIT 12.1", bind),
        Primitive("listen-tcp-server-socket", 1, "Has a bound server listen; again is harmless. MIT 12.1", listen),
        Primitive("close-tcp-server-socket", 1, "Stops listening; again is harmless. MIT 15.8", close),
        Primitive(
            "tcp-server-connection-accept", 3...4,
            "The next connection as an i/o port; waits for it, or gives two values of #f. MIT 15.8"
        ) {
            (scheme, arguments) throws(Signal) in
            let ending = try scheme.lineTranslation(
                arguments.supplied(3), default: scheme.ports.acceptLineEnding, 3, "tcp-server-connection-accept")
            let socket = try accept(scheme, arguments, "tcp-server-connection-accept")
            return scheme.makePort(over: socket, textual: true, lineEnding: ending)
        },
        Primitive(
            "tcp-server-binary-connection-accept", 3, "The next connection as a binary i/o port. MIT 12.1"
        ) {
            (scheme, arguments) throws(Signal) in
            let socket = try accept(scheme, arguments, "tcp-server-binary-connection-accept")
            return scheme.makePort(over: socket, textual: false, lineEnding: .lf)
        },
        Primitive("tcp-server-socket-port", 1, "The port number that a server listens on.", portNumber),
    ]

    private static let bindName = "bind-tcp-server-socket"

    static func open(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let port = try scheme.servicePort(arguments[0], unknown: bindName, 2)
        var address: SocketAddress?
        if let value = arguments.supplied(1) { address = try scheme.socketAddress(value, port: port, 1, bindName) }
        return scheme.makeChannel(.server(try listener(scheme, port, address)))
    }

    /// Listens on the address, or on all addresses of the machine when it is missing or 0.0.0.0.
    private static func listener(
        _ scheme: Interpreter, _ port: UInt16, _ address: SocketAddress?
    ) throws(Signal) -> SocketListener {
        do throws(SystemError) {
            if let address, address != .ipv4(.any, port: port), address != .ipv6(.any, port: port) {
                return try SocketListener.on(address, reactor: scheme.reactor)
            }
            return try SocketListener.onAllAddresses(reactor: scheme.reactor, port: port)
        } catch {
            let host = address.map { scheme.heap.bytevector($0.bytes) } ?? .false
            throw scheme.systemError(error, bindName, [host, Value(fixnum: Int(port))])
        }
    }

    static func create(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.makeChannel(.unboundServer)
    }

    static func bind(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let core = try scheme.channelCore(arguments[0], 0, bindName)
        let port = try scheme.servicePort(arguments[1], unknown: bindName, 2)
        let address = try scheme.socketAddress(arguments[2], port: port, 1, bindName)
        guard core.isOpen else { throw scheme.wrongType(.false, 0, "channel-descriptor") }
        guard case .unboundServer = core.content else {
            throw scheme.systemError(SystemError(EINVAL, "bind"), bindName, [arguments[0]])
        }
        core.content = .server(try listener(scheme, port, address))
        return .unspecific
    }

    static func listen(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let core = try scheme.channelCore(arguments[0], 0, "listen-tcp-server-socket")
        guard core.isOpen else { throw scheme.wrongType(.false, 0, "channel-descriptor") }
        if case .stream = core.content {
            throw scheme.systemError(SystemError(EINVAL, "listen"), "listen-tcp-server-socket", [arguments[0]])
        }
        return .unspecific
    }

    static func close(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try scheme.channelCore(arguments[0], 0, "close-tcp-server-socket").close()
        return .unspecific
    }

    static func portNumber(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let core = try scheme.channelCore(arguments[0], 0, "tcp-server-socket-port")
        guard case .server(let listener) = core.content, let port = listener.localAddress.port else {
            throw scheme.badRange(arguments[0], 0, "tcp-server-socket-port")
        }
        return Value(fixnum: Int(port))
    }

    // MARK: Accepting

    private static let acceptName = "new-tcp-server-connection-accept"

    private static func accept(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String
    ) throws(Signal) -> StreamSocket {
        let core = try scheme.channelCore(arguments[0], 0, procedure)
        let peer = arguments[2]
        if peer.isTrue && (!peer.isString || !peer.isImmutable) {
            guard let bytes = try scheme.addressBytes(peer, 1, acceptName), bytes.count == 4 else {
                throw scheme.badRange(peer, 1, acceptName)
            }
        } else if peer.isTrue {
            throw scheme.wrongType(peer, 1, acceptName)
        }
        let (socket, address) = try scheme.accept(core, waits: arguments[1].isTrue, arguments[0], acceptName)
        if peer.isTrue { tell(scheme, address, peer) }
        return socket
    }

    /// Alters the peer argument to the client's IPv4 address; to 0.0.0.0 when it has none.
    private static func tell(_ scheme: Interpreter, _ address: SocketAddress, _ peer: Value) {
        var bytes: [UInt8] = [0, 0, 0, 0]
        if case .ipv4(let client, _) = address.unmapped { bytes = client.bytes }
        for index in 0..<4 {
            if peer.isBytevector {
                peer.bytes[index] = bytes[index]
            } else {
                scheme.heap.setString(peer, at: index, UInt32(bytes[index]))
            }
        }
    }
}

extension Interpreter {
    /// The next connection of a server, waited for when asked; otherwise two values of #f when there is none.
    func accept(
        _ core: ChannelCore, waits: Bool, _ server: Value, _ procedure: String
    ) throws(Signal) -> (StreamSocket, SocketAddress) {
        guard core.isOpen else { throw wrongType(.false, 0, "channel-descriptor") }
        let listener: SocketListener
        switch core.content {
        case .server(let bound): listener = bound
        case .unboundServer where !waits: throw .values([.false, .false])
        case .unboundServer, .stream: throw systemError(SystemError(EINVAL, "accept"), procedure, [server])
        }
        while true {
            do throws(SystemError) {
                if case .connection(let socket, let peer) = try listener.accept(askKernel: !waits) {
                    return (socket, peer)
                }
            } catch {
                throw systemError(error, procedure, [server])
            }
            guard waits else { throw .values([.false, .false]) }
            switch listener.wait(waiter: scheduler.token) {
            case .ready: continue
            case .closed: throw wrongType(.false, 0, "channel-descriptor")
            case .waiting(let id): throw scheduler.park(.descriptor(id))
            }
        }
    }
}
