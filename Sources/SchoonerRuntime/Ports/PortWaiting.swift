import SchoonerReactor

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Waiting for a port's device. Every primitive that waits is called again from its beginning when it is woken, so what has
/// arrived stays with the port until the whole operation can be done.
extension Interpreter {
    /// Gets more input for a port, and waits when there is none. False at the end of the stream.
    func fillOrWait(_ port: Value, _ core: PortCore) throws(Signal) -> Bool {
        while true {
            let result: PortCore.Fill
            do throws(SystemError) {
                result = try core.fill()
            } catch {
                throw portError(port, error, "channel-read")
            }
            switch result {
            case .bytes:
                if core.inputCapacity > heap.byteLimit / 2 { throw .abort(.outOfMemory) }
                return true
            case .endOfFile: return false
            case .wouldBlock: break
            }
            // Nobody answers a question that has not been sent.
            try sendOrSignal(port, core, marksRest: true)
            try wait(port, core, .read)
        }
    }

    /// Parks the thread until the device may go on; returns at once when it may already.
    func wait(_ port: Value, _ core: PortCore, _ direction: Direction) throws(Signal) {
        guard core.hasDevice else { return }
        switch core.device.wait(direction, waiter: scheduler.token) {
        case .ready: return
        case .closed: throw badRange(port, nil, direction == .read ? "read-char" : "write-char")
        case .waiting(let id): throw scheduler.park(.descriptor(id))
        }
    }

    /// Sends waiting output as far as the device takes it; true when nothing is left.
    @discardableResult
    func sendOrSignal(
        _ port: Value, _ core: PortCore, marksRest: Bool, keepsBuffer: Bool = false
    ) throws(Signal) -> Bool {
        guard core.outputCount > 0 else { return true }
        do throws(SystemError) {
            if try core.send(keepsBuffer: keepsBuffer) { return true }
        } catch {
            throw portError(port, error, "channel-write")
        }
        if marksRest { mark(core) }
        return false
    }

    /// Sends all output and waits for the device as long as it takes.
    func sendAll(_ port: Value, _ core: PortCore) throws(Signal) {
        while try !sendOrSignal(port, core, marksRest: false) { try wait(port, core, .write) }
    }

    /// Waits until the port takes more output: to be called before anything is written, so that nothing is
    /// written twice.
    @inline(__always) func admitOutput(_ port: Value, _ core: PortCore) throws(Signal) {
        if _slowPath(core.outputCapacity > PortCore.highWater) { try drain(port, core) }
    }

    @inline(never) private func drain(_ port: Value, _ core: PortCore) throws(Signal) {
        guard core.hasDevice else { return }
        while core.outputCount >= PortCore.highWater {
            if try sendOrSignal(port, core, marksRest: false) { return }
            if core.outputCount < PortCore.highWater { break }
            try wait(port, core, .write)
        }
        if core.outputCount > 0 { mark(core) }
    }

    /// To be called after something was written: sends a full buffer, and has the console flushed at the next pause.
    @inline(__always) func noteOutput(_ port: Value, _ core: PortCore) throws(Signal) {
        if !core.hasDevice {
            // What a string port collects counts against the heap's limit.
            if core.outputCapacity > heap.byteLimit / 2 { throw .abort(.outOfMemory) }
            return
        }
        if core.outputCount >= PortCore.sendThreshold {
            core.writesInBulk = true
            try sendOrSignal(port, core, marksRest: true, keepsBuffer: true)
        } else if core.state.pointee.flags.contains(.flushesItself) {
            mark(core)
        }
    }

    /// Has the scheduler send the port's output at the next pause.
    func mark(_ core: PortCore) {
        guard !core.state.pointee.flags.contains(.isMarked) else { return }
        core.state.pointee.flags.insert(.isMarked)
        scheduler.flushLater(core.flushable)
    }

    /// Sends the output of every port, waiting for slow receivers: at exit.
    ///
    /// - Parameter limit: nanoseconds to wait at most.
    package func flushAllPorts(limit: Int64 = 2_000_000_000) {
        for port in heap.handles.liveOwners where port.isPort {
            let core = port.portCore
            if core.hasDevice && core.outputCount > 0 { mark(core) }
        }
        scheduler.finishOutput(limit: limit)
    }
}

extension PortCore: Finishable {
    /// The port for the scheduler's list, without counting references.
    var flushable: Unmanaged<Flushable> { .fromOpaque(state.pointee.core.toOpaque()) }

    /// Sends what a late flush has left to send, and has itself called again when the device takes no more now. An error is
    /// kept for the thread's next operation on the port.
    func flushLate() {
        state.pointee.flags.remove(.isMarked)
        if outputCount < BufferPool.unit { writesInBulk = false }
        do throws(SystemError) {
            if try send() { return }
        } catch {
            pendingError = error
            state.pointee.flags.insert(.hasError)
            return
        }
        state.pointee.flags.insert(.isMarked)
        guard hasDevice else { return }
        let token = scheduler.token(toFlush: self)
        switch device.wait(.write, waiter: token) {
        case .waiting: return
        case .ready: scheduler.flushLater(flushable)
        case .closed: state.pointee.flags.remove(.isMarked)
        }
        scheduler.withdraw(token)
    }

    /// The program has dropped the port: its output is sent as far as that takes no waiting, and it is closed.
    package func finish() {
        _ = try? send()
        release()
        if state.pointee.flags.contains(.isMarked) { scheduler.forget(self) }
    }

    /// Closes the device and gives all buffers back.
    func release() {
        device.close()
        state.pointee.flags.remove([.inputOpen, .outputOpen, .hasError])
        pendingError = nil
        releaseInput()
        if hasDevice { releaseOutput() }
        decoded = []
        decodedNext = 0
        scannedCharacters = 0
        datumScanner = nil
        inputChanged()
    }
}
