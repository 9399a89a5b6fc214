// Handlers of jumps, calls and returns.

@c(schooner_handle_jump)
func handleJump(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    return next(pc + word.bc, fp, state, table)
}

@c(schooner_handle_loop)
func handleLoop(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let fuel = state.machine.pointee.heap.fuel &- 1
    if _slowPath(fuel < 0) { return leave(Leave.safepoint, pc - 1, fp, state) }
    state.machine.pointee.heap.fuel = fuel
    return next(pc + word.bc, fp, state, table)
}

@c(schooner_handle_jump_if_false)
func handleJumpIfFalse(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    return next(fp[word.a] == Value.false.bits ? pc + word.bc : pc, fp, state, table)
}

@c(schooner_handle_jump_if_true)
func handleJumpIfTrue(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    return next(fp[word.a] != Value.false.bits ? pc + word.bc : pc, fp, state, table)
}

@c(schooner_handle_enter_fixed)
func handleEnterFixed(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    if _slowPath(state.machine.pointee.argumentCount != word.a) { return leave(Leave.apply, pc, fp, state) }
    if _slowPath(fp + word.b > state.machine.pointee.stackLimit) {
        return leave(Leave.stackOverflow, pc - 1, fp, state)
    }
    let fuel = state.machine.pointee.heap.fuel &- 1
    if _slowPath(fuel < 0) { return leave(Leave.safepoint, pc - 1, fp, state) }
    state.machine.pointee.heap.fuel = fuel
    return next(pc, fp, state, table)
}

@c(schooner_handle_enter_variable)
func handleEnterVariable(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    if _slowPath(fp + word.b > state.machine.pointee.stackLimit) {
        return leave(Leave.stackOverflow, pc - 1, fp, state)
    }
    let fuel = state.machine.pointee.heap.fuel &- 1
    if _slowPath(fuel < 0) { return leave(Leave.safepoint, pc - 1, fp, state) }
    state.machine.pointee.heap.fuel = fuel
    return spreadArguments(pc, fp, state, word.word, table)
}

@inline(never) @c(schooner_spread_arguments)
func spreadArguments(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    // Missing optional arguments become #!default; surplus ones a list.
    let count = state.machine.pointee.argumentCount
    let positional = word.a &+ word.c
    if count < word.a || (word.x == 0 && count > positional) { return leave(Leave.apply, pc, fp, state) }
    if count < positional {
        for index in count..<positional { fp[2 &+ index] = Value.default.bits }
    }
    if word.x != 0 {
        var rest = Value.null.bits
        var index = count
        let heap = state.machine.pointee.interpreter._withUnsafeGuaranteedRef { $0.heap }
        while index > positional {
            index &-= 1
            rest = heap.cons(Value(bits: fp[2 &+ index]), Value(bits: rest)).bits
        }
        fp[2 &+ positional] = rest
    }
    return next(pc, fp, state, table)
}

@c(schooner_handle_call)
func handleCall(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let callee = fp[word.a &+ 1]
    if _fastPath(callee & Tag.mask == Tag.object) {
        let closure = objectWords(callee)
        if _fastPath(closure[0] & 0xFFFF == Header.mark(.closure)) {
            let frame = fp + word.a
            frame[0] = Int(bitPattern: pc)
            return enter(closure, frame, word.x, state, table)
        }
    }
    return callOther(pc, fp, state, word.word, table)
}

@c(schooner_handle_call_global)
func handleCallGlobal(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let callee = cellValue(constant(pc, word.b))
    let frame = fp + word.a
    frame[1] = callee
    if _fastPath(callee & Tag.mask == Tag.object) {
        let closure = objectWords(callee)
        if _fastPath(closure[0] & 0xFFFF == Header.mark(.closure)) {
            frame[0] = Int(bitPattern: pc)
            return enter(closure, frame, word.x, state, table)
        }
    }
    return callOther(pc, fp, state, word.word, table)
}

/// Calls of primitives, and what the outer loop must apply.
@inline(never) @c(schooner_call_other)
func callOther(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let frame = fp + word.a
    let count = word.x
    frame[0] = Int(bitPattern: pc)
    if isPrimitive(frame[1]) {
        let status = Machine.invoke(state, frame, count)
        if status == 0 {
            fp[word.c] = state.machine.pointee.value.bits
            return next(pc, fp, state, table)
        }
        state.machine.pointee.argumentCount = count
        return leave(status, pc, frame, state)
    }
    state.machine.pointee.argumentCount = count
    if isMissing(frame[1]) && word.code == Opcode.callGlobal.rawValue { return leave(Leave.globalSlow, pc, fp, state) }
    return leave(Leave.apply, pc, frame, state)
}

