/// The execution state of one green thread while it is not running: its stack and the machine's registers.
package final class GreenThread {
    // Its properties are read and written with each switch of threads, by one native thread, and never while one of them
    // is being changed: the run-time checks of exclusive access would take a third of the time of a switch.

    /// How the thread goes on when it runs next.
    enum Resumption {
        /// At the saved instruction.
        case instruction
        /// By applying the procedure in the saved frame to its arguments (a new thread, or a primitive that waited).
        case application
    }

    /// What a stack has at least; in the stress build it grows by no more than it must, and moves at every safepoint.
    static let initialStackWords = 128
    static let stressedStackWords = Machine.stackMargin + 8

    let leastStackWords: Int

    /// Its number among the threads that exist; used again after its end.
    package let identifier: Int
    @exclusivity(unchecked) var stackBase: Frame
    @exclusivity(unchecked) var stackWords: Int
    @exclusivity(unchecked) var programCounter: ProgramCounter
    @exclusivity(unchecked) var frame: Frame
    @exclusivity(unchecked) var argumentCount = 0
    @exclusivity(unchecked) var resumption = Resumption.application
    @exclusivity(unchecked) var link = Value.false
    @exclusivity(unchecked) var winders = Value.null
    @exclusivity(unchecked) var parameters = Value.null
    @exclusivity(unchecked) var handlers = Value.null
    /// The Scheme object that stands for the thread.
    @exclusivity(unchecked) package var object = Value.false
    /// Whether the stack may hold young values: it has run since the last collection.
    @exclusivity(unchecked) var isDirty = true
    /// What the scheduler knows of it.
    @exclusivity(unchecked) var scheduling = ThreadScheduling()

    init(identifier: Int, bottomReturn: ProgramCounter, isStressed: Bool) {
        self.identifier = identifier
        leastStackWords = isStressed ? GreenThread.stressedStackWords : GreenThread.initialStackWords
        stackWords = leastStackWords
        stackBase = .allocate(capacity: stackWords)
        stackBase.initialize(repeating: 0, count: stackWords)
        stackBase[0] = Int(bitPattern: bottomReturn)
        frame = stackBase
        programCounter = bottomReturn
    }

    deinit { stackBase.deallocate() }

    /// Puts a procedure and its arguments into the bottom frame, to be applied when the thread first runs.
    func prepare(_ procedure: Value, _ arguments: [Value]) {
        if arguments.count + 2 + Machine.stackMargin > stackWords {
            let bottomReturn = stackBase[0]
            stackWords = arguments.count + 2 + Machine.stackMargin
            stackBase.deallocate()
            stackBase = .allocate(capacity: stackWords)
            stackBase.initialize(repeating: 0, count: stackWords)
            stackBase[0] = bottomReturn
        }
        frame = stackBase
        frame[1] = procedure.bits
        for (index, argument) in arguments.enumerated() { frame[2 + index] = argument.bits }
        argumentCount = arguments.count
        resumption = .application
    }

    /// The most words that a thread which does not run keeps beyond those in use: one KiB.
    static let spareStackWords = 128

    /// Gives back what a thread that does not run has no use for at present.
    func shrinkStack(used: Int) {
        let words = max(leastStackWords, used + Machine.stackMargin + 24)
        guard stackWords > words + GreenThread.spareStackWords / 2 else { return }
        let new = Frame.allocate(capacity: words)
        new.update(from: stackBase, count: used)
        (new + used).initialize(repeating: 0, count: words - used)
        frame = new + (frame - stackBase)
        stackBase.deallocate()
        stackBase = new
        stackWords = words
    }
}
