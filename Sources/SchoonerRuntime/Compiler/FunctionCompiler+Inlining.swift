// Calls of small global procedures, whose code is copied into the caller's frame while their names keep their meaning.

extension FunctionCompiler {
    /// A call that stands behind the procedure's code, for the day when the inlined procedure is redefined.
    struct Fallback {
        let end: Assembler.Label
        let region: Int
        let cell: Value
        /// Moves of arguments that stayed in their variables' slots.
        let moves: [(to: Int, from: Int)]
        let count: Int
        let top: Int
        let context: Context
        let position: SourcePosition?
        let scope: [(variable: Variable, slot: Int)]
        let lastCalls: [LastCall]
    }

    /// A call that is the last deed of an inlined procedure, but not the last word of its code.
    struct LastCall {
        let label: Assembler.Label
        let end: Assembler.Label
        let cell: Value
        let count: Int
        let top: Int
        let destination: Int
    }

    /// Copies the code of the procedure that the global variable now names; false when it is to be called.
    func compileInlineCall(
        _ reference: GlobalReference, _ operands: [Core], _ position: SourcePosition?, _ context: Context, _ top: Int
    ) -> Bool {
        guard !shared.isLarge, assembler.count < 8000, !isRaiser(reference.cell),
            let plan = InlinePlan(reference.cell[slot: CellLayout.value], argumentCount: operands.count)
        else { return false }
        let base = top
        let argument = base + 2
        // Where each of the procedure's slots is; its temporaries stand behind the base.
        var slots = (0..<max(plan.code.codeFrameWords, 2 + operands.count)).map { base + $0 }
        var moves: [(to: Int, from: Int)] = []
        for (index, core) in operands.enumerated() where plan.mayStay[index] {
            guard case .local(let variable) = core, !isBoxed(variable), case .slot(let slot) = location(of: variable)
            else { continue }
            slots[2 + index] = slot
            moves.append((to: argument + index, from: slot))
        }
        guard let words = relocate(plan, slots, base: base, target: inlineTarget(context, top)) else { return false }
        use(base + slots.count)
        for index in operands.indices.reversed() where slots[2 + index] == argument + index {
            compile(operands[index], .value(argument + index), argument + operands.count)
        }
        markAssumed(reference.cell)
        let destination = target(context, top)
        let end = assembler.makeLabel()
        var lastCalls: [LastCall] = []
        let start = assembler.count
        assembler.notePosition(position ?? reference.position)
        emit(plan, words, destination, end, context, &lastCalls)
        assembler.debug.inlined.append(
            DebugTable.Inlined(
                words: start..<assembler.count, base: base, isTail: isTail(context), fallback: 0, resume: 0,
                closure: plan.closure, cell: reference.cell, parameters: (0..<operands.count).map { slots[2 + $0] }))
        assembler.bind(end)
        fallbacks.append(
            Fallback(
                end: end, region: assembler.debug.inlined.count - 1, cell: reference.cell, moves: moves,
                count: operands.count, top: top, context: isTail(context) ? .tail : .value(destination),
                position: position ?? reference.position, scope: openVariables,
                lastCalls: lastCalls))
        return true
    }

    private func isTail(_ context: Context) -> Bool {
        if case .tail = context { return true }
        return false
    }

    /// The slot that takes the value; nil when the value is returned.
    private func inlineTarget(_ context: Context, _ top: Int) -> Int? {
        switch context {
        case .value(let slot): slot
        case .effect: top
        case .tail: nil
        }
    }

    /// The words with their slots in the caller's frame; nil when one does not fit its field.
    private func relocate(_ plan: InlinePlan, _ slots: [Int], base: Int, target: Int?) -> [Instruction]? {
        var words: [Instruction] = []
        for (index, word) in plan.words.enumerated() {
            let opcode = plan.opcodes[index]
            var (x, a, b, c) = (word.x, word.a, word.b, word.c)
            if let own = word.target(opcode), own < slots.count, opcode != .callGlobal { a = slots[own] }
            // What is returned next goes straight to its place.
            if let target, index + 1 < plan.words.count, plan.isPlainReturn(index + 1) { a = target }
            switch opcode.row.format {
            case .ab: b = slots[b]
            case .abc:
                b = slots[b]
                switch opcode {
                case .addImmediate, .subtractImmediate, .vectorRefImmediate: break
                case .vectorSet, .bytevectorSet:
                    let distance = slots[word.a + word.signedX] - a
                    guard (-128...127).contains(distance) else { return nil }
                    x = distance & 0xFF
                    c = slots[c]
                default: c = slots[c]
                }
            case .record:
                if opcode == .recordSet { a = slots[a] }
                b = opcode == .makeRecord && x == 0 ? 0 : slots[b]
            case .a, .aJump, .aImmediateJump, .aConstantJump: a = slots[a]
            case .abJump:
                a = slots[a]
                b = slots[b]
            case .callGlobal: a = base + word.a
            default: break
            }
            words.append(Instruction(opcode, x: x, a: a, b: b, c: c))
            if opcode == .returnConstant, target != nil, index + 1 < plan.words.count,
                Int(Int16(truncatingIfNeeded: word.bc)) != word.bc
            {
                return nil
            }
        }
        return words
    }

