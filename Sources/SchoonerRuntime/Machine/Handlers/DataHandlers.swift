// Handlers of inlined tests, pairs, vectors, bytevectors and strings.

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

@c(schooner_handle_cons)
func handleCons(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    guard let pair = state.machine.pointee.heap.tryAllocate(words: 2) else {
        return slowAllocation(pc, fp, state, word.word, table)
    }
    pair[0] = fp[word.b]
    pair[1] = fp[word.c]
    fp[word.a] = Int(bitPattern: pair) | Tag.pair
    return next(pc, fp, state, table)
}

@c(schooner_handle_car)
func handleCar(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let pair = fp[word.b]
    if _slowPath(pair & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = pairWords(pair)[0]
    return next(pc, fp, state, table)
}

@c(schooner_handle_set_car)
func handleSetCar(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let pair = fp[word.b]
    if _slowPath(pair & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    let value = fp[word.c]
    if _slowPath(state.machine.pointee.heap.needsBarrier(container: pair, value: value)) {
        return slowStore(pc, fp, state, word.word, table)
    }
    pairWords(pair)[0] = value
    fp[word.a] = Value.unspecific.bits
    return next(pc, fp, state, table)
}

@c(schooner_handle_cdr)
func handleCdr(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let pair = fp[word.b]
    if _slowPath(pair & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = pairWords(pair)[1]
    return next(pc, fp, state, table)
}

@c(schooner_handle_set_cdr)
func handleSetCdr(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let pair = fp[word.b]
    if _slowPath(pair & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    let value = fp[word.c]
    if _slowPath(state.machine.pointee.heap.needsBarrier(container: pair, value: value)) {
        return slowStore(pc, fp, state, word.word, table)
    }
    pairWords(pair)[1] = value
    fp[word.a] = Value.unspecific.bits
    return next(pc, fp, state, table)
}

@c(schooner_handle_cadr)
func handleCadr(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let pair = fp[word.b]
    if _slowPath(pair & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    let inner = pairWords(pair)[1]
    if _slowPath(inner & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = pairWords(inner)[0]
    return next(pc, fp, state, table)
}

@c(schooner_handle_cddr)
func handleCddr(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let pair = fp[word.b]
    if _slowPath(pair & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    let inner = pairWords(pair)[1]
    if _slowPath(inner & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = pairWords(inner)[1]
    return next(pc, fp, state, table)
}

@c(schooner_handle_caar)
func handleCaar(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let pair = fp[word.b]
    if _slowPath(pair & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    let inner = pairWords(pair)[0]
    if _slowPath(inner & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = pairWords(inner)[0]
    return next(pc, fp, state, table)
}

@c(schooner_handle_cdar)
func handleCdar(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let pair = fp[word.b]
    if _slowPath(pair & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    let inner = pairWords(pair)[0]
    if _slowPath(inner & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = pairWords(inner)[1]
    return next(pc, fp, state, table)
}

@c(schooner_handle_caddr)
func handleCaddr(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    var pair = fp[word.b]
    if _slowPath(pair & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    pair = pairWords(pair)[1]
    if _slowPath(pair & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    pair = pairWords(pair)[1]
    if _slowPath(pair & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = pairWords(pair)[0]
    return next(pc, fp, state, table)
}

@c(schooner_handle_cdddr)
func handleCdddr(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    var pair = fp[word.b]
    if _slowPath(pair & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    pair = pairWords(pair)[1]
    if _slowPath(pair & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    pair = pairWords(pair)[1]
    if _slowPath(pair & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = pairWords(pair)[1]
    return next(pc, fp, state, table)
}

@c(schooner_handle_cadddr)
func handleCadddr(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    var pair = fp[word.b]
    if _slowPath(pair & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    pair = pairWords(pair)[1]
    if _slowPath(pair & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    pair = pairWords(pair)[1]
    if _slowPath(pair & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    pair = pairWords(pair)[1]
    if _slowPath(pair & Tag.mask != Tag.pair) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = pairWords(pair)[0]
    return next(pc, fp, state, table)
}

@c(schooner_handle_vector_ref)
func handleVectorRef(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let vector = Value(bits: fp[word.b])
    let index = fp[word.c]
    if _slowPath(
        !vector.isType(.vector) || index & 1 != 0 || UInt(bitPattern: index &>> 1) >= UInt(bitPattern: vector.length))
    {
        return slowInline(pc, fp, state, word.word, table)
    }
    fp[word.a] = vector.words[index &>> 1 &+ 1]
    return next(pc, fp, state, table)
}

@c(schooner_handle_vector_set)
func handleVectorSet(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let vector = Value(bits: fp[word.b])
    let index = fp[word.c]
    if _slowPath(
        !vector.isType(.vector) || index & 1 != 0 || UInt(bitPattern: index &>> 1) >= UInt(bitPattern: vector.length)
            || vector.isImmutable)
    {
        return slowInline(pc, fp, state, word.word, table)
    }
    let value = fp[word.a &+ word.x]
    if _slowPath(state.machine.pointee.heap.needsBarrier(container: vector.bits, value: value)) {
        return slowStore(pc, fp, state, word.word, table)
    }
    vector.words[index &>> 1 &+ 1] = value
    fp[word.a] = Value.unspecific.bits
    return next(pc, fp, state, table)
}

@c(schooner_handle_vector_length)
func handleVectorLength(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let vector = Value(bits: fp[word.b])
    if _slowPath(!vector.isType(.vector)) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = vector.length &<< 1
    return next(pc, fp, state, table)
}

@c(schooner_handle_bytevector_ref)
func handleBytevectorRef(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let vector = Value(bits: fp[word.b])
    let index = fp[word.c]
    if _slowPath(
        !vector.isType(.bytevector) || index & 1 != 0
            || UInt(bitPattern: index &>> 1) >= UInt(bitPattern: vector.byteCount))
    {
        return slowInline(pc, fp, state, word.word, table)
    }
    fp[word.a] = Int(vector.bytes[index &>> 1]) &<< 1
    return next(pc, fp, state, table)
}

@c(schooner_handle_bytevector_set)
func handleBytevectorSet(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let vector = Value(bits: fp[word.b])
    let index = fp[word.c]
    let value = fp[word.a &+ word.x]
    if _slowPath(
        !vector.isType(.bytevector) || (index | value) & 1 != 0
            || UInt(bitPattern: index &>> 1) >= UInt(bitPattern: vector.byteCount) || UInt(bitPattern: value) > 510
            || vector.isImmutable)
    {
        return slowInline(pc, fp, state, word.word, table)
    }
    vector.bytes[index &>> 1] = UInt8(truncatingIfNeeded: value &>> 1)
    fp[word.a] = Value.unspecific.bits
    return next(pc, fp, state, table)
}

@c(schooner_handle_bytevector_length)
func handleBytevectorLength(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let vector = Value(bits: fp[word.b])
    if _slowPath(!vector.isType(.bytevector)) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = vector.byteCount &<< 1
    return next(pc, fp, state, table)
}

@c(schooner_handle_string_ref)
func handleStringRef(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let string = Value(bits: fp[word.b])
    let index = fp[word.c]
    if _slowPath(
        !string.isType(.string) || index & 1 != 0 || UInt(bitPattern: index) >= UInt(bitPattern: string.words[2]))
    {
        return slowInline(pc, fp, state, word.word, table)
    }
    fp[word.a] = Value(character: string.stringScalar(at: index &>> 1)).bits
    return next(pc, fp, state, table)
}

@c(schooner_handle_string_length)
func handleStringLength(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let string = Value(bits: fp[word.b])
    if _slowPath(!string.isType(.string)) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = string.words[2]
    return next(pc, fp, state, table)
}
