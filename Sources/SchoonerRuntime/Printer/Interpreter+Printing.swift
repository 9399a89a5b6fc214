extension Interpreter {
    /// The number that stands for the object in printed forms.
    package func hashNumber(of object: Value) -> Int { hashNumbers.number(of: object, heap) }

    /// The printed form of a datum as UTF-8.
    package func printed(_ datum: Value, _ style: PrintStyle = .write) -> [UInt8] {
        var printer = Printer(self, style: adapted(style), sink: UTF8Sink())
        printer.print(datum)
        return printer.sink.bytes
    }

    /// The printed form of a datum as code points, at most `limit` of them.
    package func printedScalars(_ datum: Value, _ style: PrintStyle = .write, limit: Int = .max) -> [UInt32] {
        var printer = Printer(self, style: adapted(style), sink: ScalarSink(limit: limit))
        printer.print(datum)
        return printer.sink.scalars
    }

    /// What `write` prints.
    package func written(_ datum: Value) -> String { String(decoding: printed(datum, .write), as: UTF8.self) }

    /// What `display` prints.
    package func displayed(_ datum: Value) -> String { String(decoding: printed(datum, .display), as: UTF8.self) }
}
