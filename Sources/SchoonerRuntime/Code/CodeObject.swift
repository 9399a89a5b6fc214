/// What a code object says about itself beside its instructions.
package struct CodeDescription {
    /// A symbol, or #f.
    package var name: Value
    package var lambdaList = Value.null
    /// `[file, positions, sites]`, or #f; see `DebugTable`.
    package var debug = Value.false
    package var environment = Value.false
    package var source = Value.false
    /// Words of a frame, the two linkage words included.
    package var frameWords: Int
    package var required = 0
    package var optional = 0
    package var hasRest = false
    /// Whether the code belongs to the library that is there at start-up; MIT prints such procedures as compiled ones.
    package var isLibrary = false

    package init(name: Value, frameWords: Int) {
        self.name = name
        self.frameWords = frameWords
    }
}

extension Heap {
    /// A code object. Constants stand behind the instructions.
    package func makeCode(instructions: [Instruction], constants: [Value], _ description: CodeDescription) -> Value {
        let count = CodeLayout.descriptionWords + instructions.count + constants.count
        let place = allocatePinned(.code, payload: count)
        place[1 + CodeLayout.instructionCount] = Value(fixnum: instructions.count).bits
        place[1 + CodeLayout.constantCount] = Value(fixnum: constants.count).bits
        place[1 + CodeLayout.name] = description.name.bits
        place[1 + CodeLayout.lambdaList] = description.lambdaList.bits
        place[1 + CodeLayout.debug] = description.debug.bits
        place[1 + CodeLayout.environment] = description.environment.bits
        place[1 + CodeLayout.source] = description.source.bits
        let shape =
            description.frameWords | description.required << 16 | description.optional << 32
            | (description.hasRest ? 1 << 48 : 0) | (description.isLibrary ? 1 << 49 : 0)
        place[1 + CodeLayout.shape] = Value(fixnum: shape).bits
        for (index, instruction) in instructions.enumerated() {
            place[CodeLayout.entryWord + index] = Int(truncatingIfNeeded: instruction.word)
        }
        for (index, constant) in constants.enumerated() {
            place[CodeLayout.entryWord + instructions.count + index] = constant.bits
        }
        return Value(address: Int(bitPattern: place), tag: Tag.object)
    }
}

extension Value {
    /// The code of a closure.
    package var code: Value { self[slot: 0] }

    // Of a code object:
    package var codeName: Value { self[slot: CodeLayout.name] }
    package var codeInstructionCount: Int { self[slot: CodeLayout.instructionCount].fixnum }
    package var codeConstantCount: Int { self[slot: CodeLayout.constantCount].fixnum }
    package var codeFrameWords: Int { self[slot: CodeLayout.shape].fixnum & 0xFFFF }
    package var codeRequired: Int { self[slot: CodeLayout.shape].fixnum >> 16 & 0xFFFF }
    package var codeOptional: Int { self[slot: CodeLayout.shape].fixnum >> 32 & 0xFFFF }
    package var codeHasRest: Bool { self[slot: CodeLayout.shape].fixnum >> 48 & 1 != 0 }
    package var codeIsLibrary: Bool { self[slot: CodeLayout.shape].fixnum >> 49 & 1 != 0 }
    package var codeEntry: UnsafeMutablePointer<UInt64> {
        UnsafeMutableRawPointer(words + CodeLayout.entryWord).assumingMemoryBound(to: UInt64.self)
    }

    package func codeInstruction(_ index: Int) -> Instruction { Instruction(word: codeEntry[index]) }

    package func codeConstant(_ index: Int) -> Value {
        Value(bits: words[CodeLayout.entryWord + codeInstructionCount + index])
    }

    /// The number of the instruction at an address inside the code object.
    package func codeOffset(of pc: UnsafePointer<UInt64>) -> Int { pc - UnsafePointer(codeEntry) }
}
