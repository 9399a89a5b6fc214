extension FunctionCompiler {
    func compileLetrec(_ bindings: [Core.Binding], _ body: Core, _ context: Context, _ top: Int) {
        guard let first = bindings.first else { return compile(body, context, top) }
        let plan = shared.plans[ObjectIdentifier(first.variable)] ?? LetrecPlan()
        if plan.isLoop {
            compileLoops(bindings, body, context, top)
        } else {
            compileRecursive(bindings, plan, body, context, top)
        }
    }

    // MARK: Loops

    /// Procedures that are only called in tail position: their bodies stand in this frame, a call is a jump.
    private func compileLoops(_ bindings: [Core.Binding], _ body: Core, _ context: Context, _ top: Int) {
        var next = top
        if case .value(let slot) = context, slot >= next { next = slot + 1 }
        var loops: [(LoopLabel, Lambda)] = []
        for binding in bindings {
            guard case .lambda(let lambda) = binding.value else { continue }
            let label = LoopLabel(label: assembler.makeLabel(), parameters: lambda.required, firstSlot: next)
            for (index, parameter) in lambda.required.enumerated() {
                use(next + index)
                loopSlots.insert(next + index)
                locations[ObjectIdentifier(parameter)] = .slot(next + index)
            }
            locations[ObjectIdentifier(binding.variable)] = .label(label)
            next += lambda.required.count
            loops.append((label, lambda))
        }
        let end = assembler.makeLabel()
        compile(body, context, next)
        emitEnd(end, context)
        for (label, lambda) in loops {
            assembler.bind(label.label)
            boundLabels.insert(ObjectIdentifier(label))
            for (index, parameter) in lambda.required.enumerated() {
                boxIfNeeded(parameter, slot: label.firstSlot + index)
            }
            let scope = openScope(lambda.required.enumerated().map { (variable: $1, slot: label.firstSlot + $0) })
            compile(lambda.body, context, next)
            closeScope(scope)
            emitEnd(end, context)
        }
        assembler.bind(end)
    }

    private func emitEnd(_ end: Assembler.Label, _ context: Context) {
        if case .tail = context { return }
        assembler.emitJump(.jump, to: end)
    }

    /// A call of a loop: new values into its parameters' slots, then a jump.
    func compileLoopCall(_ loop: LoopLabel, _ operands: [Core], _ top: Int) {
        var moves: [(from: Int, to: Int)] = []
        var scratch = top
        for index in operands.indices.reversed() {
            let slot = loop.firstSlot + index
            if case .local(let variable) = operands[index], variable === loop.parameters[index], !isBoxed(variable) {
                continue
            }
            // The slot may be overwritten at once unless an operand still to come reads the old value.
            let parameter = loop.parameters[index]
            let isFree =
                !isBoxed(parameter)
                && !operands[..<index].contains { Mentions.contains($0, parameter) }
                && !moves.contains { $0.from == slot }
            if isFree {
                compile(operands[index], .value(slot), scratch)
            } else {
                use(scratch)
                compile(operands[index], .value(scratch), scratch + 1)
                moves.append((scratch, slot))
                scratch += 1
            }
        }
        for move in moves { assembler.emit(Instruction(.move, a: move.to, b: move.from)) }
        assembler.emitJump(boundLabels.contains(ObjectIdentifier(loop)) ? .loop : .jump, to: loop.label)
    }

    // MARK: Recursive procedures and other definitions

    private func compileRecursive(
        _ bindings: [Core.Binding], _ plan: LetrecPlan, _ body: Core, _ context: Context, _ start: Int
    ) {
        var top = start
        if case .value(let slot) = context, slot >= top { top = slot + 1 }
        boxed.formUnion(plan.checked)
        for (index, binding) in bindings.enumerated() {
            use(top + index)
            locations[ObjectIdentifier(binding.variable)] = .slot(top + index)
        }
        // Boxes must be there before any procedure is made that keeps them.
        for (index, binding) in bindings.enumerated() where isBoxed(binding.variable) {
            emitConstant(.unassigned, top + index)
            boxIfNeeded(binding.variable, slot: top + index)
        }
        let scratch = top + bindings.count
        var scopes: [Range<Int>] = []
        var index = 0
        while index < bindings.count {
            let first = index
            if bindings[index].isLambda {
                var end = index + 1
                while end < bindings.count && bindings[end].isLambda { end += 1 }
                compileProcedures(Array(bindings[index..<end]), firstSlot: top + index, scratch)
                index = end
            } else {
                let binding = bindings[index]
                if isBoxed(binding.variable) {
                    compile(binding.value, .value(scratch), scratch)
                    assembler.emit(Instruction(.boxSet, a: top + index, b: scratch))
                } else {
                    compile(binding.value, .value(top + index), scratch)
                }
                index += 1
            }
            scopes.append(openScope((first..<index).map { (variable: bindings[$0].variable, slot: top + $0) }))
        }
        compile(body, context, scratch)
        for scope in scopes { closeScope(scope) }
    }

    /// A run of procedures that may keep each other: all closures first, then what they keep.
    private func compileProcedures(_ bindings: [Core.Binding], firstSlot: Int, _ scratch: Int) {
        var made: [(slot: Int, free: [Variable])] = []
        for (index, binding) in bindings.enumerated() {
            guard case .lambda(let lambda) = binding.value else { continue }
            let inner = FunctionCompiler(shared: shared, parent: self)
            guard let code = inner.compileProcedure(lambda) else { return }
            let isInBox = isBoxed(binding.variable)
            let slot = isInBox ? scratch + index : firstSlot + index
            use(slot)
            emitClosure(code, count: inner.freeVariables.count, slot)
            made.append((slot, inner.freeVariables))
        }
        use(scratch + bindings.count)
        for (index, binding) in bindings.enumerated() where index < made.count {
            capture(made[index].free, made[index].slot)
            if isBoxed(binding.variable) {
                assembler.emit(Instruction(.boxSet, a: firstSlot + index, b: made[index].slot))
            }
        }
    }
}
