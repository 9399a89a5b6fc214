/// The ends of one queue of waiters; the waiters themselves stand in `WaitQueues`.
struct WaitQueue {
    var head: Int32 = -1
    var tail: Int32 = -1

    var isEmpty: Bool { head < 0 }
}

/// One wait, or a free place for one.
struct WaitNode: BitwiseCopyable {
    var waiter: UInt64 = 0
    var next: Int32 = -1
    var previous: Int32 = -1
    var generation: UInt32 = 0
    var isWaiting = false
    /// The queue's place: index of the registration and direction.
    var owner: UInt32 = 0
    var direction: Direction = .read
}

/// All waiters of a reactor in one reusable pool, linked into first-come queues.
struct WaitQueues: ~Copyable {
    private var nodes = PlainList<WaitNode>()
    private var firstFree: Int32 = -1

    /// Appends a waiter to `queue`, which belongs to the registration at `owner`.
    mutating func append(_ waiter: UInt64, to queue: inout WaitQueue, owner: UInt32, direction: Direction) -> WaitID {
        let index: Int32
        if firstFree >= 0 {
            index = firstFree
            firstFree = nodes[Int(index)].next
        } else {
            index = Int32(nodes.count)
            nodes.append(WaitNode())
        }
        let generation = nodes[Int(index)].generation
        nodes[Int(index)] = WaitNode(
            waiter: waiter, next: -1, previous: queue.tail, generation: generation, isWaiting: true, owner: owner,
            direction: direction)
        if queue.tail >= 0 { nodes[Int(queue.tail)].next = index } else { queue.head = index }
        queue.tail = index
        return WaitID(node: UInt32(index), generation: generation)
    }

    /// Takes the first waiter out of `queue`.
    mutating func popFirst(_ queue: inout WaitQueue) -> UInt64? {
        guard queue.head >= 0 else { return nil }
        let index = queue.head
        let waiter = nodes[Int(index)].waiter
        unlink(index, from: &queue)
        return waiter
    }

    /// Where a wait that has not ended stands; nil when it has.
    func place(of wait: WaitID) -> (owner: UInt32, direction: Direction)? {
        guard Int(wait.node) < nodes.count else { return nil }
        let node = nodes[Int(wait.node)]
        return node.isWaiting && node.generation == wait.generation ? (node.owner, node.direction) : nil
    }

    /// Removes a wait that `place(of:)` has found in `queue`.
    mutating func remove(_ wait: WaitID, from queue: inout WaitQueue) {
        unlink(Int32(wait.node), from: &queue)
    }

    /// Every wait of one waiter.
    func waits(of waiter: UInt64) -> [WaitID] {
        nodes.indices.compactMap { index in
            nodes[index].isWaiting && nodes[index].waiter == waiter
                ? WaitID(node: UInt32(index), generation: nodes[index].generation) : nil
        }
    }

    private mutating func unlink(_ index: Int32, from queue: inout WaitQueue) {
        let node = nodes[Int(index)]
        if node.previous >= 0 { nodes[Int(node.previous)].next = node.next } else { queue.head = node.next }
        if node.next >= 0 { nodes[Int(node.next)].previous = node.previous } else { queue.tail = node.previous }
        nodes[Int(index)].isWaiting = false
        nodes[Int(index)].generation &+= 1
        nodes[Int(index)].next = firstFree
        firstFree = index
    }
}
