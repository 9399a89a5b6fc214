import Foundation
import SchoonerReactor
import SchoonerRuntime
import SchoonerTesting

/// An interpreter on a virtual clock, with the primitives and the threads' part of the prelude, and a list of notes that
/// programs make.
final class SchedulerHarness {
    let scheme: Interpreter
    let clock = VirtualClock()
    let poller: ScriptedPoller
    let notes: NoteBook

    init(stressed: Bool = false) throws {
        poller = ScriptedPoller(clock: clock)
        let reactor = try Reactor(
            calls: ScriptedSystemCalls(), poller: poller, clock: clock, lookups: ScriptedNameLookups(immediate: true))
        scheme = Interpreter(heapLimit: 256 << 20, stressed: stressed, reactor: reactor)
        notes = NoteBook()
        let notes = notes
        let own: [Primitive] = [
            Primitive("note", 1..., "Notes the objects.") { (scheme, arguments) throws(Signal) in
                notes.lines.append(arguments.all.map { scheme.written($0) }.joined(separator: " "))
                return .unspecific
            },
            Primitive("apply", 2, "Calls with a list.") { (_, arguments) throws(Signal) in
                throw .call(arguments[0], arguments[1].listElements().elements)
            },
            Primitive("call/cc", 1, "Captures.") { (_, arguments) throws(Signal) in throw .capture(arguments[0]) },
            Primitive("+", 2, "Fixnums.") { (_, arguments) throws(Signal) in
                Value(fixnum: arguments[0].fixnum + arguments[1].fixnum)
            },
            Primitive("-", 2, "Fixnums.") { (_, arguments) throws(Signal) in
                Value(fixnum: arguments[0].fixnum - arguments[1].fixnum)
            },
            Primitive("<", 2, "Fixnums.") { (_, arguments) throws(Signal) in
                Value(arguments[0].fixnum < arguments[1].fixnum)
            },
            Primitive("clock", 0, "Milliseconds of the virtual clock.") { (scheme, _) throws(Signal) in
                Value(fixnum: Int(scheme.reactor.clock.now() / 1_000_000))
            },
        ]
        scheme.install(LibraryPrimitives.table + SchedulerPrimitives.table + own)
        scheme.installSpecialForms()
        scheme.heap.markInlinable(scheme.systemEnvironment)
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Sources/SchoonerRuntime/Prelude/threads.scm")
        _ = try evaluate(String(contentsOf: file, encoding: .utf8), in: scheme.systemEnvironment)
    }

    /// Evaluates each datum of the text in a main thread of its own; how the last ended.
    @discardableResult
    func evaluate(_ text: String, in environment: Value? = nil) throws -> Machine.Outcome {
        let reader = Reader(scheme, text: text)
        var outcome = Machine.Outcome.finished(.unspecific)
        while true {
            let environment = environment ?? scheme.userEnvironment
            var positions: PositionTable? = PositionTable()
            let datum = try reader.read(positions: &positions)
            if datum.isEOF { return outcome }
            let core = try Expander(interpreter: scheme, environment: environment).expand(datum)
            guard let procedure = Compiler(heap: scheme.heap, environment: environment).compile(core) else {
                throw CocoaError(.coderInvalidValue)
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
        case .failed(let object): return "failed: \(scheme.written(object))"
        case .exit(let code): return "exit \(code)"
        }
    }
}

/// What a program has noted.
final class NoteBook: @unchecked Sendable {
    var lines: [String] = []
}
