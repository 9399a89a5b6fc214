// Handlers of inlined vector, bytevector and string procedures.

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
    let value = fp[word.a &+ word.signedX]
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
    let value = fp[word.a &+ word.signedX]
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

@c(schooner_handle_vector_ref_immediate)
func handleVectorRefImmediate(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let vector = Value(bits: fp[word.b])
    if _slowPath(!vector.isType(.vector) || word.c >= vector.length) {
        return slowInline(pc, fp, state, word.word, table)
    }
    fp[word.a] = vector.words[word.c &+ 1]
    return next(pc, fp, state, table)
}
