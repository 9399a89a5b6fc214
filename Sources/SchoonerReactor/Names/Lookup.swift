/// One look-up of a name: ask for the answer, wait when there is none yet, or cancel.
package final class Lookup {
    /// The answer; nil while the look-up runs.
    package private(set) var answer: LookupAnswer?
    private let id: UInt64
    private weak var resolver: Resolver?
    private var waiters: [UInt64] = []

    init(id: UInt64, answer: LookupAnswer?, resolver: Resolver?) {
        self.id = id
        self.answer = answer
        self.resolver = resolver
    }

    /// Asks for a wake-up when the answer is there. False when it is there already.
    package func wait(waiter: UInt64) -> Bool {
        guard answer == nil else { return false }
        waiters.append(waiter)
        return true
    }

    /// Ends a wait and leaves the look-up running. False when the wake-up has already been given.
    @discardableResult
    package func cancelWait(waiter: UInt64) -> Bool {
        let before = waiters.count
        waiters.removeAll { $0 == waiter }
        return waiters.count != before
    }

    /// Gives the look-up up: nobody is woken, and its answer, if it still comes, is dropped.
    package func cancel() {
        waiters = []
        guard answer == nil else { return }
        resolver?.withdraw(id)
    }

    func finish(_ answer: LookupAnswer, into wakes: inout ContiguousArray<Wake>) {
        self.answer = answer
        for waiter in waiters { wakes.append(Wake(waiter: waiter, reason: .ready)) }
        waiters = []
    }
}
