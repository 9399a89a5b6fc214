extension Machine {
    /// Everything about the running thread that another one would overwrite.
    struct Suspension {
        fileprivate let state: MachineState
        fileprivate let thread: GreenThread?
        fileprivate let pendingSignal: Signal?
        fileprivate let memoryRequests: Int
        fileprivate let inhibitions: Int
    }

    /// Sets the running thread aside while one of its primitives has another thread run to its end.
    /// Nothing may be collected until `restore`: the primitive holds values.
    func suspend() -> Suspension {
        let suspension = Suspension(
            state: state.pointee, thread: current, pendingSignal: pendingSignal, memoryRequests: memoryRequests,
            inhibitions: preemptionInhibitions)
        interpreter.heap.collectionInhibitions += 1
        pendingSignal = nil
        return suspension
    }

    func restore(_ suspension: Suspension) {
        let heap = state.pointee.heap
        state.pointee = suspension.state
        state.pointee.heap = heap
        state.pointee.heap.fuel = suspension.state.heap.fuel
        state.pointee.heap.withheldFuel = suspension.state.heap.withheldFuel
        currentReference = suspension.thread.map { .passUnretained($0) }
        pendingSignal = suspension.pendingSignal
        memoryRequests = suspension.memoryRequests
        preemptionInhibitions = suspension.inhibitions
        interpreter.heap.collectionInhibitions -= 1
        if state.pointee.heap.wantsCollection { state.pointee.heap.requestSafepoint() }
    }
}
