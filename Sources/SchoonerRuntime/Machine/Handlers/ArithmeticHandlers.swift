// Handlers of inlined arithmetic and comparison: the fixnum case here, the rest in `Interpreter+Inlined.swift`.

@c(schooner_handle_add)
func handleAdd(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let right = fp[word.c]
    let (result, overflow) = left.addingReportingOverflow(right)
    if _slowPath((left | right) & 1 != 0 || overflow) { return slowBinary(pc, fp, state, word.word, table) }
    fp[word.a] = result
    return next(pc, fp, state, table)
}

@c(schooner_handle_subtract)
func handleSubtract(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let right = fp[word.c]
    let (result, overflow) = left.subtractingReportingOverflow(right)
    if _slowPath((left | right) & 1 != 0 || overflow) { return slowBinary(pc, fp, state, word.word, table) }
    fp[word.a] = result
    return next(pc, fp, state, table)
}

@c(schooner_handle_add_immediate)
func handleAddImmediate(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let (result, overflow) = left.addingReportingOverflow(word.signedC &<< 1)
    if _slowPath(left & 1 != 0 || overflow) { return slowImmediate(pc, fp, state, word.word, table) }
    fp[word.a] = result
    return next(pc, fp, state, table)
}

@c(schooner_handle_subtract_immediate)
func handleSubtractImmediate(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let (result, overflow) = left.subtractingReportingOverflow(word.signedC &<< 1)
    if _slowPath(left & 1 != 0 || overflow) { return slowImmediate(pc, fp, state, word.word, table) }
    fp[word.a] = result
    return next(pc, fp, state, table)
}

@c(schooner_handle_multiply)
func handleMultiply(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let right = fp[word.c]
    let (result, overflow) = (left &>> 1).multipliedReportingOverflow(by: right)
    if _slowPath((left | right) & 1 != 0 || overflow) { return slowBinary(pc, fp, state, word.word, table) }
    fp[word.a] = result
    return next(pc, fp, state, table)
}

@c(schooner_handle_quotient)
func handleQuotient(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let right = fp[word.c]
    // Division by -2 (the fixnum -1) can overflow, and by 0 is an error: both go the slow way.
    if _slowPath((left | right) & 1 != 0 || right == 0 || right == -2) {
        return slowInline(pc, fp, state, word.word, table)
    }
    fp[word.a] = (left / right) &<< 1
    return next(pc, fp, state, table)
}

@c(schooner_handle_remainder)
func handleRemainder(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let right = fp[word.c]
    // Division by -2 (the fixnum -1) can overflow, and by 0 is an error: both go the slow way.
    if _slowPath((left | right) & 1 != 0 || right == 0 || right == -2) {
        return slowInline(pc, fp, state, word.word, table)
    }
    fp[word.a] = left % right
    return next(pc, fp, state, table)
}

@c(schooner_handle_modulo)
func handleModulo(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let right = fp[word.c]
    // Division by -2 (the fixnum -1) can overflow, and by 0 is an error: both go the slow way.
    if _slowPath((left | right) & 1 != 0 || right == 0 || right == -2) {
        return slowInline(pc, fp, state, word.word, table)
    }
    let remainder = left % right
    fp[word.a] = remainder != 0 && (remainder ^ right) < 0 ? remainder &+ right : remainder
    return next(pc, fp, state, table)
}

@c(schooner_handle_bit_and)
func handleBitAnd(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let right = fp[word.c]
    if _slowPath((left | right) & 1 != 0) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = left & right
    return next(pc, fp, state, table)
}

@c(schooner_handle_bit_or)
func handleBitOr(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let right = fp[word.c]
    if _slowPath((left | right) & 1 != 0) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = left | right
    return next(pc, fp, state, table)
}

@c(schooner_handle_bit_xor)
func handleBitXor(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let right = fp[word.c]
    if _slowPath((left | right) & 1 != 0) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = left ^ right
    return next(pc, fp, state, table)
}

/// Right shifts stay here; left shifts may need a bignum.
@c(schooner_handle_shift_left)
func handleShiftLeft(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let value = fp[word.b]
    let count = fp[word.c]
    if _slowPath((value | count) & 1 != 0 || count > 0 || count < -126) {
        return slowInline(pc, fp, state, word.word, table)
    }
    fp[word.a] = value &>> (0 &- (count &>> 1)) & ~1
    return next(pc, fp, state, table)
}

@c(schooner_handle_number_equal)
func handleNumberEqual(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let right = fp[word.c]
    if _slowPath((left | right) & 1 != 0) { return slowBinary(pc, fp, state, word.word, table) }
    fp[word.a] = truth(left == right)
    return next(pc, fp, state, table)
}

@c(schooner_handle_unless_number_equal)
func handleUnlessNumberEqual(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.a]
    let right = fp[word.b]
    if _slowPath((left | right) & 1 != 0) { return slowBranch(pc, fp, state, word.word, table) }
    return next(left == right ? pc + 1 : pc + word.signedC, fp, state, table)
}

@c(schooner_handle_less)
func handleLess(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let right = fp[word.c]
    if _slowPath((left | right) & 1 != 0) { return slowBinary(pc, fp, state, word.word, table) }
    fp[word.a] = truth(left < right)
    return next(pc, fp, state, table)
}

@c(schooner_handle_unless_less)
func handleUnlessLess(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.a]
    let right = fp[word.b]
    if _slowPath((left | right) & 1 != 0) { return slowBranch(pc, fp, state, word.word, table) }
    return next(left < right ? pc + 1 : pc + word.signedC, fp, state, table)
}

