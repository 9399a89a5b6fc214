#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Two native threads of which only one runs at a time: a guest runs while its host waits for it to give the turn back.
final class NativeTurns: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var guestRuns = false

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(change, nil)
    }

    deinit {
        pthread_cond_destroy(change)
        pthread_mutex_destroy(mutex)
        change.deallocate()
        mutex.deallocate()
    }

    /// For the host: lets the guest run, and returns when it has given the turn back.
    func letGuestRun() { pass(toGuest: true) }

    /// For the guest: lets the host run, and returns when it is the guest's turn again.
    func letHostRun() { pass(toGuest: false) }

    /// For the guest, at its beginning.
    func awaitTurn() {
        pthread_mutex_lock(mutex)
        while !guestRuns { pthread_cond_wait(change, mutex) }
        pthread_mutex_unlock(mutex)
    }

    private func pass(toGuest: Bool) {
        pthread_mutex_lock(mutex)
        guestRuns = toGuest
        pthread_cond_broadcast(change)
        while guestRuns == toGuest { pthread_cond_wait(change, mutex) }
        pthread_mutex_unlock(mutex)
    }
}
