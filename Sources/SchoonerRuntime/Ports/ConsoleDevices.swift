import SchoonerReactor

/// Where the console's input comes from and its output goes.
package struct ConsoleDevices {
    /// Where bytes go.
    package enum Output {
        /// A descriptor of the process.
        case descriptor(Int32)
        /// A function, called on the interpreter's thread; it must not call the interpreter.
        case receiver(([UInt8]) -> Void)
    }

    package var input: Int32
    package var output: Output
    package var errors: Output

    /// - Parameter input: a descriptor of the process; -1 for an input that has ended.
    package init(input: Int32 = 0, output: Output = .descriptor(1), errors: Output = .descriptor(2)) {
        self.input = input
        self.output = output
        self.errors = errors
    }

    func console(_ reactor: Reactor) -> any PortDevice { device(reactor, input: input, output) }

    func errors(_ reactor: Reactor) -> any PortDevice { device(reactor, input: -1, errors) }

    private func device(_ reactor: Reactor, input: Int32, _ output: Output) -> any PortDevice {
        switch output {
        case .descriptor(let descriptor): StreamDevice(reactor: reactor, input: input, output: descriptor)
        case .receiver(let receive):
            ReceiverDevice(StreamDevice(reactor: reactor, input: input, output: -1), receive)
        }
    }
}

/// A console whose output goes to a function.
private final class ReceiverDevice: PortDevice {
    private let input: StreamDevice
    private let receive: ([UInt8]) -> Void

    init(_ input: StreamDevice, _ receive: @escaping ([UInt8]) -> Void) {
        self.input = input
        self.receive = receive
    }

    var reactor: Reactor { input.reactor }
    var mayFlushLate: Bool { false }

    func read(into buffer: UnsafeMutableRawBufferPointer, askKernel: Bool) throws(SystemError) -> ReadResult {
        try input.read(into: buffer, askKernel: askKernel)
    }

    func write(from buffer: UnsafeRawBufferPointer) throws(SystemError) -> WriteResult {
        receive(Array(buffer))
        return .wrote(buffer.count)
    }

    func wait(_ direction: Direction, waiter: UInt64) -> WaitResult {
        direction == .read ? input.wait(direction, waiter: waiter) : .ready
    }

    func wake(_ direction: Direction) { input.wake(direction) }
    func endInput() {}
    func endOutput() {}
    func close() { input.close() }
}
