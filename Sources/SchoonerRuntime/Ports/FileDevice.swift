import SchoonerReactor

/// A regular file. The kernel never makes anyone wait for one.
package final class RegularFile: PortDevice {
    package let reactor: Reactor
    private var descriptor: Int32

    /// - Parameter descriptor: an open file, which this object closes.
    package init(reactor: Reactor, descriptor: Int32) {
        self.reactor = reactor
        self.descriptor = descriptor
    }

    deinit { close() }

    package func read(into buffer: UnsafeMutableRawBufferPointer, askKernel: Bool) throws(SystemError) -> ReadResult {
        try reactor.calls.readBytes(descriptor, into: buffer)
    }

    package func write(from buffer: UnsafeRawBufferPointer) throws(SystemError) -> WriteResult {
        try reactor.calls.writeBytes(descriptor, from: buffer)
    }

    package func wait(_ direction: Direction, waiter: UInt64) -> WaitResult { descriptor < 0 ? .closed : .ready }
    package func wake(_ direction: Direction) {}
    package func endInput() {}
    package func endOutput() {}
    package var mayFlushLate: Bool { false }

    package func close() {
        guard descriptor >= 0 else { return }
        reactor.calls.closeDescriptor(descriptor)
        descriptor = -1
        reactor.descriptorWasFreed()
    }
}

/// Terminals, pipes and what else the process was given or opened by name: one descriptor for each direction, watched from
/// the first use on.
package final class StreamDevice: PortDevice {
    package let reactor: Reactor
    private let descriptors: (input: Int32, output: Int32)
    private let ownsDescriptors: Bool
    private var files: (input: InheritedFile?, output: InheritedFile?)
    private var isClosed = false
    private var outputIsClosed = false

    /// - Parameters:
    ///   - input: the descriptor to read from, or -1.
    ///   - output: the descriptor to write to, or -1.
    package init(reactor: Reactor, input: Int32, output: Int32, ownsDescriptors: Bool = false) {
        self.reactor = reactor
        descriptors = (input, output)
        self.ownsDescriptors = ownsDescriptors
    }

    deinit { close() }

    /// The descriptor of one direction, or -1.
    func descriptor(_ direction: Direction) -> Int32 {
        if isClosed { return -1 }
        return direction == .read ? descriptors.input : descriptors.output
    }

    private func inputFile() throws(SystemError) -> InheritedFile {
        if let file = files.input { return file }
        let file =
            ownsDescriptors
            ? try InheritedFile(reactor: reactor, descriptor: descriptors.input, ownsDescriptor: true)
            : try InheritedFile.input(reactor: reactor, descriptor: descriptors.input)
        files.input = file
        return file
    }

    private func outputFile() throws(SystemError) -> InheritedFile {
        if let file = files.output { return file }
        let file = try InheritedFile(
            reactor: reactor, descriptor: descriptors.output, ownsDescriptor: ownsDescriptors)
        files.output = file
        return file
    }

    package func read(into buffer: UnsafeMutableRawBufferPointer, askKernel: Bool) throws(SystemError) -> ReadResult {
        if descriptors.input < 0 || isClosed { return .endOfFile }
        return try inputFile().read(into: buffer)
    }

    package func write(from buffer: UnsafeRawBufferPointer) throws(SystemError) -> WriteResult {
        if descriptors.output < 0 || isClosed || outputIsClosed { return .wrote(buffer.count) }
        return try outputFile().write(from: buffer)
    }

    package func wait(_ direction: Direction, waiter: UInt64) -> WaitResult {
        guard !isClosed, direction == .read || !outputIsClosed,
            let file = direction == .read ? files.input : files.output
        else { return .ready }
        return file.wait(direction, waiter: waiter)
    }

    package func wake(_ direction: Direction) {
        guard let file = direction == .read ? files.input : files.output else { return }
        reactor.wakeWaiters(file.registration, direction)
    }

    package func endInput() {}

    /// Ends the input of whoever reads what this device writes, where the two directions have a descriptor each.
    package func endOutput() {
        guard ownsDescriptors, !isClosed, !outputIsClosed, descriptors.input >= 0, descriptors.output >= 0,
            descriptors.input != descriptors.output
        else { return }
        outputIsClosed = true
        if let file = files.output { file.close() } else { reactor.calls.closeDescriptor(descriptors.output) }
    }

    package var mayFlushLate: Bool { false }

    package func close() {
        guard !isClosed else { return }
        isClosed = true
        files.input?.close()
        if !outputIsClosed { files.output?.close() }
        guard ownsDescriptors else { return }
        if files.input == nil && descriptors.input >= 0 { reactor.calls.closeDescriptor(descriptors.input) }
        if files.output == nil && !outputIsClosed && descriptors.output >= 0 {
            reactor.calls.closeDescriptor(descriptors.output)
        }
    }
}
