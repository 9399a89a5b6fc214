import SchoonerReactor
import Testing

@Suite struct ConnectRaceTests {
    private let refused = SystemError(111, "connect")
    private let unreachable = SystemError(101, "connect")
    private let none = SystemError(99, "connect")

    private func four(_ last: UInt8) -> SocketAddress { .ipv4(IPv4Address(10, 0, 0, last), port: 80) }
    private func six(_ last: UInt64) -> SocketAddress { .ipv6(IPv6Address(high: 1, low: last), port: 80) }

    private func race(_ count: Int) -> ConnectRace {
        ConnectRace(addresses: (0..<count).map { four(UInt8($0)) }, emptyError: none)
    }

    @Test func familiesTakeTurnsAndTheFirstLeads() {
        let addresses = [six(1), six(2), six(3), four(1), four(2)]
        let race = ConnectRace(addresses: addresses, emptyError: none)
        #expect(race.addresses == [six(1), four(1), six(2), four(2), six(3)])
        let other = ConnectRace(addresses: [four(1), four(2), six(1)], emptyError: none)
        #expect(other.addresses == [four(1), six(1), four(2)])
    }

    @Test func withoutAddressesItFails() {
        var race = race(0)
        #expect(race.begin() == [.fail(none)])
        #expect(race.begin() == [])
    }

    @Test func oneAddressNeedsNoTimer() {
        var race = race(1)
        #expect(race.begin() == [.start(0)])
        #expect(race.timerFired() == [])
        #expect(race.succeeded(0) == [.finish(0)])
        #expect(race.failed(0, refused) == [])
    }

    @Test func theOnlyAddressFails() {
        var race = race(1)
        _ = race.begin()
        #expect(race.failed(0, refused) == [.fail(refused)])
    }

    @Test func aFailureStartsTheNextAtOnce() {
        var race = race(3)
        #expect(race.begin() == [.setTimer, .start(0)])
        #expect(race.failed(0, refused) == [.setTimer, .start(1)])
        #expect(race.failed(1, refused) == [.stopTimer, .start(2)])
        #expect(race.failed(2, unreachable) == [.fail(unreachable)])
    }

    @Test func theTimerStartsTheNextBesideTheFirst() {
        var race = race(3)
        _ = race.begin()
        #expect(race.timerFired() == [.setTimer, .start(1)])
        #expect(race.timerFired() == [.start(2)])
        #expect(race.timerFired() == [])
        #expect(race.succeeded(1) == [.abandon(0), .abandon(2), .finish(1)])
        #expect(race.succeeded(0) == [])
    }

    @Test func aWinnerStopsTheTimer() {
        var race = race(3)
        _ = race.begin()
        _ = race.timerFired()
        #expect(race.succeeded(0) == [.stopTimer, .abandon(1), .finish(0)])
        #expect(race.timerFired() == [])
    }

    @Test func itFailsOnlyWhenAllHaveFailedAndWithTheLastError() {
        var race = race(2)
        _ = race.begin()
        #expect(race.timerFired() == [.start(1)])
        #expect(race.failed(1, refused) == [])
        #expect(race.failed(0, unreachable) == [.fail(unreachable)])
    }

    @Test func cancellingAbandonsEverything() {
        var race = race(3)
        _ = race.begin()
        _ = race.timerFired()
        #expect(race.cancelled() == [.stopTimer, .abandon(0), .abandon(1)])
        #expect(race.cancelled() == [])
        #expect(race.timerFired() == [])
        #expect(race.failed(0, refused) == [])
        #expect(race.succeeded(1) == [])
    }

    /// Every order of events for up to four addresses: each attempt starts once, and the race ends exactly once, after
    /// a success or after everything has failed.
    @Test(arguments: 1...4) func everyOrderOfEventsEndsOnce(count: Int) {
        var ended = 0

        func explore(_ race: ConnectRace, running: Set<Int>, started: Int, timer: Bool) {
            var moves: [(inout ConnectRace) -> [ConnectRace.Action]] = []
            for attempt in running {
                moves.append { $0.succeeded(attempt) }
                moves.append { $0.failed(attempt, refused) }
            }
            if timer { moves.append { $0.timerFired() } }
            #expect(!moves.isEmpty)
            for (number, move) in moves.enumerated() {
                var next = race
                let actions = move(&next)
                let attempts = Array(running)
                var nextRunning = running
                let isAttemptMove = number < 2 * attempts.count
                if isAttemptMove { nextRunning.remove(attempts[number / 2]) }
                var nextTimer = isAttemptMove ? timer : false
                var nextStarted = started
                var isOver = false
                for action in actions {
                    switch action {
                    case .start(let index):
                        #expect(index == nextStarted)
                        nextStarted += 1
                        nextRunning.insert(index)
                    case .setTimer: nextTimer = true
                    case .stopTimer: nextTimer = false
                    case .abandon(let index): #expect(nextRunning.remove(index) != nil)
                    case .finish, .fail: isOver = true
                    }
                }
                if isOver {
                    ended += 1
                    #expect(nextRunning.isEmpty && !nextTimer)
                } else {
                    #expect(nextTimer == (nextStarted < count))
                    explore(next, running: nextRunning, started: nextStarted, timer: nextTimer)
                }
            }
        }

        var race = race(count)
        _ = race.begin()
        explore(race, running: [0], started: 1, timer: count > 1)
        #expect(ended > 0)
    }
}
