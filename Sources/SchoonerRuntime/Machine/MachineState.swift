typealias ProgramCounter = UnsafePointer<UInt64>
typealias Frame = UnsafeMutablePointer<Int>

/// The machine's registers that are not handler parameters: one raw block, no Swift object inside.
///
/// Frame layout: `[return address][closure][arguments…][locals and temporaries…]`, addresses growing upwards. A return address
/// points behind a call instruction, whose `a` tells how far the callee's frame stands above the caller's and whose `c` names
/// the slot that takes the value. Return addresses are multiples of eight and so look like fixnums to the collector.
struct MachineState {
    var heap = HeapRegisters()
    var stackBase = Frame(bitPattern: 8).unsafelyUnwrapped
    /// No frame may reach beyond this without growing the stack.
    var stackLimit = Frame(bitPattern: 8).unsafelyUnwrapped
    /// How many arguments the running call passes, until the entry instruction has looked.
    var argumentCount = 0
    /// The continuation below the bottom frame: a continuation object, or #f.
    var link = Value.false
    /// `dynamic-wind`'s list, the parameter bindings and the exception handlers.
    var winders = Value.null
    var parameters = Value.null
    var handlers = Value.null
    /// What a handler leaves for the outer loop, or a primitive for its handler.
    var value = Value.unspecific
    var savedProgramCounter = ProgramCounter(bitPattern: 8).unsafelyUnwrapped
    var savedFrame = Frame(bitPattern: 8).unsafelyUnwrapped
    /// Set for as long as the machine lives.
    var owner: Unmanaged<Interpreter>?
    @inline(__always) var interpreter: Unmanaged<Interpreter> { owner.unsafelyUnwrapped }
    /// The closure that marks adapter frames: see `Machine+Inlined.swift`.
    var adapterClosure = Value.false
}

/// Why the run loop was left. Zero means: dispatch the next instruction (the looped form).
enum Leave {
    static let next = 0
    /// Fuel has run out at an entry or back-edge; the saved program counter is at that instruction.
    static let safepoint = 1
    /// The frame to be entered does not fit the stack.
    static let stackOverflow = 2
    /// A bottom frame returned `value`.
    static let underflow = 3
    /// A primitive threw; the signal is in `Machine.pendingSignal`, the program counter at the call instruction's successor.
    static let signal = 4
    /// The callee is no closure and no primitive, or the number of arguments is wrong: see `Machine+Apply.swift`.
    static let apply = 5
    /// An inlined instruction could not do its work: `Machine.pendingSignal` says why.
    static let inlineSignal = 6
    /// A patched inlined instruction: call what its name means now.
    static let callInlined = 7
    /// A global reference, assignment or definition needs the slow way.
    static let globalSlow = 8
    /// A variable was used before its initialisation; `value` is its name.
    static let unassigned = 9
    static let makeEnvironment = 10
    static let returnValues = 11
    /// An inlined procedure cannot go on in its caller's frame.
    static let leaveInline = 12
}

typealias Handler =
    @convention(c) (
        UnsafePointer<UInt64>, UnsafeMutablePointer<Int>, UnsafeMutableRawPointer, UInt64, UnsafeRawPointer
    ) -> Int

extension UnsafeMutableRawPointer {
    @inline(__always) var machine: UnsafeMutablePointer<MachineState> { assumingMemoryBound(to: MachineState.self) }
}

/// Goes on with the instruction at `pc`: a tail call through the table; in debug builds, where nothing makes the compiler
/// keep it a jump, a return to the loop in `Machine.execute`.
@inline(__always) func next(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ table: UnsafeRawPointer
) -> Int {
    #if DEBUG
        state.machine.pointee.savedProgramCounter = pc
        state.machine.pointee.savedFrame = fp
        return Leave.next
    #else
        let word = pc.pointee
        return table.assumingMemoryBound(to: Handler.self)[Int(word & 0xFF)](pc + 1, fp, state, word, table)
    #endif
}

/// Leaves the run loop; `pc` is where the outer loop finds the instruction or goes on.
@inline(__always) func leave(
    _ reason: Int, _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer
) -> Int {
    state.machine.pointee.savedProgramCounter = pc
    state.machine.pointee.savedFrame = fp
    return reason
}
