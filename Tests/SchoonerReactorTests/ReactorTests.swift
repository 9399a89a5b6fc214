import SchoonerReactor
import SchoonerTesting
import Testing

@Suite struct ReactorTests {
    /// A registration that has been tried in vain in both directions.
    private func makeDrained(_ machine: ScriptedMachine) throws -> (Int32, Registration) {
        let descriptor = machine.calls.makeDescriptor()
        let registration = try machine.reactor.register(descriptor)
        for direction in Direction.allCases { machine.reactor.noteWouldBlock(registration, direction) }
        return (descriptor, registration)
    }

    @Test func everyWaiterOfADirectionIsWoken() throws {
        let machine = try ScriptedMachine()
        let (descriptor, registration) = try makeDrained(machine)
        for waiter in [1, 2, 3] as [UInt64] {
            #expect(machine.reactor.wait(for: registration, .read, waiter: waiter).isWaiting)
        }
        #expect(machine.reactor.wait(for: registration, .write, waiter: 9).isWaiting)
        machine.poller.schedule((descriptor, .readable))
        #expect(try machine.poll(timeout: nil).map(\.waiter) == [1, 2, 3])
        machine.poller.schedule((descriptor, .writable))
        #expect(try machine.poll(timeout: nil) == [Wake(waiter: 9, reason: .ready)])
    }

    @Test func anEventThatNobodyWaitedForIsRemembered() throws {
        let machine = try ScriptedMachine()
        let (descriptor, registration) = try makeDrained(machine)
        machine.poller.schedule((descriptor, .readable))
        #expect(try machine.poll().isEmpty)
        #expect(machine.reactor.wait(for: registration, .read, waiter: 1) == .ready)
        #expect(machine.reactor.wait(for: registration, .write, waiter: 1).isWaiting)
    }

    @Test func aBrokenConnectionWakesBothDirections() throws {
        let machine = try ScriptedMachine()
        let (descriptor, registration) = try makeDrained(machine)
        _ = machine.reactor.wait(for: registration, .read, waiter: 1)
        _ = machine.reactor.wait(for: registration, .write, waiter: 2)
        machine.poller.schedule((descriptor, .broken))
        #expect(try machine.poll().map(\.waiter) == [1, 2])
    }

    @Test func closingWakesEveryoneAndLaterWaitsAreRefused() throws {
        let machine = try ScriptedMachine()
        let (descriptor, registration) = try makeDrained(machine)
        _ = machine.reactor.wait(for: registration, .read, waiter: 1)
        _ = machine.reactor.wait(for: registration, .write, waiter: 2)
        machine.reactor.close(registration)
        machine.reactor.close(registration)
        #expect(
            try machine.poll() == [Wake(waiter: 1, reason: .closed), Wake(waiter: 2, reason: .closed)])
        #expect(machine.reactor.wait(for: registration, .read, waiter: 3) == .closed)
        #expect(!machine.calls.openDescriptors.contains(descriptor))
    }

    @Test func aLateEventReachesNotTheNextOwnerOfTheDescriptor() throws {
        let machine = try ScriptedMachine()
        let (descriptor, old) = try makeDrained(machine)
        machine.poller.schedule((descriptor, .readable))
        machine.reactor.deregister(old, closing: false)
        let new = try machine.reactor.register(descriptor)
        machine.reactor.noteWouldBlock(new, .read)
        #expect(machine.reactor.wait(for: new, .read, waiter: 1).isWaiting)
        #expect(try machine.poll().isEmpty)
        #expect(!machine.reactor.isLive(old))
    }

    @Test func aCancelAndAWakeUpAreWonByExactlyOne() throws {
        let machine = try ScriptedMachine()
        let (descriptor, registration) = try makeDrained(machine)
        guard case .waiting(let first) = machine.reactor.wait(for: registration, .read, waiter: 1),
            case .waiting(let second) = machine.reactor.wait(for: registration, .read, waiter: 2),
            case .waiting(let third) = machine.reactor.wait(for: registration, .read, waiter: 3)
        else {
            Issue.record("expected to wait")
            return
        }
        #expect(machine.reactor.cancel(second))
        #expect(!machine.reactor.cancel(second))
        machine.poller.schedule((descriptor, .readable))
        #expect(try machine.poll().map(\.waiter) == [1, 3])
        #expect(!machine.reactor.cancel(first))
        #expect(!machine.reactor.cancel(third))
    }

    @Test func allWaitsOfOneWaiterCanBeCancelled() throws {
        let machine = try ScriptedMachine()
        let (one, first) = try makeDrained(machine)
        let (two, second) = try makeDrained(machine)
        _ = machine.reactor.wait(for: first, .read, waiter: 7)
        _ = machine.reactor.wait(for: second, .write, waiter: 7)
        _ = machine.reactor.wait(for: second, .write, waiter: 8)
        #expect(machine.reactor.cancelAll(waiter: 7))
        #expect(!machine.reactor.cancelAll(waiter: 7))
        machine.poller.schedule((one, .readable), (two, .writable))
        #expect(try machine.poll().map(\.waiter) == [8])
    }

    @Test func aWakeUpFromAnotherThreadEndsTheWait() throws {
        let machine = try ScriptedMachine()
        machine.reactor.waker.wake()
        machine.reactor.waker.wake()
        #expect(try machine.poll(timeout: nil).isEmpty)
        #expect(machine.poller.timeouts.count == 1)
    }

    @Test func wakeUpsThatWereNotTakenForbidWaiting() throws {
        let machine = try ScriptedMachine()
        let (_, registration) = try makeDrained(machine)
        _ = machine.reactor.wait(for: registration, .read, waiter: 1)
        machine.reactor.close(registration)
        #expect(machine.reactor.hasWakes)
        try machine.reactor.poll(timeout: nil)
        #expect(machine.poller.timeouts == [0])
    }

    @Test func shuttingDownWakesEveryone() throws {
        let machine = try ScriptedMachine()
        let (_, registration) = try makeDrained(machine)
        _ = machine.reactor.wait(for: registration, .read, waiter: 1)
        machine.reactor.shutDown()
        #expect(takeWakes(machine.reactor) == [Wake(waiter: 1, reason: .closed)])
        #expect(machine.poller.isClosed)
    }

    @Test func whatIsAlwaysReadyNeverWaits() throws {
        let machine = try ScriptedMachine()
        let descriptor = machine.calls.makeDescriptor()
        machine.poller.alwaysReady.insert(descriptor)
        let registration = try machine.reactor.register(descriptor)
        machine.reactor.noteWouldBlock(registration, .read)
        #expect(machine.reactor.wait(for: registration, .read, waiter: 1) == .ready)
    }
}
