// What inlined instructions do when their fast path does not apply, and how errors in them are raised.

extension Machine {
    enum SlowResult {
        case done, holds, fails, signalled
    }

    /// Does one inlined instruction completely: any numbers, type errors, a full nursery.
    @inline(never)
    static func performSlowly(_ state: UnsafeMutableRawPointer, _ word: Instruction, _ pc: ProgramCounter, _ fp: Frame)
        -> SlowResult
    {
        state.machine.pointee.interpreter._withUnsafeGuaranteedRef { interpreter in
            guard let opcode = word.opcode else { return .signalled }
            do throws(Signal) {
                if opcode.row.format == .record {
                    try interpreter.machine.performRecord(opcode, word, pc, fp)
                    return .done
                }
                let operands = inlinedOperands(opcode, word, pc, fp)
                let value = try interpreter.performInlined(opcode, operands)
                if opcode.isFusedBranch { return value.isTrue ? .holds : .fails }
                fp[word.a] = value.bits
                return .done
            } catch {
                interpreter.machine.pendingSignal = error
                return .signalled
            }
        }
    }

    /// The operands of an inlined instruction, in the order of the primitive that it stands for; `pc` is behind it.
    static func inlinedOperands(_ opcode: Opcode, _ word: Instruction, _ pc: ProgramCounter, _ fp: Frame) -> [Value] {
        switch opcode.row.format {
        case .abJump: return [Value(bits: fp[word.a]), Value(bits: fp[word.b])]
        case .aJump: return [Value(bits: fp[word.a])]
        case .aConstantJump: return [Value(bits: fp[word.a]), Value(bits: constant(pc, word.b))]
        case .aImmediateJump:
            let isWord = opcode == .unlessEqImmediate || opcode == .unlessCharacterEqualImmediate
            let immediate = isWord ? Value(bits: word.signedB) : Value(fixnum: word.signedB)
            return [Value(bits: fp[word.a]), immediate]
        case .ab: return [Value(bits: fp[word.b])]
        default:
            switch opcode {
            case .addImmediate, .subtractImmediate, .vectorRefImmediate:
                return [Value(bits: fp[word.b]), Value(fixnum: word.signedC)]
            case .vectorSet, .bytevectorSet:
                return [Value(bits: fp[word.b]), Value(bits: fp[word.c]), Value(bits: fp[word.a + word.signedX])]
            default: return [Value(bits: fp[word.b]), Value(bits: fp[word.c])]
            }
        }
    }

    // MARK: Adapter frames

    /// Builds, above the saved frame, an adapter that will put a handler's value where the instruction before the saved
    /// program counter wanted it; then applies the procedure above the adapter.
    func applyForInstruction(_ word: Instruction, _ opcode: Opcode, _ procedure: Value, _ arguments: [Value])
        -> Outcome?
    {
        let pc = state.pointee.savedProgramCounter
        let target = opcode.isFusedBranch ? Instruction(word: pc.pointee).a : word.a
        return applyAbove(procedure, arguments, target: target)
    }

    /// The same for a slot of the saved frame; afterwards the thread goes on at the saved program counter.
    func applyAbove(_ procedure: Value, _ arguments: [Value], target: Int) -> Outcome? {
        let pc = state.pointee.savedProgramCounter
        let frame = state.pointee.savedFrame
        let words = Value(bits: frame[1]).code.codeFrameWords
        state.pointee.argumentCount = 0
        guard reserve(words + arguments.count + 8, above: frame) else { return .aborted(.recursionTooDeep) }
        let adapter = state.pointee.savedFrame + words
        adapter[0] = Int(bitPattern: pc)
        adapter[1] = state.pointee.adapterClosure.bits
        adapter[2] = Value(fixnum: words).bits
        adapter[3] = Value(fixnum: target).bits
        let callee = adapter + 4
        callee[0] = Int(bitPattern: adapterReturn)
        callee[1] = procedure.bits
        for (index, argument) in arguments.enumerated() { callee[2 + index] = argument.bits }
        state.pointee.savedFrame = callee
        state.pointee.argumentCount = arguments.count
        return applyFrame()
    }

    /// The instruction before the saved program counter failed.
    func handleInlineSignal() -> Outcome? {
        guard let signal = pendingSignal else { return nil }
        pendingSignal = nil
        // The procedure itself will meet the error again.
        if leaveInlinedCode() { return nil }
        let word = Instruction(word: state.pointee.savedProgramCounter[-1])
        switch signal {
        case .raise(let object), .raiseContinuable(let object):
            // Where the instruction does less than the procedure, that has the last word.
            if let name = inlinedName, InlineRow.partial.contains(name) { return callPatched() }
            let object = inWordsOfTheText(object)
            noteBacktraceInside(object)
            if raiseProcedure.pointee.isFalse { return .failed(object) }
            return applyForInstruction(
                word, word.opcode ?? .move, raiseProcedure.pointee, [object, .false, inlinedApplication(word, object)])
        case .needsMemory: return .aborted(.outOfMemory)
        case .abort(let abort): return .aborted(abort)
        default: return .aborted(.topLevel)
        }
    }

    /// The call that the failed instruction stands for, as a list of procedure and operands; #f when the instruction is but a part
    /// of one.
    private func inlinedApplication(_ word: Instruction, _ object: Value) -> Value {
        guard interpreter.mayBeRetried(object) else { return .false }
        guard let site = inlinedSite,
            site.operandCount <= 2 || word.opcode == .vectorSet,
            let opcode = Opcode(rawValue: site.opcode)
        else { return recordApplication(word) }
        let frame = state.pointee.savedFrame
        let procedure = Value(bits: frame[1]).code.codeConstant(site.cell)[slot: CellLayout.value]
        guard procedure.isProcedure else { return .false }
        return interpreter.heap.list(
            [procedure] + Machine.operands(at: site, opcode, word, state.pointee.savedProgramCounter, frame))
    }

