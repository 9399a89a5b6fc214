extension Interpreter {
    /// The listings of the top-level forms of a program, and of the procedures they define, without running it.
    ///
    /// Syntax definitions take effect; definitions of variables do not.
    /// - Throws: what reading, expanding or compiling a form says.
    package func listing(ofProgram text: [UInt8], file: String) throws(Signal) -> String {
        heap.collectionInhibitions += 1
        defer { heap.collectionInhibitions -= 1 }
        let reader = Reader(self, text: text, file: file)
        var result = ""
        while true {
            var positions: PositionTable? = PositionTable(file: file)
            let datum = try reader.read(positions: &positions)
            if datum.isEOF { return result }
            let line = positions?[datum].map { "\($0.line):\($0.column)" } ?? "\(reader.position.line)"
            let thunk = try compile(datum, userEnvironment, positions ?? PositionTable())
            result += "; \(file):\(line)\n" + listing(of: thunk.code) + "\n"
        }
    }
}
