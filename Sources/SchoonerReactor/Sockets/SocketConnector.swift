#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Connects to the first of several addresses that answers: `advance`, and when that says `waiting`, `wait`, until
/// woken; then `advance` again.
package final class SocketConnector {
    package enum Progress {
        case waiting
        case connected(StreamSocket)
        case failed(SystemError)
    }

    private struct Attempt {
        let descriptor: Int32
        let registration: Registration
        let address: SocketAddress
    }

    private let reactor: Reactor
    private var race: ConnectRace
    private var attempts: [Int: Attempt] = [:]
    private var timerDeadline: Int64?
    private var winner: StreamSocket?
    private var failure: SystemError?
    private var isCancelled = false
    private var waits: [WaitID] = []
    private var waitTimer: TimerID?

    /// Begins to connect; no call blocks.
    ///
    /// - Parameter addresses: with their ports, as the name service ordered them.
    package init(reactor: Reactor, addresses: [SocketAddress]) {
        self.reactor = reactor
        race = ConnectRace(addresses: addresses, emptyError: SystemError(EADDRNOTAVAIL, "connect"))
        perform(race.begin())
    }

    deinit { cancel() }

    /// How far it has come. The socket of `connected` is the caller's; later calls return the same one.
    package func advance() -> Progress {
        if winner == nil && failure == nil && !isCancelled {
            checkAttempts()
            if let deadline = timerDeadline, deadline <= reactor.clock.now() {
                timerDeadline = nil
                perform(race.timerFired())
            }
        }
        if let winner { return .connected(winner) }
        if let failure { return .failed(failure) }
        return isCancelled ? .failed(SystemError(ECANCELED, "connect")) : .waiting
    }

    /// Asks for a wake-up when `advance` may have news. False when it has some already.
    package func wait(waiter: UInt64) -> Bool {
        cancelWait()
        guard winner == nil && failure == nil && !isCancelled else { return false }
        for attempt in attempts.values {
            switch reactor.wait(for: attempt.registration, .write, waiter: waiter) {
            case .waiting(let id): waits.append(id)
            case .ready, .closed:
                cancelWait()
                return false
            }
        }
        if let timerDeadline { waitTimer = reactor.startTimer(deadline: timerDeadline, waiter: waiter) }
        return true
    }

    /// Ends the wait, and leaves the attempts running.
    package func cancelWait() {
        for wait in waits { reactor.cancel(wait) }
        waits.removeAll(keepingCapacity: true)
        if let waitTimer { reactor.cancelTimer(waitTimer) }
        waitTimer = nil
    }

    /// Gives the connection up and closes what has been opened, but not a socket that `advance` has handed over.
    package func cancel() {
        cancelWait()
        guard winner == nil && failure == nil && !isCancelled else { return }
        isCancelled = true
        perform(race.cancelled())
    }

    private func checkAttempts() {
        for (index, attempt) in attempts.sorted(by: { $0.key < $1.key }) where attempts[index] != nil {
            guard reactor.mayTry(attempt.registration, .write) else { continue }
            let code = reactor.calls.pendingError(attempt.descriptor)
            if code != 0 {
                fail(index, SystemError(code, "connect"))
            } else if (try? reactor.calls.peerAddress(attempt.descriptor)) != nil {
                succeed(index)
            } else {
                // Neither failed nor connected: the wake-up was for nothing.
                reactor.noteWouldBlock(attempt.registration, .write)
            }
        }
    }

    private func perform(_ actions: [ConnectRace.Action]) {
        for action in actions {
            switch action {
            case .start(let index): start(index)
            case .setTimer: timerDeadline = reactor.clock.now() + ConnectRace.delay
            case .stopTimer: timerDeadline = nil
            case .abandon(let index): closeAttempt(index)
            case .finish: break
            case .fail(let error): failure = error
            }
        }
    }

    private func start(_ index: Int) {
        let address = race.addresses[index]
        do throws(SystemError) {
            let descriptor = try reactor.calls.openStreamSocket(address.family)
            let result: ConnectResult
            let registration: Registration
            do throws(SystemError) {
                if address.port != nil { try reactor.calls.setOption(descriptor, .noDelay, true) }
                result = try reactor.calls.connectSocket(descriptor, to: address)
                registration = try reactor.register(descriptor)
            } catch {
                reactor.calls.closeDescriptor(descriptor)
                throw error
            }
            attempts[index] = Attempt(descriptor: descriptor, registration: registration, address: address)
            switch result {
            case .connected: succeed(index)
            case .inProgress: reactor.noteWouldBlock(registration, .write)
            }
        } catch {
            perform(race.failed(index, error))
        }
    }

    private func succeed(_ index: Int) {
        guard let attempt = attempts[index] else { return }
        if isConnectedToItself(attempt) {
            fail(index, SystemError(ECONNREFUSED, "connect"))
            return
        }
        attempts[index] = nil
        winner = StreamSocket(reactor: reactor, descriptor: attempt.descriptor, registration: attempt.registration)
        perform(race.succeeded(index))
    }

    private func fail(_ index: Int, _ error: SystemError) {
        closeAttempt(index)
        perform(race.failed(index, error))
    }

    private func closeAttempt(_ index: Int) {
        if let attempt = attempts.removeValue(forKey: index) { reactor.close(attempt.registration) }
    }

    /// A connection to a free port of this machine may meet itself when the kernel picks that same port for this end
    /// (a simultaneous open, RFC 9293): nobody listens there.
    private func isConnectedToItself(_ attempt: Attempt) -> Bool {
        guard attempt.address.port != nil, attempt.address.isLoopback,
            let own = try? reactor.calls.localAddress(attempt.descriptor)
        else { return false }
        return own == attempt.address.unmapped
    }
}
