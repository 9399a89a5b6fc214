// Arithmetic and comparison when the operands are not two fixnums: flonums, alone or beside a fixnum, without leaving the
// machine; everything else goes on to `slowInline`.

/// A flonum, or a fixnum that a double holds exactly, as a double; nil for anything else.
@inline(__always) private func exactDouble(_ bits: Int) -> Double? {
    if bits & Tag.mask == Tag.flonum { return flonum(bits) }
    if bits & 1 == 0 && bits.magnitude < 1 &<< 53 { return Double(bits &>> 1) }
    return nil
}

/// A new flonum's bits; nil when the nursery is full.
@inline(__always) private func newFlonum(_ number: Double, _ state: UnsafeMutableRawPointer) -> Int? {
    guard let place = state.machine.pointee.heap.tryAllocate(words: 2) else { return nil }
    place[0] = Header.make(.flonum, length: 1)
    place[1] = doubleBits(number)
    return Int(bitPattern: place) | Tag.flonum
}

/// `a ← b op c`.
@inline(never) @c(schooner_slow_binary)
func slowBinary(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let instruction = Instruction(word: word)
    let left = fp[instruction.b]
    let right = fp[instruction.c]
    // Exact zero times a flonum is exact zero, and two fixnums that came here need a bignum.
    guard (left | right) & 1 != 0, left != 0, right != 0, let x = exactDouble(left), let y = exactDouble(right) else {
        return slowInline(pc, fp, state, word, table)
    }
    let result: Double
    switch instruction.code {
    case Opcode.add.rawValue: result = x + y
    case Opcode.subtract.rawValue: result = x - y
    case Opcode.multiply.rawValue: result = x * y
    case Opcode.numberEqual.rawValue:
        fp[instruction.a] = truth(x == y)
        return next(pc, fp, state, table)
    case Opcode.less.rawValue:
        fp[instruction.a] = truth(x < y)
        return next(pc, fp, state, table)
    case Opcode.lessOrEqual.rawValue:
        fp[instruction.a] = truth(x <= y)
        return next(pc, fp, state, table)
    default:
        if y == 0 { return slowInline(pc, fp, state, word, table) }
        result = x / y
    }
    guard let bits = newFlonum(result, state) else { return slowInline(pc, fp, state, word, table) }
    fp[instruction.a] = bits
    return next(pc, fp, state, table)
}

/// `a ← b op constant`.
@inline(never) @c(schooner_slow_immediate)
func slowImmediate(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let instruction = Instruction(word: word)
    let left = fp[instruction.b]
    guard left & Tag.mask == Tag.flonum else { return slowInline(pc, fp, state, word, table) }
    let constant = Double(instruction.signedC)
    let isAddition = instruction.code == Opcode.addImmediate.rawValue
    guard constant != 0, let bits = newFlonum(isAddition ? flonum(left) + constant : flonum(left) - constant, state)
    else {
        return slowInline(pc, fp, state, word, table)
    }
    fp[instruction.a] = bits
    return next(pc, fp, state, table)
}

/// Jumps unless a and b compare.
@inline(never) @c(schooner_slow_branch)
func slowBranch(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let instruction = Instruction(word: word)
    guard let x = exactDouble(fp[instruction.a]), let y = exactDouble(fp[instruction.b]) else {
        return slowInline(pc, fp, state, word, table)
    }
    let holds: Bool
    switch instruction.code {
    case Opcode.unlessNumberEqual.rawValue: holds = x == y
    case Opcode.unlessLess.rawValue: holds = x < y
    default: holds = x <= y
    }
    return next(holds ? pc + 1 : pc + instruction.signedC, fp, state, table)
}

/// Jumps unless a and a constant compare.
@inline(never) @c(schooner_slow_branch_immediate)
func slowBranchImmediate(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let instruction = Instruction(word: word)
    guard let x = exactDouble(fp[instruction.a]) else { return slowInline(pc, fp, state, word, table) }
    let y = Double(instruction.signedB)
    let holds: Bool
    switch instruction.code {
    case Opcode.unlessNumberEqualImmediate.rawValue: holds = x == y
    case Opcode.unlessLessImmediate.rawValue: holds = x < y
    case Opcode.unlessLessOrEqualImmediate.rawValue: holds = x <= y
    case Opcode.unlessGreaterImmediate.rawValue: holds = x > y
    default: holds = x >= y
    }
    return next(holds ? pc + 1 : pc + instruction.signedC, fp, state, table)
}