@c(schooner_handle_tail_call)
func handleTailCall(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let callee = fp[word.a &+ 1]
    if _fastPath(callee & Tag.mask == Tag.object) {
        let closure = objectWords(callee)
        if _fastPath(closure[0] & 0xFFFF == Header.mark(.closure)) {
            moveDown(fp, fp + word.a, word.x)
            return enter(closure, fp, word.x, state, table)
        }
    }
    return tailCallOther(pc, fp, state, word.word, table)
}

@c(schooner_handle_tail_call_global)
func handleTailCallGlobal(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let callee = cellValue(constant(pc, word.b))
    fp[word.a &+ 1] = callee
    if _fastPath(callee & Tag.mask == Tag.object) {
        let closure = objectWords(callee)
        if _fastPath(closure[0] & 0xFFFF == Header.mark(.closure)) {
            moveDown(fp, fp + word.a, word.x)
            return enter(closure, fp, word.x, state, table)
        }
    }
    return tailCallOther(pc, fp, state, word.word, table)
}

@inline(never) @c(schooner_tail_call_other)
func tailCallOther(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let frame = fp + word.a
    let count = word.x
    if isMissing(frame[1]) && word.code == Opcode.tailCallGlobal.rawValue {
        return leave(Leave.globalSlow, pc, fp, state)
    }
    if isPrimitive(frame[1]) {
        frame[0] = fp[0]
        let status = Machine.invoke(state, frame, count)
        if status == 0 { return deliver(state.machine.pointee.value.bits, fp, state, table) }
        moveDown(fp, frame, count)
        state.machine.pointee.argumentCount = count
        return leave(status, pc, fp, state)
    }
    moveDown(fp, frame, count)
    state.machine.pointee.argumentCount = count
    return leave(Leave.apply, pc, fp, state)
}

@c(schooner_handle_return)
func handleReturn(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    return deliver(fp[word.a], fp, state, table)
}

@c(schooner_handle_return_constant)
func handleReturnConstant(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    return deliver(word.bc, fp, state, table)
}

@c(schooner_handle_underflow)
func handleUnderflow(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    state.machine.pointee.value = Value(bits: fp[2])
    return leave(Leave.underflow, pc, fp, state)
}

@c(schooner_handle_resume_inline)
func handleResumeInline(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    // The adapter's frame: [where to go on][adapter][distance to the instruction's frame][its target slot][value].
    let target = fp - (fp[2] &>> 1)
    target[fp[3] &>> 1] = fp[4]
    return next(ProgramCounter(bitPattern: fp[0]).unsafelyUnwrapped, target, state, table)
}

@c(schooner_handle_apply_values)
func handleApplyValues(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    return applyValues(pc, fp, state, word.word, table)
}

@inline(never) @c(schooner_apply_values)
func applyValues(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let values = Value(bits: fp[word.a &+ 2])
    var count = 1
    if values.isType(.multipleValues) {
        count = values.length
        if fp + (word.a &+ 2 &+ count) > state.machine.pointee.stackLimit {
            return leave(Leave.returnValues, pc - 1, fp, state)
        }
        for index in 0..<count { fp[word.a &+ 2 &+ index] = values[slot: index].bits }
    }
    moveDown(fp, fp + word.a, count)
    state.machine.pointee.argumentCount = count
    return leave(Leave.apply, pc, fp, state)
}

@c(schooner_handle_call_inlined)
func handleCallInlined(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    return leave(Leave.callInlined, pc, fp, state)
}

@c(schooner_handle_make_environment)
func handleMakeEnvironment(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    return leave(Leave.makeEnvironment, pc, fp, state)
}

@c(schooner_handle_move_jump)
func handleMoveJump(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    fp[word.a] = fp[word.b]
    return next(pc + word.signedC, fp, state, table)
}

@c(schooner_handle_immediate_jump)
func handleImmediateJump(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    fp[word.a] = word.signedB
    return next(pc + word.signedC, fp, state, table)
}

@c(schooner_handle_leave_inline)
func handleLeaveInline(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    return leave(Leave.leaveInline, pc, fp, state)
}
