extension FunctionCompiler {
    /// Generates a jump to the label when the form's truth is `when`; goes on otherwise.
    func compileTest(_ core: Core, jumpTo label: Assembler.Label, when: Bool, _ top: Int) {
        switch core {
        case .constant(let value):
            if value.isTrue == when { assembler.emitJump(.jump, to: label) }
        case .conditional(let test, let consequent, let alternative):
            compileNestedTest(test, consequent, alternative, jumpTo: label, when: when, top)
        case .sequence(let forms) where !forms.isEmpty:
            for form in forms.dropLast() { compile(form, .effect, top) }
            compileTest(forms[forms.count - 1], jumpTo: label, when: when, top)
        case .call(.global(let reference), let operands, let position):
            if let row = heap.inlineRow(reference.cell), row.accepts(operands.count), !isEqRowUnfit(row, operands) {
                if row.opcode == .not {
                    markAssumed(reference.cell)
                    // A redefined `not` must be called: keep the instruction unless the name cannot change under us.
                    return compileNot(operands[0], reference, position, jumpTo: label, when: when, top)
                }
                if row.fused != nil && !shared.isLarge {
                    markAssumed(reference.cell)
                    return compileFused(row, reference, operands, position, jumpTo: label, when: when, top)
                }
            }
            fallthrough
        default:
            let slot = operand(core, top)
            assembler.emitJump(when ? .jumpIfTrue : .jumpIfFalse, a: slot, to: label)
        }
    }

    private func compileNot(
        _ core: Core, _ reference: GlobalReference, _ position: SourcePosition?, jumpTo label: Assembler.Label,
        when: Bool,
        _ top: Int
    ) {
        let slot = operand(core, top)
        use(top)
        assembler.notePosition(position)
        assembler.emit(Instruction(.not, a: top, b: slot))
        assembler.noteSite(reference.cell, .not, isSwapped: false, operandCount: 1)
        assembler.emitJump(when ? .jumpIfTrue : .jumpIfFalse, a: top, to: label)
    }

    /// `and`, `or` and other conditionals in test position jump straight to where they lead.
    private func compileNestedTest(
        _ test: Core, _ consequent: Core, _ alternative: Core, jumpTo label: Assembler.Label, when: Bool, _ top: Int
    ) {
        if case .constant(let value) = alternative, value.isTrue != when || consequent.isConstant {
            // (and test consequent) when jumping on falsehood, and its mirror image.
            if value.isFalse && !when {
                compileTest(test, jumpTo: label, when: false, top)
                compileTest(consequent, jumpTo: label, when: false, top)
                return
            }
        }
        if case .constant(let value) = alternative, value.isFalse {
            if !when {
                compileTest(test, jumpTo: label, when: false, top)
                compileTest(consequent, jumpTo: label, when: false, top)
            } else {
                let end = assembler.makeLabel()
                compileTest(test, jumpTo: end, when: false, top)
                compileTest(consequent, jumpTo: label, when: true, top)
                assembler.bind(end)
            }
            return
        }
        if case .constant(let value) = consequent, value.isTrue {
            if when {
                compileTest(test, jumpTo: label, when: true, top)
                compileTest(alternative, jumpTo: label, when: true, top)
            } else {
                let end = assembler.makeLabel()
                compileTest(test, jumpTo: end, when: true, top)
                compileTest(alternative, jumpTo: label, when: false, top)
                assembler.bind(end)
            }
            return
        }
        let otherwise = assembler.makeLabel()
        let end = assembler.makeLabel()
        compileTest(test, jumpTo: otherwise, when: false, top)
        compileTest(consequent, jumpTo: label, when: when, top)
        assembler.emitJump(.jump, to: end)
        assembler.bind(otherwise)
        compileTest(alternative, jumpTo: label, when: when, top)
        assembler.bind(end)
    }

    /// `eqv?` and `equal?` are `eq?` only beside a constant that is identical whenever it is equal.
    func isEqRowUnfit(_ row: InlineRow, _ operands: [Core]) -> Bool {
        guard case .eqWhenConstant = row.shape else { return false }
        return !operands.contains { operand in
            guard case .constant(let value) = operand else { return false }
            return value.isFixnum || value.isImmediate || value.isSymbol
        }
    }

    /// A test-and-jump instruction. The word behind it, normally skipped, takes a truth value from elsewhere.
    private func compileFused(
        _ row: InlineRow, _ reference: GlobalReference, _ operands: [Core], _ position: SourcePosition?,
        jumpTo label: Assembler.Label, when: Bool, _ top: Int
    ) {
        use(top)
        let after = assembler.makeLabel()
        let target = when ? after : label
        let test = fusedTest(row, operands, top)
        assembler.notePosition(position)
        switch test.second {
        case .field(let b): assembler.emitBranch(test.opcode, a: test.first, b: b, to: target)
        case .constant(let value): assembler.emitBranch(test.opcode, a: test.first, constant: value, to: target)
        }
        assembler.noteSite(reference.cell, test.opcode, isSwapped: test.isSwapped, operandCount: operands.count)
        assembler.emitJump(.jumpIfFalse, a: top, to: target)
        if when {
            assembler.emitJump(.jump, to: label)
            assembler.bind(after)
        }
    }

