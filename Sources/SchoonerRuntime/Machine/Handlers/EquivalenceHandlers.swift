// Handlers of `eqv?` and `equal?`: what two words tell by themselves, here.

@c(schooner_handle_eqv)
func handleEqv(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let right = fp[word.c]
    // Two objects or two flonums may be the same number; and a flonum need not be the same as itself.
    if (left ^ right) & Tag.mask == 0
        && (left & Tag.mask == Tag.flonum || left & Tag.mask == Tag.object && left != right)
    {
        return slowEquivalence(pc, fp, state, word.word, table)
    }
    fp[word.a] = truth(left == right)
    return next(pc, fp, state, table)
}

@c(schooner_handle_equal)
func handleEqual(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = fp[word.b]
    let right = fp[word.c]
    // Only two objects of the same kind can have the same contents, and neither fixnums nor immediates have any.
    if (left ^ right) & Tag.mask == 0 && left & 1 != 0 && left & Tag.mask != Tag.immediate {
        return slowEquivalence(pc, fp, state, word.word, table)
    }
    fp[word.a] = truth(left == right)
    return next(pc, fp, state, table)
}

@inline(never) @c(schooner_slow_equivalence)
func slowEquivalence(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let left = Value(bits: fp[word.b])
    let right = Value(bits: fp[word.c])
    fp[word.a] = truth(word.code == Opcode.eqv.rawValue ? left.isEqv(right) : left.isEqual(right))
    return next(pc, fp, state, table)
}
