/// Listings of code objects: for people who read what the compiler made of their program.
package struct Disassembler {
    private let describe: (Value) -> String

    /// - Parameter describe: how a constant is written.
    package init(describe: @escaping (Value) -> String) { self.describe = describe }

    /// The listing of a code object and, after it, of the code of the closures it makes.
    package func listing(of code: Value) -> String {
        var text = ""
        var pending = [code]
        while let code = pending.popLast() {
            let name = code.codeName.isSymbol ? code.codeName.symbolText : "(anonymous)"
            text += "\(name): \(code.codeRequired) required, \(code.codeOptional) optional"
            text += code.codeHasRest ? ", rest" : ""
            text += "; frame of \(code.codeFrameWords) words\n"
            for index in 0..<code.codeInstructionCount { text += line(code, index) }
            for index in 0..<code.codeConstantCount {
                let constant = code.codeConstant(index)
                if constant.isType(.code) { pending.append(constant) }
                if constant.isType(.closure) { pending.append(constant.code) }
            }
            if !pending.isEmpty { text += "\n" }
        }
        return text
    }

    private func line(_ code: Value, _ index: Int) -> String {
        let word = code.codeInstruction(index)
        guard let opcode = word.opcode else { return "" }
        var line = pad(String(index), 5) + "  " + opcode.row.name
        let operands = self.operands(code, index, opcode, word)
        if !operands.isEmpty { line += String(repeating: " ", count: max(1, 24 - line.count)) + operands }
        if let position = DebugTable.position(in: code, instruction: index), isCall(opcode) {
            line += String(repeating: " ", count: max(1, 56 - line.count)) + "; \(position.line):\(position.column)"
        }
        return line + "\n"
    }

    private func isCall(_ opcode: Opcode) -> Bool {
        opcode.row.format == .call || opcode.row.format == .callGlobal
    }

    private func operands(_ code: Value, _ index: Int, _ opcode: Opcode, _ word: Instruction) -> String {
        func constant(_ distance: Int) -> String {
            let number = index + 1 + distance - code.codeInstructionCount
            guard number >= 0 && number < code.codeConstantCount else { return "?" }
            let value = code.codeConstant(number)
            return value.isType(.globalCell) ? describe(value[slot: CellLayout.name]) : describe(value)
        }
        switch opcode.row.format {
        case .none: return ""
        case .a: return "\(word.a)"
        case .ab: return "\(word.a) \(word.b)"
        case .abc:
            let isImmediate = opcode == .addImmediate || opcode == .subtractImmediate || opcode == .vectorRefImmediate
            return "\(word.a) \(word.b) " + (isImmediate ? "#\(word.signedC)" : "\(word.c)")
        case .aConstant: return "\(word.a) " + constant(word.bc)
        case .aImmediate: return "\(word.a) " + describe(Value(bits: word.bc))
        case .aIndex: return "\(word.a) [\(word.b)]"
        case .constantOnly: return constant(word.bc)
        case .record: return "\(word.a) \(word.b) [\(word.x)] " + constant(word.c)
        case .jump: return "-> \(index + 1 + word.bc)"
        case .aJump: return "\(word.a) -> \(index + 1 + (opcode.isFusedBranch ? word.signedC : word.bc))"
        case .abJump: return "\(word.a) \(word.b) -> \(index + 1 + word.signedC)"
        case .aImmediateJump: return "\(word.a) #\(word.signedB) -> \(index + 1 + word.signedC)"
        case .aConstantJump: return "\(word.a) \(constant(word.b)) -> \(index + 1 + word.signedC)"
        case .call: return "\(word.c) <- \(word.a) (\(word.x))"
        case .callGlobal: return "\(word.c) <- \(word.a) " + constant(word.b) + " (\(word.x))"
        case .entry: return "\(word.a) +\(word.c)\(word.x != 0 ? " rest" : "") frame \(word.b)"
        }
    }

    private func pad(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