    /// A test-and-jump instruction before its target is known.
    private struct FusedTest {
        enum Second {
            /// What stands in the field `b`: a slot, or a small constant.
            case field(Int)
            case constant(Value)
        }

        let opcode: Opcode
        let first: Int
        let second: Second
        let isSwapped: Bool

        init(_ opcode: Opcode, _ first: Int, _ second: Second, isSwapped: Bool = false) {
            self.opcode = opcode
            self.first = first
            self.second = second
            self.isSwapped = isSwapped
        }
    }

    private func fusedTest(_ row: InlineRow, _ operands: [Core], _ top: Int) -> FusedTest {
        let plain = row.fused ?? .unlessEq
        switch row.shape {
        case .unary: return FusedTest(plain, operand(operands[0], top), .field(0))
        case .withConstant(let constant):
            return FusedTest(
                immediateForm(plain, swapped: false) ?? plain, operand(operands[0], top), .field(constant))
        case .constantFirst(let constant):
            return FusedTest(immediateForm(plain, swapped: true) ?? plain, operand(operands[0], top), .field(constant))
        default: break
        }
        var left = operands[0]
        var right = operands[1]
        var isSwapped = false
        if case .swapped = row.shape {
            swap(&left, &right)
            isSwapped = true
        }
        if case .constant(let value) = right, let (opcode, second) = constantForm(plain, value, swapped: false) {
            return FusedTest(opcode, operand(left, top), second, isSwapped: isSwapped)
        }
        if case .constant(let value) = left, let (opcode, second) = constantForm(plain, value, swapped: true) {
            return FusedTest(opcode, operand(right, top), second, isSwapped: !isSwapped)
        }
        // Evaluation goes right to left in the order of the text.
        let first = operand(isSwapped ? left : right, top)
        use(top + 1)
        let second = operand(isSwapped ? right : left, first == top ? top + 1 : top)
        return isSwapped
            ? FusedTest(plain, first, .field(second), isSwapped: true) : FusedTest(plain, second, .field(first))
    }

    /// The form of a test with a constant, on the right or, swapped, on the left; nil when there is none.
    private func constantForm(_ opcode: Opcode, _ value: Value, swapped: Bool) -> (Opcode, FusedTest.Second)? {
        let isSmall = !value.isPointer && Int(Int16(truncatingIfNeeded: value.bits)) == value.bits
        switch opcode {
        case .unlessEq:
            return isSmall ? (.unlessEqImmediate, .field(value.bits)) : (.unlessEqConstant, .constant(value))
        case .unlessCharacterEqual:
            return isSmall && value.isCharacter ? (.unlessCharacterEqualImmediate, .field(value.bits)) : nil
        default:
            guard value.isFixnum, abs(value.fixnum) < 0x4000, let form = immediateForm(opcode, swapped: swapped) else {
                return nil
            }
            return (form, .field(value.fixnum))
        }
    }

    /// The form of a comparison with a small constant: on the right, or on the left.
    private func immediateForm(_ opcode: Opcode, swapped: Bool) -> Opcode? {
        switch opcode {
        case .unlessNumberEqual: .unlessNumberEqualImmediate
        case .unlessLess: swapped ? .unlessGreaterImmediate : .unlessLessImmediate
        case .unlessLessOrEqual: swapped ? .unlessGreaterOrEqualImmediate : .unlessLessOrEqualImmediate
        default: nil
        }
    }

    /// A truth-valued primitive where a value is wanted.
    func compileInlinedTest(
        _ row: InlineRow, _ reference: GlobalReference, _ operands: [Core], _ position: SourcePosition?,
        _ context: Context, _ top: Int
    ) -> Bool {
        markAssumed(reference.cell)
        let slot = target(context, top)
        var left = operands[0]
        var right = operands.count > 1 ? operands[1] : nil
        var isSwapped = false
        var isConstantFirst = false
        switch row.shape {
        case .swapped:
            if let other = right {
                right = left
                left = other
            }
            isSwapped = true
        case .withConstant(let constant): right = .constant(Value(fixnum: constant))
        case .constantFirst(let constant):
            right = left
            left = .constant(Value(fixnum: constant))
            isConstantFirst = true
        default: break
        }
        if let right {
            let second = operand(isSwapped ? left : right, top)
            use(top + 1)
            let first = operand(isSwapped ? right : left, second == top ? top + 1 : top)
            assembler.notePosition(position)
            assembler.emit(
                Instruction(row.opcode, a: slot, b: isSwapped ? second : first, c: isSwapped ? first : second))
        } else {
            let source = operand(left, top)
            assembler.notePosition(position)
            assembler.emit(Instruction(row.opcode, a: slot, b: source))
        }
        assembler.noteSite(
            reference.cell, row.opcode, isSwapped: isSwapped || isConstantFirst, operandCount: operands.count)
        finishValue(slot, context)
        return true
    }
}

extension Core {
    fileprivate var isConstant: Bool {
        if case .constant = self { return true }
        return false
    }
}
