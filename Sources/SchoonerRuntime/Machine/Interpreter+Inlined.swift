extension Interpreter {
    /// Does the work of an inlined instruction for any operands.
    func performInlined(_ opcode: Opcode, _ operands: [Value]) throws(Signal) -> Value {
        let first = operands[0]
        switch opcode {
        case .add, .addImmediate: return try add(first, operands[1])
        case .subtract, .subtractImmediate: return try subtract(first, operands[1])
        case .multiply: return try multiply(first, operands[1])
        case .divide: return try divide(first, operands[1])
        case .quotient: return try integerQuotient(first, operands[1])
        case .remainder: return try integerRemainder(first, operands[1])
        case .modulo: return try integerModulo(first, operands[1])
        case .bitAnd: return try bitwiseAnd(first, operands[1])
        case .bitOr: return try bitwiseOr(first, operands[1])
        case .bitXor: return try bitwiseXor(first, operands[1])
        case .shiftLeft: return try arithmeticShift(first, operands[1])
        case .numberEqual, .unlessNumberEqual, .unlessNumberEqualImmediate:
            return Value(try numberEqual(first, operands[1]))
        case .isZero: return Value(try isZero(first))
        case .less, .unlessLess, .unlessLessImmediate: return Value(try numberLess(first, operands[1]))
        case .unlessGreaterImmediate: return Value(try numberLess(operands[1], first))
        case .lessOrEqual, .unlessLessOrEqual, .unlessLessOrEqualImmediate:
            return Value(try numberLessOrEqual(first, operands[1]))
        case .unlessGreaterOrEqualImmediate: return Value(try numberLessOrEqual(operands[1], first))
        case .flonumAdd, .flonumSubtract, .flonumMultiply, .flonumDivide: return try flonumOperation(opcode, operands)
        case .car, .cdr, .caar, .cadr, .cdar, .cddr, .caddr, .cdddr, .cadddr: return try pairAccess(opcode, first)
        case .setCar, .setCdr: throw wrongType(first, 0, opcode.row.name)
        case .vectorRef, .vectorRefImmediate, .vectorSet, .vectorLength:
            throw vectorError(opcode, operands, .vector, first.isVector ? first.length : 0)
        case .bytevectorRef, .bytevectorSet, .bytevectorLength:
            throw vectorError(opcode, operands, .bytevector, first.isBytevector ? first.byteCount : 0)
        case .stringRef, .stringLength:
            throw vectorError(opcode, operands, .string, first.isString ? first.stringLength : 0)
        case .characterEqual, .characterLess, .characterLessOrEqual, .unlessCharacterEqual, .unlessCharacterLess,
            .unlessCharacterLessOrEqual, .unlessCharacterEqualImmediate:
            throw wrongType(first.isCharacter ? operands[1] : first, 0, "char->integer")
        case .characterToInteger: throw wrongType(first, 0, "char->integer")
        case .integerToCharacter:
            guard first.isFixnum else { throw wrongType(first, 0, "integer->char") }
            guard let character = CharacterCodePrimitives.character(first.fixnum) else {
                throw badRange(first, 0, "integer->char")
            }
            return character
        default: throw simpleError("No slow path for instruction:", heap.intern(opcode.row.name))
        }
    }

    private func pairAccess(_ opcode: Opcode, _ object: Value) throws(Signal) -> Value {
        // From the right: the letters between c and r.
        var value = object
        let letters = opcode.row.name.dropFirst().dropLast()
        for letter in letters.reversed() {
            guard value.isPair else {
                if letters.count == 1 { throw wrongType(object, 0, opcode.row.name) }
                throw wrongType(value, nil, letter == "a" ? "safe-car" : "safe-cdr")
            }
            value = letter == "a" ? value.car : value.cdr
        }
        return value
    }

    private func vectorError(_ opcode: Opcode, _ operands: [Value], _ type: ObjectType, _ length: Int) -> Signal {
        let name = opcode == .vectorRefImmediate ? Opcode.vectorRef.row.name : opcode.row.name
        // The string procedures of MIT Scheme do not say which operand.
        let places: [Int?] = type == .string ? [nil, nil, nil] : [0, 1, 2]
        guard operands[0].isType(type), operands.count > 1 else { return wrongType(operands[0], places[0], name) }
        let index = operands[1]
        guard index.isExactInteger, type != .string || index.isFixnum && index.fixnum >= 0 else {
            return wrongType(index, places[1], name)
        }
        guard index.isFixnum, (0..<length).contains(index.fixnum) else { return badRange(index, places[1], name) }
        guard operands.count > 2, !operands[0].isImmutable else { return wrongType(operands[0], places[0], name) }
        return operands[2].isExactInteger
            ? badRange(operands[2], places[2], name) : wrongType(operands[2], places[2], name)
    }

    private func flonumOperation(_ opcode: Opcode, _ operands: [Value]) throws(Signal) -> Value {
        let name =
            switch opcode {
            case .flonumAdd: "flonum-add"
            case .flonumSubtract: "flonum-subtract"
            case .flonumMultiply: "flonum-multiply"
            default: "flonum-divide"
            }
        guard operands[0].isFlonum else { throw wrongType(operands[0], 0, name) }
        guard operands[1].isFlonum else { throw wrongType(operands[1], 1, name) }
        let (left, right) = (operands[0].double, operands[1].double)
        switch opcode {
        case .flonumAdd: return heap.flonum(left + right)
        case .flonumSubtract: return heap.flonum(left - right)
        case .flonumMultiply: return heap.flonum(left * right)
        default: return heap.flonum(left / right)
        }
    }
}
