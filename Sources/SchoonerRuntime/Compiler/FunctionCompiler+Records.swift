// The bodies of a record type's procedures, which the expander writes as calls of `%record`, `%record-ref` and kin.

extension FunctionCompiler {
    /// Generates the instruction for such a call; false where the type is no global variable or a call is not of the usual form.
    func compileRecord(
        _ row: InlineRow, _ operands: [Core], _ position: SourcePosition?, _ context: Context, _ top: Int
    ) -> Bool {
        guard !shared.isLarge else { return false }
        let typeIndex =
            switch row.opcode {
            case .recordRef: 2
            case .recordSet: 3
            case .isRecord: 1
            default: 0
            }
        guard case .global(let type) = operands[typeIndex] else { return false }
        switch row.opcode {
        case .isRecord:
            let slot = target(context, top)
            let object = operand(operands[0], top)
            assembler.emitLast(.isRecord, x: 0, a: slot, b: object, constant: type.cell)
            finishValue(slot, context)
        case .recordRef:
            guard let index = fieldIndex(operands[1]), isOwnName(operands[3]) else { return false }
            let slot = target(context, top)
            let object = operand(operands[0], top)
            assembler.notePosition(position)
            assembler.emitLast(.recordRef, x: index, a: slot, b: object, constant: type.cell)
            finishValue(slot, context)
        case .recordSet:
            guard let index = fieldIndex(operands[1]), isOwnName(operands[4]) else { return false }
            let (slots, next) = operandSlots([operands[0], operands[2]], top)
            use(next)
            assembler.notePosition(position)
            assembler.emitLast(.recordSet, x: index, a: slots[1], b: slots[0], constant: type.cell)
            compile(.constant(.unspecific), context, top)
        default:
            let slot = target(context, top)
            let first = fields(Array(operands.dropFirst()), top)
            assembler.notePosition(position)
            assembler.emitLast(.makeRecord, x: operands.count - 1, a: slot, b: first, constant: type.cell)
            finishValue(slot, context)
        }
        return true
    }

    /// The first of the adjacent slots that the fields of a new record are in.
    private func fields(_ operands: [Core], _ top: Int) -> Int {
        let slots = operands.map { core -> Int? in
            guard case .local(let variable) = core, !isBoxed(variable), case .slot(let slot) = location(of: variable)
            else { return nil }
            return slot
        }
        if let first = slots.first, let first, slots.enumerated().allSatisfy({ $1 == first + $0 }) { return first }
        use(top + max(0, operands.count - 1))
        for index in operands.indices.reversed() { compile(operands[index], .value(top + index), top + operands.count) }
        return top
    }

    private func fieldIndex(_ core: Core) -> Int? {
        guard let index = smallConstant(core), (1...255).contains(index) else { return nil }
        return index
    }

    /// Whether the operand that errors name is the running procedure, as the expander has it.
    private func isOwnName(_ core: Core) -> Bool {
        guard case .global(let reference) = core else { return false }
        return reference.name == procedureName
    }
}
