import SchoonerReactor
import SchoonerRuntime
import SchoonerTesting

/// An interpreter on a machine whose kernel does what the test says.
final class ScriptedWorld {
    let calls = ScriptedSystemCalls()
    let clock = VirtualClock()
    let poller: ScriptedPoller
    let world: SchemeWorld
    private var hasServer = false

    init() throws {
        poller = ScriptedPoller(clock: clock)
        world = SchemeWorld(
            try Reactor(calls: calls, poller: poller, clock: clock, lookups: ScriptedNameLookups()))
    }

    @discardableResult
    func run(_ program: String) -> String { world.run(program) }

    /// Has the program accept a connection and call its port by a name; gives the descriptor.
    func accept(as name: String, _ rest: String = "") -> Int32 {
        if !hasServer { run("(define server (open-tcp-server-socket 7000 (host-address-loopback)))") }
        hasServer = true
        let before = calls.openDescriptors
        calls.pendingConnections.append(.ipv4(.loopback, port: 40000))
        run("(define \(name) (tcp-server-connection-accept server #f #f \(rest)))")
        return calls.openDescriptors.subtracting(before).max() ?? -1
    }

    func text(on descriptor: Int32) -> String { String(decoding: calls.written[descriptor] ?? [], as: UTF8.self) }
}
