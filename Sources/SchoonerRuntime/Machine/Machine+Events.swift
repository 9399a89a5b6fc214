// Calling a thunk in a thread between two of its steps: how thread events and timer events get in.

extension Machine {
    /// Has the thread, whose registers are loaded, call a thunk before it goes on. nil: go on executing.
    ///
    /// A thread that waits in a primitive, or stands at the entry of a procedure, is made to call
    /// `%continue-after-events` instead, which calls the thunk and applies the original procedure again. A thread at
    /// the back-edge of a loop gets an adapter frame, whose value goes to a slot that nobody reads.
    func interpose(_ thunk: Value, _ thread: GreenThread) -> Outcome? {
        if thread.resumption == .application {
            let saved = thread.scheduling.saveWait(in: interpreter.heap)
            return applyInstead(thunk, saved)
        }
        let opcode = Instruction(word: state.pointee.savedProgramCounter.pointee).opcode
        switch opcode {
        case .enterFixed, .enterVariable: return applyInstead(thunk, .false)
        case .loop: return applyAboveLoop(thunk)
        default:
            // Slices end nowhere else.
            return nil
        }
    }

    private func applyInstead(_ thunk: Value, _ saved: Value) -> Outcome? {
        let heap = interpreter.heap
        let count = state.pointee.argumentCount
        guard reserve(max(count, 4) + 2, above: state.pointee.savedFrame) else { return .aborted(.recursionTooDeep) }
        let frame = state.pointee.savedFrame
        let arguments = heap.list((0..<count).map { Value(bits: frame[2 + $0]) })
        frame[2] = thunk.bits
        frame[3] = frame[1]
        frame[4] = arguments.bits
        frame[5] = saved.bits
        frame[1] = interpreter.libraryProcedure("%continue-after-events").bits
        state.pointee.argumentCount = 4
        return applyFrame()
    }

    private func applyAboveLoop(_ thunk: Value) -> Outcome? {
        let words = Value(bits: state.pointee.savedFrame[1]).code.codeFrameWords
        // The place of the adapter's own mark: free again when its value is stored.
        return applyAbove(thunk, [], target: words + 1)
    }
}
