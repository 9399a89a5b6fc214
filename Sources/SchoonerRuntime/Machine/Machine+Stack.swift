extension Machine {
    // MARK: Growth

    /// The frame that is about to be entered (its instruction saved) does not fit.
    func growStack() -> Outcome? {
        let frame = state.pointee.savedFrame
        let code = Value(bits: frame[1]).code
        var needed = max(code.codeFrameWords, state.pointee.argumentCount + 2)
        // A call by values may need more than its frame says.
        let values = state.pointee.savedProgramCounter.pointee
        if Instruction(word: values).code == Opcode.applyValues.rawValue {
            let object = Value(bits: frame[Instruction(word: values).a + 2])
            needed = max(needed, Instruction(word: values).a + 2 + object.length)
        }
        return reserve(needed, above: frame) ? nil : .aborted(.recursionTooDeep)
    }

    /// Makes sure that `words` words above a frame (the saved one) are there, growing the stack or moving its older part
    /// to the heap. The saved frame moves along. False when the recursion is too deep.
    func reserve(_ words: Int, above frame: Frame) -> Bool {
        if frame + words <= state.pointee.stackLimit { return true }
        guard let thread = current else { return false }
        let depth = frame - state.pointee.stackBase
        let needed = depth + words + Machine.stackMargin
        let most = interpreter.heap.isStressed ? Machine.stressedMaximumStackWords : Machine.maximumStackWords
        if needed <= most {
            resizeStack(
                thread, to: interpreter.heap.isStressed ? needed : max(needed, thread.stackWords * 2),
                used: depth + frameExtent(frame))
            return true
        }
        if depth > 0 {
            guard capturedStackWords * 8 < interpreter.heap.byteLimit / 4 else { return false }
            let extent = frameExtent(frame)
            state.pointee.link = captureStack(below: frame)
            let base = state.pointee.stackBase
            for index in 1..<max(2, extent) { base[index] = frame[index] }
            base[0] = Int(bitPattern: bottomReturn)
            state.pointee.savedFrame = base
        }
        let total = words + Machine.stackMargin
        if total > thread.stackWords {
            guard total * 8 < interpreter.heap.byteLimit / 4 else { return false }
            resizeStack(thread, to: total, used: frameExtent(state.pointee.savedFrame))
        }
        return true
    }

    /// Words of the saved frame that matter when it moves.
    private func frameExtent(_ frame: Frame) -> Int {
        let arguments = state.pointee.argumentCount + 2
        let callee = Value(bits: frame[1])
        let words = callee.isType(.closure) ? callee.code.codeFrameWords : 0
        let end = state.pointee.stackBase + (current?.stackWords ?? 0)
        return min(max(arguments, words), end - frame)
    }

    private func resizeStack(_ thread: GreenThread, to words: Int, used: Int) {
        let new = Frame.allocate(capacity: words)
        new.update(from: thread.stackBase, count: min(used, words))
        (new + min(used, words)).initialize(repeating: 0, count: words - min(used, words))
        state.pointee.savedFrame = new + (state.pointee.savedFrame - thread.stackBase)
        thread.stackBase.deallocate()
        thread.stackBase = new
        thread.stackWords = words
        state.pointee.stackBase = new
        state.pointee.stackLimit = new + (words - Machine.stackMargin)
    }

    /// Moves the running thread's stack, so that whoever holds its address is found out.
    func moveStack() {
        guard let thread = current else { return }
        let frame = state.pointee.savedFrame
        let used = frame - state.pointee.stackBase + frameExtent(frame)
        resizeStack(thread, to: max(thread.leastStackWords, used + Machine.stackMargin), used: used)
    }

    /// How much stack stands in the heap below the running thread.
    var capturedStackWords: Int {
        var words = 0
        var link = state.pointee.link
        while link.isType(.continuation) {
            words += link[slot: ContinuationLayout.end].fixnum
            link = link[slot: ContinuationLayout.next]
        }
        return words
    }

    // MARK: Walking

    /// How far a frame stands above its caller's; the caller's program counter is the frame's return address.
    func distanceToCaller(_ frame: UnsafePointer<Int>, returningTo pc: ProgramCounter) -> Int {
        frame[1] == state.pointee.adapterClosure.bits ? frame[2] >> 1 : Instruction(word: pc[-1]).a
    }

    // MARK: Capture

    /// A continuation of everything below a frame; what the frame returns to is where it resumes.
    func captureStack(below frame: Frame) -> Value {
        let heap = interpreter.heap
        let base = state.pointee.stackBase
        let count = frame - base
        let link = state.pointee.link
        if count == 0 {
            return heap.object(
                .continuation,
                slots: [
                    link.isFalse ? .false : link[slot: 0], link.isFalse ? .zero : link[slot: 1],
                    link.isFalse ? Value(bits: Int(bitPattern: bottomReturn)) : link[slot: 2],
                    link.isFalse ? .false : link[slot: 3],
                    state.pointee.winders, state.pointee.parameters, state.pointee.handlers,
                ])
        }
        let segment = heap.allocateObject(.stackSegment, payload: count)
        (segment + 1).update(from: base, count: count)
        return heap.object(
            .continuation,
            slots: [
                Value(address: Int(bitPattern: segment), tag: Tag.object), Value(fixnum: count),
                Value(bits: frame[0]), link,
                state.pointee.winders, state.pointee.parameters, state.pointee.handlers,
            ])
    }

    // MARK: Reinstatement

    /// At most this many words come back from a segment at once, unless one frame alone is larger.
    private static let reinstatedWords = 256

    /// Copies the topmost frames of a continuation to the empty stack, and gives the values to the topmost.
    /// An outcome when the continuation is a thread's bottom.
    func resume(_ continuation: Value, _ values: [Value], finished: (Value) -> Outcome) -> Outcome? {
        let heap = interpreter.heap
        let segment = continuation[slot: ContinuationLayout.segment]
        guard segment.isTrue, let thread = current else {
            state.pointee.savedFrame = state.pointee.stackBase
            state.pointee.link = .false
            return finished(heap.package(values, takesAll: true))
        }
        let end = continuation[slot: ContinuationLayout.end].fixnum
        let pc = continuation.continuationResume
        let words = UnsafePointer(segment.words + 1)
        // Walk from the top while frames are small enough.
        var start = end - Instruction(word: pc[-1]).a
        let topStart = start
        while start > 0 {
            let lower =
                start
                - distanceToCaller(
                    words + start, returningTo: ProgramCounter(bitPattern: words[start]).unsafelyUnwrapped)
            // An adapter frame goes on inside the frame below it, and must have that one with it.
            let isAdapter = words[start + 1] == state.pointee.adapterClosure.bits
            if end - lower > Machine.reinstatedWords && !isAdapter { break }
            start = lower
        }
        let count = end - start
        let topWords = max(count, count + 64)
        if topWords + Machine.stackMargin > thread.stackWords {
            state.pointee.savedFrame = thread.stackBase
            resizeStack(thread, to: topWords + Machine.stackMargin * 2, used: 0)
        }
        let base = state.pointee.stackBase
        base.update(from: words + start, count: count)
        if start > 0 {
            let lowerResume = Value(bits: base[0])
            base[0] = Int(bitPattern: bottomReturn)
            state.pointee.link = heap.object(
                .continuation,
                slots: [
                    segment, Value(fixnum: start), lowerResume, continuation[slot: ContinuationLayout.next],
                    .null, .null, .null,
                ])
        } else {
            state.pointee.link = continuation[slot: ContinuationLayout.next]
        }
        let top = base + (topStart - start)
        let call = Instruction(word: pc[-1])
        top[call.c] = heap.package(values, takesAll: call.code == Opcode.callValues.rawValue).bits
        state.pointee.savedFrame = top
        state.pointee.savedProgramCounter = pc
        return ensureFrame(top)
    }

    /// A frame that came back needs the room that its entry once reserved.
    private func ensureFrame(_ top: Frame) -> Outcome? {
        let callee = Value(bits: top[1])
        let words = callee.isType(.closure) ? callee.code.codeFrameWords : 8
        state.pointee.argumentCount = 0
        return reserve(words, above: top) ? nil : .aborted(.recursionTooDeep)
    }

    /// A bottom frame returned: go on below it, or end the thread.
    func underflow(_ finished: (Value) -> Outcome) -> Outcome? {
        let value = state.pointee.value
        let values =
            value.isType(.multipleValues) ? (0..<value.length).map { value[slot: $0] } : [value]
        let link = state.pointee.link
        if link.isFalse { return finished(value) }
        return resume(link, values, finished: finished)
    }

    // MARK: call/cc and its kin

    func captureContinuation(_ receiver: Value) -> Outcome? {
        let frame = state.pointee.savedFrame
        let continuation = captureStack(below: frame)
        if frame != state.pointee.stackBase { state.pointee.link = continuation }
        return applyAtBottom(receiver, [continuation])
    }

    /// Gives the values to the continuation; winders have been dealt with.
    func reinstate(_ continuation: Value, _ values: [Value]) -> Outcome? {
        state.pointee.parameters = continuation[slot: ContinuationLayout.parameters]
        state.pointee.handlers = continuation[slot: ContinuationLayout.handlers]
        state.pointee.winders = continuation[slot: ContinuationLayout.winders]
        return resume(continuation, values) { .finished($0) }
    }

    /// Calls the thunk with the continuation as its continuation.
    func applyWithin(_ continuation: Value, _ thunk: Value) -> Outcome? {
        state.pointee.parameters = continuation[slot: ContinuationLayout.parameters]
        state.pointee.handlers = continuation[slot: ContinuationLayout.handlers]
        state.pointee.winders = continuation[slot: ContinuationLayout.winders]
        state.pointee.link = continuation[slot: ContinuationLayout.segment].isTrue ? continuation : .false
        return applyAtBottom(thunk, [])
    }

    private func applyAtBottom(_ procedure: Value, _ arguments: [Value]) -> Outcome? {
        let base = state.pointee.stackBase
        base[0] = Int(bitPattern: bottomReturn)
        base[1] = procedure.bits
        for (index, argument) in arguments.enumerated() { base[2 + index] = argument.bits }
        state.pointee.savedFrame = base
        state.pointee.argumentCount = arguments.count
        return applyFrame()
    }
}
