import SchoonerReactor
import Synchronization

/// A name service that answers from a table, when it is told to.
package final class ScriptedNameLookups: NameLookups {
    private struct State {
        var answers: [LookupRequest: LookupAnswer] = [:]
        var asked: [LookupRequest] = []
    }

    private let state = Mutex(State())
    private let gate = Mutex(())
    private let immediate: Bool

    /// - Parameter immediate: answer at once on the caller's thread; otherwise every look-up goes to a helper thread.
    package init(immediate: Bool = true) { self.immediate = immediate }

    /// Sets the answer to a question; without one the answer is "unknown host".
    package func setAnswer(_ answer: LookupAnswer, to request: LookupRequest) {
        state.withLock { $0.answers[request] = answer }
    }

    /// Every question so far.
    package var asked: [LookupRequest] { state.withLock { $0.asked } }

    /// Runs `body` while look-ups on helper threads are held up.
    package func holdingAnswers(_ body: () throws -> Void) rethrows { try gate.withLock { _ in try body() } }

    package func answer(_ request: LookupRequest) -> LookupAnswer {
        gate.withLock { _ in }
        return look(request)
    }

    package func immediateAnswer(_ request: LookupRequest) -> LookupAnswer? { immediate ? look(request) : nil }

    private func look(_ request: LookupRequest) -> LookupAnswer {
        state.withLock {
            $0.asked.append(request)
            return $0.answers[request] ?? .failed(.unknownHost)
        }
    }
}
