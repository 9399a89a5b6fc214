import SchoonerReactor
import Synchronization

/// A request, from any thread of the process, to stop the program of an interpreter.
package final class Interruption: Sendable {
    private let flag = Atomic(false)
    private let waker: Waker

    init(waker: Waker) { self.waker = waker }

    /// Stops the running program at its next safepoint, or ends its wait. Thread-safe.
    package func request() {
        flag.store(true, ordering: .sequentiallyConsistent)
        waker.wake()
    }

    package var isRequested: Bool { flag.load(ordering: .relaxed) }

    /// Takes the request back; true when there was one.
    package func take() -> Bool { flag.exchange(false, ordering: .sequentiallyConsistent) }
}
