import SchoonerReactor
import SchoonerTesting
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite struct StreamSocketTests {
    @Test func aShortReadCountsAsDrained() throws {
        let machine = try ScriptedMachine()
        let socket = try machine.makeSocket()
        machine.calls.script(reads: .bytes(Array("hello".utf8)), .bytes(Array("again".utf8)), on: socket.descriptor)
        #expect(try socket.readText() == "hello")
        let callsSoFar = machine.calls.log.count
        #expect(try socket.readText() == nil)
        #expect(machine.calls.log.count == callsSoFar)
        #expect(socket.wait(.read, waiter: 1).isWaiting)
        machine.poller.schedule((socket.descriptor, .readable))
        #expect(try machine.poll() == [Wake(waiter: 1, reason: .ready)])
        #expect(try socket.readText() == "again")
    }

    @Test func aFullReadIsTriedAgain() throws {
        let machine = try ScriptedMachine()
        let socket = try machine.makeSocket()
        machine.calls.script(reads: .bytes(Array("abcdef".utf8)), on: socket.descriptor)
        #expect(try socket.readText(limit: 3) == "abc")
        #expect(socket.wait(.read, waiter: 1) == .ready)
        #expect(try socket.readText(limit: 3) == "def")
        #expect(try socket.readText(limit: 3) == nil)
        #expect(socket.wait(.read, waiter: 1).isWaiting)
    }

    @Test func theKernelCanBeAskedWithoutAnEvent() throws {
        let machine = try ScriptedMachine()
        let socket = try machine.makeSocket()
        machine.calls.script(reads: .wouldBlock, .bytes([65]), on: socket.descriptor)
        #expect(try socket.readText() == nil)
        #expect(try socket.readText() == nil)
        #expect(try socket.readText(askKernel: true) == "A")
    }

    /// The peer's FIN may be told in the same event as its last bytes, and never again.
    @Test func anEndThatCameWithTheLastBytesIsSeen() throws {
        let machine = try ScriptedMachine()
        let socket = try machine.makeSocket()
        #expect(try socket.readText() == nil)
        #expect(socket.wait(.read, waiter: 1).isWaiting)
        machine.calls.script(reads: .bytes(Array("bye".utf8)), .endOfFile, on: socket.descriptor)
        machine.poller.schedule((socket.descriptor, [.readable, .inputEnded]))
        #expect(try machine.poll().count == 1)
        #expect(try socket.readText() == "bye")
        #expect(socket.wait(.read, waiter: 1) == .ready)
        #expect(try socket.readText() == "")
        let callsSoFar = machine.calls.log.count
        #expect(try socket.readText() == "")
        #expect(machine.calls.log.count == callsSoFar)
    }

    @Test func aResetInMidReadIsReportedOnce() throws {
        let machine = try ScriptedMachine()
        let socket = try machine.makeSocket()
        machine.calls.script(reads: .bytes([65, 66]), .fail(ECONNRESET), on: socket.descriptor)
        #expect(try socket.readText(limit: 2) == "AB")
        #expect(throws: SystemError(ECONNRESET, "read")) { try socket.readText() }
        #expect(try socket.readText() == "")
        #expect(try socket.readText() == "")
        #expect(socket.wait(.read, waiter: 1) == .ready)
    }

    @Test func aSpuriousWakeUpLeadsBackToWaiting() throws {
        let machine = try ScriptedMachine()
        let socket = try machine.makeSocket()
        #expect(try socket.readText() == nil)
        #expect(socket.wait(.read, waiter: 1).isWaiting)
        for _ in 0..<3 {
            machine.poller.schedule((socket.descriptor, .readable))
            #expect(try machine.poll().map(\.waiter) == [1])
            #expect(try socket.readText() == nil)
            #expect(socket.wait(.read, waiter: 1).isWaiting)
        }
    }

    @Test func partialWritesGoOnWhereTheyStopped() throws {
        let machine = try ScriptedMachine()
        let socket = try machine.makeSocket()
        machine.calls.script(writes: .take(3), .wouldBlock, .take(2), on: socket.descriptor)
        #expect(try socket.writeText("abcdef") == .wrote(3))
        #expect(try socket.writeText("def") == .wouldBlock)
        let callsSoFar = machine.calls.log.count
        #expect(try socket.writeText("def") == .wouldBlock)
        #expect(machine.calls.log.count == callsSoFar)
        #expect(socket.wait(.write, waiter: 4).isWaiting)
        machine.poller.schedule((socket.descriptor, .writable))
        #expect(try machine.poll() == [Wake(waiter: 4, reason: .ready)])
        #expect(try socket.writeText("def") == .wrote(2))
        #expect(try socket.writeText("f") == .wrote(1))
        #expect(machine.calls.written[socket.descriptor] == Array("abcdef".utf8))
    }

    @Test func severalBuffersAreWrittenAsOne() throws {
        let machine = try ScriptedMachine()
        let socket = try machine.makeSocket()
        machine.calls.script(writes: .take(4), on: socket.descriptor)
        var result = WriteResult.wouldBlock
        try Array("abc".utf8).withUnsafeBytes { first in
            try Array("def".utf8).withUnsafeBytes { second in
                try [first, second].withUnsafeBufferPointer { result = try socket.write(fromAll: $0) }
            }
        }
        #expect(result == .wrote(4))
        #expect(machine.calls.written[socket.descriptor] == Array("abcd".utf8))
    }

    @Test func aBrokenPipeIsAnErrorOfTheWrite() throws {
        let machine = try ScriptedMachine()
        let socket = try machine.makeSocket()
        machine.calls.script(writes: .fail(EPIPE), on: socket.descriptor)
        #expect(throws: SystemError(EPIPE, "write")) { try socket.writeText("x") }
    }

    @Test func halfClosing() throws {
        let machine = try ScriptedMachine()
        let socket = try machine.makeSocket()
        machine.calls.script(reads: .wouldBlock, on: socket.descriptor)
        #expect(try socket.readText() == nil)
        #expect(socket.wait(.read, waiter: 1).isWaiting)
        socket.shutDownWrite()
        socket.shutDownWrite()
        #expect(throws: SystemError(EPIPE, "write")) { try socket.writeText("x") }
        #expect(try machine.poll().isEmpty)
        socket.shutDownRead()
        #expect(try machine.poll() == [Wake(waiter: 1, reason: .ready)])
        #expect(try socket.readText() == "")
        #expect(machine.calls.shutDowns[socket.descriptor] == [.read, .write])
        #expect(machine.calls.log.filter { $0.hasPrefix("shutdown") }.count == 2)
    }

    @Test func closingWhileAnotherWaits() throws {
        let machine = try ScriptedMachine()
        let socket = try machine.makeSocket()
        #expect(try socket.readText() == nil)
        #expect(socket.wait(.read, waiter: 1).isWaiting)
        socket.close()
        socket.close()
        #expect(try machine.poll() == [Wake(waiter: 1, reason: .closed)])
        #expect(throws: SystemError(EBADF, "read")) { try socket.readText() }
        #expect(throws: SystemError(EBADF, "write")) { try socket.writeText("x") }
        #expect(socket.wait(.read, waiter: 1) == .closed)
        #expect(machine.calls.log.filter { $0 == "close \(socket.descriptor)" }.count == 1)
    }

    @Test func aSocketThatIsDroppedIsClosed() throws {
        let machine = try ScriptedMachine()
        var socket: StreamSocket? = try machine.makeSocket()
        #expect(socket?.isClosed == false)
        socket = nil
        #expect(machine.calls.openDescriptors.isEmpty)
    }
}
