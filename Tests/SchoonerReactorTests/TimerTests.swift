import SchoonerReactor
import SchoonerTesting
import Testing

@Suite struct TimerTests {
    @Test func timersFireInOrderOfTheirDeadlines() throws {
        let machine = try ScriptedMachine()
        for deadline in [30, 10, 20, 10] as [Int64] {
            _ = machine.reactor.startTimer(deadline: deadline, waiter: UInt64(deadline))
        }
        #expect(try machine.poll(timeout: nil).map(\.waiter) == [10, 10])
        #expect(machine.clock.now() == 10)
        #expect(try machine.poll(timeout: nil) == [Wake(waiter: 20, reason: .timer)])
        #expect(try machine.poll(timeout: nil).map(\.waiter) == [30])
    }

    @Test func equalDeadlinesFireFirstComeFirstServed() throws {
        let machine = try ScriptedMachine()
        for waiter in 0..<100 as Range<UInt64> { _ = machine.reactor.startTimer(deadline: 5, waiter: waiter) }
        #expect(try machine.poll(timeout: nil).map(\.waiter) == Array(0..<100))
    }

    @Test func aWaitIsNoLongerThanAskedFor() throws {
        let machine = try ScriptedMachine()
        _ = machine.reactor.startTimer(deadline: 1000, waiter: 1)
        #expect(try machine.poll(timeout: 400).isEmpty)
        #expect(machine.clock.now() == 400)
        try machine.reactor.poll(until: 700)
        #expect(machine.clock.now() == 700)
        #expect(try machine.poll(timeout: nil).count == 1)
        #expect(machine.poller.timeouts == [400, 300, 300])
    }

    @Test func aCancelledTimerDoesNotFire() throws {
        let machine = try ScriptedMachine()
        let first = machine.reactor.startTimer(after: 10, waiter: 1)
        _ = machine.reactor.startTimer(after: 20, waiter: 2)
        #expect(machine.reactor.isRunning(first))
        #expect(machine.reactor.cancelTimer(first))
        #expect(!machine.reactor.cancelTimer(first))
        #expect(try machine.poll(timeout: nil) == [Wake(waiter: 2, reason: .timer)])
    }

    @Test func aNameOfAFiredTimerDoesNotCancelItsSuccessor() throws {
        let machine = try ScriptedMachine()
        let old = machine.reactor.startTimer(after: 0, waiter: 1)
        #expect(try machine.poll().count == 1)
        _ = machine.reactor.startTimer(after: 0, waiter: 2)
        #expect(!machine.reactor.cancelTimer(old))
        #expect(try machine.poll().map(\.waiter) == [2])
    }

    @Test func manyTimersCancelledInAnyOrderKeepTheHeap() throws {
        let machine = try ScriptedMachine()
        var random = SystemRandomNumberGenerator()
        var alive: [(deadline: Int64, timer: TimerID)] = []
        for _ in 0..<2000 {
            let deadline = Int64.random(in: 0..<500, using: &random)
            alive.append((deadline, machine.reactor.startTimer(deadline: deadline, waiter: UInt64(deadline))))
        }
        alive.shuffle()
        for entry in alive.prefix(1000) { #expect(machine.reactor.cancelTimer(entry.timer)) }
        machine.clock.advance(by: 500)
        let fired = try machine.poll().map { Int64($0.waiter) }
        #expect(fired == alive.dropFirst(1000).map(\.deadline).sorted())
    }

    @Test func anEndlessDelayDoesNotOverflow() throws {
        let machine = try ScriptedMachine()
        machine.clock.advance(by: 100)
        let timer = machine.reactor.startTimer(after: .max, waiter: 1)
        #expect(try machine.poll().isEmpty)
        #expect(machine.reactor.cancelTimer(timer))
    }
}
