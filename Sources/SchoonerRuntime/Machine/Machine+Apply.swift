extension Machine {
    /// Calls the primitive in a frame. Zero, with the value in the state, or why the loop must be left.
    @inline(never)
    static func invoke(_ state: UnsafeMutableRawPointer, _ frame: Frame, _ count: Int) -> Int {
        state.machine.pointee.interpreter._withUnsafeGuaranteedRef { interpreter in
            let row = interpreter.primitives + (objectWords(frame[1])[1] &>> 1)
            guard count >= row.pointee.minimum && count <= row.pointee.maximum else { return Leave.apply }
            do throws(Signal) {
                state.machine.pointee.value = try row.pointee.call(
                    interpreter, Arguments(base: frame + 2, count: count))
                return 0
            } catch {
                interpreter.machine.pendingSignal = error
                return Leave.signal
            }
        }
    }

    /// Applies what stands in the saved frame: `[return address][procedure][arguments…]`. nil: go on executing.
    func applyFrame() -> Outcome? {
        while true {
            let frame = state.pointee.savedFrame
            let count = state.pointee.argumentCount
            let callee = Value(bits: frame[1])
            guard callee.isObject else { return inapplicable(frame, callee, count) }
            switch callee.type {
            case .closure:
                let code = callee.code
                let positional = code.codeRequired + code.codeOptional
                guard count >= code.codeRequired && (code.codeHasRest || count <= positional) else {
                    return wrongNumber(frame, callee, count)
                }
                state.pointee.savedProgramCounter = ProgramCounter(code.codeEntry)
                return nil
            case .primitive:
                let row = interpreter.primitives + callee[slot: 0].fixnum
                guard count >= row.pointee.minimum && count <= row.pointee.maximum else {
                    return wrongNumber(frame, callee, count)
                }
                guard reserve(count + 2, above: frame) else { return .aborted(.recursionTooDeep) }
                let frame = state.pointee.savedFrame
                let status = Machine.invoke(UnsafeMutableRawPointer(state), frame, count)
                if status == 0 { return returnValue(state.pointee.value, frame) }
                return handleLeave(status)
            case .continuation:
                let values = (0..<count).map { Value(bits: frame[2 + $0]) }
                if callee[slot: 4] == state.pointee.winders { return reinstate(callee, values) }
                let heap = interpreter.heap
                frame[1] = rewindProcedure.pointee.bits
                frame[2] = callee.bits
                frame[3] = heap.list(values).bits
                state.pointee.argumentCount = 2
            case .parameter:
                guard count == 0 else {
                    if count == 1 && callee[slot: 3].isType(.closure) {
                        // A setter of the prelude, which converts the value first.
                        guard reserve(4, above: frame) else { return .aborted(.recursionTooDeep) }
                        let frame = state.pointee.savedFrame
                        frame[3] = frame[2]
                        frame[2] = callee.bits
                        frame[1] = callee[slot: 3].bits
                        state.pointee.argumentCount = 2
                        continue
                    }
                    if count == 1 && callee[slot: 3].isTrue {
                        setParameter(callee, Value(bits: frame[2]))
                        return returnValue(.unspecific, frame)
                    }
                    return wrongNumber(frame, callee, count)
                }
                return returnValue(parameterValue(callee), frame)
            case .applyHook:
                frame[1] = callee[slot: 0].bits
            case .entity:
                guard reserve(count + 3, above: frame) else { return .aborted(.recursionTooDeep) }
                let frame = state.pointee.savedFrame
                var index = count
                while index > 0 {
                    frame[2 + index] = frame[1 + index]
                    index -= 1
                }
                frame[2] = callee.bits
                frame[1] = callee[slot: 0].bits
                state.pointee.argumentCount = count + 1
            case .record where callee[slot: 0].isType(.recordType) && interpreter.recordApplicator(callee).isTrue:
                let applicator = interpreter.recordApplicator(callee)
                guard reserve(count + 3, above: frame) else { return .aborted(.recursionTooDeep) }
                let frame = state.pointee.savedFrame
                var index = count
                while index > 0 {
                    frame[2 + index] = frame[1 + index]
                    index -= 1
                }
                frame[2] = callee.bits
                frame[1] = applicator.bits
                state.pointee.argumentCount = count + 1
            default:
                return inapplicable(frame, callee, count)
            }
        }
    }

    private func handleLeave(_ status: Int) -> Outcome? {
        status == Leave.signal ? signalled() : applyFrame()
    }

    /// Returns a value from the frame to its caller.
    func returnValue(_ value: Value, _ frame: Frame) -> Outcome? {
        let pc = ProgramCounter(bitPattern: frame[0]).unsafelyUnwrapped
        let call = Instruction(word: pc[-1])
        let caller = frame - call.a
        caller[call.c] = value.bits
        state.pointee.savedProgramCounter = pc
        state.pointee.savedFrame = caller
        return nil
    }

    /// Returns several values: as one object to a caller that takes them, else the first.
    func returnValues(_ values: [Value]) -> Outcome? {
        let frame = state.pointee.savedFrame
        let pc = ProgramCounter(bitPattern: frame[0]).unsafelyUnwrapped
        let takesAll = Instruction(word: pc[-1]).code == Opcode.callValues.rawValue
        return returnValue(interpreter.heap.package(values, takesAll: takesAll), frame)
    }

    private func wrongNumber(_ frame: Frame, _ callee: Value, _ count: Int) -> Outcome? {
        let operands = interpreter.heap.list((0..<count).map { Value(bits: frame[2 + $0]) })
        return raise(
            interpreter.condition(.wrongNumberOfArguments, callee, operands), continuable: false, frame)
    }

    private func inapplicable(_ frame: Frame, _ callee: Value, _ count: Int) -> Outcome? {
        // MIT Scheme's console-i/o-port is the port up to release 9 and a procedure that gives it from 10 on.
        if count == 0, callee.isPort, callee.portCore.kind == .console { return returnValue(callee, frame) }
        let operands = interpreter.heap.list((0..<count).map { Value(bits: frame[2 + $0]) })
        return raise(interpreter.condition(.inapplicableObject, callee, operands), continuable: false, frame)
    }

    // MARK: Parameters

    /// The binding of a parameter in the current dynamic environment: a box in an association list.
    func parameterValue(_ parameter: Value) -> Value {
        var bindings = state.pointee.parameters
        while bindings.isPair {
            if bindings.car.car == parameter { return bindings.car.cdr }
            bindings = bindings.cdr
        }
        return parameter[slot: 1]
    }

    func setParameter(_ parameter: Value, _ value: Value) {
        var bindings = state.pointee.parameters
        while bindings.isPair {
            if bindings.car.car == parameter { return interpreter.heap.setCdr(bindings.car, value) }
            bindings = bindings.cdr
        }
        interpreter.heap.set(parameter, slot: 1, value)
    }
}

extension Heap {
    /// Several values for a continuation: one object where it takes all of them, else the first (unspecific when none).
    func package(_ values: [Value], takesAll: Bool) -> Value {
        if values.count == 1 { return values[0] }
        if takesAll { return object(.multipleValues, slots: values) }
        return values.first ?? .unspecific
    }
}