    /// The operands of the call that an inlined instruction stands for, in the order of the text.
    private static func operands(
        at site: DebugTable.Site, _ opcode: Opcode, _ word: Instruction, _ pc: ProgramCounter, _ frame: Frame
    ) -> [Value] {
        var operands = inlinedOperands(opcode, word, pc, frame)
        if site.isSwapped { operands.reverse() }
        if site.operandCount == 1 { operands.removeLast(operands.count - 1) }
        return operands
    }

    /// A patched site: the name of the inlined primitive means something else now.
    func callPatched() -> Outcome? {
        if leaveInlinedCode() { return nil }
        let pc = state.pointee.savedProgramCounter
        let frame = state.pointee.savedFrame
        let word = Instruction(word: pc[-1])
        let code = Value(bits: frame[1]).code
        guard let site = inlinedSite, let opcode = Opcode(rawValue: site.opcode) else { return .aborted(.topLevel) }
        var cell = code.codeConstant(site.cell)
        if let better = rebind(cell, in: Value(bits: frame[1])) { cell = better }
        let procedure = cell[slot: CellLayout.value]
        var operands = Machine.operands(at: site, opcode, word, pc, frame)
        if procedure == .unbound || procedure == .unassigned {
            // The prelude's substitute raises, and calls what a restart gives instead.
            let condition = conditionOfMissing(cell)
            noteBacktraceInside(condition)
            guard raiseProcedure.pointee.isTrue else { return .failed(condition) }
            return applyForInstruction(word, opcode, substituteProcedure.pointee, [condition] + operands)
        }
        guard site.operandCount > 2 && opcode.row.format == .abc && operands.count == 2 else {
            return applyForInstruction(word, opcode, procedure, operands)
        }
        // The instructions that take the further operands are passed over; the last one's target takes the value.
        for distance in 0..<(site.operandCount - 2) {
            let further = Instruction(word: pc[distance])
            operands.append(Value(bits: frame[site.isSwapped ? further.b : further.c]))
        }
        let last = pc + (site.operandCount - 2)
        state.pointee.savedProgramCounter = last
        return applyAbove(procedure, operands, target: Instruction(word: last[-1]).a)
    }

    /// What the table says of the inlined instruction before the saved program counter.
    private var inlinedSite: DebugTable.Site? {
        let code = Value(bits: state.pointee.savedFrame[1]).code
        let instruction = code.codeOffset(of: state.pointee.savedProgramCounter) - 1
        return DebugTable.sites(of: code).first { $0.instruction == instruction }
    }

    /// The name of the procedure that the instruction before the saved program counter stands for.
    private var inlinedName: String? {
        inlinedSite.map { site in
            Value(bits: state.pointee.savedFrame[1]).code.codeConstant(site.cell)[slot: CellLayout.name].symbolText
        }
    }

    /// The error of an inlined instruction as the call that it stands for would have signalled it: `(zero? 'a)` is no
    /// comparison, and in `(+ 1 'a)` it is the second operand that is wrong.
    private func inWordsOfTheText(_ object: Value) -> Value {
        let wrongType = interpreter.conditionType(.wrongTypeArgument)
        guard object.isType(.condition), object[slot: ConditionLayout.type] == wrongType, let site = inlinedSite,
            let opcode = Opcode(rawValue: site.opcode)
        else { return object }
        let fields = object[slot: ConditionLayout.fields]
        let name = Value(bits: state.pointee.savedFrame[1]).code.codeConstant(site.cell)[slot: CellLayout.name]
            .symbolText
        if site.operandCount == 1, let primitive = InlineRow.unaryNames[name] {
            return interpreter.condition(
                .wrongTypeArgument, fields[slot: 0], interpreter.heap.intern(primitive), .zero)
        }
        if site.isSwapped && (opcode == .addImmediate || opcode == .unlessNumberEqualImmediate) {
            return interpreter.condition(.wrongTypeArgument, fields[slot: 0], fields[slot: 1], Value(fixnum: 1))
        }
        return object
    }

    /// A variable was used before its initialisation; the word at the saved program counter holds its name's distance.
    func handleUnassigned() -> Outcome? {
        let pc = state.pointee.savedProgramCounter
        let word = Instruction(word: pc.pointee)
        let name = Value(bits: constant(pc + 1, word.bc))
        state.pointee.savedProgramCounter = pc + 1
        let condition = interpreter.condition(.unassignedVariable, interpreter.userEnvironment, name)
        noteBacktraceInside(condition)
        if raiseProcedure.pointee.isFalse { return .failed(condition) }
        return applyForInstruction(word, .move, raiseProcedure.pointee, [condition, .false])
    }
}

extension Opcode {
    /// Whether the instruction tests and jumps at once; the word behind it names a slot and the same target,
    /// for the day when a handler or a redefined procedure gives the truth value.
    package var isFusedBranch: Bool {
        switch self {
        case .unlessNumberEqual, .unlessLess, .unlessLessOrEqual, .unlessNumberEqualImmediate, .unlessLessImmediate,
            .unlessLessOrEqualImmediate, .unlessGreaterImmediate, .unlessGreaterOrEqualImmediate, .unlessEq,
            .unlessPair, .unlessNull, .unlessEqImmediate, .unlessEqConstant, .unlessCharacterEqual,
            .unlessCharacterLess, .unlessCharacterLessOrEqual, .unlessCharacterEqualImmediate:
            return true
        default: return false
        }
    }
}
