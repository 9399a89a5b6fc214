// The frames of the running thread as data, for the debugger.

extension Machine {
    /// The most frames that are described.
    static let describedFrames = 10_000

    /// The frames that wait for the frame's value, innermost first, each a vector: name or #f, file or #f, line, column,
    /// whether it is the library's, an association list of the parameters with their values, and one of the other variables
    /// that the frame sees, the innermost first.
    func describeFrames(above frame: Frame) -> Value {
        let pc = ProgramCounter(bitPattern: frame[0]).unsafelyUnwrapped
        let caller = pc == bottomReturn ? nil : frame - distanceToCaller(frame, returningTo: pc)
        var descriptions: [Value] = []
        walk(from: caller, pc) { closure, pc, words in
            if closure.isType(.closure) && closure != state.pointee.adapterClosure {
                descriptions.append(description(of: closure, pc, words))
            }
            return descriptions.count < Machine.describedFrames
        }
        return interpreter.heap.list(descriptions)
    }

    private func description(of closure: Value, _ pc: ProgramCounter, _ words: UnsafePointer<Int>) -> Value {
        let code = closure.code
        let instruction = max(0, code.codeOffset(of: pc) - 1)
        let entry = interpreter.traceEntry(code, instruction: instruction)
        let heap = interpreter.heap
        return heap.vector([
            code.codeName, entry.file.map { heap.string($0) } ?? .false, entry.line.map { Value(fixnum: $0) } ?? .false,
            entry.column.map { Value(fixnum: $0) } ?? .false, Value(entry.isLibrary), parameters(of: code, words),
            variables(of: closure, at: instruction, words),
        ])
    }

    /// The variables of `let` and internal definitions, which stand in slots, and those that the closure keeps. An inner one
    /// hides others of its name.
    private func variables(of closure: Value, at instruction: Int, _ words: UnsafePointer<Int>) -> Value {
        let heap = interpreter.heap
        let locals = DebugTable.locals(in: closure.code, at: instruction).reversed()
            .map { (name: $0.name, value: Value(bits: words[$0.slot])) }
        let kept = DebugTable.freeNames(of: closure.code).enumerated()
            .map { (name: $1, value: closure[slot: 1 + $0]) }
        var seen: Set<Value> = []
        var bindings: [Value] = []
        for (name, value) in locals + kept where name.isSymbol && seen.insert(name).inserted {
            let value = contents(of: value)
            if value != .unassigned { bindings.append(heap.cons(name, value)) }
        }
        return heap.list(bindings)
    }

    /// The value of a variable that may live in a box, or in the cell of a first-class environment.
    private func contents(of value: Value) -> Value {
        if value.isType(.box) { return value[slot: 0] }
        return value.isType(.globalCell) ? value[slot: CellLayout.value] : value
    }

    /// The parameters stand in the frame's first slots for as long as the procedure runs.
    private func parameters(of code: Value, _ words: UnsafePointer<Int>) -> Value {
        let source = code[slot: CodeLayout.source]
        guard source.isPair else { return .null }
        let heap = interpreter.heap
        var bindings: [Value] = []
        var formals = source.car
        var slot = 2
        while formals.isPair || formals.isIdentifier {
            let name = formals.isPair ? formals.car : formals
            formals = formals.isPair ? formals.cdr : .null
            guard name.isIdentifier else { continue }
            bindings.append(heap.cons(name.identifierSymbol, contents(of: Value(bits: words[slot]))))
            slot += 1
        }
        return heap.list(bindings)
    }
}
