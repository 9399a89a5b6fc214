// Global variables away from the fast path: unbound names, definitions, and the re-linking of code that assumed a value.

extension Machine {
    /// A `global`, `call-global`, `set-global` or `define-global` instruction needs help; the saved program counter is behind it.
    func handleGlobalSlowly() -> Outcome? {
        if leaveInlinedCode() { return nil }
        let pc = state.pointee.savedProgramCounter
        let frame = state.pointee.savedFrame
        let word = Instruction(word: pc[-1])
        let isCall = word.code == Opcode.callGlobal.rawValue || word.code == Opcode.tailCallGlobal.rawValue
        let distance = isCall ? word.b : word.bc
        var cell = Value(bits: constant(pc, distance))
        switch word.opcode {
        case .defineGlobal:
            let value = Value(bits: frame[word.a])
            define(cell, value)
            frame[word.a] = cell[slot: CellLayout.name].bits
            return nil
        case .setGlobal:
            if cell[slot: CellLayout.value] == .unbound, let better = rebind(cell, in: Value(bits: frame[1])) {
                cell = better
            }
            if cell[slot: CellLayout.value] == .unbound { return findInLibrary(cell, word, retryAt: pc - 1) }
            if word.x != 0 {
                let old = cell[slot: CellLayout.value]
                let isHidden = old == .unassigned && word.x != OldValue.evenUnassigned
                frame[word.a + 1] = (isHidden ? .unspecific : old).bits
            }
            interpreter.assign(cell, Value(bits: frame[word.a]))
            return nil
        default:
            if rebind(cell, in: Value(bits: frame[1])) != nil {
                state.pointee.savedProgramCounter = pc - 1
                return nil
            }
            return findInLibrary(cell, word, retryAt: pc - 1)
        }
    }

    /// The cell of a name without a value: the library that has the name is loaded, or an error it is.
    private func findInLibrary(_ cell: Value, _ word: Instruction, retryAt pc: ProgramCounter) -> Outcome? {
        do throws(Signal) {
            if try loadFromLibrary(cell) {
                state.pointee.savedProgramCounter = pc
                return nil
            }
        } catch {
            switch error {
            case .raise(let object), .raiseContinuable(let object), .unhandled(let object):
                return raiseInside(object, word)
            case .abort(let abort): return .aborted(abort)
            case .exit(let code): return .exit(code)
            default: break
            }
        }
        return missing(cell, word)
    }

    /// An unbound cell whose name a parent environment has come to bind: makes the code use that cell.
    func rebind(_ cell: Value, in closure: Value) -> Value? {
        let heap = interpreter.heap
        let environment = cell[slot: CellLayout.environment]
        guard cell[slot: CellLayout.value] == .unbound, environment.isType(.environment),
            let better = heap.lookUpCell(environment, cell[slot: CellLayout.name]), better != cell,
            !better[slot: CellLayout.value].isType(.macro)
        else { return nil }
        interpreter.addCellFlag(better, CellLayout.inherited)
        interpreter.replaceConstants(of: closure.code, cell, by: better)
        return better
    }

    /// An unbound cell whose name stands for something in a library that is loaded on demand: loads it.
    private func loadFromLibrary(_ cell: Value) throws(Signal) -> Bool {
        let environment = cell[slot: CellLayout.environment]
        let name = cell[slot: CellLayout.name]
        guard kindOfMissing(cell) == .unboundVariable, environment.isType(.environment),
            try interpreter.loadGlobal(name, seenFrom: environment),
            let found = interpreter.heap.lookUpCell(environment, name)
        else { return false }
        return found[slot: CellLayout.value] != .unbound
    }

    private func missing(_ cell: Value, _ word: Instruction) -> Outcome? {
        raiseInside(conditionOfMissing(cell), word)
    }

    /// Raises the object in place of the instruction; what a restart gives is the value of the variable.
    private func raiseInside(_ condition: Value, _ word: Instruction) -> Outcome? {
        noteBacktraceInside(condition)
        guard raiseProcedure.pointee.isTrue else { return .failed(condition) }
        guard word.opcode == .callGlobal || word.opcode == .tailCallGlobal else {
            return applyForInstruction(word, .move, raiseProcedure.pointee, [condition, .false])
        }
        // The call goes to the prelude's substitute, which raises and applies what a restart gives instead.
        let frame = state.pointee.savedFrame
        let callee = frame + word.a
        var index = word.x
        while index > 0 {
            callee[2 + index] = callee[1 + index]
            index -= 1
        }
        callee[1] = substituteProcedure.pointee.bits
        callee[2] = condition.bits
        state.pointee.argumentCount = word.x + 1
        if word.opcode == .callGlobal {
            callee[0] = Int(bitPattern: state.pointee.savedProgramCounter)
            state.pointee.savedFrame = callee
        } else {
            moveDown(frame, callee, word.x + 1)
        }
        return applyFrame()
    }

