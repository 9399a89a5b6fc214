/// Names one watched descriptor in its reactor. The generation tells it from an earlier owner of the same place, so
/// that a late event or call for a closed descriptor reaches nobody.
package struct Registration: Hashable, Sendable {
    let index: UInt32
    let generation: UInt32

    /// The form in which pollers carry it.
    var token: UInt64 { UInt64(generation) << 32 | UInt64(index) }

    init(index: UInt32, generation: UInt32) {
        self.index = index
        self.generation = generation
    }

    init(token: UInt64) {
        index = UInt32(truncatingIfNeeded: token)
        generation = UInt32(truncatingIfNeeded: token >> 32)
    }
}

/// Names one waiter in one queue of the reactor, for cancelling.
package struct WaitID: Hashable, Sendable {
    let node: UInt32
    let generation: UInt32
}

/// The answer to a request to wait.
package enum WaitResult: Equatable, Sendable {
    /// Nothing to wait for: try the call again now.
    case ready
    /// The descriptor has been closed.
    case closed
    /// The waiter will appear in the reactor's wake list.
    case waiting(WaitID)
}

/// Why a waiter is woken.
package enum WakeReason: UInt8, Sendable {
    /// What it waited for may be done now; it tries again. May be spurious.
    case ready
    /// What it waited for has been closed.
    case closed
    /// Its timer is due.
    case timer
}

/// One entry of the wake list.
package struct Wake: Equatable, Sendable {
    /// The token that was given when the wait began.
    package let waiter: UInt64
    package let reason: WakeReason

    package init(waiter: UInt64, reason: WakeReason) {
        self.waiter = waiter
        self.reason = reason
    }
}

/// One direction of a watched descriptor.
struct DirectionState {
    var queue = WaitQueue()
    /// The remembered edge: a call in this direction may have something to do. False only after a call has shown that
    /// there is nothing, and until the poller reports again.
    var mayTry = true
}

/// One place of the reactor's table.
struct RegistrationSlot {
    var descriptor: Int32 = -1
    var generation: UInt32 = 0
    var isLive = false
    var isAlwaysReady = false
    var inputEnded = false
    /// Accepting is suspended until a descriptor is free.
    var isPaused = false
    var read = DirectionState()
    var write = DirectionState()

    subscript(direction: Direction) -> DirectionState {
        get { direction == .read ? read : write }
        _modify {
            if direction == .read { yield &read } else { yield &write }
        }
    }
}
