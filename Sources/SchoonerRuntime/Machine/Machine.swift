/// The run loop's owner: executes one green thread at a time until it finishes, waits, or has used its slice.
package final class Machine {
    /// Words beyond a frame's own that are always there: adapter frames and the arguments of condition handlers.
    static let stackMargin = 40
    /// The most words of one contiguous stack; deeper recursion moves the older part to the heap.
    static let maximumStackWords = 1 << 15
    /// The same for the stress build, where nearly every recursion gets there.
    static let stressedMaximumStackWords = 256
    /// Steps (calls and back-edges) in one slice.
    static let sliceFuel = 20_000

    /// Why `run` came back.
    package enum Outcome {
        case finished(Value)
        /// The thread waits for something it has registered with.
        case blocked
        /// The slice is used up.
        case preempted
        case aborted(Signal.Abort)
        /// The thread raised the object, and no handler took it. The value is good until the next slice.
        case failed(Value)
        case exit(Int32)
    }

    let state: UnsafeMutablePointer<MachineState>
    let table: UnsafeMutablePointer<Handler>
    let stubs: UnsafeMutablePointer<UInt64>
    // The interpreter owns the machine.
    unowned(unsafe) let interpreter: Interpreter
    /// The running thread, which whoever runs it keeps alive.
    @exclusivity(unchecked) var currentReference: Unmanaged<GreenThread>?
    package var current: GreenThread? { currentReference?.takeUnretainedValue() }
    /// The signal that a primitive or an inlined instruction threw.
    @exclusivity(unchecked) var pendingSignal: Signal?
    /// Threads whose stacks the collector must see.
    @exclusivity(unchecked) var threads = ThreadTable()
    /// Fuel left to the whole evaluation; nil for no limit.
    package var fuelLimit: Int?
    @exclusivity(unchecked) var memoryRequests = 0
    /// The prelude's procedure that raises: called with the object and whether it is continuable.
    var raiseProcedure: UnsafeMutablePointer<Value>
    /// The prelude's procedure that raises for an unbound operator, and applies what a restart gives instead.
    var substituteProcedure: UnsafeMutablePointer<Value>
    /// While positive, slices of the running thread do not end (`without-interrupts`).
    @exclusivity(unchecked) package var preemptionInhibitions = 0
    var preemptionInhibited: Bool { preemptionInhibitions > 0 }
    /// The prelude's procedure that runs `dynamic-wind` thunks on the way to a continuation.
    var rewindProcedure: UnsafeMutablePointer<Value>

    /// - Parameter state: the block on whose first member the interpreter's heap was built; the machine owns it from now on.
    init(interpreter: Interpreter, state: UnsafeMutablePointer<MachineState>) {
        self.interpreter = interpreter
        self.state = state
        table = makeHandlerTable()
        stubs = .allocate(capacity: 4)
        stubs[0] = Instruction(.callValues, a: 0, c: 2).word
        stubs[1] = Instruction(.underflow).word
        stubs[2] = Instruction(.call, a: 4, c: 4).word
        stubs[3] = Instruction(.resumeInline).word
        let heap = interpreter.heap
        raiseProcedure = heap.makeStandingRoot(.false)
        rewindProcedure = heap.makeStandingRoot(.false)
        substituteProcedure = heap.makeStandingRoot(.false)
        state.pointee.owner = Unmanaged.passUnretained(interpreter)
        let code = heap.makeCode(
            instructions: [Instruction(.resumeInline)], constants: [],
            CodeDescription(name: heap.intern("adapter"), frameWords: 8))
        state.pointee.adapterClosure = heap.object(.closure, code)
    }

    deinit {
        table.deallocate()
        stubs.deallocate()
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// The return address of a bottom frame, and that of a condition handler called for an inlined instruction.
    var bottomReturn: ProgramCounter { ProgramCounter(stubs + 1) }
    var adapterReturn: ProgramCounter { ProgramCounter(stubs + 3) }

    /// A new thread that will apply the procedure to the arguments.
    package func makeThread(_ procedure: Value, _ arguments: [Value] = []) -> GreenThread {
        let thread = threads.makeThread(bottomReturn: bottomReturn, isStressed: interpreter.heap.isStressed)
        thread.prepare(procedure, arguments)
        return thread
    }

    /// Forgets a thread: its stack is no root any more.
    package func drop(_ thread: GreenThread) { threads.remove(thread) }

    // The dynamic registers of the running thread.
    var winders: Value {
        get { state.pointee.winders }
        set { state.pointee.winders = newValue }
    }
    var parameters: Value {
        get { state.pointee.parameters }
        set { state.pointee.parameters = newValue }
    }
    var handlers: Value {
        get { state.pointee.handlers }
        set { state.pointee.handlers = newValue }
    }
}
