/// Collects the instructions of one code object: labels, constants, source positions.
struct Assembler {
    /// A place in the code, known when it is bound.
    struct Label {
        fileprivate let index: Int
    }

    private struct Fixup {
        enum Field { case c, bc }
        var instruction: Int
        var label: Int
        var field: Field
    }

    private(set) var instructions: [Instruction] = []
    private(set) var constants: [Value] = []
    private var constantIndex: [Value: Int] = [:]
    private var labels: [Int] = []
    private var fixups: [Fixup] = []
    /// Instructions whose operand is a constant: its number becomes a distance at the end.
    private var constantUses: [(instruction: Int, constant: Int, field: ConstantField)] = []

    private enum ConstantField { case b, c, bc }
    var debug = DebugTable()

    var count: Int { instructions.count }

    mutating func emit(_ instruction: Instruction) { instructions.append(instruction) }

    mutating func makeLabel() -> Label {
        labels.append(-1)
        return Label(index: labels.count - 1)
    }

    mutating func bind(_ label: Label) {
        // A jump to the next instruction is no jump.
        if let last = fixups.last, last.label == label.index, last.instruction == instructions.count - 1,
            instructions[last.instruction].code == Opcode.jump.rawValue
        {
            for index in labels.indices where labels[index] == instructions.count { labels[index] -= 1 }
            instructions.removeLast()
            fixups.removeLast()
        }
        labels[label.index] = instructions.count
    }

    /// A jump whose target is the 32-bit field.
    mutating func emitJump(_ opcode: Opcode, a: Int = 0, to label: Label) {
        fixups.append(Fixup(instruction: instructions.count, label: label.index, field: .bc))
        instructions.append(Instruction(opcode, a: a, bc: 0))
    }

    /// A fused test whose target is the 16-bit field.
    mutating func emitBranch(_ opcode: Opcode, a: Int, b: Int, to label: Label) {
        fixups.append(Fixup(instruction: instructions.count, label: label.index, field: .c))
        instructions.append(Instruction(opcode, a: a, b: b))
    }

    /// A fused test of a slot against a constant.
    mutating func emitBranch(_ opcode: Opcode, a: Int, constant value: Value, to label: Label) {
        constantUses.append((instructions.count, constant(value), .b))
        emitBranch(opcode, a: a, b: 0, to: label)
    }

    mutating func constant(_ value: Value) -> Int {
        if let index = constantIndex[value] { return index }
        constants.append(value)
        constantIndex[value] = constants.count - 1
        return constants.count - 1
    }

    /// An instruction whose 32-bit field names a constant.
    mutating func emit(_ opcode: Opcode, x: Int = 0, a: Int, constant value: Value) {
        constantUses.append((instructions.count, constant(value), .bc))
        instructions.append(Instruction(opcode, x: x, a: a, bc: 0))
    }

    /// An instruction whose field `b` names a constant.
    mutating func emitShort(_ opcode: Opcode, x: Int, a: Int, c: Int, constant value: Value) {
        constantUses.append((instructions.count, constant(value), .b))
        instructions.append(Instruction(opcode, x: x, a: a, c: c))
    }

    /// An instruction made elsewhere whose field `b` names a constant.
    mutating func emit(_ instruction: Instruction, constantInB value: Value) {
        constantUses.append((instructions.count, constant(value), .b))
        instructions.append(instruction)
    }

    /// An instruction whose field `c` names a constant.
    mutating func emitLast(_ opcode: Opcode, x: Int, a: Int, b: Int, constant value: Value) {
        constantUses.append((instructions.count, constant(value), .c))
        instructions.append(Instruction(opcode, x: x, a: a, b: b))
    }

    /// Notes that the last instruction stands for a call of the cell's primitive, with as many operands in the text.
    mutating func noteSite(_ cell: Value, _ opcode: Opcode, isSwapped: Bool, operandCount: Int) {
        debug.sites.append(
            DebugTable.Site(
                instruction: instructions.count - 1, cell: constant(cell), opcode: opcode.rawValue,
                isSwapped: isSwapped,
                operandCount: operandCount))
    }

    mutating func notePosition(_ position: SourcePosition?) {
        guard let position else { return }
        debug.positions.append((instructions.count, position))
    }

    /// Resolves labels and constants; false when a distance does not fit its field.
    mutating func finish() -> Bool {
        for fixup in fixups {
            let distance = labels[fixup.label] - fixup.instruction - 1
            let word = instructions[fixup.instruction]
            switch fixup.field {
            case .c:
                guard Int(Int16(truncatingIfNeeded: distance)) == distance else { return false }
                instructions[fixup.instruction].word =
                    word.word & 0x0000_FFFF_FFFF_FFFF | UInt64(distance & 0xFFFF) << 48
            case .bc:
                instructions[fixup.instruction].word = word.word & 0xFFFF_FFFF | UInt64(distance & 0xFFFF_FFFF) << 32
            }
        }
        for use in constantUses {
            let distance = instructions.count + use.constant - use.instruction - 1
            let word = instructions[use.instruction].word
            switch use.field {
            case .b:
                guard distance <= 0xFFFF else { return false }
                instructions[use.instruction].word = word & ~0xFFFF_0000_0000 | UInt64(distance) << 32
            case .c:
                guard distance <= 0xFFFF else { return false }
                instructions[use.instruction].word = word & 0xFFFF_FFFF_FFFF | UInt64(distance) << 48
            case .bc:
                instructions[use.instruction].word = word & 0xFFFF_FFFF | UInt64(distance) << 32
            }
        }
        return true
    }
}
