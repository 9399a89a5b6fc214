extension FunctionCompiler {
    func compileCall(
        _ operation: Core, _ operands: [Core], _ position: SourcePosition?, _ context: Context, _ top: Int
    ) {
        switch operation {
        case .lambda(let lambda) where lambda.takesExactly(operands.count):
            return compileLet(lambda, operands, context, top)
        case .local(let variable):
            if case .label(let loop) = location(of: variable) { return compileLoopCall(loop, operands, top) }
        case .global(let reference):
            if let row = heap.inlineRow(reference.cell), row.accepts(operands.count),
                compileInlined(row, reference, operands, position, context, top)
            {
                return
            }
            if compileInlineCall(reference, operands, position, context, top) { return }
        default: break
        }
        if operands.count > 250 { return compileLongCall(operation, operands, position, context, top) }
        // The callee's frame: two words, then the arguments, evaluated right to left; the operator last.
        let base = top + 2
        if !operands.isEmpty { use(base + operands.count - 1) }
        use(top + 1)
        for index in operands.indices.reversed() {
            compile(operands[index], .value(base + index), base + operands.count)
        }
        if case .global(let reference) = operation, !shared.isLarge {
            assembler.notePosition(position ?? reference.position)
            if case .tail = context, isRaiser(reference.cell) {
                // The frame stays, so that the report can say where it was.
                emitGlobalCall(reference.cell, count: operands.count, top: top, .value(top))
                assembler.emit(Instruction(.return, a: top))
            } else {
                emitGlobalCall(reference.cell, count: operands.count, top: top, context)
            }
            return
        }
        compile(operation, .value(top + 1), base + operands.count)
        assembler.notePosition(position)
        emitCall(count: operands.count, top: top, context)
    }

    /// Whether the variable is one of the library's procedures that raise, and so do not return.
    func isRaiser(_ cell: Value) -> Bool {
        guard cell[slot: CellLayout.environment] == shared.compiler.systemEnvironment else { return false }
        let name = cell[slot: CellLayout.name].symbolName
        return name.stringEquals("error") || name.stringEquals("raise")
            || name.stringEquals("error:bad-range-argument") || name.stringEquals("error:wrong-type-argument")
    }

    func emitGlobalCall(_ cell: Value, count: Int, top: Int, _ context: Context) {
        if shared.isLarge {
            assembler.emit(.global, a: top + 1, constant: cell)
            emitCall(count: count, top: top, context)
            return
        }
        switch context {
        case .tail: assembler.emitShort(.tailCallGlobal, x: count, a: top, c: 0, constant: cell)
        default: assembler.emitShort(.callGlobal, x: count, a: top, c: target(context, top), constant: cell)
        }
    }

    private func emitCall(count: Int, top: Int, _ context: Context) {
        switch context {
        case .tail: assembler.emit(Instruction(.tailCall, x: count, a: top))
        default: assembler.emit(Instruction(.call, x: count, a: top, c: target(context, top)))
        }
    }

    /// A call with more operands than an instruction can count: through `apply` and a list.
    private func compileLongCall(
        _ operation: Core, _ operands: [Core], _ position: SourcePosition?, _ context: Context, _ top: Int
    ) {
        guard let apply = heap.ownCell(shared.compiler.systemEnvironment, heap.intern("apply")) else {
            shared.isTooLarge = true
            return
        }
        use(top + 6)
        emitConstant(.null, top + 3)
        for operand in operands.reversed() {
            compile(operand, .value(top + 4), top + 5)
            assembler.emit(Instruction(.cons, a: top + 3, b: top + 4, c: top + 3))
        }
        compile(operation, .value(top + 2), top + 4)
        assembler.notePosition(position)
        emitGlobalCall(apply, count: 2, top: top, context)
    }

    // MARK: let

    private func compileLet(_ lambda: Lambda, _ operands: [Core], _ context: Context, _ start: Int) {
        var top = start
        if case .value(let slot) = context, slot >= top { top = slot + 1 }
        let scratch = top + operands.count
        if !operands.isEmpty { use(scratch - 1) }
        var aliases: [(Variable, Int)] = []
        for index in operands.indices.reversed() {
            let variable = lambda.required[index]
            if !isBoxed(variable), case .local(let source) = operands[index], !isBoxed(source),
                case .slot(let slot) = location(of: source), !loopSlots.contains(slot)
            {
                aliases.append((variable, slot))
                continue
            }
            compile(operands[index], .value(top + index), scratch)
            aliases.append((variable, top + index))
        }
        for (variable, slot) in aliases { locations[ObjectIdentifier(variable)] = .slot(slot) }
        for (index, variable) in lambda.required.enumerated() where isBoxed(variable) {
            boxIfNeeded(variable, slot: top + index)
        }
        let scope = openScope(aliases.reversed().map { (variable: $0.0, slot: $0.1) })
        compile(lambda.body, context, scratch)
        closeScope(scope)
    }

    // MARK: Inlined primitives

    /// A slot that holds an operand's value: the variable's own when that is safe, else `scratch`.
    func operand(_ core: Core, _ scratch: Int) -> Int {
        if case .local(let variable) = core, !isBoxed(variable), case .slot(let slot) = location(of: variable) {
            return slot
        }
        use(scratch)
        compile(core, .value(scratch), scratch)
        return scratch
    }

    private func isPlainSlot(_ core: Core) -> Bool {
        if case .local(let variable) = core, !isBoxed(variable), case .slot = location(of: variable) { return true }
        return false
    }

    /// Evaluates operands right to left; the slots they are in, and the first slot free after them.
    func operandSlots(_ cores: [Core], _ top: Int) -> (slots: [Int], top: Int) {
        var slots = [Int](repeating: 0, count: cores.count)
        var next = top
        for index in cores.indices.reversed() {
            slots[index] = operand(cores[index], next)
            if slots[index] == next { next += 1 }
        }
        return (slots, next)
    }

    /// A constant operand that fits a signed sixteen-bit field.
    func smallConstant(_ core: Core) -> Int? {
        guard case .constant(let value) = core, value.isFixnum, abs(value.fixnum) < 0x4000 else { return nil }
        return value.fixnum
    }

    /// Generates the instruction for an inlinable call; false when the row does not apply to these operands.
    private func compileInlined(
        _ row: InlineRow, _ reference: GlobalReference, _ operands: [Core], _ position: SourcePosition?,
        _ context: Context, _ top: Int
    ) -> Bool {
        if row.fused != nil || row.opcode == .not {
            if isEqRowUnfit(row, operands) {
                compileEquivalence(row, reference, operands, position, context, top)
                return true
            }
            return compileInlinedTest(row, reference, operands, position, context, top)
        }
        if case .record = row.shape { return compileRecord(row, operands, position, context, top) }
        markAssumed(reference.cell)
        let slot = target(context, top)
        switch row.shape {
        case .unary:
            let source = operand(operands[0], top)
            emitInlined(Instruction(row.opcode, a: slot, b: source), row, reference, position, operandCount: 1)
        case .binary, .eqWhenConstant:
            emitBinary(row, reference, operands[0], operands[1], position, slot, top)
        case .fold:
            emitFold(row, reference, operands, position, slot, top)
        case .withConstant(let constant):
            emitBinary(row, reference, operands[0], .constant(Value(fixnum: constant)), position, slot, top, count: 1)
        case .constantFirst, .swapped, .record: return false
        case .store:
            emitStore(row, reference, operands, position, slot, top)
        }
        finishValue(slot, context)
        return true
    }

    /// `eqv?` and `equal?` of any two objects.
    private func compileEquivalence(
        _ row: InlineRow, _ reference: GlobalReference, _ operands: [Core], _ position: SourcePosition?,
        _ context: Context, _ top: Int
    ) {
        markAssumed(reference.cell)
        let slot = target(context, top)
        let (slots, _) = operandSlots(operands, top)
        let opcode: Opcode = row.name == "eqv?" ? .eqv : .equal
        emitInlined(
            Instruction(opcode, a: slot, b: slots[0], c: slots[1]), row, reference, position, operandCount: 2)
        finishValue(slot, context)
    }

    /// `vector-set!` and kin: the instruction finds the new value in the slot `x` behind its target.
    private func emitStore(
        _ row: InlineRow, _ reference: GlobalReference, _ operands: [Core], _ position: SourcePosition?, _ slot: Int,
        _ top: Int
    ) {
        use(top + 1)
        var value = top + 1
        if case .local(let variable) = operands[2], !isBoxed(variable), case .slot(let own) = location(of: variable),
            top - own <= 128
        {
            value = own
        } else {
            compile(operands[2], .value(value), top + 2)
        }
        let (slots, _) = operandSlots([operands[0], operands[1]], top + 2)
        emitInlined(
            Instruction(row.opcode, x: value - top, a: top, b: slots[0], c: slots[1]), row, reference, position,
            operandCount: 3)
        if slot != top { assembler.emit(Instruction(.move, a: slot, b: top)) }
    }

    func markAssumed(_ cell: Value) {
        let flags = cell[slot: CellLayout.flags].fixnum
        heap.set(cell, slot: CellLayout.flags, Value(fixnum: flags | CellLayout.assumed))
    }

    private func emitInlined(
        _ instruction: Instruction, _ row: InlineRow, _ reference: GlobalReference, _ position: SourcePosition?,
        isSwapped: Bool = false, operandCount: Int
    ) {
        assembler.notePosition(position)
        assembler.emit(instruction)
        assembler.noteSite(
            reference.cell, instruction.opcode ?? row.opcode, isSwapped: isSwapped, operandCount: operandCount)
    }

    private func emitBinary(
        _ row: InlineRow, _ reference: GlobalReference, _ left: Core, _ right: Core, _ position: SourcePosition?,
        _ slot: Int, _ top: Int, count: Int = 2
    ) {
        if row.opcode == .add || row.opcode == .subtract, let constant = smallConstant(right) {
            let source = operand(left, top)
            let opcode: Opcode = row.opcode == .add ? .addImmediate : .subtractImmediate
            emitInlined(
                Instruction(opcode, a: slot, b: source, c: constant), row, reference, position, operandCount: count)
            return
        }
        if row.opcode == .vectorRef, let constant = smallConstant(right), constant >= 0 {
            let source = operand(left, top)
            emitInlined(
                Instruction(.vectorRefImmediate, a: slot, b: source, c: constant), row, reference, position,
                operandCount: count)
            return
        }
        if row.opcode == .add, let constant = smallConstant(left) {
            let source = operand(right, top)
            emitInlined(
                Instruction(.addImmediate, a: slot, b: source, c: constant), row, reference, position, isSwapped: true,
                operandCount: count)
            return
        }
        let (slots, _) = operandSlots([left, right], top)
        emitInlined(
            Instruction(row.opcode, a: slot, b: slots[0], c: slots[1]), row, reference, position, operandCount: count)
    }

    private func emitFold(
        _ row: InlineRow, _ reference: GlobalReference, _ operands: [Core], _ position: SourcePosition?, _ slot: Int,
        _ top: Int
    ) {
        if operands.count == 2 {
            emitBinary(row, reference, operands[0], operands[1], position, slot, top)
            return
        }
        let (slots, next) = operandSlots(operands, top)
        use(next)
        var accumulated = slots[0]
        // MIT adds and multiplies by each further operand from the left: errors tell.
        let isCommutative = row.opcode == .add || row.opcode == .multiply
        for index in 1..<slots.count {
            let destination = index == slots.count - 1 ? slot : next
            let operands = isCommutative ? (slots[index], accumulated) : (accumulated, slots[index])
            emitInlined(
                Instruction(row.opcode, a: destination, b: operands.0, c: operands.1), row, reference, position,
                isSwapped: isCommutative, operandCount: index == 1 ? slots.count : 2)
            accumulated = destination
        }
    }
}
