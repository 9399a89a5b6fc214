#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A clock that never goes back; what timers and deadlines are measured by.
package protocol MonotonicClock: AnyObject {
    /// Nanoseconds since some fixed moment.
    func now() -> Int64
}

/// The machine's monotonic clock.
package final class SystemMonotonicClock: MonotonicClock, Sendable {
    package init() {}

    package func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
