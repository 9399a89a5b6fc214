/// `read`, `write` and their kin: R7RS 6.13.2, 6.13.3.
enum DatumPrimitives {
    static let table: [Primitive] = [
        Primitive("read", 0...1, "The next datum of a port, or the eof object. R7RS 6.13.2", read),
        Primitive("write", 1...3, "Writes a datum as `read` takes it. R7RS 6.13.3", write),
        Primitive("write-simple", 1...2, "As write. R7RS 6.13.3", write),
        Primitive("write-shared", 1...2, "Writes a datum with a label for everything shared. R7RS 6.13.3", writeShared),
        Primitive("display", 1...3, "Writes a datum for people to read. R7RS 6.13.3", display),
        Primitive("write-line", 1...2, "Writes a datum and ends the line. MIT 14.5", writeLine),
    ]

    static func read(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        var none: PositionTable?
        return try read(scheme, try scheme.textualInput(arguments.optional(0), "read"), &none)
    }

    /// The next datum of a textual port, with the positions of its pairs when a table is given.
    static func read(_ scheme: Interpreter, _ port: Value, _ positions: inout PositionTable?) throws(Signal) -> Value {
        let core = port.portCore
        let state = port.portState
        if core.datumScanner == nil { core.datumStart = core.position }
        var scanner = core.datumScanner ?? DatumScanner()
        core.datumScanner = nil
        while true {
            // Characters that are single bytes are taken where they lie.
            while state.pointee.inputFast && state.pointee.inputNext < state.pointee.inputEnd {
                let byte = state.pointee.inputNext.pointee
                guard byte < 0x80 && byte != state.pointee.special else { break }
                let verdict = scanner.offer(UInt32(byte))
                if verdict != .complete { core.take(1) }
                if verdict != .taken { return try parse(scheme, port, core, scanner, &positions) }
            }
            let character: UInt32?
            do throws(Signal) {
                character = try next(scheme, port, core)
            } catch {
                if case .block = error { core.datumScanner = scanner }
                throw error
            }
            switch scanner.offer(character) {
            case .taken: _ = core.nextCharacter(taking: true)
            case .takenAndComplete:
                _ = core.nextCharacter(taking: true)
                return try parse(scheme, port, core, scanner, &positions)
            case .complete: return try parse(scheme, port, core, scanner, &positions)
            }
        }
    }

    /// The next character, left in the port; nil at the end of the stream.
    private static func next(_ scheme: Interpreter, _ port: Value, _ core: PortCore) throws(Signal) -> UInt32? {
        while true {
            if let scalar = core.nextCharacter(taking: false) { return scalar }
            if try !scheme.fillOrWait(port, core), !core.finishDecoding() { return nil }
        }
    }

    static func parse(
        _ scheme: Interpreter, _ port: Value, _ core: PortCore, _ scanner: DatumScanner,
        _ positions: inout PositionTable?
    ) throws(Signal) -> Value {
        var file: String?
        if case .file(let name) = core.kind { file = name }
        var foldsCase = core.foldsCase ?? scheme.dialect.foldsCase
        var radix = 10
        if scheme.printParameters.mayDiffer {
            if core.foldsCase == nil { foldsCase = foldsCase && scheme.printParameter(.readerFoldsCase).isTrue }
            let wanted = scheme.printParameter(.readerRadix)
            if wanted.isFixnum, [2, 8, 16].contains(wanted.fixnum) { radix = wanted.fixnum }
        }
        let reader = Reader(
            scheme, text: scanner.text, file: file, start: core.datumStart, foldsCase: foldsCase,
            makesLiterals: false)
        reader.radix = radix
        defer { if reader.foldsCase != foldsCase { core.foldsCase = reader.foldsCase } }
        return try reader.read(positions: &positions, port: port)
    }

    static func write(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try put(scheme, arguments, .write, "write")
        return .unspecific
    }

    static func writeShared(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try put(scheme, arguments, .writeShared, "write-shared")
        return .unspecific
    }

    static func display(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let datum = arguments[0]
        if datum.isString {
            let port = try scheme.textualOutput(arguments.optional(1), "display")
            try OutputPrimitives.writing(scheme, port) { core throws(PortCore.Unencodable) in
                try core.write(datum, 0..<datum.stringLength)
            }
        } else {
            try put(scheme, arguments, .display, "display")
        }
        return .unspecific
    }

    static func writeLine(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try put(scheme, arguments, .write, "write-line", endsLine: true)
        return .unspecific
    }

    /// Prints to memory and then writes that: a port that would make the writer wait does so before anything is printed.
    private static func put(
        _ scheme: Interpreter, _ arguments: Arguments, _ style: PrintStyle, _ procedure: StaticString,
        endsLine: Bool = false
    ) throws(Signal) {
        let port = try scheme.textualOutput(arguments.optional(1), procedure)
        let datum = arguments[0]
        if datum.isFixnum && !endsLine && !scheme.printParameters.mayDiffer {
            return try OutputPrimitives.writing(scheme, port) { core throws(PortCore.Unencodable) in
                try core.write(decimal: datum.fixnum)
            }
        }
        var printed: [UInt8]?
        if scheme.printMethods.areUsed {
            printed = try scheme.usingPrintMethods(procedure.description, arguments, escapes: style.escapes) {
                () throws(Signal) in scheme.printed(datum, style)
            }
        }
        try OutputPrimitives.writing(scheme, port) { core throws(PortCore.Unencodable) in
            var text = printed ?? scheme.printed(datum, style)
            if endsLine { text.append(10) }
            var failure: PortCore.Unencodable?
            text.withUnsafeBufferPointer { bytes in
                do throws(PortCore.Unencodable) { try core.write(utf8: bytes) } catch { failure = error }
            }
            if let failure { throw failure }
        }
    }
}

extension PortCore {
    /// Writes a number in decimal.
    func write(decimal number: Int) throws(Unencodable) {
        var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
        var failure: Unencodable?
        withUnsafeMutableBytes(of: &digits) { bytes in
            var place = bytes.count
            var rest = number.magnitude
            repeat {
                place -= 1
                bytes[place] = 48 + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            if number < 0 {
                place -= 1
                bytes[place] = 45
            }
            let text = UnsafeMutableBufferPointer(rebasing: bytes.assumingMemoryBound(to: UInt8.self)[place...])
            do throws(Unencodable) { try write(latin1: UnsafeBufferPointer(text)) } catch { failure = error }
        }
        if let failure { throw failure }
    }
}