    /// The condition of using a variable that has no value.
    func conditionOfMissing(_ cell: Value) -> Value {
        interpreter.condition(kindOfMissing(cell), cell[slot: CellLayout.environment], cell[slot: CellLayout.name])
    }

    /// What is wrong with a variable that has no value: its name may have become a keyword.
    private func kindOfMissing(_ cell: Value) -> StandardCondition {
        if cell[slot: CellLayout.value] == .unassigned { return .unassignedVariable }
        let environment = cell[slot: CellLayout.environment]
        guard environment.isType(.environment),
            let meaning = interpreter.heap.lookUpCell(environment, cell[slot: CellLayout.name]),
            meaning[slot: CellLayout.value].isType(.macro)
        else { return .unboundVariable }
        return .macroBinding
    }

    private func define(_ cell: Value, _ value: Value) { interpreter.define(cell, value) }
}

extension Interpreter {
    /// Gives a global cell a new value, and re-links code that assumed the old one.
    package func assign(_ cell: Value, _ value: Value) {
        let flags = cell[slot: CellLayout.flags].fixnum
        heap.set(cell, slot: CellLayout.value, value)
        if flags >> CellLayout.inlineShift != 0 || flags & CellLayout.assumed != 0 {
            heap.set(cell, slot: CellLayout.flags, Value(fixnum: flags & CellLayout.inherited))
            for code in heap.codeObjects { patchSites(of: code, cell) }
        }
    }

    /// Defines a cell's variable: like `assign`, and code of the environment that used a parent's variable of that name
    /// uses this one from now on.
    package func define(_ cell: Value, _ value: Value) {
        if cell[slot: CellLayout.value] == .unbound { replaceInherited(by: cell) }
        assign(cell, value)
    }

    /// Takes its value from the variable of that name that code of the environment uses: its own, imported or inherited.
    package func forsakeVariable(_ environment: Value, _ symbol: Value) {
        guard let own = heap.ownCell(environment, symbol) else {
            return replaceInherited(by: heap.object(.globalCell, .unbound, symbol, environment, .zero))
        }
        if own[slot: CellLayout.environment] != environment {
            relink(environment, own, to: heap.object(.globalCell, .unbound, symbol, environment, .zero))
        } else if own[slot: CellLayout.value] == .unbound {
            replaceInherited(by: own)
        } else {
            assign(own, .unbound)
        }
    }

    /// Code of the cell's environment that used a parent's variable of its name uses the cell from now on.
    private func replaceInherited(by cell: Value) {
        let environment = cell[slot: CellLayout.environment]
        let parent = environment.isType(.environment) ? environment[slot: EnvironmentLayout.parent] : .false
        guard parent.isType(.environment), let hidden = heap.lookUpCell(parent, cell[slot: CellLayout.name]),
            hidden[slot: CellLayout.flags].fixnum & CellLayout.inherited != 0
        else { return }
        relink(environment, hidden, to: cell)
    }

    /// Makes code that sees the environment's bindings use one cell in place of another.
    func relink(_ environment: Value, _ old: Value, to new: Value) {
        for code in heap.codeObjects where sees(environment, code) {
            patchSites(of: code, old)
            replaceConstants(of: code, old, by: new)
        }
    }

    /// Whether code compiled in its environment sees bindings of `environment`.
    private func sees(_ environment: Value, _ code: Value) -> Bool {
        var current = code[slot: CodeLayout.environment]
        while current.isType(.environment) {
            if current == environment { return true }
            current = current[slot: EnvironmentLayout.parent]
        }
        return false
    }

    package func addCellFlag(_ cell: Value, _ flag: Int) {
        heap.set(cell, slot: CellLayout.flags, Value(fixnum: cell[slot: CellLayout.flags].fixnum | flag))
    }

    /// Turns the inlined uses of a cell's primitive into calls.
    private func patchSites(of code: Value, _ cell: Value) {
        for site in DebugTable.sites(of: code) where code.codeConstant(site.cell) == cell {
            let place = code.codeEntry + site.instruction
            // The first word of an inlined procedure that was redefined leads to the call.
            if place.pointee & 0xFF == UInt64(Opcode.jump.rawValue) { continue }
            place.pointee = place.pointee & ~0xFF | UInt64(Opcode.callInlined.rawValue)
        }
        patchInlined(of: code, cell)
    }

    func replaceConstants(of code: Value, _ old: Value, by new: Value) {
        let start = code.words + (CodeLayout.entryWord + code.codeInstructionCount)
        for index in 0..<code.codeConstantCount where start[index] == old.bits {
            start[index] = new.bits
            heap.registers.pointee.barrier(container: code.bits, slot: start + index, value: new.bits)
        }
    }
}

extension Heap {
    /// Every code object that no collection has freed.
    var codeObjects: [Value] {
        var found = pinned.filter { Header.typeCode($0.pointee) == ObjectType.code.rawValue }
            .map { Value(address: Int(bitPattern: $0), tag: Tag.object) }
        image.forEachObject { if $0.isType(.code) { found.append($0) } }
        return found
    }
}
