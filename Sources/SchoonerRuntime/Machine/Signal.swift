/// What a primitive throws instead of returning a value.
package enum Signal: Error {
    /// Raise the object as `raise` does; conditions made by the runtime are raised this way too.
    case raise(Value)
    /// Raise it as `raise-continuable` does: a handler's value is the primitive's value.
    case raiseContinuable(Value)
    /// The operation would wait. The thread has been registered with what will wake it;
    /// the machine parks it and calls the primitive again, with the same arguments, when it wakes.
    case block
    /// The primitive's value is that of calling the procedure with the arguments, in tail position.
    case call(Value, [Value])
    /// The value is that of calling the procedure with the primitive itself and the list of its arguments, in tail position.
    case delegate(Value)
    /// Several values (or none).
    case values([Value])
    /// That many more words are needed: collect, then call the primitive again; abort when it asks a second time in vain.
    case needsMemory(Int)
    /// Leave the current evaluation: "Aborting!: …".
    case abort(Abort)
    /// End the process (or the embedded evaluation) with the code.
    case exit(Int32)
    /// The current green thread ends here (`exit-current-thread`).
    case endThread(Value)

    /// Nobody handled the raised object: the thread ends, or an error level of the REPL begins.
    case unhandled(Value)
    /// `call/cc`: call the receiver with the continuation of the primitive's call.
    case capture(Value)
    /// Give the values to the continuation, `dynamic-wind` already dealt with.
    case reinstate(Value, [Value])
    /// Call the thunk in the continuation.
    case within(Value, Value)

    package enum Abort: Sendable {
        case outOfMemory
        case recursionTooDeep
        case interrupted
        case topLevel
    }
}
