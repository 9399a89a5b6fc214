import SchoonerReactor

/// Waiters of the reactor that are no threads: ports whose output the kernel did not take at once, and timer events.
struct BackgroundWaiters {
    private struct Slot {
        var generation: UInt32 = 0
        var port: Flushable?
        /// A timer event's record, or #f.
        var record = Value.false
        var timer: TimerID?
    }

    private var slots: ContiguousArray<Slot> = []
    private var freeIndices: ContiguousArray<Int> = []

    /// Tells their tokens from those of threads.
    private static let mark: UInt64 = 1 << 61

    /// How many wait.
    var count: Int { slots.count - freeIndices.count }
    private(set) var portCount = 0

    static func owns(_ token: UInt64) -> Bool { token & mark != 0 }

    /// A token for one wake-up.
    mutating func insert(port: Flushable?, record: Value = .false) -> UInt64 {
        let index = freeIndices.popLast() ?? slots.count
        if index == slots.count { slots.append(Slot()) }
        slots[index].port = port
        slots[index].record = record
        if port != nil { portCount += 1 }
        return BackgroundWaiters.mark | UInt64(slots[index].generation & 0x1FFF_FFFF) << 32 | UInt64(index)
    }

    mutating func setTimer(_ token: UInt64, _ timer: TimerID) {
        if let index = place(of: token) { slots[index].timer = timer }
    }

    /// Ends the wait and tells whose it was; nil for a token that is over.
    mutating func take(_ token: UInt64) -> (port: Flushable?, record: Value, timer: TimerID?)? {
        guard let index = place(of: token) else { return nil }
        let slot = slots[index]
        slots[index] = Slot(generation: slot.generation &+ 1)
        freeIndices.append(index)
        if slot.port != nil { portCount -= 1 }
        return (slot.port, slot.record, slot.timer)
    }

    private func place(of token: UInt64) -> Int? {
        let index = Int(token & 0xFFFF_FFFF)
        guard index < slots.count, UInt64(slots[index].generation & 0x1FFF_FFFF) == token >> 32 & 0x1FFF_FFFF,
            slots[index].port != nil || slots[index].record.isTrue
        else { return nil }
        return index
    }

    mutating func visit(_ collector: Collector) {
        for index in slots.indices where slots[index].record.isTrue { collector.visit(&slots[index].record) }
    }
}