@c(schooner_handle_less_or_equal)
func handleLessOrEqual(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let right = fp[word.c]
    if _slowPath((left | right) & 1 != 0) { return slowBinary(pc, fp, state, word.word, table) }
    fp[word.a] = truth(left <= right)
    return next(pc, fp, state, table)
}

@c(schooner_handle_unless_less_or_equal)
func handleUnlessLessOrEqual(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.a]
    let right = fp[word.b]
    if _slowPath((left | right) & 1 != 0) { return slowBranch(pc, fp, state, word.word, table) }
    return next(left <= right ? pc + 1 : pc + word.signedC, fp, state, table)
}

@c(schooner_handle_is_zero)
func handleIsZero(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let value = fp[word.b]
    if _slowPath(value & 1 != 0) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = truth(value == 0)
    return next(pc, fp, state, table)
}

@c(schooner_handle_unless_number_equal_immediate)
func handleUnlessNumberEqualImmediate(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.a]
    if _slowPath(left & 1 != 0) { return slowBranchImmediate(pc, fp, state, word.word, table) }
    return next(left == word.signedB &<< 1 ? pc + 1 : pc + word.signedC, fp, state, table)
}

@c(schooner_handle_unless_less_immediate)
func handleUnlessLessImmediate(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.a]
    if _slowPath(left & 1 != 0) { return slowBranchImmediate(pc, fp, state, word.word, table) }
    return next(left < word.signedB &<< 1 ? pc + 1 : pc + word.signedC, fp, state, table)
}

@c(schooner_handle_unless_less_or_equal_immediate)
func handleUnlessLessOrEqualImmediate(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.a]
    if _slowPath(left & 1 != 0) { return slowBranchImmediate(pc, fp, state, word.word, table) }
    return next(left <= word.signedB &<< 1 ? pc + 1 : pc + word.signedC, fp, state, table)
}

@c(schooner_handle_unless_greater_immediate)
func handleUnlessGreaterImmediate(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.a]
    if _slowPath(left & 1 != 0) { return slowBranchImmediate(pc, fp, state, word.word, table) }
    return next(left > word.signedB &<< 1 ? pc + 1 : pc + word.signedC, fp, state, table)
}

@c(schooner_handle_unless_greater_or_equal_immediate)
func handleUnlessGreaterOrEqualImmediate(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.a]
    if _slowPath(left & 1 != 0) { return slowBranchImmediate(pc, fp, state, word.word, table) }
    return next(left >= word.signedB &<< 1 ? pc + 1 : pc + word.signedC, fp, state, table)
}

@c(schooner_handle_flonum_add)
func handleFlonumAdd(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let right = fp[word.c]
    guard _fastPath(left & Tag.mask == Tag.flonum && right & Tag.mask == Tag.flonum),
        let place = state.machine.pointee.heap.tryAllocate(words: 2)
    else { return slowInline(pc, fp, state, word.word, table) }
    place[0] = Header.make(.flonum, length: 1)
    place[1] = doubleBits(flonum(left) + flonum(right))
    fp[word.a] = Int(bitPattern: place) | Tag.flonum
    return next(pc, fp, state, table)
}

@c(schooner_handle_flonum_subtract)
func handleFlonumSubtract(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let right = fp[word.c]
    guard _fastPath(left & Tag.mask == Tag.flonum && right & Tag.mask == Tag.flonum),
        let place = state.machine.pointee.heap.tryAllocate(words: 2)
    else { return slowInline(pc, fp, state, word.word, table) }
    place[0] = Header.make(.flonum, length: 1)
    place[1] = doubleBits(flonum(left) - flonum(right))
    fp[word.a] = Int(bitPattern: place) | Tag.flonum
    return next(pc, fp, state, table)
}

@c(schooner_handle_flonum_multiply)
func handleFlonumMultiply(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let right = fp[word.c]
    guard _fastPath(left & Tag.mask == Tag.flonum && right & Tag.mask == Tag.flonum),
        let place = state.machine.pointee.heap.tryAllocate(words: 2)
    else { return slowInline(pc, fp, state, word.word, table) }
    place[0] = Header.make(.flonum, length: 1)
    place[1] = doubleBits(flonum(left) * flonum(right))
    fp[word.a] = Int(bitPattern: place) | Tag.flonum
    return next(pc, fp, state, table)
}

@c(schooner_handle_flonum_divide)
func handleFlonumDivide(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let right = fp[word.c]
    guard _fastPath(left & Tag.mask == Tag.flonum && right & Tag.mask == Tag.flonum),
        let place = state.machine.pointee.heap.tryAllocate(words: 2)
    else { return slowInline(pc, fp, state, word.word, table) }
    place[0] = Header.make(.flonum, length: 1)
    place[1] = doubleBits(flonum(left) / flonum(right))
    fp[word.a] = Int(bitPattern: place) | Tag.flonum
    return next(pc, fp, state, table)
}

@c(schooner_handle_divide)
func handleDivide(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    return slowBinary(pc, fp, state, word, table)
}

/// Every inlined instruction whose fast path does not apply: flonums, bignums, errors, a full nursery.
@inline(never) @c(schooner_slow_inline)
func slowInline(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    switch Machine.performSlowly(state, word, pc, fp) {
    case .done: return next(pc, fp, state, table)
    case .holds: return next(pc + 1, fp, state, table)
    case .fails: return next(pc + word.signedC, fp, state, table)
    case .signalled: return leave(Leave.inlineSignal, pc, fp, state)
    }
}

@inline(never) @c(schooner_slow_allocation)
func slowAllocation(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    // The heap grows by a stretch and asks for a safepoint; the instruction starts again.
    state.machine.pointee.interpreter._withUnsafeGuaranteedRef { $0.heap.extendNursery(words: word.x &+ 2) }
    return next(pc - 1, fp, state, table)
}
