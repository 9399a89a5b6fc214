/// Records: R7RS 5.5, MIT reference manual 10.4. Constructors, accessors and modifiers are closures of the prelude
/// around `%record`, `%record-ref` and `%record-set!`, which check the type when they are told it.
enum RecordPrimitives {
    static let table: [Primitive] = [
        Primitive(
            "%make-record-type", 3, "A record type: name string, field symbols in a list, parent or #f.", makeType),
        Primitive("record-type?", 1, "Whether the object is a record type. MIT 12.1", isType),
        Primitive("record-type-descriptor", 1, "The type of a record. MIT 10.4", descriptor),
        Primitive("record-type-name", 1, "The name of a record type, a string. MIT 10.4", name),
        Primitive("record-type-field-names", 1, "The field names of a record type. MIT 10.4", fieldNames),
        Primitive("record-type-parent", 1, "The type that a record type extends, or #f. MIT 12.1", parent),
        Primitive("%record-type-printer", 1, "The printing procedure of a record type, or #f.", printer),
        Primitive("%set-record-type-printer!", 2, "Gives a record type its printing procedure.", setPrinter),
        Primitive("%record-type-index", 2, "The place of a field in records of a type, or #f.", index),
        Primitive("record?", 1, "Whether the object is a record. MIT 10.4", isRecord),
        Primitive("%record", 1..., "A record: its type, then its fields. MIT 12.1", record),
        Primitive("%make-record", 2...3, "A record of a type with so many words, equally filled. MIT 12.1", makeRecord),
        Primitive("%record?", 1, "Whether the object is a record. MIT 12.1", isRecord),
        Primitive("%record-length", 1, "The words of a record, its type included. MIT 12.1", length),
        Primitive("%record-ref", 2...4, "A word of a record: record, index, type, caller. MIT 12.1", ref),
        Primitive(
            "%record-set!", 3...5, "Stores a word of a record: record, index, value, type, caller. MIT 12.1", set),
        Primitive("%record-is?", 2, "Whether the object is a record of the type or of one that extends it.", isOfType),
        Primitive("%copy-record", 1, "A record with the same fields. MIT 12.1", copy),
        Primitive("copy-record", 1, "A record with the same fields. MIT 12.1", copy),
    ]

    private static func type(_ scheme: Interpreter, _ value: Value, _ procedure: String) throws(Signal) -> Value {
        guard value.isType(.recordType) else { throw scheme.wrongType(value, nil, procedure) }
        return value
    }

    /// A wrong-type error whose operator may be any object: the accessor's name or the accessor itself.
    private static func wrongRecord(_ scheme: Interpreter, _ object: Value, _ caller: Value?) -> Signal {
        .raise(scheme.condition(.wrongTypeArgument, object, caller ?? .false, .false))
    }

    static func makeType(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let parent = arguments[2]
        guard arguments[0].isString else { throw scheme.wrongType(arguments[0], nil, "make-record-type") }
        guard parent.isFalse || parent.isType(.recordType) else {
            throw scheme.wrongType(parent, nil, "make-record-type")
        }
        guard arguments[1].properListLength != nil else {
            throw scheme.wrongType(arguments[1], nil, "make-record-type")
        }
        let own = arguments[1].listElements().elements
        guard own.allSatisfy(\.isSymbol), Set(own).count == own.count else {
            throw scheme.wrongType(arguments[1], nil, "make-record-type")
        }
        var names: [Value] = []
        if parent.isType(.recordType) {
            let inherited = parent[slot: RecordTypeLayout.fieldNames]
            names = (0..<inherited.length).map { inherited[slot: $0] }
        }
        return scheme.heap.object(
            .recordType, arguments[0], scheme.heap.vector(names + own), parent, .false, .false, .false)
    }

    static func isType(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isType(.recordType))
    }

    static func descriptor(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isType(.record), arguments[0][slot: RecordLayout.type].isType(.recordType) else {
            throw scheme.wrongType(arguments[0], nil, "record-type-descriptor")
        }
        return arguments[0][slot: RecordLayout.type]
    }

    static func name(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try type(scheme, arguments[0], "record-type-name")[slot: RecordTypeLayout.name]
    }

    static func fieldNames(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let names = try type(scheme, arguments[0], "record-type-field-names")[slot: RecordTypeLayout.fieldNames]
        return scheme.heap.list((0..<names.length).map { names[slot: $0] })
    }

    static func parent(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try type(scheme, arguments[0], "record-type-parent")[slot: RecordTypeLayout.parent]
    }

    static func printer(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try type(scheme, arguments[0], "define-print-method")[slot: RecordTypeLayout.printer]
    }

    static func setPrinter(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let type = try type(scheme, arguments[0], "define-print-method")
        guard arguments[1].isFalse || arguments[1].isProcedure else {
            throw scheme.wrongType(arguments[1], nil, "define-print-method")
        }
        scheme.heap.set(type, slot: RecordTypeLayout.printer, arguments[1])
        return .unspecific
    }

    static func index(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let names = try type(scheme, arguments[0], "record-accessor")[slot: RecordTypeLayout.fieldNames]
        // The last one wins: a field may hide its parent's field of the same name.
        for index in (0..<names.length).reversed() where names[slot: index] == arguments[1] {
            return Value(fixnum: index + RecordLayout.firstField)
        }
        return .false
    }

    static func isRecord(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isType(.record))
    }

    static func isOfType(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(arguments[0].isRecord(of: arguments[1]))
    }

    static func record(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let place = scheme.heap.allocateObject(.record, payload: arguments.count)
        for index in 0..<arguments.count { place[index + 1] = arguments[index].bits }
        return Value(address: Int(bitPattern: place), tag: Tag.object)
    }

    static func makeRecord(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let count = try scheme.indexArgument(arguments, 1, below: 1 << 30, operand: 1, "%make-record")
        guard count > 0 else { throw scheme.badRange(arguments[1], 1, "%make-record") }
        try scheme.ensureRoom(forWords: count + 1)
        let place = scheme.heap.allocateObject(.record, payload: count)
        (place + 1).update(repeating: (arguments.optional(2) ?? .false).bits, count: count)
        place[1] = arguments[0].bits
        return Value(address: Int(bitPattern: place), tag: Tag.object)
    }

    static func length(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isType(.record) else { throw scheme.wrongType(arguments[0], 0, "%record-length") }
        return Value(fixnum: arguments[0].length)
    }

    static func ref(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let record = arguments[0]
        if let type = arguments.optional(2) {
            if !record.isRecord(of: type) { throw wrongRecord(scheme, record, arguments.optional(3)) }
        } else if !record.isType(.record) {
            throw scheme.wrongType(record, 0, "%record-ref")
        }
        return record[
            slot: try scheme.indexArgument(arguments, 1, below: record.length, operand: 1, "%record-ref")]
    }

    static func set(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let record = arguments[0]
        if let type = arguments.optional(3) {
            if !record.isRecord(of: type) { throw wrongRecord(scheme, record, arguments.optional(4)) }
        } else if !record.isType(.record) {
            throw scheme.wrongType(record, 0, "%record-set!")
        }
        let index = try scheme.indexArgument(arguments, 1, below: record.length, operand: 1, "%record-set!")
        scheme.heap.set(record, slot: index, arguments[2])
        return .unspecific
    }

    static func copy(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let record = arguments[0]
        guard record.isType(.record) else { throw scheme.wrongType(record, nil, "copy-record") }
        return scheme.heap.object(.record, slots: (0..<record.length).map { record[slot: $0] })
    }
}
