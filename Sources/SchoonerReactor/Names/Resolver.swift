import Synchronization

/// Looks names up without holding up the reactor's thread.
package final class Resolver {
    private let lookups: any NameLookups
    private let threads = HelperThreads(limit: Resolver.threadLimit)
    private let mailbox: LookupMailbox
    private var running: [UInt64: Lookup] = [:]
    private var started: UInt64 = 0
    private var isShutDown = false

    /// How many look-ups run at once; more wait in line.
    private static let threadLimit = 4

    init(lookups: any NameLookups, waker: Waker) {
        self.lookups = lookups
        mailbox = LookupMailbox(waker: waker)
    }

    /// Begins a look-up. What needs no waiting (a numeric address, an impossible name) is answered at once.
    package func start(_ request: LookupRequest) -> Lookup {
        guard !isShutDown else { return Lookup(id: 0, answer: .failed(.noService), resolver: nil) }
        if let answer = lookups.immediateAnswer(request) { return Lookup(id: 0, answer: answer, resolver: nil) }
        started += 1
        let id = started
        let accepted = threads.submit(id: id) { [lookups, mailbox] in
            mailbox.put(id, lookups.answer(request))
        }
        guard accepted else {
            // No thread to be had: better a wait for everyone than no answer.
            return Lookup(id: 0, answer: lookups.answer(request), resolver: nil)
        }
        let lookup = Lookup(id: id, answer: nil, resolver: self)
        running[id] = lookup
        return lookup
    }

    /// How many look-ups have no answer yet.
    package var runningCount: Int { running.count }

    /// Hands finished look-ups their answers and appends the wake-ups.
    func collect(into wakes: inout ContiguousArray<Wake>) {
        guard mailbox.hasMail else { return }
        for (id, answer) in mailbox.takeAll() {
            running.removeValue(forKey: id)?.finish(answer, into: &wakes)
        }
    }

    func withdraw(_ id: UInt64) {
        threads.withdraw(id: id)
        running.removeValue(forKey: id)
    }

    /// Ends the threads; look-ups that run get the answer that there is no name service.
    func shutDown(into wakes: inout ContiguousArray<Wake>) {
        isShutDown = true
        threads.shutDown()
        for lookup in running.values { lookup.finish(.failed(.noService), into: &wakes) }
        running.removeAll()
    }
}

/// Where helper threads leave their answers.
private final class LookupMailbox: Sendable {
    private let answers = Mutex<[(UInt64, LookupAnswer)]>([])
    private let isFilled = Atomic<Bool>(false)
    private let waker: Waker

    init(waker: Waker) { self.waker = waker }

    var hasMail: Bool { isFilled.load(ordering: .acquiring) }

    func put(_ id: UInt64, _ answer: LookupAnswer) {
        answers.withLock {
            $0.append((id, answer))
            isFilled.store(true, ordering: .releasing)
        }
        waker.wake()
    }

    func takeAll() -> [(UInt64, LookupAnswer)] {
        answers.withLock { list in
            let taken = list
            list = []
            isFilled.store(false, ordering: .releasing)
            return taken
        }
    }
}
