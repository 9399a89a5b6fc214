/// A thread object: `[index, name, value, joiners, flags, properties, events, last event, mutexes]`.
package enum ThreadLayout {
    /// The number of the green thread; -1 when there is none now.
    static let index = 0
    /// What `create-thread` was given, or #f.
    package static let name = 1
    /// What the thread ended with.
    static let value = 2
    /// `(joiner . procedure)` pairs, last first.
    static let joiners = 3
    static let flags = 4
    /// `thread-put!`'s association list.
    static let properties = 5
    /// Events that have not run: thunks, or pairs of a procedure and its arguments; and the last pair of that list.
    static let events = 6
    static let lastEvent = 7
    /// The mutexes that it owns.
    static let mutexes = 8

    static let detached = 1
    static let dead = 2
}

/// A mutex: `[owner, first waiter, last waiter]`; the owner is a thread object or #f.
package enum MutexLayout {
    package static let owner = 0
    static let waiters = 1
    static let slots = 3
}

/// A thing to wait on: `[kind, name, …]`.
package enum WaitableLayout {
    static let kind = 0
    package static let name = 1
    /// First and last waiter.
    static let waiters = 2

    /// Of a condition variable.
    static let specific = 4
    static let conditionSlots = 5

    /// Of a queue: first and last item, their number, the most there may be (or #f), and those who wait for room.
    static let items = 4
    static let lastItem = 5
    package static let count = 6
    package static let maximum = 7
    static let writers = 8
    static let queueSlots = 10

    /// Of a barrier: how many must come, how many have, and how often it has opened.
    static let size = 4
    static let arrived = 5
    static let generation = 6
    static let barrierSlots = 7

    /// Of a timer event: whose it is, what runs, and the token of its timer (-1: over).
    static let thread = 4
    static let thunk = 5
    static let token = 6
    static let timerSlots = 7
}

/// What kind of waitable an object is.
package enum WaitableKind: Int {
    case conditionVariable, queue, barrier, timerEvent

    /// The name in the printed form.
    package var name: String {
        switch self {
        case .conditionVariable: "condition-variable"
        case .queue: "thread-queue"
        case .barrier: "thread-barrier"
        case .timerEvent: "timer-record"
        }
    }
}

extension Value {
    /// The kind of a waitable object; nil for anything else.
    package var waitableKind: WaitableKind? {
        isType(.waitable) ? WaitableKind(rawValue: self[slot: WaitableLayout.kind].fixnum) : nil
    }

    /// The number of a thread object's green thread.
    var threadIndex: Int { self[slot: ThreadLayout.index].fixnum }
    var threadFlags: Int { self[slot: ThreadLayout.flags].fixnum }
    /// Whether a thread object's thread has ended.
    package var isDeadThread: Bool { threadFlags & ThreadLayout.dead != 0 }
}
