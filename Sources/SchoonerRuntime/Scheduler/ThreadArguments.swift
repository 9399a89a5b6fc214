// What the primitives of threads check in the same way.

extension Interpreter {
    func threadArgument(_ arguments: Arguments, _ position: Int, _ procedure: String) throws(Signal) -> Value {
        guard arguments[position].isType(.thread) else { throw wrongType(arguments[position], nil, procedure) }
        return arguments[position]
    }

    func mutexArgument(_ arguments: Arguments, _ position: Int, _ procedure: String) throws(Signal) -> Value {
        guard arguments[position].isType(.mutex) else { throw wrongType(arguments[position], nil, procedure) }
        return arguments[position]
    }

    func waitableArgument(
        _ arguments: Arguments, _ position: Int, _ kind: WaitableKind, _ procedure: String
    ) throws(Signal) -> Value {
        guard arguments[position].waitableKind == kind else { throw wrongType(arguments[position], nil, procedure) }
        return arguments[position]
    }

    /// Milliseconds, as an exact integer or a flonum, negative for a moment that has passed; in nanoseconds, from 0 to some
    /// 292 years.
    func millisecondsArgument(_ arguments: Arguments, _ position: Int, _ procedure: String) throws(Signal) -> Int64 {
        let value = arguments[position]
        if value.isFixnum {
            if value.fixnum <= 0 { return 0 }
            let (nanoseconds, overflow) = Int64(value.fixnum).multipliedReportingOverflow(by: 1_000_000)
            return overflow ? .max : nanoseconds
        }
        if value.isFlonum && value.double < 0 { return 0 }
        if value.isFlonum && !value.double.isNaN { return Int64(exactly: (value.double * 1e6).rounded()) ?? .max }
        if value.isType(.bignum) { return value.flags & Header.negative == 0 ? .max : 0 }
        throw wrongType(value, nil, procedure)
    }

    /// The moment so many nanoseconds from now.
    func deadline(after delay: Int64) -> Int64 {
        let (deadline, overflow) = reactor.clock.now().addingReportingOverflow(delay)
        return overflow ? .max : deadline
    }

    func notOwner(_ mutex: Value) -> Signal { simpleError("Don't own mutex:", mutex) }

    /// `Deadlock detected while trying to lock thread mutex: #[…].`
    func deadlock(_ description: String, _ procedure: String, _ operand: Value) -> Signal {
        .raise(
            condition(
                .threadDeadlock, scheduler.currentObject, heap.string(description), libraryProcedure(procedure),
                operand))
    }
}
