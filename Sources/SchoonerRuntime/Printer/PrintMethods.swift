// Print methods are procedures of the program (`define-print-method`, MIT reference manual 14.12), and a primitive cannot
// call them. A printer that meets an object which may have one stops; the primitive is left for `%print-again`, which
// calls the methods and then the primitive once more with the texts they wrote.

/// What a printing primitive knows of objects that programs print themselves.
package struct PrintMethods {
    /// Whether any print method has been defined; until then printing asks for nothing.
    var areUsed = false
    /// During a primitive that can ask: the texts of objects, #f for those without a method.
    fileprivate(set) var answers: [Value: Value]?
    /// An object without an answer, in the datum that was being printed.
    fileprivate var missing: (object: Value, datum: Value)?

    /// Notes that printing cannot go on without an answer for the object.
    mutating func ask(_ object: Value, in datum: Value) {
        if missing == nil { missing = (object, datum) }
    }
}

extension Value {
    /// Whether a print method may be asked about the object: those that have no syntax of their own.
    var mayHavePrintMethod: Bool {
        guard isObject, let type else { return false }
        switch type {
        case .record, .recordType, .applyHook, .entity, .closure, .environment, .promise, .cell, .condition, .handle,
            .hashTable, .ephemeron, .weakPair, .waitable:
            return true
        case .port: return portState.pointee.flags.contains(.custom)
        default: return false
        }
    }
}

extension Interpreter {
    /// Runs a primitive's printing with the print methods' texts.
    ///
    /// - Parameters:
    ///   - procedure: the primitive's name, to call it again.
    ///   - arguments: the primitive's arguments.
    ///   - escapes: whether parts are written rather than displayed.
    ///   - print: the printing; it has no effect but its value.
    /// - Throws: the call of `%print-again` when there are methods to call.
    func usingPrintMethods<Result>(
        _ procedure: String, _ arguments: Arguments, escapes: Bool, _ print: () throws(Signal) -> Result
    ) throws(Signal) -> Result {
        guard printMethods.areUsed else { return try print() }
        let isOutermost = printMethods.answers == nil
        if isOutermost { printMethods.answers = [:] }
        defer {
            if isOutermost { printMethods.answers = nil }
            printMethods.missing = nil
        }
        let result = try print()
        guard let (object, datum) = printMethods.missing else { return result }
        let answers = (printMethods.answers ?? [:]).map { heap.cons($0.key, $0.value) }
        throw .call(
            libraryProcedure("%print-again"),
            [
                libraryProcedure(procedure), heap.list(arguments.all), heap.list(candidates(in: datum, from: object)),
                heap.list(answers), Value(escapes),
            ])
    }

    /// The objects of a datum that need an answer, in the order in which they are printed.
    private func candidates(in datum: Value, from first: Value) -> [Value] {
        var found = [first]
        var seen: Set<Value> = [first]
        var work = [datum]
        while let value = work.popLast() {
            if value.isPair {
                guard seen.insert(value).inserted else { continue }
                work.append(value.cdr)
                work.append(value.car)
            } else if value.isVector {
                guard seen.insert(value).inserted else { continue }
                for index in (0..<value.length).reversed() { work.append(value[slot: index]) }
            } else if value.mayHavePrintMethod, printMethods.answers?[value] == nil {
                if seen.insert(value).inserted { found.append(value) }
            }
        }
        return found
    }
}

/// The two primitives with which the prelude serves print methods.
enum PrintMethodPrimitives {
    static let table: [Primitive] = [
        Primitive("%set-structure-tag!", 1, "Says which records are tags of structures.") { scheme, arguments in
            scheme.structureTagRoot.pointee = arguments[0]
            return .unspecific
        },
        Primitive("%use-print-methods!", 0, "Has printing ask for print methods from now on.") { scheme, _ in
            scheme.printMethods.areUsed = true
            return .unspecific
        },
        Primitive(
            "%call-with-printed", 3, "Calls a printing primitive with a list of arguments and an alist of texts.", call),
    ]

    static func call(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isType(.primitive), arguments[1].properListLength != nil else {
            throw scheme.wrongType(arguments[0], 0, "%call-with-printed")
        }
        var answers: [Value: Value] = [:]
        for entry in arguments[2].listElements().elements where entry.isPair { answers[entry.car] = entry.cdr }
        scheme.printMethods.answers = answers
        defer { scheme.printMethods.answers = nil }
        let entry = scheme.primitives + arguments[0][slot: 0].fixnum
        var slots = arguments[1].listElements().elements.map(\.bits)
        let count = slots.count
        guard count >= entry.pointee.minimum, count <= entry.pointee.maximum else {
            throw scheme.wrongType(arguments[1], 1, "%call-with-printed")
        }
        var outcome: Result<Value, Signal> = .success(.unspecific)
        slots.withUnsafeMutableBufferPointer { buffer in
            var spare = 0
            withUnsafeMutablePointer(to: &spare) { spare in
                let base = buffer.baseAddress ?? spare
                do throws(Signal) {
                    outcome = .success(try entry.pointee.call(scheme, Arguments(base: base, count: count)))
                } catch {
                    outcome = .failure(error)
                }
            }
        }
        return try outcome.get()
    }
}
