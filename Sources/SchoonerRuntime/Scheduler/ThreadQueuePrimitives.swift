import SchoonerReactor

/// Queues between threads, and barriers. MIT Scheme 12.1's procedures.
enum ThreadQueuePrimitives {
    static let table: [Primitive] = [
        Primitive("make-thread-queue", 0...1, "An empty queue, with room for so many items. MIT", make),
        Primitive("thread-queue?", 1, "Whether the object is a thread queue.", isQueue),
        Primitive("thread-queue/empty?", 1, "Whether the queue is empty. MIT", isEmpty),
        Primitive("thread-queue/empty!", 1, "Drops the items. MIT", empty),
        Primitive("thread-queue/queue!", 2, "Appends an item, waiting for room; the item. MIT", queue),
        Primitive(
            "thread-queue/queue-no-hang!", 2, "Appends an item if there is room; the item, or #f. MIT", queueNoHang),
        Primitive("thread-queue/push!", 2, "Puts an item at the front, room or not; the item. MIT", push),
        Primitive("thread-queue/dequeue!", 1, "Takes the first item, waiting for one. MIT", dequeue),
        Primitive(
            "thread-queue/dequeue-no-hang!", 2, "The same, waiting some milliseconds at most; #f in vain. MIT",
            dequeueNoHang),
        Primitive("thread-queue/peek", 1, "The first item, waiting for one, which stays. MIT", peek),
        Primitive(
            "thread-queue/peek-no-hang", 2, "The same, waiting some milliseconds at most; #f in vain. MIT", peekNoHang),
        Primitive("make-thread-barrier", 1...2, "A barrier for so many threads. MIT", makeBarrier),
        Primitive("thread-barrier?", 1, "Whether the object is a barrier. MIT", isBarrier),
        Primitive(
            "thread-barrier-wait", 1, "Waits until so many threads have come; #t for the last of them. MIT",
            waitAtBarrier),
    ]

    static func make(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let maximum = arguments.supplied(0) ?? .false
        guard maximum.isFalse || (maximum.isFixnum && maximum.fixnum > 0) else {
            throw scheme.simpleError("Max-size must be an integer:", maximum)
        }
        return scheme.heap.object(
            .waitable, Value(fixnum: WaitableKind.queue.rawValue), .false, .null, .null, .null, .null, .zero, maximum,
            .null, .null)
    }

