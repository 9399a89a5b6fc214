import SchoonerRuntime

// Values between Scheme and Swift. Both ways they are copied; what cannot be copied goes by reference.

extension InterpreterHost {
    /// Containers nested deeper than this go by reference.
    private static let deepest = 256
    /// How many parts of one value are copied at most; the rest goes by reference.
    private static let largest = 1 << 24

    // MARK: To Swift

    func swiftValue(_ value: Value) -> SchemeValue {
        var path: Set<Value> = []
        var budget = InterpreterHost.largest
        return swiftValue(value, &path, &budget)
    }

    private func swiftValue(_ value: Value, _ path: inout Set<Value>, _ budget: inout Int) -> SchemeValue {
        budget -= 1
        if value.isFixnum { return .integer(value.fixnum) }
        if value.isFlonum { return .real(value.double) }
        if value.isCharacter { return .character(value.character) }
        if value.isPair { return pairs(value, &path, &budget) }
        switch value {
        case .true: return .boolean(true)
        case .false: return .boolean(false)
        case .null: return .list([])
        case .unspecific: return .unspecific
        case .eof: return .endOfFile
        case .default: return .defaultObject
        default: break
        }
        switch value.type {
        case .string: return .string(value.swiftString)
        case .symbol: return .symbol(value.symbolText)
        case .bytevector: return .bytes(Array(value.byteBuffer))
        case .bignum:
            let text = interpreter.written(value)
            return Int(text).map { .integer($0) } ?? .number(text)
        case .ratio, .complex: return .number(interpreter.written(value))
        case .vector:
            guard enter(value, value.length, &path, budget) else { return reference(value) }
            defer { path.remove(value) }
            return .vector((0..<value.length).map { swiftValue(value[slot: $0], &path, &budget) })
        default: return reference(value)
        }
    }

    private func pairs(_ value: Value, _ path: inout Set<Value>, _ budget: inout Int) -> SchemeValue {
        let (elements, tail) = value.listElements(limit: max(1, budget))
        guard !tail.isPair, enter(value, elements.count, &path, budget) else { return reference(value) }
        defer { path.remove(value) }
        // A long chain of `pair` links would be a deep value.
        guard tail.isNull || elements.count <= InterpreterHost.deepest else { return reference(value) }
        let copies = elements.map { swiftValue($0, &path, &budget) }
        if tail.isNull { return .list(copies) }
        return copies.reversed().reduce(swiftValue(tail, &path, &budget)) { .pair($1, $0) }
    }

    /// Whether the parts of a container can be copied: it is not inside itself, nor too deep, nor too much.
    private func enter(_ value: Value, _ count: Int, _ path: inout Set<Value>, _ budget: Int) -> Bool {
        guard path.count < InterpreterHost.deepest, count <= budget else { return false }
        return path.insert(value).inserted
    }

    private func reference(_ value: Value) -> SchemeValue {
        let slot = objects.insert(value, interpreter.heap)
        // A cyclic value has no end, a large one a long one.
        let description = String(
            decoding: interpreter.printedScalars(value, .write, limit: 200).flatMap { scalar in
                Array(String(Unicode.Scalar(scalar).map(Character.init) ?? "\u{FFFD}").utf8)
            }, as: UTF8.self)
        return .object(
            SchemeObject(
                description: description, isProcedure: value.isProcedure, slot: slot,
                home: ObjectIdentifier(thread), release: { [thread = thread!] in thread.release($0) }))
    }

    // MARK: To Scheme

    /// - Throws: `foreignObject`; `invalidNumber`; `aborted(.outOfMemory)` for what the heap has no room for.
    func schemeValue(_ value: SchemeValue) throws(SchemeError) -> Value {
        let heap = interpreter.heap
        switch value {
        case .unspecific: return .unspecific
        case .boolean(let flag): return Value(flag)
        case .integer(let integer): return interpreter.exactInteger(integer)
        case .real(let number): return heap.flonum(number)
        case .number(let text):
            guard let number = interpreter.number(parsing: text) else { throw .invalidNumber(text) }
            return number
        case .character(let scalar): return Value(character: scalar <= 0x10FFFF ? scalar : 0xFFFD)
        case .string(let text):
            try reserve(text.utf8.count / 2)
            return heap.string(text)
        case .symbol(let name): return heap.intern(name)
        case .bytes(let bytes):
            try reserve(bytes.count / 8)
            return heap.bytevector(bytes)
        case .list(let elements):
            try reserve(elements.count * 2)
            return heap.list(try schemeValues(elements))
        case .pair: return try chain(value)
        case .vector(let elements):
            try reserve(elements.count)
            return heap.vector(try schemeValues(elements))
        case .endOfFile: return .eof
        case .defaultObject: return .default
        case .object(let object):
            guard object.home == ObjectIdentifier(thread) else { throw .foreignObject }
            return objects.object(object.slot)
        }
    }

    func schemeValues(_ values: [SchemeValue]) throws(SchemeError) -> [Value] {
        var result: [Value] = []
        result.reserveCapacity(values.count)
        for value in values { result.append(try schemeValue(value)) }
        return result
    }

    private func chain(_ value: SchemeValue) throws(SchemeError) -> Value {
        var elements: [Value] = []
        var rest = value
        while case .pair(let first, let second) = rest {
            elements.append(try schemeValue(first))
            rest = second
        }
        return interpreter.heap.list(elements, tail: try schemeValue(rest))
    }

    private func reserve(_ words: Int) throws(SchemeError) {
        if words > 1024 && !interpreter.heap.hasRoom(forWords: words) { throw .aborted(.outOfMemory) }
    }

    // MARK: Conditions

    /// What Swift is told of a raised object.
    func condition(_ object: Value) -> SchemeCondition {
        guard object.isType(.condition) else {
            return SchemeCondition(
                message: "The object \(interpreter.written(object)) was raised.", type: nil,
                irritants: [swiftValue(object)], backtrace: [])
        }
        let irritants = interpreter.conditionField(object, interpreter.heap.intern("irritants")) ?? .null
        let type = object[slot: ConditionLayout.type][slot: ConditionTypeLayout.name]
        return SchemeCondition(
            message: interpreter.reportString(object), type: type.isString ? type.swiftString : nil,
            irritants: irritants.listElements(limit: 1000).elements.map(swiftValue),
            backtrace: interpreter.backtrace(of: object).filter { !$0.isLibrary }.map { entry in
                SchemeCondition.Frame(
                    procedure: entry.procedure, file: entry.file, line: entry.line, column: entry.column)
            })
    }

    /// The signal by which an error of Swift code becomes a condition.
    func signal(_ error: any Error) -> Signal {
        guard case SchemeError.raised(let condition) = error else { return interpreter.simpleError("\(error)") }
        guard condition.type == nil, let object = condition.irritants.first, let value = try? schemeValue(object) else {
            return interpreter.simpleError(condition.message)
        }
        return .raise(value)
    }
}
