import SchoonerReactor

/// A binary port as the device of a textual one: the bytes go through the binary port's buffers.
final class BinaryPortDevice: PortDevice {
    private let core: PortCore
    let reactor: Reactor

    init(_ core: PortCore, reactor: Reactor) {
        self.core = core
        self.reactor = reactor
    }

    func read(into buffer: UnsafeMutableRawBufferPointer, askKernel: Bool) throws(SystemError) -> ReadResult {
        if core.state.pointee.inputCount == 0 {
            switch try core.fill(askKernel: askKernel) {
            case .bytes: break
            case .endOfFile: return .endOfFile
            case .wouldBlock: return .wouldBlock
            }
        }
        let count = min(buffer.count, core.state.pointee.inputCount)
        buffer.copyMemory(from: UnsafeRawBufferPointer(start: core.state.pointee.inputNext, count: count))
        core.take(count)
        return .bytes(count)
    }

    func write(from buffer: UnsafeRawBufferPointer) throws(SystemError) -> WriteResult {
        if core.hasDevice, try !core.send() { return .wouldBlock }
        guard let first = buffer.bindMemory(to: UInt8.self).baseAddress else { return .wrote(0) }
        core.append(first, buffer.count)
        if core.hasDevice { _ = try core.send() }
        return .wrote(buffer.count)
    }

    func wait(_ direction: Direction, waiter: UInt64) -> WaitResult {
        core.hasDevice ? core.device.wait(direction, waiter: waiter) : .ready
    }

    func wake(_ direction: Direction) { core.device.wake(direction) }
    func endInput() { core.closeInput() }
    func endOutput() { core.closeOutput() }
    func close() { core.release() }
    var mayFlushLate: Bool { core.device.mayFlushLate }
}

/// Characters through a binary port: MIT Scheme 12.1.
enum BinaryPortDevicePrimitives {
    static let table: [Primitive] = [
        Primitive(
            "binary->textual-port", 1, "A textual port that reads and writes through a binary one. MIT 12.1", make)
    ]

    static func make(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let binary = arguments[0]
        guard binary.isPort, !binary.portCore.isTextual else {
            throw scheme.wrongType(binary, 0, "binary->textual-port")
        }
        var flags = binary.portState.pointee.flags.intersection([.inputOpen, .outputOpen, .isInput, .isOutput])
        flags.insert(.textual)
        let device = BinaryPortDevice(binary.portCore, reactor: scheme.reactor)
        let core = PortCore(scheme, .binaryPort, flags, device: device)
        return scheme.makePort(core, extra: binary)
    }
}