    static func isQueue(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].waitableKind == .queue)
    }

    private static func argument(
        _ scheme: Interpreter, _ arguments: Arguments, _ procedure: String
    ) throws(Signal) -> Value {
        try scheme.waitableArgument(arguments, 0, .queue, procedure)
    }

    private static func count(_ queue: Value) -> Int { queue[slot: WaitableLayout.count].fixnum }

    private static func isFull(_ queue: Value) -> Bool {
        let maximum = queue[slot: WaitableLayout.maximum]
        return maximum.isTrue && count(queue) >= maximum.fixnum
    }

    static func isEmpty(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(count(try argument(scheme, arguments, "thread-queue/empty?")) == 0)
    }

    static func empty(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let queue = try argument(scheme, arguments, "thread-queue/empty!")
        scheme.heap.set(queue, slot: WaitableLayout.items, .null)
        scheme.heap.set(queue, slot: WaitableLayout.lastItem, .null)
        scheme.heap.set(queue, slot: WaitableLayout.count, .zero)
        scheme.scheduler.wakeAll(of: queue, WaitableLayout.writers)
        return .unspecific
    }

    // MARK: Putting

    static func queue(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let queue = try argument(scheme, arguments, "thread-queue/queue!")
        try checkItem(scheme, queue, arguments[1])
        if isFull(queue) {
            scheme.scheduler.enqueueRunning(on: queue, WaitableLayout.writers)
            throw scheme.scheduler.park(.queue)
        }
        append(scheme, queue, arguments[1])
        return arguments[1]
    }

    static func queueNoHang(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let queue = try argument(scheme, arguments, "thread-queue/queue-no-hang!")
        try checkItem(scheme, queue, arguments[1])
        if isFull(queue) { return .false }
        append(scheme, queue, arguments[1])
        return arguments[1]
    }

    /// #f is what a wait in vain gives.
    private static func checkItem(_ scheme: Interpreter, _ queue: Value, _ item: Value) throws(Signal) {
        if item.isFalse { throw scheme.simpleError("Cannot queue #F:", queue) }
    }

    private static func append(_ scheme: Interpreter, _ queue: Value, _ item: Value) {
        let pair = scheme.heap.cons(item, .null)
        if count(queue) == 0 {
            scheme.heap.set(queue, slot: WaitableLayout.items, pair)
        } else {
            scheme.heap.setCdr(queue[slot: WaitableLayout.lastItem], pair)
        }
        scheme.heap.set(queue, slot: WaitableLayout.lastItem, pair)
        scheme.heap.set(queue, slot: WaitableLayout.count, Value(fixnum: count(queue) + 1))
        scheme.scheduler.wakeFirst(of: queue, WaitableLayout.waiters)
    }

    static func push(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let queue = try argument(scheme, arguments, "thread-queue/push!")
        try checkItem(scheme, queue, arguments[1])
        let pair = scheme.heap.cons(arguments[1], queue[slot: WaitableLayout.items])
        scheme.heap.set(queue, slot: WaitableLayout.items, pair)
        if count(queue) == 0 { scheme.heap.set(queue, slot: WaitableLayout.lastItem, pair) }
        scheme.heap.set(queue, slot: WaitableLayout.count, Value(fixnum: count(queue) + 1))
        scheme.scheduler.wakeFirst(of: queue, WaitableLayout.waiters)
        return arguments[1]
    }

    // MARK: Taking

    static func dequeue(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let queue = try argument(scheme, arguments, "thread-queue/dequeue!")
        if count(queue) > 0 { return take(scheme, queue) }
        throw waitForItem(scheme, queue, deadline: nil)
    }

    static func dequeueNoHang(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let queue = try argument(scheme, arguments, "thread-queue/dequeue-no-hang!")
        if count(queue) > 0 { return take(scheme, queue) }
        return try waitForItem(scheme, queue, arguments, "thread-queue/dequeue-no-hang!")
    }

    static func peek(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let queue = try argument(scheme, arguments, "thread-queue/peek")
        if count(queue) > 0 { return look(scheme, queue) }
        throw waitForItem(scheme, queue, deadline: nil)
    }

    static func peekNoHang(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let queue = try argument(scheme, arguments, "thread-queue/peek-no-hang")
        if count(queue) > 0 { return look(scheme, queue) }
        return try waitForItem(scheme, queue, arguments, "thread-queue/peek-no-hang")
    }

    private static func take(_ scheme: Interpreter, _ queue: Value) -> Value {
        let pair = queue[slot: WaitableLayout.items]
        scheme.heap.set(queue, slot: WaitableLayout.items, pair.cdr)
        if pair.cdr.isNull { scheme.heap.set(queue, slot: WaitableLayout.lastItem, .null) }
        scheme.heap.set(queue, slot: WaitableLayout.count, Value(fixnum: count(queue) - 1))
        if !isFull(queue) { scheme.scheduler.wakeFirst(of: queue, WaitableLayout.writers) }
        return pair.car
    }

    /// The item stays for the next that waits.
    private static func look(_ scheme: Interpreter, _ queue: Value) -> Value {
        if scheme.scheduler.isRetry { scheme.scheduler.wakeFirst(of: queue, WaitableLayout.waiters) }
        return queue[slot: WaitableLayout.items].car
    }

    private static func waitForItem(_ scheme: Interpreter, _ queue: Value, deadline: Int64?) -> Signal {
        scheme.scheduler.enqueueRunning(on: queue, WaitableLayout.waiters)
        return scheme.scheduler.park(.queue, deadline: deadline)
    }

    /// Waits with the limit in the second argument; #f when it has passed.
    private static func waitForItem(
        _ scheme: Interpreter, _ queue: Value, _ arguments: Arguments, _ procedure: String
    ) throws(Signal) -> Value {
        let scheduler = scheme.scheduler.unsafelyUnwrapped
        var deadline = scheduler.pendingNumber
        if deadline == nil {
            let delay = try scheme.millisecondsArgument(arguments, 1, procedure)
            if delay == 0 { return .false }
            deadline = scheme.deadline(after: delay)
        } else if scheduler.wakeReason == .timer {
            scheduler.purgeWaiters(of: queue, WaitableLayout.waiters)
            return .false
        }
        scheduler.pendingNumber = deadline
        throw waitForItem(scheme, queue, deadline: deadline)
    }

    // MARK: Barriers

    static func makeBarrier(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isFixnum && arguments[0].fixnum > 0 else {
            throw scheme.wrongType(arguments[0], nil, "make-thread-barrier")
        }
        return scheme.heap.object(
            .waitable, Value(fixnum: WaitableKind.barrier.rawValue), arguments.supplied(1) ?? .false, .null, .null,
            arguments[0], .zero, .zero)
    }

    static func isBarrier(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].waitableKind == .barrier)
    }

    static func waitAtBarrier(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let scheduler = scheme.scheduler.unsafelyUnwrapped
        let heap = scheme.heap
        let barrier = try scheme.waitableArgument(arguments, 0, .barrier, "thread-barrier-wait")
        let generation = barrier[slot: WaitableLayout.generation].fixnum
        if let own = scheduler.pendingNumber {
            if own != Int64(generation) { return .false }
        } else {
            let arrived = barrier[slot: WaitableLayout.arrived].fixnum + 1
            if arrived == barrier[slot: WaitableLayout.size].fixnum {
                heap.set(barrier, slot: WaitableLayout.arrived, .zero)
                heap.set(barrier, slot: WaitableLayout.generation, Value(fixnum: generation + 1))
                scheduler.wakeAll(of: barrier, WaitableLayout.waiters)
                return .true
            }
            heap.set(barrier, slot: WaitableLayout.arrived, Value(fixnum: arrived))
        }
        scheduler.enqueueRunning(on: barrier, WaitableLayout.waiters)
        scheduler.pendingNumber = Int64(generation)
        throw scheduler.park(.queue)
    }
}
