// Handlers of what `define-record-type` makes: the type is the value of the cell at `c`.

/// Whether the object is a record whose own type is the cell's value.
@inline(__always) private func isPlainly(_ object: Int, recordOf cell: Int) -> Bool {
    guard object & Tag.mask == Tag.object else { return false }
    let record = objectWords(object)
    return record[0] & 0xFFFF == Header.mark(.record) && record[1 &+ RecordLayout.type] == cellValue(cell)
}

@c(schooner_handle_record_ref)
func handleRecordRef(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let object = fp[word.b]
    if _slowPath(!isPlainly(object, recordOf: constant(pc, word.c))) {
        return slowInline(pc, fp, state, word.word, table)
    }
    fp[word.a] = objectWords(object)[1 &+ word.x]
    return next(pc, fp, state, table)
}

@c(schooner_handle_record_set)
func handleRecordSet(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let object = fp[word.b]
    if _slowPath(!isPlainly(object, recordOf: constant(pc, word.c))) {
        return slowInline(pc, fp, state, word.word, table)
    }
    let value = fp[word.a]
    if _slowPath(state.machine.pointee.heap.needsBarrier(container: object, value: value)) {
        return slowStore(pc, fp, state, word.word, table)
    }
    objectWords(object)[1 &+ word.x] = value
    return next(pc, fp, state, table)
}

@c(schooner_handle_is_record)
func handleIsRecord(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    if _slowPath(!isPlainly(fp[word.b], recordOf: constant(pc, word.c))) {
        // The record's type may extend the cell's.
        fp[word.a] = truth(Value(bits: fp[word.b]).isRecord(of: Value(bits: cellValue(constant(pc, word.c)))))
        return next(pc, fp, state, table)
    }
    fp[word.a] = Value.true.bits
    return next(pc, fp, state, table)
}

@c(schooner_handle_make_record)
func handleMakeRecord(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let type = cellValue(constant(pc, word.c))
    if _slowPath(isMissing(type)) { return slowInline(pc, fp, state, word.word, table) }
    let count = word.x
    guard let place = state.machine.pointee.heap.tryAllocate(words: count &+ 2) else {
        return slowAllocation(pc, fp, state, word.word, table)
    }
    place[0] = Header.make(.record, length: count &+ 1)
    place[1] = type
    let fields = fp + word.b
    var index = 0
    while index < count {
        place[2 &+ index] = fields[index]
        index &+= 1
    }
    fp[word.a] = Int(bitPattern: place) | Tag.object
    return next(pc, fp, state, table)
}

extension Machine {
    /// Does a record instruction that the fast path gave up: records of a type that extends the one named, and errors.
    func performRecord(_ opcode: Opcode, _ word: Instruction, _ pc: ProgramCounter, _ fp: Frame) throws(Signal) {
        let cell = Value(bits: constant(pc, word.c))
        let type = cell[slot: CellLayout.value]
        if isMissing(type.bits) { throw .raise(conditionOfMissing(cell)) }
        let record = Value(bits: fp[word.b])
        guard record.isRecord(of: type), word.x < record.length else {
            throw .raise(interpreter.condition(.wrongTypeArgument, record, Value(bits: fp[1]), .false))
        }
        if opcode == .recordSet {
            interpreter.heap.set(record, slot: word.x, Value(bits: fp[word.a]))
        } else {
            fp[word.a] = record[slot: word.x].bits
        }
    }

    /// The call of the library's procedure that a record instruction stands for, as a list; #f when it is none.
    func recordApplication(_ word: Instruction) -> Value {
        guard word.opcode == .recordRef || word.opcode == .recordSet else { return .false }
        let frame = state.pointee.savedFrame
        let type = Value(bits: constant(state.pointee.savedProgramCounter, word.c))[slot: CellLayout.value]
        let isStore = word.opcode == .recordSet
        return interpreter.heap.list(
            [
                interpreter.libraryProcedure(isStore ? "%record-set!" : "%record-ref"), Value(bits: frame[word.b]),
                Value(fixnum: word.x),
            ] + (isStore ? [Value(bits: frame[word.a])] : []) + [type, Value(bits: frame[1])])
    }
}
