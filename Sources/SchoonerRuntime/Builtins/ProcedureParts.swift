/// What a procedure is made of: MIT reference manual 12.3, 12.4.
enum ProcedurePartPrimitives {
    static let table: [Primitive] = [
        Primitive("compound-procedure?", 1, "Whether the object is a procedure of a program. MIT 12.1") {
            (scheme, arguments) throws(Signal) -> Value in Value(scheme.isProgramProcedure(arguments[0]))
        },
        Primitive(
            "%compound-procedure-name", 1,
            "The symbol that a compound procedure is named by; #f for one without a name."
        ) { scheme, args throws(Signal) in
            guard args[0].isType(.closure) else { throw scheme.wrongType(args[0], 0, "compound-procedure-name") }
            return args[0].code.codeName
        },
        Primitive("compiled-procedure?", 1, "Whether the object is a procedure of the library. MIT 12.1") {
            (scheme, arguments) throws(Signal) -> Value in
            let object = arguments[0]
            return Value(object.isProcedure && !object.isType(.entity) && !scheme.isProgramProcedure(object))
        },
        Primitive(
            "procedure-environment", 1, "The top-level environment a procedure was made in. MIT 12.1", environment),
        Primitive("%procedure-place", 1, "A vector of file, line and column of a compound procedure, or #f.", place),
        Primitive("%record-predicate-type", 1, "The record type that a predicate was defined with, or #f.", recordType),
    ]

    static func environment(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard scheme.isProgramProcedure(arguments[0]) else {
            guard arguments[0].isProcedure else { throw scheme.wrongType(arguments[0], 0, "procedure-environment") }
            throw scheme.simpleError("Unable to obtain closing environment", arguments[0])
        }
        return arguments[0].code[slot: CodeLayout.environment]
    }

    /// Where its text begins. Procedures of the library have none that anyone could look up.
    static func place(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard scheme.isProgramProcedure(arguments[0]), arguments[0].isType(.closure) else { return .false }
        let entry = scheme.traceEntry(arguments[0].code, instruction: 0)
        guard !entry.isLibrary, let file = entry.file, let line = entry.line, let column = entry.column else {
            return .false
        }
        return scheme.heap.vector([scheme.heap.string(file), Value(fixnum: line), Value(fixnum: column)])
    }

    /// The predicates that `define-record-type` defines consist of one call of `%record-is?` with the type's name.
    static func recordType(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isType(.closure), arguments[0].code.isType(.code) else { return .false }
        let code = arguments[0].code
        let source = code[slot: CodeLayout.source]
        guard source.properListLength == 2, source.cdr.car.properListLength == 3 else { return .false }
        let test = source.cdr.car.listElements().elements
        guard test[0].isIdentifier, test[0].identifierSymbol == scheme.heap.intern("%record-is?"),
            test[2].isIdentifier,
            let cell = scheme.heap.lookUpCell(code[slot: CodeLayout.environment], test[2].identifierSymbol)
        else { return .false }
        let type = cell[slot: CellLayout.value]
        return type.isType(.recordType) ? type : .false
    }
}

extension Interpreter {
    /// Whether it is a closure of a program, not of the library.
    func isProgramProcedure(_ object: Value) -> Bool {
        guard object.isType(.closure), object.code.isType(.code) else { return false }
        return object.code[slot: CodeLayout.environment] != systemEnvironment
    }
}
