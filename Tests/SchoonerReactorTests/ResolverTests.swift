import SchoonerReactor
import SchoonerTesting
import Testing

@Suite struct ResolverTests {
    /// Polls a reactor with real helper threads until the look-up has its answer.
    private func finish(_ lookup: Lookup, on reactor: Reactor) throws -> LookupAnswer? {
        while lookup.answer == nil {
            guard lookup.wait(waiter: 77) else { break }
            while !takeWakes(reactor).contains(Wake(waiter: 77, reason: .ready)) { try reactor.poll(timeout: nil) }
        }
        return lookup.answer
    }

    private func addresses(_ answer: LookupAnswer?) -> [SocketAddress] {
        if case .addresses(let list) = answer { list } else { [] }
    }

    private func error(_ answer: LookupAnswer?) -> NameError? {
        if case .failed(let error) = answer { error } else { nil }
    }

    @Test func numericAddressesAreAnsweredAtOnce() throws {
        let reactor = try Reactor()
        for (text, address) in [
            ("127.0.0.1", SocketAddress.ipv4(.loopback, port: 0)), ("127.1", .ipv4(.loopback, port: 0)),
            ("::1", .ipv6(.loopback, port: 0)), ("::ffff:127.0.0.1", .ipv4(.loopback, port: 0)),
        ] {
            #expect(addresses(reactor.resolver.start(.addresses(host: text)).answer) == [address], "\(text)")
        }
    }

    @Test func impossibleNamesAreUnknown() throws {
        let reactor = try Reactor()
        for name in ["", "local\0host"] {
            let answer = reactor.resolver.start(.addresses(host: name)).answer
            #expect(error(answer) == .unknownHost)
        }
        #expect(error(reactor.resolver.start(.name(of: .unix(path: "/x"))).answer) != nil)
    }

    @Test func localhostIsFoundOnAHelperThread() throws {
        let reactor = try Reactor()
        let lookup = reactor.resolver.start(.addresses(host: "localhost"))
        #expect(lookup.answer == nil)
        let found = addresses(try finish(lookup, on: reactor))
        #expect(found.contains { $0.isLoopback })
        #expect(reactor.resolver.runningCount == 0)
    }

    @Test func namesOfThisMachine() throws {
        let reactor = try Reactor()
        #expect(!SystemNameLookups.ownHostName().isEmpty)
        guard case .name(let name) = try finish(reactor.resolver.start(.canonicalName(host: "localhost")), on: reactor)
        else {
            Issue.record("localhost has no canonical name")
            return
        }
        #expect(!name.isEmpty)
        let reverse = reactor.resolver.start(.name(of: .ipv4(.loopback, port: 80)))
        let answer = try finish(reverse, on: reactor)
        // A machine may have no name for it, and says so then.
        if case .addresses = answer { Issue.record("a name was asked for") }
    }

    @Test func manyLookUpsShareTheThreads() throws {
        let lookups = ScriptedNameLookups(immediate: false)
        let reactor = try Reactor(lookups: lookups)
        for index in 0..<50 {
            lookups.setAnswer(
                .addresses([.ipv4(.loopback, port: UInt16(index))]), to: .addresses(host: "host\(index)"))
        }
        let running = (0..<50).map { reactor.resolver.start(.addresses(host: "host\($0)")) }
        for (index, lookup) in running.enumerated() {
            #expect(addresses(try finish(lookup, on: reactor)).first?.port == UInt16(index))
        }
    }

    @Test func aCancelledLookUpWakesNobody() throws {
        let lookups = ScriptedNameLookups(immediate: false)
        let reactor = try Reactor(lookups: lookups)
        var cancelled: [Lookup] = []
        lookups.holdingAnswers {
            for index in 0..<8 {
                let lookup = reactor.resolver.start(.addresses(host: "slow\(index)"))
                #expect(lookup.wait(waiter: 1))
                cancelled.append(lookup)
            }
            for lookup in cancelled { lookup.cancel() }
            #expect(reactor.resolver.runningCount == 0)
        }
        let last = reactor.resolver.start(.addresses(host: "last"))
        #expect(error(try finish(last, on: reactor)) == .unknownHost)
        try reactor.poll(timeout: 0)
        #expect(takeWakes(reactor).isEmpty)
        #expect(cancelled.allSatisfy { $0.answer == nil })
    }

    @Test func severalMayWaitForOneAnswer() throws {
        let lookups = ScriptedNameLookups(immediate: false)
        let reactor = try Reactor(lookups: lookups)
        var lookup: Lookup?
        lookups.holdingAnswers {
            let started = reactor.resolver.start(.addresses(host: "x"))
            #expect(started.wait(waiter: 1))
            #expect(started.wait(waiter: 2))
            #expect(started.wait(waiter: 3))
            #expect(started.cancelWait(waiter: 2))
            #expect(!started.cancelWait(waiter: 2))
            lookup = started
        }
        while !reactor.hasWakes { try reactor.poll(timeout: nil) }
        #expect(takeWakes(reactor).map(\.waiter) == [1, 3])
        #expect(lookup?.wait(waiter: 4) == false)
    }

    @Test func aReactorMayGoWhileALookUpRuns() throws {
        let lookups = ScriptedNameLookups(immediate: false)
        try lookups.holdingAnswers {
            let reactor = try Reactor(lookups: lookups)
            let lookup = reactor.resolver.start(.addresses(host: "never"))
            #expect(lookup.wait(waiter: 1))
            reactor.shutDown()
            #expect(takeWakes(reactor).map(\.waiter) == [1])
            #expect(error(lookup.answer) == .noService)
            #expect(error(reactor.resolver.start(.addresses(host: "x")).answer) == .noService)
        }
    }
}
