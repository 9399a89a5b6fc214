/// Whether and how the code of a global procedure may stand in its caller's frame.
///
/// The copy has a word for each of the code's, in the same order and with the same slots behind some base, so that wherever it cannot
/// go on the machine makes the frame that a call would have made and continues in the procedure itself (`Machine+Inlining.swift`).
/// That is why only procedures qualify that keep nothing in a closure and whose calls, but for those that raise, are their last deed.
struct InlinePlan {
    let closure: Value
    let code: Value
    /// The instructions behind the entry.
    let words: [Instruction]
    let opcodes: [Opcode]
    /// Words that a jump leads to.
    let targets: Set<Int>
    /// Parameters that may stay in the slots of the caller's variables.
    let mayStay: [Bool]

    /// Procedures with more words are called.
    static let mostWords = 14

    /// - Parameter argumentCount: how many arguments the call passes.
    init?(_ closure: Value, argumentCount: Int) {
        guard closure.isType(.closure), closure.length == 1, argumentCount <= 8 else { return nil }
        let code = closure.code
        let count = code.codeInstructionCount - 1
        guard code.codeRequired == argumentCount, code.codeOptional == 0, !code.codeHasRest,
            (1...InlinePlan.mostWords).contains(count), code.codeFrameWords < 64,
            code.codeInstruction(0).opcode == .enterFixed
        else { return nil }
        self.closure = closure
        self.code = code
        words = (1...count).map { code.codeInstruction($0) }
        var opcodes: [Opcode] = []
        var targets: Set<Int> = []
        var mayStay = [Bool](repeating: true, count: argumentCount)
        for (index, word) in words.enumerated() {
            guard let opcode = word.opcode, opcode.mayBeInlined else { return nil }
            opcodes.append(opcode)
            if let distance = word.jumpDistance(opcode) {
                // A jump to the first word, which a redefinition overwrites, would lead astray.
                guard index + 1 + distance > 0 else { return nil }
                targets.insert(index + 1 + distance)
            }
            if let written = word.target(opcode), (2..<2 + argumentCount).contains(written) {
                mayStay[written - 2] = false
            }
            if opcode == .makeRecord {
                // The fields must be adjacent.
                for slot in word.b..<word.b + word.x where (2..<2 + argumentCount).contains(slot) {
                    mayStay[slot - 2] = false
                }
            }
            if opcode == .callGlobal {
                // Only the call that raises, whose frame stays for the report.
                guard index + 1 < count, words[index + 1].opcode == .return, words[index + 1].a == word.c else {
                    return nil
                }
            }
        }
        guard let last = opcodes.last, last.endsProcedure else { return nil }
        self.opcodes = opcodes
        self.targets = targets
        self.mayStay = mayStay
    }

    /// Whether the word is a `return` of what the word before has computed, and nothing else.
    func isPlainReturn(_ index: Int) -> Bool {
        guard index > 0, opcodes[index] == .return, !targets.contains(index), opcodes[index - 1] != .callGlobal else {
            return false
        }
        return words[index - 1].target(opcodes[index - 1]) == words[index].a
    }
}

extension Opcode {
    /// Whether an instruction may be copied into a caller's frame.
    fileprivate var mayBeInlined: Bool {
        switch self {
        case .free, .makeBox, .boxRef, .boxRefChecked, .boxSet, .freeBoxRef, .freeBoxRefChecked, .freeBoxSet,
            .checkAssigned, .setGlobal, .defineGlobal, .makeClosure, .closureSet, .enterFixed, .enterVariable, .call,
            .callValues, .tailCall, .underflow, .resumeInline, .applyValues, .callInlined, .makeEnvironment, .applyList,
            .giveValues, .moveJump, .immediateJump, .leaveInline:
            return false
        default: return true
        }
    }

    fileprivate var endsProcedure: Bool {
        self == .return || self == .returnConstant || self == .tailCallGlobal
    }
}

extension Instruction {
    /// How far behind the next word the instruction may jump; nil when it does not.
    func jumpDistance(_ opcode: Opcode) -> Int? {
        switch opcode.row.format {
        case .jump: bc
        case .aJump: opcode.isFusedBranch ? signedC : bc
        case .abJump, .aImmediateJump, .aConstantJump: signedC
        default: nil
        }
    }

    /// The slot that the instruction gives a value, of those that may be inlined; nil when there is none.
    func target(_ opcode: Opcode) -> Int? {
        switch opcode.row.format {
        case .ab, .abc, .aConstant, .aImmediate: opcode == .returnConstant ? nil : a
        case .record: opcode == .recordSet ? nil : a
        case .callGlobal: opcode == .callGlobal ? c : nil
        default: nil
        }
    }
}
