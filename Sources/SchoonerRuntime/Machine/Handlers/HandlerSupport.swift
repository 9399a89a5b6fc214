// What the handlers share; all of it is inlined into them.

/// The constant `distance` words behind the next instruction.
@inline(__always) func constant(_ pc: ProgramCounter, _ distance: Int) -> Int {
    Int(bitPattern: UInt(truncatingIfNeeded: pc[distance]))
}

/// The words of the closure that a frame runs.
@inline(__always) func closureWords(_ fp: Frame) -> UnsafeMutablePointer<Int> { objectWords(fp[1]) }

@inline(__always) func objectWords(_ bits: Int) -> UnsafeMutablePointer<Int> {
    UnsafeMutablePointer(bitPattern: bits &- Tag.object).unsafelyUnwrapped
}

@inline(__always) func pairWords(_ bits: Int) -> UnsafeMutablePointer<Int> {
    UnsafeMutablePointer(bitPattern: bits &- Tag.pair).unsafelyUnwrapped
}

@inline(__always) func cellValue(_ cell: Int) -> Int { objectWords(cell)[1 &+ CellLayout.value] }

/// Whether a variable's value is the unbound or the unassigned mark, or a keyword's meaning hides there.
@inline(__always) func isMissing(_ bits: Int) -> Bool {
    bits & ~(1 &<< 8) == Value.unassigned.bits
}

/// The first instruction of a closure's code.
@inline(__always) func entry(_ closure: UnsafeMutablePointer<Int>) -> ProgramCounter {
    ProgramCounter(bitPattern: closure[1] &- Tag.object &+ CodeLayout.entryWord &* 8).unsafelyUnwrapped
}

/// Begins a closure's code with `count` arguments in its frame. The usual `enter` instruction is done here, so that a call
/// goes straight to the one behind it; whatever is not usual is left to that instruction.
@inline(__always) func enter(
    _ closure: UnsafeMutablePointer<Int>, _ frame: Frame, _ count: Int, _ state: UnsafeMutableRawPointer,
    _ table: UnsafeRawPointer
) -> Int {
    let start = entry(closure)
    let first = start.pointee
    if _fastPath(first & 0xFFFF_00FF == UInt64(truncatingIfNeeded: count &<< 16) | UInt64(Opcode.enterFixed.rawValue)) {
        let fuel = state.machine.pointee.heap.fuel &- 1
        if _fastPath(fuel >= 0 && frame + Instruction(word: first).b <= state.machine.pointee.stackLimit) {
            state.machine.pointee.heap.fuel = fuel
            return next(start + 1, frame, state, table)
        }
    }
    state.machine.pointee.argumentCount = count
    return next(start, frame, state, table)
}

@inline(__always) func isPrimitive(_ bits: Int) -> Bool { Value(bits: bits).isType(.primitive) }

@inline(__always) func truth(_ flag: Bool) -> Int { flag ? Value.true.bits : Value.false.bits }

@inline(__always) func flonum(_ bits: Int) -> Double {
    UnsafeRawPointer(bitPattern: bits &- Tag.flonum).unsafelyUnwrapped.load(fromByteOffset: 8, as: Double.self)
}

@inline(__always) func doubleBits(_ number: Double) -> Int { Int(truncatingIfNeeded: number.bitPattern) }

/// Moves procedure and arguments of a tail call over the running frame.
@inline(__always) func moveDown(_ fp: Frame, _ from: Frame, _ count: Int) {
    fp[1] = from[1]
    if count > 0 {
        fp[2] = from[2]
        if count > 1 {
            fp[3] = from[3]
            if count > 2 {
                fp[4] = from[4]
                if count > 3 { moveRest(fp, from, count) }
            }
        }
    }
}

@inline(never) private func moveRest(_ fp: Frame, _ from: Frame, _ count: Int) {
    for index in 5..<(count &+ 2) { fp[index] = from[index] }
}

/// Returns a value to whoever waits for the frame's.
@inline(__always) func deliver(
    _ value: Int, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ table: UnsafeRawPointer
) -> Int {
    let pc = ProgramCounter(bitPattern: fp[0]).unsafelyUnwrapped
    let call = Instruction(word: pc[-1])
    let caller = fp - call.a
    caller[call.c] = value
    return next(pc, caller, state, table)
}
