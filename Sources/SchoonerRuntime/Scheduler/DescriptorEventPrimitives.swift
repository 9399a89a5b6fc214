import SchoonerReactor

/// What `register-io-thread-event` is made of.
enum DescriptorEventPrimitives {
    static let table: [Primitive] = [
        Primitive(
            "channel-descriptor-for-select", 1, "The number of the descriptor under a channel or port. MIT 12.1",
            descriptorNumber),
        Primitive(
            "%descriptor-ready?", 2, "Whether a call on a descriptor, in a direction, would not block.", isReady),
        Primitive(
            "%start-descriptor-event", 4,
            "Has a thread call a thunk when the descriptor may be ready; #t: it is now; #f: it cannot be watched.",
            startEvent),
    ]

    /// A descriptor: an integer, a channel or a port.
    private static func descriptor(
        _ scheme: Interpreter, _ arguments: Arguments, _ direction: Direction, _ procedure: String
    ) throws(Signal) -> Int32 {
        let target = arguments[0]
        var number: Int32 = -1
        if target.isFixnum {
            number = Int32(exactly: target.fixnum) ?? -1
        } else if target.isChannel {
            switch try scheme.channelCore(target, 0, procedure).content {
            case .unboundServer: break
            case .server(let listener): number = listener.isClosed ? -1 : listener.descriptor
            case .stream(let socket): number = socket.isClosed ? -1 : socket.descriptor
            }
        } else if target.isPort {
            let device = target.portCore.device
            if let socket = device as? StreamSocket, !socket.isClosed { number = socket.descriptor }
            if let file = device as? StreamDevice { number = file.descriptor(direction) }
        }
        guard number >= 0 else { throw scheme.wrongType(target, 0, procedure) }
        return number
    }

    private static func direction(_ scheme: Interpreter, _ value: Value) throws(Signal) -> Direction {
        if value.isSymbol {
            switch value.symbolText {
            case "read": return .read
            case "write": return .write
            default: break
            }
        }
        throw scheme.wrongType(value, nil, "register-io-thread-event")
    }

    static func descriptorNumber(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(fixnum: Int(try descriptor(scheme, arguments, .read, "channel-descriptor-for-select")))
    }

    static func isReady(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let direction = try direction(scheme, arguments[1])
        let number = try descriptor(scheme, arguments, direction, "register-io-thread-event")
        return Value(scheme.reactor.calls.isReady(number, direction))
    }

    static func startEvent(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let direction = try direction(scheme, arguments[1])
        let number = try descriptor(scheme, arguments, direction, "register-io-thread-event")
        let thread = try scheme.threadArgument(arguments, 2, "register-io-thread-event")
        guard arguments[3].isProcedure else { throw scheme.wrongType(arguments[3], 3, "register-io-thread-event") }
        if scheme.reactor.calls.isReady(number, direction) { return .true }
        // A descriptor of another's making, which the reactor does not know.
        guard let registration = scheme.reactor.registration(of: number) else { return .false }
        scheme.reactor.noteWouldBlock(registration, direction)
        return scheme.scheduler.startDescriptorEvent(registration, direction, thread: thread, arguments[3]) ?? .true
    }
}
