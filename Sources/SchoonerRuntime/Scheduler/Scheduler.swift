import DequeModule
import SchoonerReactor

/// Shares one machine among green threads: runs those that are ready in turn, and waits in the reactor when none is.
package final class Scheduler {
    // The interpreter owns the scheduler.
    unowned(unsafe) let interpreter: Interpreter
    let machine: Machine
    let heap: Heap
    let reactor: Reactor
    /// The interpreter's; asked with every turn.
    let interruption: Interruption

    /// Threads that can run, first come, first served.
    /// Their numbers; one may stand here that has ended since.
    @exclusivity(unchecked) var ready = Deque<Int>()
    /// The thread that `runMain` runs to its end.
    @exclusivity(unchecked) var mainThread: GreenThread? {
        didSet { mainNumber = mainThread?.identifier ?? -1 }
    }
    /// Its number; -1 when there is none, or it has left its number to others (`exit-current-thread`).
    @exclusivity(unchecked) var mainNumber = -1
    /// The thread object of all main threads, one after the other.
    let consoleObject: UnsafeMutablePointer<Value>
    /// Parked threads that the reactor can wake.
    @exclusivity(unchecked) var externalWaits = 0
    /// Timer events that have not come.
    @exclusivity(unchecked) var timerEvents = 0
    /// How many `runNested` stand on the native stack.
    var nestingDepth = 0
    /// The object that a nested thread failed with.
    var nestedFailure: Value?
    /// The application with which a thread goes back to its wait; between a primitive and the end of its slice only.
    @exclusivity(unchecked) var resumed: (procedure: Value, arguments: [Value])?
    /// Wake-ups taken from the reactor, and the tokens that belong to no thread.
    @exclusivity(unchecked) var wakes: ContiguousArray<Wake> = []
    @exclusivity(unchecked) var background = BackgroundWaiters()
    /// Turns since the reactor was asked last.
    @exclusivity(unchecked) var turnsSincePoll = 0

    /// Ports that hold output to be sent before anybody waits. A port puts itself in once, and again after `flushNow`.
    /// They are not retained: a port that dies has itself forgotten.
    @exclusivity(unchecked) var dirtyPorts = PlainList<Unmanaged<Flushable>>()
    @exclusivity(unchecked) var portsInFlush = PlainList<Unmanaged<Flushable>>()

    /// What an error that a background thread does not handle does to the program.
    package var threadErrorPolicy = ThreadErrorPolicy.exit
    /// Prints the report of such an error when the program goes on: with the thread object and the object raised.
    package var reportThreadError: (Interpreter, _ thread: Value, _ object: Value) -> Void = reportOnStandardError
    /// Milliseconds of a slice as `thread-timer-interval` tells it; nil when threads are not preempted.
    @exclusivity(unchecked) var timerInterval: Int? = Scheduler.standardInterval
    @exclusivity(unchecked) var isTimerStopped = false

    static let standardInterval = 100

    /// What an uncaught error in a background thread does.
    package enum ThreadErrorPolicy {
        /// The main thread gets it as a `derived-thread-error`: as in MIT Scheme, it ends a program that does not handle it.
        case exit
        /// It is reported, and the other threads go on.
        case `continue`
    }

    /// Whether threads besides the main one have not ended.
    package var hasOtherThreads: Bool {
        machine.threads.all.contains { $0 !== mainThread && $0.scheduling.state != .finished }
    }

    init(interpreter: Interpreter, reactor: Reactor) {
        self.interpreter = interpreter
        machine = interpreter.machine
        heap = interpreter.heap
        self.reactor = reactor
        interruption = interpreter.interruption
        consoleObject = interpreter.heap.makeStandingRoot(.false)
        consoleObject.pointee = makeThreadObject(name: .false)
    }

    /// The running thread. There is one whenever a primitive runs.
    var running: GreenThread { machine.current.unsafelyUnwrapped }

    /// The thread object of the running thread.
    package var currentObject: Value { machine.current?.object ?? consoleObject.pointee }

    /// Whether the running thread is another than the main thread.
    package var isInBackground: Bool {
        guard let thread = machine.current else { return false }
        return thread.object != consoleObject.pointee
    }

    /// The green thread of a thread object; nil when it has ended.
    func thread(of object: Value) -> GreenThread? { machine.threads[object.threadIndex] }

    func makeThreadObject(name: Value) -> Value {
        heap.object(.thread, Value(fixnum: -1), name, .false, .null, .zero, .null, .null, .null, .null)
    }

    /// Makes a thread that will call the thunk, and puts it in line; its object.
    ///
    /// It inherits the parameters; its `dynamic-wind` list and its handlers are empty.
    func createThread(_ thunk: Value, name: Value, parameters: Value) -> Value {
        let thread = machine.makeThread(thunk)
        let object = makeThreadObject(name: name)
        heap.set(object, slot: ThreadLayout.index, Value(fixnum: thread.identifier))
        thread.object = object
        thread.parameters = parameters
        ready.append(thread.identifier)
        return object
    }
}
