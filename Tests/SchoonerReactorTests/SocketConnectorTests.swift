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

@Suite struct SocketConnectorTests {
    private let six = SocketAddress.ipv6(IPv6Address(high: 0x2001_0DB8 << 32, low: 1), port: 80)
    private let four = SocketAddress.ipv4(IPv4Address(192, 0, 2, 1), port: 80)

    private func peer(_ progress: SocketConnector.Progress) throws -> SocketAddress? {
        if case .connected(let socket) = progress { try socket.peerAddress() } else { nil }
    }

    private func isWaiting(_ progress: SocketConnector.Progress) -> Bool {
        if case .waiting = progress { true } else { false }
    }

    private func error(_ progress: SocketConnector.Progress) -> SystemError? {
        if case .failed(let error) = progress { error } else { nil }
    }

    @Test func connectingAtOnce() throws {
        let machine = try ScriptedMachine()
        let connector = SocketConnector(reactor: machine.reactor, addresses: [four])
        #expect(try peer(connector.advance()) == four)
        #expect(machine.calls.log == ["socket ipv4", "set noDelay true", "connect 192.0.2.1:80"])
        #expect(!connector.wait(waiter: 1))
    }

    @Test func waitingForTheKernel() throws {
        let machine = try ScriptedMachine()
        machine.calls.connectSteps[four] = .inProgress
        let connector = SocketConnector(reactor: machine.reactor, addresses: [four])
        #expect(isWaiting(connector.advance()))
        #expect(connector.wait(waiter: 5))
        let descriptor = try #require(machine.calls.descriptor(connectingTo: four))
        // For nothing at first.
        machine.poller.schedule((descriptor, .writable))
        #expect(try machine.poll() == [Wake(waiter: 5, reason: .ready)])
        #expect(isWaiting(connector.advance()))
        #expect(connector.wait(waiter: 6))
        machine.calls.finishConnecting(to: four)
        machine.poller.schedule((descriptor, .writable))
        #expect(try machine.poll() == [Wake(waiter: 6, reason: .ready)])
        #expect(try peer(connector.advance()) == four)
        #expect(try machine.poll().isEmpty)
    }

    @Test func aRefusalIsTheErrorOfTheConnect() throws {
        let machine = try ScriptedMachine()
        machine.calls.connectSteps[four] = .inProgress
        let connector = SocketConnector(reactor: machine.reactor, addresses: [four])
        #expect(connector.wait(waiter: 5))
        let descriptor = try #require(machine.calls.descriptor(connectingTo: four))
        machine.calls.finishConnecting(to: four, error: ECONNREFUSED)
        machine.poller.schedule((descriptor, .broken))
        #expect(try machine.poll().count == 1)
        #expect(error(connector.advance()) == SystemError(ECONNREFUSED, "connect"))
        #expect(machine.calls.openDescriptors.isEmpty)
    }

    @Test func theSecondFamilyWinsAfterTheDelay() throws {
        let machine = try ScriptedMachine()
        machine.calls.connectSteps = [six: .inProgress, four: .inProgress]
        let connector = SocketConnector(reactor: machine.reactor, addresses: [six, four])
        #expect(connector.wait(waiter: 1))
        #expect(try machine.poll(timeout: nil) == [Wake(waiter: 1, reason: .timer)])
        #expect(machine.clock.now() == ConnectRace.delay)
        #expect(isWaiting(connector.advance()))
        #expect(connector.wait(waiter: 2))
        let descriptor = try #require(machine.calls.descriptor(connectingTo: four))
        machine.calls.finishConnecting(to: four)
        machine.poller.schedule((descriptor, .writable))
        #expect(try machine.poll() == [Wake(waiter: 2, reason: .ready)])
        #expect(try peer(connector.advance()) == four)
        #expect(machine.calls.openDescriptors == [descriptor])
    }

    @Test func anUnreachableFamilyCostsNoTime() throws {
        let machine = try ScriptedMachine()
        machine.calls.connectSteps[six] = .fail(ENETUNREACH)
        let connector = SocketConnector(reactor: machine.reactor, addresses: [six, four])
        #expect(try peer(connector.advance()) == four)
        #expect(machine.clock.now() == 0)
    }

    @Test func failingEverywhereLeaksNothing() throws {
        let machine = try ScriptedMachine()
        machine.calls.connectSteps = [six: .fail(ENETUNREACH), four: .fail(ECONNREFUSED)]
        let connector = SocketConnector(reactor: machine.reactor, addresses: [six, four])
        #expect(error(connector.advance()) == SystemError(ECONNREFUSED, "connect"))
        #expect(machine.calls.openDescriptors.isEmpty)
        machine.calls.descriptorLimit = 0
        let starved = SocketConnector(reactor: machine.reactor, addresses: [four])
        #expect(error(starved.advance()) == SystemError(EMFILE, "socket"))
        let nowhere = SocketConnector(reactor: machine.reactor, addresses: [])
        #expect(error(nowhere.advance())?.code == EADDRNOTAVAIL)
    }

    @Test func cancellingClosesEverythingAndWakesNobody() throws {
        let machine = try ScriptedMachine()
        machine.calls.connectSteps = [six: .inProgress, four: .inProgress]
        let connector = SocketConnector(reactor: machine.reactor, addresses: [six, four])
        machine.clock.advance(by: ConnectRace.delay)
        #expect(isWaiting(connector.advance()))
        #expect(machine.calls.openDescriptors.count == 2)
        #expect(connector.wait(waiter: 1))
        connector.cancel()
        #expect(machine.calls.openDescriptors.isEmpty)
        #expect(try machine.poll().isEmpty)
        #expect(error(connector.advance())?.code == ECANCELED)
    }

    @Test func aConnectionToItselfIsNoConnection() throws {
        let machine = try ScriptedMachine()
        // The double gives every socket this address of its own.
        let itself = SocketAddress.ipv4(.loopback, port: 40000)
        let connector = SocketConnector(reactor: machine.reactor, addresses: [itself])
        #expect(error(connector.advance())?.code == ECONNREFUSED)
        #expect(machine.calls.openDescriptors.isEmpty)
    }
}
