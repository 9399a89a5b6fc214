/// What a code object remembers of its text: the vector `[file name, positions, sites, locals, names, inlined]`.
///
/// Positions is a bytevector of 12-byte entries (instruction number, line, column); sites one of 12-byte entries
/// (instruction number, constant number of the global cell, original opcode and form of the call) for the inlined primitives, so that they
/// can be patched when their name is redefined.
/// Locals is one of 12-byte entries (first instruction, instruction behind the last, frame slot and number of the name) for
/// the variables that are no parameters; names is a vector, those of the free variables first. Both are #f in the library's code.
/// Inlined is a vector of vectors, or #f: see `Inlined`.
package struct DebugTable {
    package var positions: [(instruction: Int, position: SourcePosition)] = []
    package var sites: [Site] = []
    /// Where variables that are no parameters stand, in the order in which their scopes begin.
    package var locals: [Local] = []
    /// The names of the free variables.
    package var freeNames: [Value] = []

    /// Procedures whose code stands here in place of a call.
    package var inlined: [Inlined] = []

    /// A copy of a global procedure's code in its caller's frame.
    package struct Inlined {
        /// The copied instructions, one for each of the procedure's behind its entry.
        package var words: Range<Int>
        /// The slot at which a call's frame would begin.
        package var base: Int
        /// Whether the call is the caller's last deed.
        package var isTail: Bool
        /// Where the call stands that is made after a redefinition, and the instruction behind it.
        package var fallback: Int
        package var resume: Int
        package var closure: Value
        /// The global variable that names the procedure.
        package var cell: Value
        /// The slots that hold the arguments.
        package var parameters: [Int]
    }

    /// A variable in a slot of the frame, from one instruction up to another.
    package struct Local {
        package var name: Value
        package var slot: Int
        package var scope: Range<Int>

        package init(name: Value, slot: Int, scope: Range<Int>) {
            self.name = name
            self.slot = slot
            self.scope = scope
        }
    }

    /// An inlined primitive: which instruction, which constant holds the cell of its name, which opcode it had, whether
    /// the operands stand in the opposite order, and how many operands the call has in the text: one where the
    /// instruction has a constant besides, more than two where this is the first instruction of several.
    package struct Site {
        package var instruction: Int
        package var cell: Int
        package var opcode: UInt8
        package var isSwapped: Bool
        package var operandCount: Int

        package init(instruction: Int, cell: Int, opcode: UInt8, isSwapped: Bool, operandCount: Int) {
            self.instruction = instruction
            self.cell = cell
            self.opcode = opcode
            self.isSwapped = isSwapped
            self.operandCount = operandCount
        }
    }

    package init() {}

    /// The table as heap objects; #f when there is nothing to remember.
    package func make(_ heap: Heap, file: Value) -> Value {
        if positions.isEmpty && sites.isEmpty && locals.isEmpty && freeNames.isEmpty && inlined.isEmpty {
            return .false
        }
        let places = DebugTable.pack(
            heap, positions.map { (UInt32($0.instruction), UInt32($0.position.line), UInt32($0.position.column)) })
        let primitives = DebugTable.pack(
            heap,
            sites.map {
                (
                    UInt32($0.instruction), UInt32($0.cell),
                    UInt32($0.opcode) | ($0.isSwapped ? 256 : 0) | UInt32($0.operandCount) << 16
                )
            })
        let variables = DebugTable.pack(
            heap,
            locals.enumerated().map { index, local in
                (
                    UInt32(local.scope.lowerBound), UInt32(local.scope.upperBound),
                    UInt32(local.slot) | UInt32(freeNames.count + index) << 16
                )
            })
        let names = freeNames + locals.map(\.name)
        let copies = inlined.map { copy in
            let numbers = [copy.words.lowerBound, copy.words.upperBound, copy.base, copy.isTail ? 1 : 0]
            let fields =
                (numbers + [copy.fallback, copy.resume]).map { Value(fixnum: $0) } + [copy.closure, copy.cell]
            return heap.vector(fields + copy.parameters.map { Value(fixnum: $0) })
        }
        return heap.vector([
            file, places, primitives, variables, names.isEmpty ? .false : heap.vector(names),
            copies.isEmpty ? .false : heap.vector(copies),
        ])
    }

    /// The procedures whose code stands in a code object in place of calls.
    package static func inlined(in code: Value) -> [Inlined] {
        let debug = code[slot: CodeLayout.debug]
        guard debug.isVector, debug[slot: 5].isVector else { return [] }
        let copies = debug[slot: 5]
        return (0..<copies.length).map { index in
            let fields = copies[slot: index]
            return Inlined(
                words: fields[slot: 0].fixnum..<fields[slot: 1].fixnum, base: fields[slot: 2].fixnum,
                isTail: fields[slot: 3].fixnum == 1, fallback: fields[slot: 4].fixnum, resume: fields[slot: 5].fixnum,
                closure: fields[slot: 6], cell: fields[slot: 7],
                parameters: (8..<fields.length).map { fields[slot: $0].fixnum })
        }
    }

    private static func pack(_ heap: Heap, _ entries: [(UInt32, UInt32, UInt32)]) -> Value {
        if entries.isEmpty { return .false }
        let block = heap.bytevector(count: entries.count * 12)
        let raw = UnsafeMutableRawPointer(block.bytes)
        for (index, entry) in entries.enumerated() {
            raw.storeBytes(of: entry.0, toByteOffset: index * 12, as: UInt32.self)
            raw.storeBytes(of: entry.1, toByteOffset: index * 12 + 4, as: UInt32.self)
            raw.storeBytes(of: entry.2, toByteOffset: index * 12 + 8, as: UInt32.self)
        }
        return block
    }

    private static func entry(_ block: Value, _ index: Int) -> (Int, Int, Int) {
        let raw = UnsafeRawPointer(block.bytes)
        return (
            Int(raw.loadUnaligned(fromByteOffset: index * 12, as: UInt32.self)),
            Int(raw.loadUnaligned(fromByteOffset: index * 12 + 4, as: UInt32.self)),
            Int(raw.loadUnaligned(fromByteOffset: index * 12 + 8, as: UInt32.self))
        )
    }

    /// The file that a code object came from: a string, or #f.
    package static func file(of code: Value) -> Value {
        let debug = code[slot: CodeLayout.debug]
        return debug.isVector ? debug[slot: 0] : .false
    }

    /// The position of the instruction, or of the nearest one before it.
    package static func position(in code: Value, instruction: Int) -> SourcePosition? {
        let debug = code[slot: CodeLayout.debug]
        guard debug.isVector, debug[slot: 1].isTrue else { return nil }
        let block = debug[slot: 1]
        var best: SourcePosition?
        for index in 0..<(block.byteCount / 12) {
            let (at, line, column) = entry(block, index)
            if at > instruction { break }
            best = SourcePosition(line: line, column: column)
        }
        return best
    }

    /// The inlined primitives of a code object.
    package static func sites(of code: Value) -> [Site] {
        let debug = code[slot: CodeLayout.debug]
        guard debug.isVector, debug[slot: 2].isTrue else { return [] }
        let block = debug[slot: 2]
        return (0..<(block.byteCount / 12)).map { index in
            let (at, cell, opcode) = entry(block, index)
            return Site(
                instruction: at, cell: cell, opcode: UInt8(truncatingIfNeeded: opcode), isSwapped: opcode & 256 != 0,
                operandCount: opcode >> 16)
        }
    }

    /// The variables that an instruction sees in its frame's slots besides the parameters, outer ones first.
    package static func locals(in code: Value, at instruction: Int) -> [(name: Value, slot: Int)] {
        let debug = code[slot: CodeLayout.debug]
        guard debug.isVector, debug[slot: 3].isTrue else { return [] }
        let (block, names) = (debug[slot: 3], debug[slot: 4])
        return (0..<(block.byteCount / 12)).compactMap { index in
            let (start, end, place) = entry(block, index)
            guard (start..<end).contains(instruction) else { return nil }
            return (names[slot: place >> 16], place & 0xFFFF)
        }
    }

    /// The names of a code object's free variables, in their closure's order.
    package static func freeNames(of code: Value) -> [Value] {
        let debug = code[slot: CodeLayout.debug]
        guard debug.isVector, debug[slot: 4].isTrue else { return [] }
        let localCount = debug[slot: 3].isTrue ? debug[slot: 3].byteCount / 12 : 0
        return (0..<(debug[slot: 4].length - localCount)).map { debug[slot: 4][slot: $0] }
    }
}
