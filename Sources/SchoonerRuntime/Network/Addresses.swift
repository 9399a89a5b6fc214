import SchoonerReactor

/// Host addresses, and the addresses of sockets: MIT 15.8.
enum AddressPrimitives {
    static let table: [Primitive] = [
        Primitive("allocate-host-address", 0, "A fresh address, four bytes 0. MIT 15.8") { (scheme, _) in
            scheme.heap.bytevector(count: 4)
        },
        Primitive("host-address-any", 0, "The address that stands for all of this machine's. MIT 15.8") { (scheme, _) in
            scheme.byteString(IPv4Address.any.bytes)
        },
        Primitive("host-address-loopback", 0, "The address of this machine for itself. MIT 12.1") { (scheme, _) in
            scheme.byteString(IPv4Address.loopback.bytes)
        },
        Primitive(
            "tcp-socket-local-address", 1,
            "Two values: the address of this end of a port or channel, four or sixteen bytes, and its port number."
        ) {
            (scheme, arguments) throws(Signal) in
            throw try address(scheme, arguments[0], "tcp-socket-local-address") { (socket) throws(SystemError) in
                try socket.localAddress()
            }
        },
        Primitive(
            "tcp-socket-peer-address", 1,
            "Two values: the address of the other end of a port or channel, four or sixteen bytes, and its port number."
        ) {
            (scheme, arguments) throws(Signal) in
            throw try address(scheme, arguments[0], "tcp-socket-peer-address") { (socket) throws(SystemError) in
                try socket.peerAddress()
            }
        },
    ]

    private static func address(
        _ scheme: Interpreter, _ value: Value, _ procedure: String,
        _ ask: (StreamSocket) throws(SystemError) -> SocketAddress
    ) throws(Signal) -> Signal {
        let channel = value.isPort ? value[slot: PortLayout.channel] : value
        guard channel.isChannel else { throw scheme.wrongType(value, 0, procedure) }
        let core = try scheme.channelCore(channel, 0, procedure)
        guard core.isOpen else { throw scheme.badRange(value, 0, procedure) }
        let address: SocketAddress
        switch core.content {
        case .unboundServer: throw scheme.badRange(value, 0, procedure)
        case .server(let listener): address = listener.localAddress
        case .stream(let socket):
            do throws(SystemError) {
                address = try ask(socket)
            } catch {
                throw scheme.systemError(error, procedure, [value])
            }
        }
        let plain = address.unmapped
        if let port = plain.port {
            return .values([scheme.heap.bytevector(plain.bytes), Value(fixnum: Int(port))])
        }
        return .values([scheme.heap.string(plain.host), .false])
    }
}
