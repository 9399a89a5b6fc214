// Procedures copied into their callers' frames: the way back into the procedure itself, and what a redefinition does.

extension Machine {
    /// When the instruction before the saved program counter belongs to an inlined procedure: makes the frame that a call would
    /// have made, and goes on with the same instruction of the procedure itself. Errors and backtraces so are those of the call.
    ///
    /// - Returns: whether it did.
    func leaveInlinedCode() -> Bool {
        let frame = state.pointee.savedFrame
        let caller = Value(bits: frame[1])
        guard caller.isType(.closure) else { return false }
        let index = caller.code.codeOffset(of: state.pointee.savedProgramCounter) - 1
        guard let region = DebugTable.inlined(in: caller.code).first(where: { $0.words.contains(index) }) else {
            return false
        }
        let code = region.closure.code
        var callee = frame + region.base
        for (position, slot) in region.parameters.enumerated() { callee[2 + position] = frame[slot] }
        callee[1] = region.closure.bits
        if region.isTail {
            for word in 1..<max(2 + region.parameters.count, code.codeFrameWords) { frame[word] = callee[word] }
            callee = frame
        } else {
            callee[0] = Int(bitPattern: caller.code.codeEntry + region.resume)
        }
        state.pointee.savedFrame = callee
        state.pointee.savedProgramCounter = ProgramCounter(code.codeEntry + (index - region.words.lowerBound + 1))
        return true
    }
}

extension Interpreter {
    /// Where the code of the cell's procedure has been inlined, a call takes its place.
    func patchInlined(of code: Value, _ cell: Value) {
        for region in DebugTable.inlined(in: code) where region.cell == cell {
            let start = region.words.lowerBound
            code.codeEntry[start] = Instruction(.jump, bc: region.fallback - start - 1).word
        }
    }
}
