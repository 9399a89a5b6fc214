extension Machine {
    /// Runs a procedure to its end without letting other threads run: for the prelude's own forms and for macro transformers.
    /// Inside another evaluation no collection happens, because Swift code up the stack holds values.
    func runAlone(_ procedure: Value, _ arguments: [Value]) throws(Signal) -> Value {
        let outer = state.pointee
        let outerThread = current
        let isNested = outerThread != nil
        if isNested { interpreter.heap.collectionInhibitions += 1 }
        let thread = makeThread(procedure, arguments)
        defer {
            drop(thread)
            if isNested {
                interpreter.heap.collectionInhibitions -= 1
                let heap = state.pointee.heap
                state.pointee = outer
                state.pointee.heap = heap
                setCurrent(outerThread)
                interpreter.heap.requestCollection()
            }
        }
        while true {
            switch run(thread) {
            case .finished(let value): return value
            case .preempted: continue
            case .failed(let object): throw .raise(object)
            case .aborted(let abort): throw .abort(abort)
            case .exit(let code): throw .exit(code)
            case .blocked: throw interpreter.simpleError("A macro transformer may not wait")
            }
        }
    }

    /// Finds the procedures of the prelude that the machine itself calls.
    func bindPrelude() {
        func procedure(_ name: String) -> Value {
            let heap = interpreter.heap
            return heap.ownCell(interpreter.systemEnvironment, heap.intern(name))?[slot: CellLayout.value] ?? .false
        }
        raiseProcedure.pointee = procedure("%raise-from-machine")
        rewindProcedure.pointee = procedure("%rewind-and-continue")
        substituteProcedure.pointee = procedure("%apply-substitute")
    }
}
