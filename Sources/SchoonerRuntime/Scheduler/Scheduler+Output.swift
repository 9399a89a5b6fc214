/// Output that waits to be sent, and Swift objects whose heap objects have died.
extension Scheduler {
    /// Sends what the marked ports hold, as far as the kernel takes it.
    package func flushPorts() {
        guard !dirtyPorts.isEmpty else { return }
        // The two arrays change places: nothing is allocated, and a port may mark itself anew.
        swap(&dirtyPorts, &portsInFlush)
        var index = 0
        while index < portsInFlush.count {
            portsInFlush[index]._withUnsafeGuaranteedRef { $0.flushNow() }
            index += 1
        }
        portsInFlush.removeAll()
    }

    /// Has a port flushed when the running thread parks or its slice ends.
    package func flushLater(_ port: Unmanaged<Flushable>) { dirtyPorts.append(port) }

    /// A port is going away.
    package func forget(_ port: Flushable) {
        let address = Unmanaged.passUnretained(port).toOpaque()
        dirtyPorts.removeAll { $0.toOpaque() == address }
    }

    /// Lets the objects behind dead ports and other handles flush and close.
    func finishDropped() {
        guard !heap.handles.dropped.isEmpty else { return }
        for object in heap.handles.takeDropped() { (object as? any Finishable)?.finish() }
    }

    /// Sends all output before the end of the program, waiting for slow receivers.
    ///
    /// - Parameter limit: nanoseconds to wait at most.
    package func finishOutput(limit: Int64 = 2_000_000_000) {
        flushPorts()
        let deadline = reactor.clock.now() + limit
        while background.portCount > 0 && reactor.clock.now() < deadline {
            guard (try? reactor.poll(until: deadline)) != nil else { return }
            deliverWakes()
            flushPorts()
        }
    }
}
