import SchoonerReactor
import SchoonerRuntime

/// A console that nobody types at, and that keeps what programs print.
final class ConsoleRecorder: PortDevice {
    let reactor: Reactor
    private(set) var bytes: [UInt8] = []
    /// A program that prints for ever is not listened to for ever.
    private let limit = 200_000

    init(reactor: Reactor) { self.reactor = reactor }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    func read(into buffer: UnsafeMutableRawBufferPointer, askKernel: Bool) throws(SystemError) -> ReadResult {
        .endOfFile
    }

    func write(from buffer: UnsafeRawBufferPointer) throws(SystemError) -> WriteResult {
        bytes.append(contentsOf: buffer.prefix(limit - bytes.count))
        return .wrote(buffer.count)
    }

    func wait(_ direction: Direction, waiter: UInt64) -> WaitResult { .ready }
    func wake(_ direction: Direction) {}
    func endInput() {}
    func endOutput() {}
    func close() {}
    var mayFlushLate: Bool { false }
}
