/// Mutexes are handed over: unlocking gives the mutex to whoever has waited longest.
extension Scheduler {
    func own(_ mutex: Value, by thread: Value) {
        heap.set(mutex, slot: MutexLayout.owner, thread)
        heap.set(thread, slot: ThreadLayout.mutexes, heap.cons(mutex, thread[slot: ThreadLayout.mutexes]))
    }

    /// Unlocks a mutex of the running thread.
    func release(_ mutex: Value) {
        let owner = mutex[slot: MutexLayout.owner]
        var previous = Value.null
        var rest = owner[slot: ThreadLayout.mutexes]
        while rest.isPair && rest.car != mutex {
            previous = rest
            rest = rest.cdr
        }
        if rest.isPair {
            if previous.isNull {
                heap.set(owner, slot: ThreadLayout.mutexes, rest.cdr)
            } else {
                heap.setCdr(previous, rest.cdr)
            }
        }
        passOn(mutex)
    }

    /// Gives a mutex that its owner is done with to the next in line.
    func passOn(_ mutex: Value) {
        guard let thread = dequeueWaiter(of: mutex, MutexLayout.waiters) else {
            return heap.set(mutex, slot: MutexLayout.owner, .false)
        }
        own(mutex, by: thread.object)
        wake(thread, .ready)
    }

    /// Takes the mutex for the running thread, or tells that it must wait, having put it in line.
    func tryToOwn(_ mutex: Value) -> Bool {
        let object = currentObject
        let owner = mutex[slot: MutexLayout.owner]
        if owner.isFalse {
            own(mutex, by: object)
            return true
        }
        // Handed over while it waited.
        if owner == object && isRetry { return true }
        enqueueRunning(on: mutex, MutexLayout.waiters)
        return false
    }
}
