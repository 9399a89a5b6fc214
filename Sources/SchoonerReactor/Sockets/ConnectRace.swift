/// The order of events when one of several addresses is to be connected to, after RFC 8305 ("Happy Eyeballs").
///
/// Addresses of the two families take turns; a new attempt begins when the last one has failed or has taken longer
/// than the delay; the first that succeeds ends all others. This is the bare decision: it touches no socket and no clock.
package struct ConnectRace {
    /// What the owner of the race is to do.
    package enum Action: Equatable, Sendable {
        /// Begin to connect to the address at this index of `addresses`.
        case start(Int)
        /// Report `timerFired` after `delay`; replaces an earlier timer.
        case setTimer
        case stopTimer
        /// Give up an attempt that is still running.
        case abandon(Int)
        /// The attempt at this index has won.
        case finish(Int)
        /// Nothing is left to try; the error is that of the attempt that failed last.
        case fail(SystemError)
    }

    /// The addresses in the order in which they are tried.
    package let addresses: [SocketAddress]
    /// RFC 8305's "Connection Attempt Delay" of 250 ms, in nanoseconds.
    package static let delay: Int64 = 250_000_000

    private var next = 0
    private var running: [Int] = []
    private var isTimerSet = false
    private var isOver = false
    private var lastError: SystemError

    /// - Parameters:
    ///   - addresses: as the name service ordered them.
    ///   - emptyError: what a race without addresses fails with.
    package init(addresses: [SocketAddress], emptyError: SystemError) {
        self.addresses = Self.interleaved(addresses)
        lastError = emptyError
    }

    /// The first actions.
    package mutating func begin() -> [Action] {
        guard !isOver && next == 0 else { return [] }
        return startNext()
    }

    /// An attempt has connected.
    package mutating func succeeded(_ attempt: Int) -> [Action] {
        guard !isOver, running.contains(attempt) else { return [] }
        isOver = true
        let losers = running.filter { $0 != attempt }
        running = []
        return stopTimer() + losers.map(Action.abandon) + [.finish(attempt)]
    }

    /// An attempt has failed: the next begins at once.
    package mutating func failed(_ attempt: Int, _ error: SystemError) -> [Action] {
        guard !isOver, let place = running.firstIndex(of: attempt) else { return [] }
        running.remove(at: place)
        lastError = error
        return next < addresses.count || running.isEmpty ? startNext() : []
    }

    /// The timer has fired.
    package mutating func timerFired() -> [Action] {
        guard !isOver, isTimerSet else { return [] }
        isTimerSet = false
        return next < addresses.count ? startNext() : []
    }

    /// The connection is no longer wanted.
    package mutating func cancelled() -> [Action] {
        guard !isOver else { return [] }
        isOver = true
        let losers = running
        running = []
        return stopTimer() + losers.map(Action.abandon)
    }

    private mutating func startNext() -> [Action] {
        guard next < addresses.count else {
            isOver = true
            return stopTimer() + [.fail(lastError)]
        }
        let attempt = next
        next += 1
        running.append(attempt)
        guard next < addresses.count else { return stopTimer() + [.start(attempt)] }
        isTimerSet = true
        return [.setTimer, .start(attempt)]
    }

    private mutating func stopTimer() -> [Action] {
        guard isTimerSet else { return [] }
        isTimerSet = false
        return [.stopTimer]
    }

    /// The family of the first address leads; then the families alternate, each in its own order.
    private static func interleaved(_ addresses: [SocketAddress]) -> [SocketAddress] {
        guard let leader = addresses.first?.family else { return [] }
        let first = addresses.filter { $0.family == leader }
        let second = addresses.filter { $0.family != leader }
        var result: [SocketAddress] = []
        for index in 0..<max(first.count, second.count) {
            if index < first.count { result.append(first[index]) }
            if index < second.count { result.append(second[index]) }
        }
        return result
    }
}
