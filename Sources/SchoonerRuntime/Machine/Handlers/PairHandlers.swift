// Handlers of inlined pair procedures.

/// The words of the pair that `count` steps along the cdrs of `object` lead to; nil where that, or one on the way, is
/// no pair.
@inline(__always)
private func pairAfter(_ count: Int, _ object: Int) -> UnsafeMutablePointer<Int>? {
    var pair = object
    if _slowPath(pair & Tag.mask != Tag.pair) { return nil }
    for _ in 0..<count {
        pair = pairWords(pair)[1]
        if _slowPath(pair & Tag.mask != Tag.pair) { return nil }
    }
    return pairWords(pair)
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
    guard let pair = pairAfter(0, fp[word.b]) else { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = pair[0]
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
    guard let pair = pairAfter(0, fp[word.b]) else { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = pair[1]
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
    guard let pair = pairAfter(1, fp[word.b]) else { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = pair[0]
    return next(pc, fp, state, table)
}

@c(schooner_handle_cddr)
func handleCddr(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    guard let pair = pairAfter(1, fp[word.b]) else { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = pair[1]
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
    guard let pair = pairAfter(2, fp[word.b]) else { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = pair[0]
    return next(pc, fp, state, table)
}

@c(schooner_handle_cdddr)
func handleCdddr(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    guard let pair = pairAfter(2, fp[word.b]) else { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = pair[1]
    return next(pc, fp, state, table)
}

@c(schooner_handle_cadddr)
func handleCadddr(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    guard let pair = pairAfter(3, fp[word.b]) else { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = pair[0]
    return next(pc, fp, state, table)
}
