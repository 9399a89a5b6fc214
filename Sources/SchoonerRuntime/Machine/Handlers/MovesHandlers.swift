// Handlers of moves, constants, variables, boxes and closures.

@c(schooner_handle_move)
func handleMove(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    fp[word.a] = fp[word.b]
    return next(pc, fp, state, table)
}

@c(schooner_handle_constant)
func handleConstant(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    fp[word.a] = constant(pc, word.bc)
    return next(pc, fp, state, table)
}

@c(schooner_handle_immediate)
func handleImmediate(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    fp[word.a] = word.bc
    return next(pc, fp, state, table)
}

@c(schooner_handle_free)
func handleFree(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    fp[word.a] = closureWords(fp)[word.b &+ 2]
    return next(pc, fp, state, table)
}

@c(schooner_handle_global)
func handleGlobal(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let value = cellValue(constant(pc, word.bc))
    if _slowPath(isMissing(value)) { return leave(Leave.globalSlow, pc, fp, state) }
    fp[word.a] = value
    return next(pc, fp, state, table)
}

@c(schooner_handle_make_box)
func handleMakeBox(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    guard let box = state.machine.pointee.heap.tryAllocate(words: 2) else {
        return slowAllocation(pc, fp, state, word.word, table)
    }
    box[0] = Header.make(.box, length: 1)
    box[1] = fp[word.b]
    fp[word.a] = Int(bitPattern: box) | Tag.object
    return next(pc, fp, state, table)
}

@c(schooner_handle_box_ref)
func handleBoxRef(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    fp[word.a] = objectWords(fp[word.b])[1]
    return next(pc, fp, state, table)
}

@c(schooner_handle_box_ref_checked)
func handleBoxRefChecked(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let value = objectWords(fp[word.b])[1]
    if _slowPath(value == Value.unassigned.bits) { return leave(Leave.unassigned, pc, fp, state) }
    fp[word.a] = value
    return next(pc + 1, fp, state, table)
}

@c(schooner_handle_box_set)
func handleBoxSet(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let box = objectWords(fp[word.a])
    let value = fp[word.b]
    if _slowPath(state.machine.pointee.heap.needsBarrier(container: Int(bitPattern: box), value: value)) {
        return slowStore(pc, fp, state, word.word, table)
    }
    box[1] = value
    return next(pc, fp, state, table)
}

@c(schooner_handle_free_box_ref)
func handleFreeBoxRef(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    fp[word.a] = objectWords(closureWords(fp)[word.b &+ 2])[1]
    return next(pc, fp, state, table)
}

@c(schooner_handle_free_box_ref_checked)
func handleFreeBoxRefChecked(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let value = objectWords(closureWords(fp)[word.b &+ 2])[1]
    if _slowPath(value == Value.unassigned.bits) { return leave(Leave.unassigned, pc, fp, state) }
    fp[word.a] = value
    return next(pc + 1, fp, state, table)
}

@c(schooner_handle_free_box_set)
func handleFreeBoxSet(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let box = objectWords(closureWords(fp)[word.b &+ 2])
    let value = fp[word.a]
    if _slowPath(state.machine.pointee.heap.needsBarrier(container: Int(bitPattern: box), value: value)) {
        return slowStore(pc, fp, state, word.word, table)
    }
    box[1] = value
    return next(pc, fp, state, table)
}

@c(schooner_handle_check_assigned)
func handleCheckAssigned(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    if _slowPath(fp[word.a] == Value.unassigned.bits) { return leave(Leave.unassigned, pc - 1, fp, state) }
    return next(pc, fp, state, table)
}

@c(schooner_handle_set_global)
func handleSetGlobal(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let cell = objectWords(constant(pc, word.bc))
    if _slowPath(isMissing(cell[1 &+ CellLayout.value]) || cell[1 &+ CellLayout.flags] & 2 != 0) {
        return leave(Leave.globalSlow, pc, fp, state)
    }
    let value = fp[word.a]
    if word.x != 0 { fp[word.a &+ 1] = cell[1 &+ CellLayout.value] }
    if _slowPath(state.machine.pointee.heap.needsBarrier(container: Int(bitPattern: cell), value: value)) {
        return slowStore(pc, fp, state, word.word, table)
    }
    cell[1 &+ CellLayout.value] = value
    return next(pc, fp, state, table)
}

@c(schooner_handle_define_global)
func handleDefineGlobal(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    return leave(Leave.globalSlow, pc, fp, state)
}

/// The caller fills the free variables by `closure-set` before the next safepoint.
@c(schooner_handle_make_closure)
func handleMakeClosure(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    if _slowPath(word.x == Instruction.manyFreeVariables) { return makeWideClosure(pc, fp, state, word.word, table) }
    guard let closure = state.machine.pointee.heap.tryAllocate(words: word.x &+ 2) else {
        return slowAllocation(pc, fp, state, word.word, table)
    }
    closure[0] = Header.make(.closure, length: word.x &+ 1)
    closure[1] = constant(pc, word.bc)
    fp[word.a] = Int(bitPattern: closure) | Tag.object
    return next(pc, fp, state, table)
}

/// A closure over more variables than the instruction can count: their number stands in the slot.
@inline(never) @c(schooner_make_wide_closure)
func makeWideClosure(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let count = fp[word.a] &>> 1
    let closure = state.machine.pointee.interpreter._withUnsafeGuaranteedRef {
        $0.heap.allocateObject(.closure, payload: count + 1)
    }
    closure[1] = constant(pc, word.bc)
    closure.advanced(by: 2).update(repeating: 0, count: count)
    fp[word.a] = Int(bitPattern: closure) | Tag.object
    return next(pc, fp, state, table)
}

@c(schooner_handle_closure_set)
func handleClosureSet(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    objectWords(fp[word.a])[word.b &+ 2] = fp[word.c]
    return next(pc, fp, state, table)
}

/// A store that the collector must hear of: an old object gets to hold a young value.
@inline(never) @c(schooner_slow_store)
func slowStore(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let slot: UnsafeMutablePointer<Int>
    let value: Int
    switch word.code {
    case Opcode.setCar.rawValue, Opcode.setCdr.rawValue:
        slot = pairWords(fp[word.b]) + (word.code == Opcode.setCar.rawValue ? 0 : 1)
        value = fp[word.c]
        fp[word.a] = Value.unspecific.bits
    case Opcode.vectorSet.rawValue:
        slot = Value(bits: fp[word.b]).words + (fp[word.c] &>> 1 &+ 1)
        value = fp[word.a &+ word.signedX]
        fp[word.a] = Value.unspecific.bits
    case Opcode.recordSet.rawValue:
        slot = objectWords(fp[word.b]) + (1 &+ word.x)
        value = fp[word.a]
    case Opcode.boxSet.rawValue:
        slot = objectWords(fp[word.a]) + 1
        value = fp[word.b]
    case Opcode.freeBoxSet.rawValue:
        slot = objectWords(closureWords(fp)[word.b &+ 2]) + 1
        value = fp[word.a]
    default:
        slot = objectWords(constant(pc, word.bc)) + (1 &+ CellLayout.value)
        value = fp[word.a]
    }
    slot.pointee = value
    state.machine.pointee.heap.remember(slot)
    return next(pc, fp, state, table)
}
