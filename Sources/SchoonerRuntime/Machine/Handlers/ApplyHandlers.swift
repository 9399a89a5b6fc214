// Handlers of `apply` and `values`, which are closures of one instruction: no Swift array, no signal.

/// `apply`: the frame's procedure and arguments make room for those that they name.
@c(schooner_handle_apply_list)
func handleApplyList(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let given = state.machine.pointee.argumentCount
    if _slowPath(given < 1) { return leave(Leave.apply, pc, fp, state) }
    var count = 0
    if given > 1 {
        count = given &- 2
        var rest = fp[given &+ 1]
        let most = state.machine.pointee.stackLimit - fp
        while rest & Tag.mask == Tag.pair && count < most {
            count &+= 1
            rest = pairWords(rest)[1]
        }
        if _slowPath(rest != Value.null.bits || count &+ 2 > most) {
            // A list that is improper, or longer than the stack: the primitive behind the instruction deals with it.
            fp[1] = constant(pc, 0)
            return leave(Leave.apply, pc, fp, state)
        }
        rest = fp[given &+ 1]
        fp[1] = fp[2]
        var place = fp + 2
        let end = fp + given
        while place < end {
            place[0] = place[1]
            place += 1
        }
        while rest != Value.null.bits {
            let pair = pairWords(rest)
            place[0] = pair[0]
            place += 1
            rest = pair[1]
        }
    } else {
        fp[1] = fp[2]
    }
    let callee = fp[1]
    if _fastPath(callee & Tag.mask == Tag.object) {
        let closure = objectWords(callee)
        if _fastPath(closure[0] & 0xFFFF == Header.mark(.closure)) { return enter(closure, fp, count, state, table) }
    }
    return applyOther(pc, fp, state, UInt64(truncatingIfNeeded: count), table)
}

/// What `apply` calls that is no closure, with `count` arguments in the frame.
@inline(never) @c(schooner_apply_other)
func applyOther(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ count: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let count = Int(truncatingIfNeeded: count)
    var status = Leave.apply
    if isPrimitive(fp[1]) {
        status = Machine.invoke(state, fp, count)
        if status == 0 { return deliver(state.machine.pointee.value.bits, fp, state, table) }
    }
    state.machine.pointee.argumentCount = count
    return leave(status, pc, fp, state)
}

/// `values`: its arguments as one object to a caller that takes them all, else the first.
@c(schooner_handle_give_values)
func handleGiveValues(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let count = state.machine.pointee.argumentCount
    if count == 1 { return deliver(fp[2], fp, state, table) }
    let caller = ProgramCounter(bitPattern: fp[0]).unsafelyUnwrapped
    if Instruction(word: caller[-1]).code == Opcode.callValues.rawValue {
        guard let place = state.machine.pointee.heap.tryAllocate(words: count &+ 1) else {
            fp[1] = constant(pc, 0)
            return leave(Leave.apply, pc, fp, state)
        }
        place[0] = Header.make(.multipleValues, length: count)
        var index = 0
        while index < count {
            place[index &+ 1] = fp[index &+ 2]
            index &+= 1
        }
        return deliver(Int(bitPattern: place) | Tag.object, fp, state, table)
    }
    return deliver(count > 0 ? fp[2] : Value.unspecific.bits, fp, state, table)
}