    private func emit(
        _ plan: InlinePlan, _ words: [Instruction], _ destination: Int, _ end: Assembler.Label, _ context: Context,
        _ lastCalls: inout [LastCall]
    ) {
        let sites = Dictionary(grouping: DebugTable.sites(of: plan.code)) { $0.instruction - 1 }
        let inner = Dictionary(grouping: DebugTable.inlined(in: plan.code)) { $0.words.lowerBound - 1 }
        for (index, word) in words.enumerated() {
            let opcode = plan.opcodes[index]
            let isLast = index == words.count - 1
            func constant(_ distance: Int) -> Value {
                plan.code.codeConstant(index + 2 + distance - plan.code.codeInstructionCount)
            }
            switch opcode.row.format {
            case .aConstant: assembler.emit(opcode, a: word.a, constant: constant(word.bc))
            case .aConstantJump: assembler.emit(word, constantInB: constant(word.b))
            case .record: assembler.emitLast(opcode, x: word.x, a: word.a, b: word.b, constant: constant(word.c))
            case .callGlobal:
                if opcode == .callGlobal {
                    assembler.emit(Instruction(.leaveInline))
                } else if case .tail = context {
                    assembler.emitShort(.tailCallGlobal, x: word.x, a: word.a, c: 0, constant: constant(word.b))
                } else if isLast {
                    assembler.emitShort(.callGlobal, x: word.x, a: word.a, c: destination, constant: constant(word.b))
                } else {
                    // A call must be followed by a way on, for which the copy has no word.
                    let label = assembler.makeLabel()
                    assembler.emitJump(.jump, to: label)
                    lastCalls.append(
                        LastCall(
                            label: label, end: end, cell: constant(word.b), count: word.x, top: word.a,
                            destination: destination))
                }
            default:
                if case .tail = context {
                    assembler.emit(word)
                } else {
                    emitReturning(plan, index, word, destination, end)
                }
            }
            for site in sites[index] ?? [] {
                let cell = plan.code.codeConstant(site.cell)
                markAssumed(cell)
                assembler.noteSite(
                    cell, Opcode(rawValue: site.opcode) ?? opcode, isSwapped: site.isSwapped,
                    operandCount: site.operandCount)
            }
            for region in inner[index] ?? [] {
                markAssumed(region.cell)
                assembler.noteSite(region.cell, .leaveInline, isSwapped: false, operandCount: 0)
            }
        }
    }

    /// A word of a procedure whose value the caller goes on with.
    private func emitReturning(
        _ plan: InlinePlan, _ index: Int, _ word: Instruction, _ destination: Int, _ end: Assembler.Label
    ) {
        let isLast = index == plan.words.count - 1
        switch plan.opcodes[index] {
        case .return where plan.isPlainReturn(index):
            if !isLast { assembler.emitJump(.jump, to: end) }
        case .return:
            if isLast {
                assembler.emit(Instruction(.move, a: destination, b: word.a))
            } else {
                assembler.emitBranch(.moveJump, a: destination, b: word.a, to: end)
            }
        case .returnConstant:
            if isLast {
                assembler.emit(Instruction(.immediate, a: destination, bc: word.bc))
            } else {
                assembler.emitBranch(.immediateJump, a: destination, b: word.bc & 0xFFFF, to: end)
            }
        default: assembler.emit(word)
        }
    }

    /// Emits the calls that take the place of inlined procedures when those are redefined.
    func emitFallbacks() {
        for fallback in fallbacks {
            let scope = openScope(fallback.scope)
            for call in fallback.lastCalls {
                assembler.bind(call.label)
                assembler.notePosition(fallback.position)
                emitGlobalCall(call.cell, count: call.count, top: call.top, .value(call.destination))
                assembler.emitJump(.jump, to: call.end)
            }
            let start = assembler.count
            assembler.notePosition(fallback.position)
            for move in fallback.moves { assembler.emit(Instruction(.move, a: move.to, b: move.from)) }
            emitGlobalCall(fallback.cell, count: fallback.count, top: fallback.top, fallback.context)
            assembler.debug.inlined[fallback.region].fallback = start
            assembler.debug.inlined[fallback.region].resume = assembler.count
            if case .tail = fallback.context {} else { assembler.emitJump(.jump, to: fallback.end) }
            closeScope(scope)
        }
        fallbacks = []
    }
}
