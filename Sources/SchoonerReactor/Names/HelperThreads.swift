#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A few threads for calls that block and cannot be waited for otherwise. They are made when there is work for them,
/// sleep when there is none, and end at `shutDown`.
final class HelperThreads: @unchecked Sendable {
    // Everything below is read and written only under `lock`.
    private var jobs: [(id: UInt64, work: @Sendable () -> Void)] = []
    private var threadCount = 0
    private var idleCount = 0
    private var isShutDown = false

    private let limit: Int
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    /// - Parameter limit: how many threads there are at most.
    init(limit: Int) {
        self.limit = limit
        pthread_mutex_init(lock, nil)
        pthread_cond_init(condition, nil)
    }

    deinit {
        // The threads hold this object, so none of them is left.
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(lock)
        condition.deallocate()
        lock.deallocate()
    }

    /// Has a thread do `work`; false when there is none and none can be made.
    func submit(id: UInt64, _ work: @escaping @Sendable () -> Void) -> Bool {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        guard !isShutDown else { return false }
        jobs.append((id, work))
        if idleCount < jobs.count && threadCount < limit { startThread() }
        if threadCount == 0 {
            jobs.removeLast()
            return false
        }
        pthread_cond_signal(condition)
        return true
    }

    /// Forgets work that no thread has begun.
    func withdraw(id: UInt64) {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        jobs.removeAll { $0.id == id }
    }

    /// Forgets all waiting work and ends the threads: sleeping ones now, a busy one after its call.
    func shutDown() {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        isShutDown = true
        jobs.removeAll()
        pthread_cond_broadcast(condition)
    }

    /// Called under the lock.
    private func startThread() {
        // Signals of the process are for the threads that expect them: a new thread inherits this full mask.
        var all = sigset_t()
        var previous = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &previous)
        defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }
        let context = Unmanaged.passRetained(self)
        #if canImport(Darwin)
            var thread: pthread_t?
            let result = pthread_create(&thread, nil, { runHelper($0) }, context.toOpaque())
            if result == 0, let thread { pthread_detach(thread) }
        #else
            var thread = pthread_t()
            let result = pthread_create(&thread, nil, { runHelper($0) }, context.toOpaque())
            if result == 0 { pthread_detach(thread) }
        #endif
        if result == 0 { threadCount += 1 } else { context.release() }
    }

    fileprivate func run() {
        pthread_mutex_lock(lock)
        while true {
            if !jobs.isEmpty {
                let job = jobs.removeFirst()
                pthread_mutex_unlock(lock)
                job.work()
                pthread_mutex_lock(lock)
            } else if isShutDown {
                break
            } else {
                idleCount += 1
                pthread_cond_wait(condition, lock)
                idleCount -= 1
            }
        }
        threadCount -= 1
        pthread_mutex_unlock(lock)
    }
}

private func runHelper(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<HelperThreads>.fromOpaque(context).takeRetainedValue().run()
    return nil
}
