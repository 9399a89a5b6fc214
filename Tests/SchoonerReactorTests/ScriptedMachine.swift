import SchoonerReactor
import SchoonerTesting

/// A reactor on a machine that does what the test says.
struct ScriptedMachine {
    let clock = VirtualClock()
    let calls = ScriptedSystemCalls()
    let lookups: ScriptedNameLookups
    let poller: ScriptedPoller
    let reactor: Reactor

    init(immediateLookups: Bool = true) throws {
        lookups = ScriptedNameLookups(immediate: immediateLookups)
        poller = ScriptedPoller(clock: clock)
        reactor = try Reactor(calls: calls, poller: poller, clock: clock, lookups: lookups)
    }

    func makeSocket() throws -> StreamSocket {
        try StreamSocket(reactor: reactor, descriptor: calls.makeDescriptor())
    }

    /// Polls once and returns the wake-ups.
    func poll(timeout: Int64? = 0) throws -> [Wake] {
        try reactor.poll(timeout: timeout)
        return takeWakes(reactor)
    }
}

func takeWakes(_ reactor: Reactor) -> [Wake] {
    var list: ContiguousArray<Wake> = []
    reactor.takeWakes(into: &list)
    return Array(list)
}

extension StreamSocket {
    /// What a read of at most `limit` bytes brings, as text; nil when it would block, "" at the end.
    func readText(limit: Int = 100, askKernel: Bool = false) throws -> String? {
        var buffer = [UInt8](repeating: 0, count: limit)
        var result = ReadResult.wouldBlock
        try buffer.withUnsafeMutableBytes { result = try read(into: $0, askKernel: askKernel) }
        switch result {
        case .bytes(let count): return String(decoding: buffer[..<count], as: UTF8.self)
        case .endOfFile: return ""
        case .wouldBlock: return nil
        }
    }

    func writeText(_ text: String) throws -> WriteResult {
        var result = WriteResult.wouldBlock
        try Array(text.utf8).withUnsafeBytes { result = try write(from: $0) }
        return result
    }
}

extension WaitResult {
    var isWaiting: Bool { if case .waiting = self { true } else { false } }
}
