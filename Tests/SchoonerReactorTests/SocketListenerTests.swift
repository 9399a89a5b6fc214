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

@Suite struct SocketListenerTests {
    private let client = SocketAddress.ipv4(IPv4Address(10, 0, 0, 1), port: 5000)

    private func accept(_ listener: SocketListener, askKernel: Bool = false) throws -> StreamSocket? {
        if case .connection(let socket, _) = try listener.accept(askKernel: askKernel) { socket } else { nil }
    }

    @Test func allAddressesMeansBothFamiliesOnOneSocket() throws {
        let machine = try ScriptedMachine()
        let listener = try SocketListener.onAllAddresses(reactor: machine.reactor, port: 80)
        #expect(
            machine.calls.log == [
                "socket ipv6", "set reuseAddress true", "set ipv6Only false", "bind [::]:80", "listen 1024",
            ])
        #expect(listener.localAddress.port == 80)
    }

    @Test func aMachineWithoutIPv6ListensOnIPv4() throws {
        let withoutSockets = try ScriptedMachine()
        withoutSockets.calls.missingFamilies = [.ipv6]
        let first = try SocketListener.onAllAddresses(reactor: withoutSockets.reactor, port: 80)
        #expect(first.localAddress == .ipv4(.any, port: 80))
        let withoutAddress = try ScriptedMachine()
        withoutAddress.calls.bindErrors[.ipv6] = EADDRNOTAVAIL
        let second = try SocketListener.onAllAddresses(reactor: withoutAddress.reactor, port: 80)
        #expect(second.localAddress == .ipv4(.any, port: 80))
        #expect(withoutAddress.calls.openDescriptors == [second.descriptor])
    }

    @Test func aTakenPortLeaksNothing() throws {
        let machine = try ScriptedMachine()
        machine.calls.bindErrors[.ipv6] = EADDRINUSE
        #expect(throws: SystemError(EADDRINUSE, "bind")) {
            try SocketListener.onAllAddresses(reactor: machine.reactor, port: 80)
        }
        #expect(machine.calls.openDescriptors.isEmpty)
    }

    @Test func acceptingWaitsForTheNextEvent() throws {
        let machine = try ScriptedMachine()
        let listener = try SocketListener.on(.ipv4(.any, port: 80), reactor: machine.reactor)
        #expect(try accept(listener) == nil)
        #expect(listener.wait(waiter: 1).isWaiting)
        machine.calls.pendingConnections = [client, client]
        machine.poller.schedule((listener.descriptor, .readable))
        #expect(try machine.poll(timeout: nil) == [Wake(waiter: 1, reason: .ready)])
        let sockets = [try accept(listener), try accept(listener)]
        #expect(try sockets.compactMap { try $0?.peerAddress() } == [client, client])
        #expect(try accept(listener) == nil)
        #expect(listener.wait(waiter: 1).isWaiting)
        machine.calls.pendingConnections = [client]
        #expect(try accept(listener) == nil)
        #expect(try accept(listener, askKernel: true) != nil)
    }

    @Test func aClientThatLeftTheQueueIsPassedOver() throws {
        let machine = try ScriptedMachine()
        let listener = try SocketListener.on(.ipv4(.any, port: 80), reactor: machine.reactor)
        machine.calls.acceptErrors = [ECONNABORTED, EPROTO]
        machine.calls.pendingConnections = [client]
        #expect(try accept(listener) != nil)
    }

    @Test func outOfDescriptorsIsReportedOnceAndNobodyIsLost() throws {
        let machine = try ScriptedMachine()
        let listener = try SocketListener.on(.ipv4(.any, port: 80), reactor: machine.reactor)
        machine.calls.pendingConnections = [client, client]
        // One for the listener, one spare, one connection.
        machine.calls.descriptorLimit = 3
        let first = try accept(listener)
        #expect(first != nil)
        #expect(throws: SystemError(EMFILE, "accept")) { try accept(listener) }
        // The report has a descriptor to work with.
        #expect(machine.calls.openDescriptors.count == 2)
        #expect(try accept(listener) == nil)
        #expect(listener.wait(waiter: 1).isWaiting)
        // New events do not make it spin.
        machine.poller.schedule((listener.descriptor, .readable))
        #expect(try machine.poll(timeout: 0).isEmpty)
        // A descriptor becomes free: the queued client is served.
        first?.close()
        #expect(try machine.poll(timeout: 0) == [Wake(waiter: 1, reason: .ready)])
        #expect(try accept(listener) != nil)
    }

    @Test func acceptingPausesByTheClockWhenNothingIsClosed() throws {
        let machine = try ScriptedMachine()
        let listener = try SocketListener.on(.ipv4(.any, port: 80), reactor: machine.reactor)
        machine.calls.pendingConnections = [client]
        machine.calls.descriptorLimit = 2
        #expect(throws: SystemError(EMFILE, "accept")) { try accept(listener) }
        // Something else takes the descriptor that was given up.
        _ = machine.calls.makeDescriptor()
        var reports = 1
        let start = machine.clock.now()
        var turns = 0
        while machine.clock.now() - start < 3_000_000_000 {
            turns += 1
            #expect(listener.wait(waiter: 1).isWaiting)
            #expect(try machine.poll(timeout: nil) == [Wake(waiter: 1, reason: .ready)])
            do { #expect(try accept(listener) == nil) } catch { reports += 1 }
        }
        #expect(turns == 30)
        #expect(reports == 4)
        machine.calls.descriptorLimit = 100
        #expect(listener.wait(waiter: 1).isWaiting)
        #expect(try machine.poll(timeout: nil).count == 1)
        #expect(try accept(listener) != nil)
    }

    @Test func closingWakesThoseWhoWaitAlsoDuringAPause() throws {
        let machine = try ScriptedMachine()
        let listener = try SocketListener.on(.ipv4(.any, port: 80), reactor: machine.reactor)
        machine.calls.pendingConnections = [client]
        machine.calls.descriptorLimit = 2
        #expect(throws: SystemError(EMFILE, "accept")) { try accept(listener) }
        #expect(listener.wait(waiter: 1).isWaiting)
        listener.close()
        listener.close()
        #expect(try machine.poll() == [Wake(waiter: 1, reason: .closed)])
        #expect(throws: SystemError(EBADF, "accept")) { try accept(listener) }
        #expect(listener.wait(waiter: 1) == .closed)
    }
}
