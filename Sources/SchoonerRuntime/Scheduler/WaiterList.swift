/// The tokens of the threads that wait for one thing, first come, first served: a list and its last pair, in two
/// consecutive slots of a heap object. Tokens of threads that wait no longer may stand in it; they are passed over.
extension Scheduler {
    func enqueueRunning(on object: Value, _ slot: Int) {
        dropStale(object, slot)
        let pair = heap.cons(Value(fixnum: Int(token)), .null)
        if object[slot: slot].isNull {
            heap.set(object, slot: slot, pair)
        } else {
            heap.setCdr(object[slot: slot + 1], pair)
        }
        heap.set(object, slot: slot + 1, pair)
    }

    /// Takes the first thread that still waits.
    func dequeueWaiter(of object: Value, _ slot: Int) -> GreenThread? {
        while object[slot: slot].isPair {
            let token = object[slot: slot].car
            heap.set(object, slot: slot, object[slot: slot].cdr)
            if let thread = waiter(UInt64(token.fixnum)) { return thread }
        }
        return nil
    }

    /// Wakes the first that waits; false when nobody does.
    @discardableResult
    func wakeFirst(of object: Value, _ slot: Int) -> Bool {
        guard let thread = dequeueWaiter(of: object, slot) else { return false }
        wake(thread, .ready)
        return true
    }

    func wakeAll(of object: Value, _ slot: Int) {
        while wakeFirst(of: object, slot) {}
    }

    private func dropStale(_ object: Value, _ slot: Int) {
        while object[slot: slot].isPair, waiter(UInt64(object[slot: slot].car.fixnum)) == nil {
            heap.set(object, slot: slot, object[slot: slot].cdr)
        }
    }

    /// Removes every token that is over: after a wait that ended by its time limit, so that such waits do not pile up.
    func purgeWaiters(of object: Value, _ slot: Int) {
        var live: [Value] = []
        var rest = object[slot: slot]
        while rest.isPair {
            if waiter(UInt64(rest.car.fixnum)) != nil { live.append(rest.car) }
            rest = rest.cdr
        }
        var list = Value.null
        var last = Value.null
        for token in live.reversed() {
            list = heap.cons(token, list)
            if last.isNull { last = list }
        }
        heap.set(object, slot: slot, list)
        heap.set(object, slot: slot + 1, last)
    }
}
