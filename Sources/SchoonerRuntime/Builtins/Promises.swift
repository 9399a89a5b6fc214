/// The states of a promise, `[state, content]`: the content is a thunk, a value or another promise.
package enum PromiseState {
    /// The thunk's value will be the promise's (`delay`).
    package static let delayed = 0
    /// The thunk gives another promise, whose value will be this one's (`delay-force`).
    package static let lazy = 1
    /// The value is there.
    package static let forced = 2
    /// Another promise, the one being forced, answers for this one.
    package static let linked = 3
}

/// The parts that the prelude's `force` is made of: R7RS 4.2.5. A chain of `delay-force` runs in constant space, because a
/// promise takes over the work of the one that its thunk gave, which from then on is linked to it.
enum PromisePrimitives {
    static let table: [Primitive] = [
        Primitive("promise?", 1, "Whether the object is a promise. R7RS 4.2.5", isPromise),
        Primitive("make-promise", 1, "A forced promise with the value; a promise itself is returned. R7RS 4.2.5", make),
        Primitive("%make-delayed", 1, "The promise that `delay` makes of a thunk.", makeDelayed),
        Primitive("%make-lazy-promise", 1, "The promise that `delay-force` makes of a thunk.", makeLazy),
        Primitive("make-unforced-promise", 1, "The promise that `delay-force` makes of a thunk. MIT 12.1", makeLazy),
        Primitive("promise-forced?", 1, "Whether the promise has its value. MIT 12.1", isForced),
        Primitive("%promise-state", 1, "What kind of work is left to do: 0 a value, 1 a promise, 2 none.", state),
        Primitive("%promise-content", 1, "The value of a forced promise, or the thunk of another.", content),
        Primitive("%promise-resolve!", 2, "Gives a promise its value, unless it has one.", resolve),
        Primitive("%promise-adopt!", 2, "Makes the second promise's work or value the first one's.", adopt),
        Primitive("stream-pair?", 1, "Whether the object is a pair whose cdr is a promise. MIT 7.8", isStreamPair),
    ]

    private static func end(_ promise: Value) -> Value {
        var promise = promise
        while promise[slot: 0].fixnum == PromiseState.linked { promise = promise[slot: 1] }
        return promise
    }

    private static func promise(_ scheme: Interpreter, _ value: Value, _ procedure: String) throws(Signal) -> Value {
        guard value.isType(.promise) else { throw scheme.wrongType(value, nil, procedure) }
        return end(value)
    }

    static func isPromise(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isType(.promise))
    }

    static func isStreamPair(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isPair && arguments[0].cdr.isType(.promise))
    }

    private static func new(_ scheme: Interpreter, _ state: Int, _ content: Value) -> Value {
        scheme.heap.object(.promise, Value(fixnum: state), content)
    }

    static func make(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        arguments[0].isType(.promise) ? arguments[0] : new(scheme, PromiseState.forced, arguments[0])
    }

    static func makeDelayed(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        new(scheme, PromiseState.delayed, arguments[0])
    }

    static func makeLazy(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        new(scheme, PromiseState.lazy, arguments[0])
    }

    static func isForced(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(try promise(scheme, arguments[0], "promise-forced?")[slot: 0].fixnum == PromiseState.forced)
    }

    static func state(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try promise(scheme, arguments[0], "force")[slot: 0]
    }

    static func content(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try promise(scheme, arguments[0], "force")[slot: 1]
    }

    static func resolve(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let promise = try promise(scheme, arguments[0], "force")
        if promise[slot: 0].fixnum != PromiseState.forced {
            scheme.heap.set(promise, slot: 0, Value(fixnum: PromiseState.forced))
            scheme.heap.set(promise, slot: 1, arguments[1])
        }
        return promise[slot: 1]
    }

    static func adopt(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let promise = try promise(scheme, arguments[0], "force")
        let other = try self.promise(scheme, arguments[1], "force")
        if promise != other && promise[slot: 0].fixnum != PromiseState.forced {
            scheme.heap.set(promise, slot: 0, other[slot: 0])
            scheme.heap.set(promise, slot: 1, other[slot: 1])
            if other[slot: 0].fixnum != PromiseState.forced {
                scheme.heap.set(other, slot: 0, Value(fixnum: PromiseState.linked))
                scheme.heap.set(other, slot: 1, promise)
            }
        }
        return .unspecific
    }
}
