import SchoonerReactor
import SchoonerText

/// What the ports of one interpreter have in common.
package final class PortSystem {
    let pool = BufferPool()
    /// How an accepted connection ends its lines when the program does not say: CR-LF in both directions, as the
    /// manual has it, unless `--line-ending` says otherwise.
    package var acceptLineEnding = LineEnding.seedCRLF
    /// What the console ports read from and write to, if not the process's standard input, output and error; to be
    /// set before boot.
    package var consoleDevice: (any PortDevice)?
    package var errorDevice: (any PortDevice)?
    private var translators: [Translators] = []
    /// The parameters, in the order of `StandardPort`; nil until they are made.
    fileprivate(set) var parameters: UnsafeMutablePointer<Value>?
    /// The console's port, and the environment in which the form that is being typed there will be evaluated; nil until boot.
    fileprivate(set) var consolePort: UnsafeMutablePointer<Value>?
    fileprivate(set) var formEnvironment: UnsafeMutablePointer<Value>?

    private var absent: AbsentDevice?

    package init() {}

    /// What stands for the device of a port over memory.
    func absentDevice(_ reactor: Reactor) -> AbsentDevice {
        if let absent { return absent }
        let made = AbsentDevice(reactor: reactor)
        absent = made
        return made
    }

    /// New translators for a line ending; their tables are shared by all ports that use it.
    func translators(for ending: LineEnding) -> (InputLineTranslator, OutputLineTranslator) {
        for known in translators where known.ending == ending { return (known.input, known.output) }
        let made = Translators(ending)
        if translators.count < 16 { translators.append(made) }
        return (made.input, made.output)
    }
}

/// The translators of one line ending, at the beginning of a stream.
private final class Translators {
    let ending: LineEnding
    let input: InputLineTranslator
    let output: OutputLineTranslator

    init(_ ending: LineEnding) {
        self.ending = ending
        input = InputLineTranslator(ending)
        output = OutputLineTranslator(ending)
    }
}

/// The parameters that hold ports.
package enum StandardPort: Int, CaseIterable {
    case currentInput, currentOutput, currentError, notification, trace, interaction, console

    var name: String {
        switch self {
        case .currentInput: "current-input-port"
        case .currentOutput: "current-output-port"
        case .currentError: "current-error-port"
        case .notification: "notification-output-port"
        case .trace: "trace-output-port"
        case .interaction: "interaction-i/o-port"
        case .console: "console-i/o-port"
        }
    }
}

extension Interpreter {
    /// Makes the console ports and binds the parameters that hold ports; called once, at boot.
    func makeStandardPorts(_ devices: ConsoleDevices) {
        let console = makeConsolePort(
            PortCore(
                self, .console, [.inputOpen, .outputOpen, .isInput, .isOutput, .textual, .flushesItself],
                device: ports.consoleDevice ?? devices.console(reactor), lineEnding: .text))
        let error = makeConsolePort(
            PortCore(
                self, .console, [.outputOpen, .isOutput, .textual, .flushesItself],
                device: ports.errorDevice ?? devices.errors(reactor)))
        let first = heap.roots + heap.rootCount
        for port in StandardPort.allCases {
            _ = heap.makeStandingRoot(makeParameter(port, holding: port == .currentError ? error : console))
        }
        ports.parameters = first
        ports.consolePort = heap.makeStandingRoot(console)
        ports.formEnvironment = heap.makeStandingRoot(userEnvironment)
    }

    private func makeParameter(_ port: StandardPort, holding value: Value) -> Value {
        let converter = libraryProcedure(port == .currentInput ? "%input-port-value" : "%output-port-value")
        let parameter = heap.object(.parameter, heap.intern(port.name), value, converter, .false)
        heap.define(systemEnvironment, port.name, parameter)
        return parameter
    }

    /// A port of every interpreter: its object may have come with the image.
    private func makeConsolePort(_ core: PortCore) -> Value {
        let port = heap.makeStandingRoot(heap.object(.port, .zero, .zero, .false, .false)).pointee
        connect(port, to: core)
        return port
    }

    /// The port that a parameter holds in the current dynamic environment.
    package func standardPort(_ port: StandardPort) -> Value {
        guard let parameters = ports.parameters else { return .false }
        return machine.parameterValue(parameters[port.rawValue])
    }

    /// Changes a parameter where it stands (`set-current-output-port!`).
    func setStandardPort(_ port: StandardPort, _ value: Value) {
        if let parameters = ports.parameters { machine.setParameter(parameters[port.rawValue], value) }
    }

    /// The heap object of a port.
    package func makePort(_ core: PortCore, channel: Value = .false, extra: Value = .false) -> Value {
        let port = heap.object(.port, .zero, .zero, channel, extra)
        connect(port, to: core)
        return port
    }

    private func connect(_ port: Value, to core: PortCore) {
        let handle = heap.handles.insert(core)
        heap.set(port, slot: 0, Value(fixnum: handle))
        heap.set(port, slot: 1, Value(bits: Int(bitPattern: core.state)))
        heap.handles.own(handle, by: port)
    }

    /// The port over a connection.
    package func makeSocketPort(
        _ socket: any PortDevice, channel: Value, textual: Bool, lineEnding: LineEnding
    ) -> Value {
        var flags: PortFlags = [.inputOpen, .outputOpen, .isInput, .isOutput]
        if textual { flags.insert(.textual) }
        let core = PortCore(
            self, .socket, flags, device: socket, coding: textual ? .utf8 : .binary, lineEnding: lineEnding)
        core.channelHandle = channel[slot: 0].fixnum
        return makePort(core, channel: channel)
    }
}

extension PortCore: PrintedHandle {
    package var printedForm: (kind: String, detail: String, part: Value?) {
        let flags = state.pointee.flags
        let direction =
            switch (flags.contains(.isInput), flags.contains(.isOutput)) {
            case (true, true): "i/o"
            case (true, false): "input"
            default: "output"
            }
        let name = "\(isTextual ? "textual" : "binary")-\(direction)-port"
        guard isTextual else { return (name, "", nil) }
        switch kind {
        case .console: return (name, "for console", nil)
        case .socket:
            guard let channelHandle else { return (name, "", nil) }
            return (name, "for channel: ", scheduler.heap.handles.owner(of: channelHandle))
        case .string: return (name, flags.contains(.isInput) ? "from string" : "to string", nil)
        case .bytevector, .custom, .binaryPort: return (name, "", nil)
        case .file(let file):
            let quoted = scheduler.interpreter.written(scheduler.heap.string(file))
            return (name, "for file: \(quoted)", nil)
        }
    }
}
