extension Machine {
    private var raw: UnsafeMutableRawPointer { UnsafeMutableRawPointer(state) }

    /// Executes instructions from the saved one on until a handler leaves the loop.
    private func execute() -> Int {
        #if DEBUG
            var reason = Leave.next
            repeat {
                let pc = state.pointee.savedProgramCounter
                let word = pc.pointee
                reason = table[Int(word & 0xFF)](pc + 1, state.pointee.savedFrame, raw, word, UnsafeRawPointer(table))
            } while reason == Leave.next
            return reason
        #else
            let pc = state.pointee.savedProgramCounter
            let word = pc.pointee
            return table[Int(word & 0xFF)](pc + 1, state.pointee.savedFrame, raw, word, UnsafeRawPointer(table))
        #endif
    }

    /// Runs a thread for one slice.
    ///
    /// - Parameters:
    ///   - interposed: a thunk that the thread calls before it goes on; see `interpose`.
    ///   - fuel: steps until the slice ends.
    package func run(_ thread: GreenThread, interposed: Value? = nil, fuel: Int = Machine.sliceFuel) -> Outcome {
        switchTo(thread)
        state.pointee.heap.fuel = interpreter.heap.isStressed ? min(fuel, 1) : fuel
        state.pointee.heap.withheldFuel = 0
        if state.pointee.heap.wantsCollection { state.pointee.heap.requestSafepoint() }
        memoryRequests = 0
        let outcome = runCurrent(thread, interposed)
        leaveCurrent(thread)
        return outcome
    }

    private func runCurrent(_ thread: GreenThread, _ interposed: Value?) -> Outcome {
        if let interposed {
            if let outcome = interpose(interposed, thread) { return outcome }
        } else if thread.resumption == .application {
            let outcome = applyFrame()
            if let outcome {
                if case .blocked = outcome { return outcome }
                thread.scheduling.endWait()
                return outcome
            }
            thread.scheduling.endWait()
        }
        thread.resumption = .instruction
        while true {
            let outcome: Outcome?
            switch execute() {
            case Leave.safepoint: outcome = safepoint(thread)
            case Leave.stackOverflow: outcome = growStack()
            case Leave.underflow: outcome = underflow { .finished($0) }
            case Leave.signal: outcome = signalled()
            case Leave.apply: outcome = applyFrame()
            case Leave.inlineSignal: outcome = handleInlineSignal()
            case Leave.callInlined: outcome = callPatched()
            case Leave.leaveInline: outcome = leaveInlinedCode() ? nil : .aborted(.topLevel)
            case Leave.globalSlow: outcome = handleGlobalSlowly()
            case Leave.unassigned: outcome = handleUnassigned()
            case Leave.returnValues: outcome = growStack()
            case Leave.makeEnvironment: outcome = makeEnvironment()
            default: outcome = .aborted(.topLevel)
            }
            if let outcome {
                if case .blocked = outcome { thread.resumption = .application }
                return outcome
            }
        }
    }

    /// Loads a thread's registers.
    private func switchTo(_ thread: GreenThread) {
        state.pointee.stackBase = thread.stackBase
        state.pointee.stackLimit = thread.stackBase + (thread.stackWords - Machine.stackMargin)
        state.pointee.savedProgramCounter = thread.programCounter
        state.pointee.savedFrame = thread.frame
        state.pointee.argumentCount = thread.argumentCount
        state.pointee.link = thread.link
        state.pointee.winders = thread.winders
        state.pointee.parameters = thread.parameters
        state.pointee.handlers = thread.handlers
        preemptionInhibitions = thread.scheduling.inhibitions
        threads.markDirty(thread)
        currentReference = .passUnretained(thread)
    }

    /// Stores them back.
    private func leaveCurrent(_ thread: GreenThread) {
        thread.programCounter = state.pointee.savedProgramCounter
        thread.frame = state.pointee.savedFrame
        thread.argumentCount = state.pointee.argumentCount
        thread.link = state.pointee.link
        thread.winders = state.pointee.winders
        thread.parameters = state.pointee.parameters
        thread.handlers = state.pointee.handlers
        thread.scheduling.inhibitions = preemptionInhibitions
        preemptionInhibitions = 0
        state.pointee.link = .false
        state.pointee.winders = .null
        state.pointee.parameters = .null
        state.pointee.handlers = .null
        state.pointee.value = .unspecific
        currentReference = nil
    }

    // MARK: Safepoints

