// Handlers of inlined tests: of type, identity, and tests that jump.

@c(schooner_handle_not)
func handleNot(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let value = Value(bits: fp[word.b])
    fp[word.a] = truth(value.isFalse)
    return next(pc, fp, state, table)
}

@c(schooner_handle_eq)
func handleEq(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    fp[word.a] = truth(fp[word.b] == fp[word.c])
    return next(pc, fp, state, table)
}

@c(schooner_handle_is_pair)
func handleIsPair(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let value = Value(bits: fp[word.b])
    fp[word.a] = truth(value.isPair)
    return next(pc, fp, state, table)
}

@c(schooner_handle_is_null)
func handleIsNull(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let value = Value(bits: fp[word.b])
    fp[word.a] = truth(value.isNull)
    return next(pc, fp, state, table)
}

@c(schooner_handle_is_fixnum)
func handleIsFixnum(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let value = Value(bits: fp[word.b])
    fp[word.a] = truth(value.isFixnum)
    return next(pc, fp, state, table)
}

@c(schooner_handle_is_symbol)
func handleIsSymbol(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let value = Value(bits: fp[word.b])
    fp[word.a] = truth(value.isType(.symbol))
    return next(pc, fp, state, table)
}

@c(schooner_handle_is_string)
func handleIsString(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let value = Value(bits: fp[word.b])
    fp[word.a] = truth(value.isType(.string))
    return next(pc, fp, state, table)
}

@c(schooner_handle_is_vector)
func handleIsVector(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let value = Value(bits: fp[word.b])
    fp[word.a] = truth(value.isType(.vector))
    return next(pc, fp, state, table)
}

@c(schooner_handle_is_character)
func handleIsCharacter(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let value = Value(bits: fp[word.b])
    fp[word.a] = truth(value.isCharacter)
    return next(pc, fp, state, table)
}

@c(schooner_handle_is_procedure)
func handleIsProcedure(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let value = Value(bits: fp[word.b])
    fp[word.a] = truth(value.isProcedure)
    return next(pc, fp, state, table)
}

@c(schooner_handle_is_e_o_f)
func handleIsEOF(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let value = Value(bits: fp[word.b])
    fp[word.a] = truth(value.isEOF)
    return next(pc, fp, state, table)
}

@c(schooner_handle_is_default)
func handleIsDefault(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let value = Value(bits: fp[word.b])
    fp[word.a] = truth(value.isDefault)
    return next(pc, fp, state, table)
}

@c(schooner_handle_unless_eq)
func handleUnlessEq(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    return next(fp[word.a] == fp[word.b] ? pc + 1 : pc + word.signedC, fp, state, table)
}

@c(schooner_handle_unless_pair)
func handleUnlessPair(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    return next(fp[word.a] & Tag.mask == Tag.pair ? pc + 1 : pc + word.signedC, fp, state, table)
}

@c(schooner_handle_unless_null)
func handleUnlessNull(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    return next(fp[word.a] == Value.null.bits ? pc + 1 : pc + word.signedC, fp, state, table)
}

@c(schooner_handle_unless_eq_immediate)
func handleUnlessEqImmediate(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    return next(fp[word.a] == word.signedB ? pc + 1 : pc + word.signedC, fp, state, table)
}

@c(schooner_handle_unless_eq_constant)
func handleUnlessEqConstant(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    return next(fp[word.a] == constant(pc, word.b) ? pc + 1 : pc + word.signedC, fp, state, table)
}
