import SchoonerReactor

/// What a parked thread waits for: for cancelling the wait, and for telling what the thread does.
package enum Park {
    /// A descriptor of the reactor.
    case descriptor(WaitID)
    /// An answer of the name service.
    case lookup
    case timer(TimerID)
    /// Another thread's end.
    case join
    case mutex
    /// A condition variable, thread queue or barrier.
    case queue
    /// A thread event, and nothing else (`suspend-current-thread`).
    case suspended
    /// `restart-thread`, and nothing else (`stop-current-thread`).
    case stopped
    /// Anything else that the reactor will tell of.
    case other

    /// Whether only another thread of the same interpreter can end the wait.
    var isInternal: Bool {
        switch self {
        case .join, .mutex, .queue, .suspended, .stopped: true
        case .descriptor, .lookup, .timer, .other: false
        }
    }
}

/// Swift state that a primitive keeps while its thread waits, and that must be given up when the wait is cancelled.
package protocol CancellableWait: AnyObject {
    func cancel()
}

extension Lookup: CancellableWait {}
extension SocketConnector: CancellableWait {}

/// What the scheduler knows of one thread.
struct ThreadScheduling {
    enum State: UInt8 {
        case ready, running, parked, finished
    }

    var state = State.ready
    var park = Park.other
    /// Changes with each wake-up, so that an older registration wakes nobody.
    var sequence: UInt32 = 0
    /// Whether the thread, when it runs, applies its primitive again.
    var isRetry = false
    /// Why it was woken last since the primitive was first applied.
    var wakeReason: WakeReason?
    /// Ends a wait that has a limit.
    var timer: TimerID?
    /// A number that the waiting primitive remembers: a deadline, a generation.
    var memo: Int64?
    /// How far the waiting primitive has come.
    var stage: UInt8 = 0
    var pendingState: AnyObject?
    /// The reactor can end the wait.
    var isExternal = false
    /// Its thread object has events in its queue.
    var hasEvents = false
    var eventsBlocked = false
    /// It was made ready to run its events; what it waited for has not come.
    var wokenForEvents = false
    /// The thread's `without-interrupts` depth while it does not run.
    var inhibitions = 0
    /// It runs to its end inside a primitive of another thread.
    var isNested = false
    /// Who is told how the thread ended, when it is one that `spawn` made.
    var completion: ((Machine.Outcome) -> Void)?
    /// The main thread called `exit-current-thread`: the others go on.
    var hasExited = false

    /// The primitive is done: what it remembered is forgotten.
    mutating func endWait() {
        guard isRetry else { return }
        isRetry = false
        wakeReason = nil
        memo = nil
        stage = 0
        if pendingState != nil { pendingState = nil }
        wokenForEvents = false
    }

    /// Gives the wait up.
    mutating func cancelWait() {
        (pendingState as? any CancellableWait)?.cancel()
        pendingState = nil
    }

    /// Puts away what the waiting primitive remembers, while the thread does something else: a handle object,
    /// or #f when there is nothing. A handle that is dropped cancels the wait.
    mutating func saveWait(in heap: Heap) -> Value {
        defer { endWait() }
        guard isRetry else { return .false }
        let saved = SavedWait(wakeReason: wakeReason, memo: memo, stage: stage, pendingState: pendingState)
        let index = heap.handles.insert(saved)
        let handle = heap.object(.handle, Value(fixnum: index))
        heap.handles.own(index, by: handle)
        return handle
    }
}

/// What a primitive remembers of its wait while its thread runs an event.
final class SavedWait: HeapHandle, Finishable {
    let wakeReason: WakeReason?
    let memo: Int64?
    let stage: UInt8
    var pendingState: AnyObject?

    init(wakeReason: WakeReason?, memo: Int64?, stage: UInt8, pendingState: AnyObject?) {
        self.wakeReason = wakeReason
        self.memo = memo
        self.stage = stage
        self.pendingState = pendingState
    }

    /// The thread will not come back to the wait.
    func finish() {
        (pendingState as? any CancellableWait)?.cancel()
        pendingState = nil
    }
}

/// A port that holds output which a thread has asked to be sent.
package class Flushable {
    package init() {}

    /// Sends what it can without waiting.
    package func flushNow() {}
}

/// A Swift object whose heap object has died: it flushes, closes, gives up.
package protocol Finishable: AnyObject {
    func finish()
}
