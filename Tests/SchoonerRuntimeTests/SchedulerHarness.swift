import SchoonerLibrary
import SchoonerReactor
import SchoonerRuntime
import SchoonerTesting

/// An interpreter on a virtual clock, and a list of notes that programs make.
final class SchedulerHarness {
    let scheme: Interpreter
    let clock = VirtualClock()
    let poller: ScriptedPoller
    let notes: NoteBook

    init(stressed: Bool = false) throws {
        poller = ScriptedPoller(clock: clock)
        let reactor = try Reactor(
            calls: ScriptedSystemCalls(), poller: poller, clock: clock, lookups: ScriptedNameLookups(immediate: true))
        scheme = Interpreter(heapLimit: 256 << 20, stressed: stressed, reactor: reactor, sources: .embedded)
        notes = NoteBook()
        scheme.boot()
        let notes = notes
        scheme.install([
            Primitive("note", 1..., "Notes the objects.") { (scheme, arguments) throws(Signal) in
                notes.lines.append(arguments.all.map { scheme.written($0) }.joined(separator: " "))
                return .unspecific
            },
            Primitive("clock", 0, "Milliseconds of the virtual clock.") { (scheme, _) throws(Signal) in
                Value(fixnum: Int(scheme.reactor.clock.now() / 1_000_000))
            },
        ])
    }

    /// Evaluates each datum of the text in a main thread of its own; how the last ended.
    @discardableResult
    func evaluate(_ text: String) throws -> Machine.Outcome {
        let reader = Reader(scheme, text: text)
        var outcome = Machine.Outcome.finished(.unspecific)
        while true {
            var positions: PositionTable? = PositionTable()
            let datum = try reader.read(positions: &positions)
            if datum.isEOF { return outcome }
            let environment = scheme.userEnvironment
            let core = try Expander(interpreter: scheme, environment: environment).expand(datum)
            guard let procedure = Compiler(heap: scheme.heap, environment: environment).compile(core) else {
                throw scheme.simpleError("too large")
            }
            outcome = scheme.scheduler.runMain(procedure)
        }
    }

    /// The written value of the last datum, or how else it ended.
    func value(_ text: String) throws -> String {
        switch try evaluate(text) {
        case .finished(let value): return scheme.written(value)
        case .blocked: return "blocked"
        case .preempted: return "preempted"
        case .aborted(let abort): return "aborted: \(abort)"
        case .failed(let object): return scheme.reportString(object)
        case .exit(let code): return "exit \(code)"
        }
    }
}

/// What a program has noted.
final class NoteBook: @unchecked Sendable {
    var lines: [String] = []
}
