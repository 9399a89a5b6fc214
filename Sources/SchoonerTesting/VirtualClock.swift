import SchoonerReactor

/// A clock that moves only when it is told to.
package final class VirtualClock: MonotonicClock {
    private var time: Int64

    /// - Parameter start: the first time it shows, in nanoseconds.
    package init(start: Int64 = 0) { time = start }

    package func now() -> Int64 { time }

    /// Moves the clock forward.
    package func advance(by nanoseconds: Int64) { time += nanoseconds }
}
