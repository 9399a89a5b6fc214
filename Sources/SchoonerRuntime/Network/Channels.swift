import SchoonerReactor
import SchoonerText

/// The Swift object behind a channel: a server or a connection.
package final class ChannelCore: PrintedHandle, Finishable {
    enum Content {
        /// Made by `create-tcp-server-socket` and not bound.
        case unboundServer
        case server(SocketListener)
        case stream(StreamSocket)
    }

    var content: Content
    /// Closed before it was bound.
    private var isClosedUnbound = false

    init(_ content: Content) { self.content = content }

    var isOpen: Bool {
        switch content {
        case .unboundServer: !isClosedUnbound
        case .server(let listener): !listener.isClosed
        case .stream(let socket): !socket.isClosed
        }
    }

    func close() {
        switch content {
        case .unboundServer: isClosedUnbound = true
        case .server(let listener): listener.close()
        case .stream(let socket): socket.close()
        }
    }

    /// A dropped server stops listening. A connection belongs to its port as well, which flushes and closes it.
    package func finish() {
        if case .stream = content { return }
        close()
    }

    package var printedForm: (kind: String, detail: String, part: Value?) { ("channel", "", nil) }

    /// MIT's symbol for the kind of channel.
    var typeName: String {
        switch content {
        case .unboundServer: "tcp-server-socket"
        case .server(let listener): listener.localAddress.family == .unix ? "unix-server-socket" : "tcp-server-socket"
        case .stream(let socket):
            (try? socket.localAddress())?.family == .unix ? "unix-stream-socket" : "tcp-stream-socket"
        }
    }
}

extension Value {
    var isChannel: Bool { isType(.channel) }
}

extension Interpreter {
    /// The heap object of a channel: `[handle]`.
    func makeChannel(_ content: ChannelCore.Content) -> Value {
        let handle = heap.handles.insert(ChannelCore(content))
        let channel = heap.object(.channel, Value(fixnum: handle))
        heap.handles.own(handle, by: channel)
        return channel
    }

    func channelCore(_ value: Value, _ operand: Int?, _ procedure: String) throws(Signal) -> ChannelCore {
        guard value.isChannel, let core = heap.handles[value[slot: 0].fixnum] as? ChannelCore else {
            throw wrongType(value, operand, procedure)
        }
        return core
    }

    /// The port over a new connection, with its channel.
    func makePort(over socket: StreamSocket, textual: Bool, lineEnding: LineEnding) -> Value {
        makeSocketPort(socket, channel: makeChannel(.stream(socket)), textual: textual, lineEnding: lineEnding)
    }
}

/// Channels as such: MIT 12.1.
enum ChannelPrimitives {
    static let table: [Primitive] = [
        Primitive("channel?", 1, "Whether the object is a channel. MIT 12.1") { _, arguments in
            Value(arguments[0].isChannel)
        },
        Primitive("channel-open?", 1, "Whether a channel has not been closed. MIT 12.1") {
            (scheme, arguments) throws(Signal) in
            Value(try scheme.channelCore(arguments[0], 0, "channel-open?").isOpen)
        },
        Primitive("channel-closed?", 1, "Whether a channel has been closed. MIT 12.1") {
            (scheme, arguments) throws(Signal) in
            Value(!(try scheme.channelCore(arguments[0], 0, "channel-closed?").isOpen))
        },
        Primitive("channel-close", 1, "Closes a channel at once; twice is harmless. MIT 12.1") {
            (scheme, arguments) throws(Signal) in
            try scheme.channelCore(arguments[0], 0, "channel-close").close()
            return .unspecific
        },
        Primitive("channel-type", 1, "The symbol for the kind of channel. MIT 12.1") {
            (scheme, arguments) throws(Signal) in
            scheme.heap.intern(try scheme.channelCore(arguments[0], 0, "channel-type").typeName)
        },
    ]
}
