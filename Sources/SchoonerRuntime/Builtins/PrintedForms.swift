/// Printed forms as strings, and the numbers in them: MIT reference manual 14.5, 14.12.
package enum PrintedFormPrimitives {
    package static let table: [Primitive] = [
        Primitive(
            "write-to-string", 1...2,
            "What `write` prints of the object; with a limit a pair: whether it was cut, and the text. MIT 12.1",
            written),
        Primitive("%pp-text", 1, "What `write` prints of the object, `'a` for `(quote a)`.", abbreviated),
        Primitive("%display-to-string", 1, "What `display` prints of the object.", displayed),
        Primitive("hash-object", 1...2, "The number that stands for the object in printed forms. MIT 12.1", number),
        Primitive("object-hash", 1...2, "The number that stands for the object in printed forms. MIT", number),
        Primitive("unhash-object", 1...2, "The object with a number of printed forms. MIT 12.1", object),
        Primitive("object-unhash", 1...2, "The object with a number of printed forms. MIT", object),
    ]

    static func written(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        if arguments.count > 1 && arguments[1] != .default {
            throw .call(scheme.libraryProcedure("%write-to-limited-string"), [arguments[0], arguments[1]])
        }
        let text = try scheme.usingPrintMethods("write-to-string", arguments, escapes: true) { () throws(Signal) in
            scheme.printedScalars(arguments[0], .write)
        }
        return try scheme.newString(text)
    }

    static func abbreviated(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        var style = PrintStyle.write
        style.abbreviatesQuotations = true
        let text = try scheme.usingPrintMethods("%pp-text", arguments, escapes: true) { () throws(Signal) in
            scheme.printedScalars(arguments[0], style)
        }
        return try scheme.newString(text)
    }

    static func displayed(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let text = try scheme.usingPrintMethods("%display-to-string", arguments, escapes: false) { () throws(Signal) in
            scheme.printedScalars(arguments[0], .display)
        }
        return try scheme.newString(text)
    }

    static func number(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(fixnum: scheme.hashNumber(of: arguments[0]))
    }

    static func object(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isFixnum else { throw scheme.wrongType(arguments[0], 0, "unhash-object") }
        guard let object = scheme.hashNumbers.object(arguments[0].fixnum, scheme.heap) else {
            throw scheme.badRange(arguments[0], 0, "unhash-object")
        }
        return object
    }
}
