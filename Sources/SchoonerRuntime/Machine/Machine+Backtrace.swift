extension Machine {
    static let backtraceLength = 24

    /// Gives a condition, if it has none yet, the frames that wait for the frame's value.
    func noteBacktrace(_ object: Value, above frame: Frame) {
        guard object.isType(.condition), object[slot: ConditionLayout.backtrace].isNull else { return }
        let pc = ProgramCounter(bitPattern: frame[0]).unsafelyUnwrapped
        let caller = frame - (pc == bottomReturn ? 0 : distanceToCaller(frame, returningTo: pc))
        record(object, pc == bottomReturn ? nil : caller, pc)
    }

    /// The same for an instruction of the saved frame.
    func noteBacktraceInside(_ object: Value) {
        guard object.isType(.condition), object[slot: ConditionLayout.backtrace].isNull else { return }
        record(object, state.pointee.savedFrame, state.pointee.savedProgramCounter)
    }

    private func record(_ condition: Value, _ frame: Frame?, _ pc: ProgramCounter) {
        var entries: [Value] = []
        entries.reserveCapacity(16)
        walk(from: frame, pc) { closure, pc, _ in
            if closure.isType(.closure) && closure != state.pointee.adapterClosure {
                entries.append(closure.code)
                entries.append(Value(fixnum: max(0, closure.code.codeOffset(of: pc) - 1)))
            }
            return entries.count < Machine.backtraceLength * 2
        }
        interpreter.heap.set(condition, slot: ConditionLayout.backtrace, interpreter.heap.vector(entries))
    }

    /// Visits the frames from the given one (or from the captured stack) outwards: closure, where it goes on, its words.
    func walk(
        from start: Frame?, _ pc: ProgramCounter, _ visit: (Value, ProgramCounter, UnsafePointer<Int>) -> Bool
    ) {
        var pc = pc
        if var frame = start {
            while true {
                if !visit(Value(bits: frame[1]), pc, frame) { return }
                pc = ProgramCounter(bitPattern: frame[0]).unsafelyUnwrapped
                if pc == bottomReturn { break }
                frame -= distanceToCaller(frame, returningTo: pc)
            }
        }
        var link = state.pointee.link
        while link.isType(.continuation), link[slot: ContinuationLayout.segment].isTrue {
            let words = UnsafePointer(link[slot: ContinuationLayout.segment].words + 1)
            pc = link.continuationResume
            var place = link[slot: ContinuationLayout.end].fixnum - Instruction(word: pc[-1]).a
            while true {
                if !visit(Value(bits: words[place + 1]), pc, words + place) { return }
                pc = ProgramCounter(bitPattern: words[place]).unsafelyUnwrapped
                if place <= 0 { break }
                place -= distanceToCaller(words + place, returningTo: pc)
            }
            link = link[slot: ContinuationLayout.next]
        }
    }
}

extension Interpreter {
    /// One line of a backtrace.
    package struct TraceEntry: Sendable {
        package var procedure: String
        package var file: String?
        package var line: Int?
        package var column: Int?
        /// Whether the procedure is of the library, not of the program.
        package var isLibrary = false

        package init(procedure: String, file: String?, line: Int?, column: Int?, isLibrary: Bool = false) {
            self.procedure = procedure
            self.file = file
            self.line = line
            self.column = column
            self.isLibrary = isLibrary
        }
    }

    /// The backtrace that a condition got when it was raised, innermost first.
    package func backtrace(of condition: Value) -> [TraceEntry] {
        guard condition.isType(.condition) else { return [] }
        let entries = condition[slot: ConditionLayout.backtrace]
        guard entries.isVector else { return [] }
        return stride(from: 0, to: entries.length - 1, by: 2).map { index in
            let code = entries[slot: index]
            if code.isString {
                // The place of a form that did not come to run.
                let place = entries[slot: index + 1].fixnum
                return TraceEntry(
                    procedure: "", file: code.swiftString, line: place >> 32, column: place & 0xFFFF_FFFF)
            }
            return traceEntry(code, instruction: entries[slot: index + 1].fixnum)
        }
    }

    /// Where an instruction of a code object comes from.
    func traceEntry(_ code: Value, instruction: Int) -> TraceEntry {
        let position = DebugTable.position(in: code, instruction: instruction)
        let file = DebugTable.file(of: code)
        let isEmbedded = file.isString && file.swiftString.hasPrefix(SchemeSources.root)
        return TraceEntry(
            procedure: code.codeName.isSymbol ? code.codeName.symbolText : "",
            file: file.isString ? file.swiftString : nil, line: position.map { Int($0.line) },
            column: position.map { Int($0.column) },
            isLibrary: isEmbedded || code[slot: CodeLayout.environment] == systemEnvironment)
    }
}
