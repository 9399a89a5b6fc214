/// Forms that the read-eval-print loop reads: what is evaluated knows where it was typed.
enum FormPrimitives {
    static let table: [Primitive] = [
        Primitive("%read-form", 1, "The console's next datum in a pair with its places, or the eof object.", read),
        Primitive("%evaluate-form", 2, "The value of what `%read-form` gave, in an environment.", evaluate),
    ]

    /// What error reports call the console.
    static let console = "console"

    static func read(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let port = try scheme.textualInput(arguments[0], "read")
        var positions: PositionTable? = PositionTable(file: console)
        let datum = try DatumPrimitives.read(scheme, port, &positions)
        if datum.isEOF { return datum }
        var places = Value.false
        if let positions {
            let handle = scheme.heap.handles.insert(FormPlaces(FormPositions(of: datum, in: positions)))
            places = scheme.heap.object(.handle, Value(fixnum: handle))
            scheme.heap.handles.own(handle, by: places)
        }
        return scheme.heap.cons(datum, places)
    }

    static func evaluate(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let form = arguments[0]
        guard form.isPair else { throw scheme.wrongType(form, 0, "eval") }
        guard arguments[1].isType(.environment) else { throw scheme.wrongType(arguments[1], 1, "eval") }
        var positions = PositionTable()
        if form.cdr.isType(.handle), let places = scheme.heap.handles[form.cdr[slot: 0].fixnum] as? FormPlaces {
            positions = places.positions.table(for: form.car)
        }
        throw .call(try scheme.compile(form.car, arguments[1], positions), [])
    }
}

/// The places of one form's pairs.
private final class FormPlaces: HeapHandle {
    let positions: FormPositions

    init(_ positions: FormPositions) { self.positions = positions }
}
