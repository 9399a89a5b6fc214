/// Names one started timer; a name is never used again for another.
package struct TimerID: Hashable, Sendable {
    let slot: UInt32
    let generation: UInt32
}

/// The timers that have not fired, earliest first: a binary heap whose entries can be cancelled in O(log n).
struct TimerHeap {
    private struct Entry {
        let deadline: Int64
        /// Timers of one deadline fire in the order in which they were started.
        let order: UInt64
        let slot: UInt32

        func isBefore(_ other: Entry) -> Bool {
            deadline != other.deadline ? deadline < other.deadline : order < other.order
        }
    }

    private struct Slot {
        var place: Int = -1
        var generation: UInt32 = 0
        var waiter: UInt64 = 0
    }

    private var heap: ContiguousArray<Entry> = []
    private var slots: ContiguousArray<Slot> = []
    private var freeSlots: ContiguousArray<UInt32> = []
    private var started: UInt64 = 0

    var count: Int { heap.count }

    /// The deadline of the next timer, in nanoseconds of the reactor's clock.
    var earliest: Int64? { heap.first?.deadline }

    mutating func insert(deadline: Int64, waiter: UInt64) -> TimerID {
        let slot: UInt32
        if let free = freeSlots.popLast() {
            slot = free
        } else {
            slot = UInt32(slots.count)
            slots.append(Slot())
        }
        slots[Int(slot)].waiter = waiter
        heap.append(Entry(deadline: deadline, order: started, slot: slot))
        started += 1
        slots[Int(slot)].place = heap.count - 1
        siftUp(heap.count - 1)
        return TimerID(slot: slot, generation: slots[Int(slot)].generation)
    }

    /// Removes a timer that has not fired; false when it has, or was cancelled before.
    mutating func remove(_ timer: TimerID) -> Bool {
        guard contains(timer) else { return false }
        removeEntry(at: slots[Int(timer.slot)].place)
        return true
    }

    func contains(_ timer: TimerID) -> Bool {
        Int(timer.slot) < slots.count && slots[Int(timer.slot)].generation == timer.generation
            && slots[Int(timer.slot)].place >= 0
    }

    /// Removes the earliest timer if it is due and returns its waiter.
    mutating func popDue(now: Int64) -> UInt64? {
        guard let first = heap.first, first.deadline <= now else { return nil }
        let waiter = slots[Int(first.slot)].waiter
        removeEntry(at: 0)
        return waiter
    }

    private mutating func removeEntry(at place: Int) {
        let slot = heap[place].slot
        slots[Int(slot)].place = -1
        slots[Int(slot)].generation &+= 1
        freeSlots.append(slot)
        let last = heap.removeLast()
        guard place < heap.count else { return }
        put(last, at: place)
        siftDown(place)
        siftUp(place)
    }

    private mutating func put(_ entry: Entry, at place: Int) {
        heap[place] = entry
        slots[Int(entry.slot)].place = place
    }

    private mutating func siftUp(_ start: Int) {
        var place = start
        let entry = heap[place]
        while place > 0 {
            let parent = (place - 1) / 2
            guard entry.isBefore(heap[parent]) else { break }
            put(heap[parent], at: place)
            place = parent
        }
        put(entry, at: place)
    }

    private mutating func siftDown(_ start: Int) {
        var place = start
        let entry = heap[place]
        while true {
            var child = 2 * place + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count && heap[child + 1].isBefore(heap[child]) { child += 1 }
            guard heap[child].isBefore(entry) else { break }
            put(heap[child], at: place)
            place = child
        }
        put(entry, at: place)
    }
}