    /// The fuel is used up, or somebody took it away to be looked at: collect, preempt, interrupt.
    private func safepoint(_ thread: GreenThread) -> Outcome? {
        let heap = interpreter.heap
        // Which thread it stops is the scheduler's to say.
        if interpreter.interruption.isRequested { return .preempted }
        let wasEarly = state.pointee.heap.withheldFuel > 0
        if state.pointee.heap.wantsCollection || heap.isStressed {
            if let outcome = collect(major: false) { return outcome }
            if heap.isStressed { moveStack() }
        }
        if wasEarly && !heap.isStressed {
            state.pointee.heap.fuel = state.pointee.heap.withheldFuel
            state.pointee.heap.withheldFuel = 0
            return nil
        }
        state.pointee.heap.fuel = heap.isStressed ? 1 : Machine.sliceFuel
        state.pointee.heap.withheldFuel = 0
        return preemptionInhibited ? nil : .preempted
    }

    /// Collects; an outcome when the limit is exceeded all the same.
    func collect(major: Bool) -> Outcome? {
        let heap = interpreter.heap
        if heap.collectionInhibitions > 0 { return heap.usedBytes > heap.byteLimit ? .aborted(.outOfMemory) : nil }
        heap.collect(roots: interpreter.rootProviders, major: major)
        guard heap.isExhausted else { return nil }
        heap.isExhausted = false
        return .aborted(capturedStackWords * 8 > heap.byteLimit / 8 ? .recursionTooDeep : .outOfMemory)
    }

    // MARK: Signals of primitives

    /// A primitive threw: its frame is the saved one, with its arguments.
    func signalled() -> Outcome? {
        guard let signal = pendingSignal else { return nil }
        pendingSignal = nil
        let frame = state.pointee.savedFrame
        switch signal {
        case .raise(let object): return raise(object, continuable: false, frame)
        case .raiseContinuable(let object): return raise(object, continuable: true, frame)
        case .block: return .blocked
        case .call(let procedure, let arguments): return callInstead(procedure, arguments, frame)
        case .delegate(let procedure):
            let arguments = (0..<state.pointee.argumentCount).map { Value(bits: frame[2 + $0]) }
            return callInstead(procedure, [Value(bits: frame[1]), interpreter.heap.list(arguments)], frame)
        case .values(let values): return returnValues(values)
        case .needsMemory(let words):
            if memoryRequests < 2 && !interpreter.heap.hasRoom(forWords: words) {
                memoryRequests += 1
                if let outcome = collect(major: true) { return outcome }
                return applyFrame()
            }
            return .aborted(.outOfMemory)
        case .abort(let abort): return .aborted(abort)
        case .exit(let code): return .exit(code)
        case .endThread(let value): return .finished(value)
        case .unhandled(let object): return .failed(object)
        case .capture(let receiver): return captureContinuation(receiver)
        case .reinstate(let continuation, let values): return reinstate(continuation, values)
        case .within(let continuation, let thunk): return applyWithin(continuation, thunk)
        }
    }

    /// Calls the procedure with the arguments in place of the frame's primitive.
    private func callInstead(_ procedure: Value, _ arguments: [Value], _ frame: Frame) -> Outcome? {
        current?.scheduling.endWait()
        guard reserve(arguments.count + 2, above: frame) else { return .aborted(.recursionTooDeep) }
        let frame = state.pointee.savedFrame
        frame[1] = procedure.bits
        for (index, argument) in arguments.enumerated() { frame[2 + index] = argument.bits }
        state.pointee.argumentCount = arguments.count
        return applyFrame()
    }

    /// Calls the prelude's raiser in place of the frame's procedure; its value, if any, is the primitive's value.
    func raise(_ object: Value, continuable: Bool, _ frame: Frame) -> Outcome? {
        noteBacktrace(object, above: frame)
        if raiseProcedure.pointee.isFalse { return .failed(object) }
        let procedure = Value(bits: frame[1])
        var application = Value.false
        if procedure.isType(.primitive), interpreter.mayBeRetried(object) {
            let arguments = (0..<state.pointee.argumentCount).map { Value(bits: frame[2 + $0]) }
            application = interpreter.heap.list([procedure] + arguments)
        }
        state.pointee.savedFrame = frame
        guard reserve(5, above: frame) else { return .aborted(.recursionTooDeep) }
        let place = state.pointee.savedFrame
        place[1] = raiseProcedure.pointee.bits
        place[2] = object.bits
        place[3] = Value(continuable).bits
        place[4] = application.bits
        state.pointee.argumentCount = 3
        return applyFrame()
    }
}
