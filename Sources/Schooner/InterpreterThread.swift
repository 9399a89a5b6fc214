import SchoonerLibrary
import SchoonerRuntime
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The thread on which one interpreter lives, as an executor: what is enqueued runs between the slices of the green threads, and
/// ends the interpreter's wait.
///
/// Unchecked: `host` is used on the thread only, everything else is immutable or under a lock.
final class InterpreterThread: SerialExecutor, @unchecked Sendable {
    /// What is to be done on the thread.
    private enum Item {
        case job(UnownedJob)
        case work(@Sendable (InterpreterHost) -> Void)
    }

    private struct Inbox {
        var items: [Item] = []
        /// Slots of objects that Swift has let go of.
        var released: [Int] = []
        /// The interpreter can be interrupted: it has booted, and is not shut down.
        var isRunning = false
        var isStopped = false
        var identity: pthread_t?
    }

    private let inbox = Mutex(Inbox())
    private let interruption: Interruption
    private let wake: @Sendable () -> Void
    /// nil after `shutDown`. On the thread only.
    private(set) var host: InterpreterHost?
    private let stackBytes = 8 << 20

    /// - Throws: `SchemeError.cannotStart`.
    init(_ configuration: Configuration) throws(SchemeError) {
        let interpreter: Interpreter
        do {
            interpreter = try Interpreter.make(heapLimit: max(configuration.heapLimit, 16 << 20), sources: .embedded)
        } catch {
            throw .cannotStart("\(error)")
        }
        interruption = interpreter.interruption
        let waker = interpreter.reactor.waker
        wake = { waker.wake() }
        host = InterpreterHost(interpreter, configuration)
        host?.thread = self
        try start()
    }

    private func start() throws(SchemeError) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, stackBytes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let argument = Unmanaged.passRetained(self)
        let failure = pthread_create(&thread, &attributes, { runInterpreterThread($0) }, argument.toOpaque())
        guard failure == 0 else {
            argument.release()
            throw .cannotStart("no thread can be made: error \(failure)")
        }
    }

    // MARK: From any thread

    func enqueue(_ job: consuming ExecutorJob) { put(.job(UnownedJob(job))) }

    /// Has the closure called on the thread, unless the interpreter is shut down by then.
    func perform(_ work: @escaping @Sendable (InterpreterHost) -> Void) { put(.work(work)) }

    private func put(_ item: Item) {
        inbox.withLock { $0.items.append(item) }
        wake()
    }

    /// Gives up a slot of the object table.
    func release(_ slot: Int) {
        inbox.withLock { if !$0.isStopped { $0.released.append(slot) } }
    }

    /// Ends all evaluations that have begun, even one that never lets another thread run.
    func interrupt() {
        let isRunning = inbox.withLock { inbox in
            inbox.items.append(
                .work { host in
                    _ = host.interpreter.interruption.take()
                    host.abandonAll(.failure(SchemeError.aborted(.interrupted)))
                })
            return inbox.isRunning
        }
        if isRunning { interruption.request() } else { wake() }
    }

    /// Shuts the interpreter down and ends the thread.
    func stop() {
        inbox.withLock { $0.isStopped = true }
        wake()
    }

    func isSameExclusiveExecutionContext(other: InterpreterThread) -> Bool { self === other }

    var isCurrent: Bool {
        inbox.withLock { inbox in inbox.identity.map { pthread_equal($0, pthread_self()) != 0 } ?? false }
    }

    func checkIsolated() { precondition(isCurrent, "not on the interpreter's thread") }

    // MARK: On the thread

    fileprivate func run() {
        inbox.withLock { $0.identity = pthread_self() }
        host?.boot()
        inbox.withLock { $0.isRunning = true }
        while true {
            let (items, released, isStopped) = inbox.withLock { inbox in
                let taken = (inbox.items, inbox.released, inbox.isStopped)
                inbox.items = []
                inbox.released = []
                return taken
            }
            host?.release(released)
            for item in items {
                switch item {
                case .job(let job): job.runSynchronously(on: asUnownedSerialExecutor())
                case .work(let work): if let host { work(host) }
                }
            }
            if isStopped && items.isEmpty { break }
            host?.turn(mayWait: items.isEmpty)
            if host == nil && !waitForItems() { break }
        }
        shutDown()
    }

    /// Ends everything that runs in the interpreter, and gives its memory and descriptors back. The thread stays, for what is yet
    /// to be refused.
    func shutDown() {
        guard let host else { return }
        inbox.withLock { $0.isRunning = false }
        self.host = nil
        waitForWaker = host.shutDown()
    }

    /// Where a thread without interpreter waits.
    private var waitForWaker: () -> Bool = { false }

    private func waitForItems() -> Bool {
        guard inbox.withLock({ $0.items.isEmpty && !$0.isStopped }) else { return true }
        return waitForWaker()
    }
}

#if canImport(Darwin)
    private typealias ThreadArgument = UnsafeMutableRawPointer
#else
    private typealias ThreadArgument = UnsafeMutableRawPointer?
#endif

private func runInterpreterThread(_ argument: ThreadArgument) -> UnsafeMutableRawPointer? {
    let pointer: UnsafeMutableRawPointer? = argument
    if let pointer { Unmanaged<InterpreterThread>.fromOpaque(pointer).takeRetainedValue().run() }
    return nil
}
