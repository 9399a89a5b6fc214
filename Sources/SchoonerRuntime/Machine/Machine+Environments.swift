extension Machine {
    /// `the-environment` inside a procedure: the instruction's constant is a vector of names, the slots from a+1 on hold the
    /// variables' cells; the next word names the constant of the surrounding top-level environment.
    func makeEnvironment() -> Outcome? {
        let pc = state.pointee.savedProgramCounter
        let frame = state.pointee.savedFrame
        let word = Instruction(word: pc[-1])
        let heap = interpreter.heap
        let parent = Value(bits: constant(pc, word.bc))
        let environment = heap.makeEnvironment(parent: parent)
        let count = word.x == Instruction.manyFreeVariables ? frame[word.a] >> 1 : word.x
        for index in 0..<count {
            let cell = Value(bits: frame[word.a + 1 + index])
            heap.bind(environment, cell[slot: CellLayout.name], to: cell)
        }
        frame[word.a] = environment.bits
        return nil
    }
}
