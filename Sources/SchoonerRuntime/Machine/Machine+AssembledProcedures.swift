extension Machine {
    /// `call-with-values` (R7RS 6.10), which needs two instructions that no Scheme text compiles to: a call that takes any number
    /// of values, and a tail call that spreads them.
    func installAssembledProcedures() {
        let heap = interpreter.heap
        var description = CodeDescription(name: heap.intern("call-with-values"), frameWords: 8)
        description.required = 2
        description.environment = interpreter.systemEnvironment
        // Parameters: producer in 2, consumer in 3. The calls' frames begin at 4.
        let code = heap.makeCode(
            instructions: [
                Instruction(.enterFixed, a: 2, b: 8),
                Instruction(.move, a: 5, b: 2),
                Instruction(.callValues, x: 0, a: 4, c: 6),
                Instruction(.move, a: 5, b: 3),
                Instruction(.applyValues, x: 0, a: 4),
            ], constants: [], description)
        heap.define(interpreter.systemEnvironment, "call-with-values", heap.object(.closure, code))
        installList("apply", .applyList, required: 1)
        installList("values", .giveValues, required: 0)
    }

    /// A procedure of one instruction, which finds as a constant behind it the primitive `%name` for what it cannot do itself.
    private func installList(_ name: String, _ opcode: Opcode, required: Int) {
        let heap = interpreter.heap
        var description = CodeDescription(name: heap.intern(name), frameWords: 8)
        description.required = required
        description.hasRest = true
        description.isLibrary = true
        description.environment = interpreter.systemEnvironment
        let code = heap.makeCode(
            instructions: [Instruction(opcode)], constants: [interpreter.libraryProcedure("%" + name)], description)
        heap.define(interpreter.systemEnvironment, name, heap.object(.closure, code))
    }

    /// Finds the procedures of the prelude that the machine itself calls.
    func bindPrelude() {
        raiseProcedure.pointee = interpreter.libraryProcedure("%raise-from-machine")
        rewindProcedure.pointee = interpreter.libraryProcedure("%rewind-and-continue")
        substituteProcedure.pointee = interpreter.libraryProcedure("%apply-substitute")
    }
}
