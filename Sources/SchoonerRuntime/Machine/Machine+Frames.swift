// The frames of the running thread as data, for the debugger.

extension Machine {
    /// The most frames that are described.
    static let describedFrames = 10_000

    /// The frames that wait for the frame's value, innermost first, each a vector: name or #f, file or #f, line, column,
    /// whether it is the library's, and an association list of the parameters with their values.
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
        let entry = interpreter.traceEntry(code, instruction: max(0, code.codeOffset(of: pc) - 1))
        let heap = interpreter.heap
        return heap.vector([
            code.codeName, entry.file.map { heap.string($0) } ?? .false, entry.line.map { Value(fixnum: $0) } ?? .false,
            entry.column.map { Value(fixnum: $0) } ?? .false, Value(entry.isLibrary), parameters(of: code, words),
        ])
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
            var value = Value(bits: words[slot])
            if value.isType(.box) { value = value[slot: 0] }
            if value.isType(.globalCell) { value = value[slot: CellLayout.value] }
            bindings.append(heap.cons(name.identifierSymbol, value))
            slot += 1
        }
        return heap.list(bindings)
    }
}
