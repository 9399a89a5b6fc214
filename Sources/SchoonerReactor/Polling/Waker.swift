import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Ends a reactor's wait; may be kept and called by any thread, also after the reactor is gone.
package final class Waker: Sendable {
    private struct State {
        var readEnd: Int32
        var writeEnd: Int32
        var isPending = false
    }

    private let state: Mutex<State>

    /// A waker over an eventfd (both ends the same) or a pipe, which it then owns.
    init(readEnd: Int32, writeEnd: Int32) {
        state = Mutex(State(readEnd: readEnd, writeEnd: writeEnd))
    }

    /// A waker with no descriptor: it only remembers. For a poller that plays the kernel.
    package convenience init() { self.init(readEnd: -1, writeEnd: -1) }

    /// Makes the present or the next wait return at once. Thread-safe; several calls before that wait count as one.
    package func wake() {
        state.withLock { state in
            guard !state.isPending else { return }
            state.isPending = true
            guard state.writeEnd >= 0 else { return }
            // Eight bytes: what an eventfd takes; a pipe does not mind.
            var one: UInt64 = 1
            while write(state.writeEnd, &one, 8) < 0 && errno == EINTR {}
        }
    }

    /// Takes the wake-up back out of the descriptor; true when there was one.
    @discardableResult
    package func acknowledge() -> Bool {
        state.withLock { state in
            let wasPending = state.isPending
            state.isPending = false
            guard wasPending, state.readEnd >= 0 else { return wasPending }
            var drain: UInt64 = 0
            while read(state.readEnd, &drain, 8) < 0 && errno == EINTR {}
            return wasPending
        }
    }

    /// Closes the descriptors; later wake-ups do nothing.
    func close() {
        state.withLock { state in
            closeDescriptors(state.readEnd, state.writeEnd)
            state.readEnd = -1
            state.writeEnd = -1
        }
    }

    deinit { close() }
}

/// Closes each different descriptor of the two that is not negative.
func closeDescriptors(_ first: Int32, _ second: Int32 = -1) {
    if first >= 0 { _ = close(first) }
    if second >= 0 && second != first { _ = close(second) }
}
