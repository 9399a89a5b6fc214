import SchoonerReactor

/// One direction of a connection under a port of its own: closing such a port leaves the connection open. SRFI 106.
///
/// What the connection's own port has read ahead is delivered first, and what it has yet to send is sent first.
final class SocketSide: PortDevice {
    private let connection: PortCore
    private let device: any PortDevice

    init(of connection: PortCore, over device: any PortDevice) {
        self.connection = connection
        self.device = device
    }

    var reactor: Reactor { device.reactor }
    /// The connection may be closed before the next pause.
    var mayFlushLate: Bool { false }

    func read(into buffer: UnsafeMutableRawBufferPointer, askKernel: Bool) throws(SystemError) -> ReadResult {
        let count = min(connection.state.pointee.inputCount, buffer.count)
        guard count > 0 else { return try device.read(into: buffer, askKernel: askKernel) }
        buffer.baseAddress?.copyMemory(from: connection.state.pointee.inputNext, byteCount: count)
        connection.take(count)
        return .bytes(count)
    }

    func write(from buffer: UnsafeRawBufferPointer) throws(SystemError) -> WriteResult {
        guard try connection.send() else { return .wouldBlock }
        return try device.write(from: buffer)
    }

    func wait(_ direction: Direction, waiter: UInt64) -> WaitResult { device.wait(direction, waiter: waiter) }
    func wake(_ direction: Direction) { device.wake(direction) }
    func endInput() {}
    func endOutput() {}
    func close() {}
}

/// What SRFI 106 needs beyond MIT's sockets.
enum SocketSidePrimitives {
    static let table: [Primitive] = [
        Primitive(
            "%connection-input-port", 1, "A fresh binary input port that reads from a binary connection. SRFI 106"
        ) { (scheme, arguments) throws(Signal) in
            try side(scheme, arguments, [.inputOpen, .isInput], "socket-input-port")
        },
        Primitive(
            "%connection-output-port", 1, "A fresh binary output port that writes to a binary connection. SRFI 106"
        ) { (scheme, arguments) throws(Signal) in
            try side(scheme, arguments, [.outputOpen, .isOutput], "socket-output-port")
        },
        Primitive(
            "%receive-bytes", 3,
            "Bytes that have come over a binary port, at least one if any will, at most so many; third: whether they stay.",
            receive),
    ]

    private static func side(
        _ scheme: Interpreter, _ arguments: Arguments, _ flags: PortFlags, _ procedure: String
    ) throws(Signal) -> Value {
        let port = arguments[0]
        guard port.isPort, !port.portCore.isTextual else { throw scheme.wrongType(port, 0, procedure) }
        guard port.portCore.hasDevice else { throw scheme.badRange(port, 0, procedure) }
        let core = PortCore(
            scheme, .socket, flags, device: SocketSide(of: port.portCore, over: port.portCore.device), coding: .binary)
        // The connection lives at least as long as its sides.
        return scheme.makePort(core, channel: port[slot: PortLayout.channel], extra: port)
    }

    static func receive(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let count = try scheme.countArgument(arguments, 1, "socket-recv")
        let port = try scheme.binaryInput(arguments[0], "socket-recv")
        if count == 0 { return scheme.heap.bytevector(count: 0) }
        let core = port.portCore
        while core.state.pointee.inputCount == 0 {
            if try !scheme.fillOrWait(port, core) { return scheme.heap.bytevector(count: 0) }
        }
        let taken = min(count, core.state.pointee.inputCount)
        try scheme.ensureRoom(forWords: taken / 8 + 4)
        let result = scheme.heap.bytevector(count: taken)
        result.bytes.update(from: core.state.pointee.inputNext, count: taken)
        if arguments[2].isFalse { core.take(taken) }
        return result
    }
}
