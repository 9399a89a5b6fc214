// What the Swift door needs of numbers, beyond what the rest of the runtime offers.

extension Interpreter {
    /// The number that a text is in Scheme's notation; nil when it is none, or cannot be held.
    package func number(parsing text: String) -> Value? {
        let scalars = text.unicodeScalars.map(\.value)
        guard case .number(let number) = NumberReading.parse(scalars, radix: 10, heap: heap) else { return nil }
        return number
    }

    /// An exact integer.
    package func exactInteger(_ integer: Int) -> Value {
        Value.fitsFixnum(integer) ? Value(fixnum: integer) : number(parsing: String(integer)) ?? .false
    }

    /// The cell of a variable of the user environment or one it inherits from; nil when it has no value.
    package func valueOfUserVariable(_ name: String) -> Value? {
        guard let cell = heap.lookUpCell(userEnvironment, heap.intern(name)) else { return nil }
        let value = cell[slot: CellLayout.value]
        return value == .unbound || value == .unassigned || value.isType(.macro) ? nil : value
    }

    /// Defines a variable of the user environment.
    package func defineUserVariable(_ name: String, _ value: Value) {
        define(heap.cell(userEnvironment, heap.intern(name)), value)
    }
}
