import SchoonerReactor

/// All green threads that exist, densely numbered, and those among them that a minor collection must look at.
struct ThreadTable: ~Copyable {
    private struct Slot {
        var thread: GreenThread?
        /// Survives the thread, so that a wake-up meant for an earlier thread of this number reaches nobody.
        var sequence: UInt32 = 0
    }

    private var slots: ContiguousArray<Slot> = []
    /// The threads of the slots, reached without counting references.
    private var references = PlainList<Unmanaged<GreenThread>?>()
    private var freeIndices: ContiguousArray<Int> = []
    /// Threads that have run since the last collection: only their stacks can hold young values.
    private var dirty: ContiguousArray<Int> = []

    /// Threads that have ended since the scheduler's last turn began: whoever still refers to them may go on.
    private var ended: ContiguousArray<GreenThread> = []

    var count: Int { slots.count - freeIndices.count }

    /// The thread of a number; nil when none has it now.
    subscript(index: Int) -> GreenThread? {
        index >= 0 && index < slots.count ? slots[index].thread : nil
    }

    /// The thread of a number, good until the next turn even when it ends; nil when none has it now.
    @inline(__always) func reference(_ index: Int) -> Unmanaged<GreenThread>? {
        index >= 0 && index < references.count ? references[index] : nil
    }

    /// Lets the threads go that have ended.
    mutating func forgetEnded() {
        if !ended.isEmpty { ended.removeAll(keepingCapacity: ended.count < 64) }
    }

    mutating func makeThread(bottomReturn: ProgramCounter, isStressed: Bool) -> GreenThread {
        let index: Int
        if let free = freeIndices.popLast() {
            index = free
        } else {
            index = slots.count
            slots.append(Slot())
            references.append(nil)
        }
        let thread = GreenThread(identifier: index, bottomReturn: bottomReturn, isStressed: isStressed)
        thread.scheduling.sequence = slots[index].sequence
        slots[index].thread = thread
        references[index] = .passUnretained(thread)
        dirty.append(index)
        return thread
    }

    mutating func remove(_ thread: GreenThread) {
        let index = thread.identifier
        guard slots[index].thread === thread else { return }
        // First of all: the table's may be the last reference.
        ended.append(thread)
        slots[index].thread = nil
        references[index] = nil
        slots[index].sequence = thread.scheduling.sequence &+ 1
        freeIndices.append(index)
    }

    /// Notes that a thread is going to run.
    mutating func markDirty(_ thread: GreenThread) {
        guard !thread.isDirty else { return }
        thread.isDirty = true
        dirty.append(thread.identifier)
    }

    /// Visits the threads that have run since the last collection, and starts their list anew.
    ///
    /// - Parameter visit: whether the thread goes on being dirty.
    mutating func visitDirty(_ visit: (GreenThread) -> Bool) {
        var kept: [GreenThread] = []
        for index in dirty {
            // A number stands here many times when it has passed from thread to thread: each is visited once.
            guard let thread = slots[index].thread, thread.isDirty else { continue }
            thread.isDirty = false
            if visit(thread) { kept.append(thread) }
        }
        dirty.removeAll(keepingCapacity: dirty.count < 1024)
        for thread in kept { markDirty(thread) }
    }

    /// Visits threads in the order of their numbers until there are no more, or the visitor has had enough.
    ///
    /// - Parameter visit: whether to go on.
    /// - Returns: the number to go on at; nil at the end.
    func visitSome(from position: Int, _ visit: (GreenThread) -> Bool) -> Int? {
        var index = position
        while index < slots.count {
            defer { index += 1 }
            if let thread = slots[index].thread, !visit(thread) { return index + 1 }
        }
        return nil
    }

    /// Every thread, in the order of the numbers.
    var all: [GreenThread] { slots.compactMap(\.thread) }
}
