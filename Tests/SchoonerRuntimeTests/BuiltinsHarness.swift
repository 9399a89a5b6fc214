import SchoonerLibrary
import SchoonerRuntime

/// Calls primitives with arguments and results written as data.
struct BuiltinsHarness {
    let scheme = Interpreter(heapLimit: 512 << 20, sources: .embedded.withoutImage)
    private let rows = Dictionary((LibraryPrimitives.table + TextPrimitives.table).map { ($0.name, $0) }) { first, _ in
        first
    }

    func datum(_ text: String) throws -> Value {
        try Reader(scheme, text: text, makesLiterals: false).read()
    }

    /// Calls the primitive; arity is the test's own business.
    func call(_ name: String, _ arguments: [Value]) throws(Signal) -> Value {
        guard let row = rows[name] else { throw scheme.simpleError("no such primitive") }
        guard arguments.count >= row.minimum, arguments.count <= row.maximum ?? .max else {
            throw scheme.simpleError("wrong number of arguments in a test")
        }
        let frame = UnsafeMutablePointer<Int>.allocate(capacity: max(arguments.count, 1))
        defer { frame.deallocate() }
        for (index, argument) in arguments.enumerated() { frame[index] = argument.bits }
        return try row.body(scheme, Arguments(base: frame, count: arguments.count))
    }

    func call(_ name: String, _ arguments: Value...) throws(Signal) -> Value { try call(name, arguments) }

    /// The value for arguments that are written as one list.
    func value(_ name: String, _ arguments: String) throws -> Value {
        try call(name, try datum(arguments).listElements().elements)
    }

    /// Whether the call gives something `equal?` to the expected datum.
    func gives(_ name: String, _ arguments: String, _ expected: String) throws -> Bool {
        let value = try value(name, arguments)
        return value.isEqual(try datum(expected))
    }

    /// The error of a call, in short: type, operator and, when there is one, the operand's index; nil when there is none.
    func error(_ name: String, _ arguments: String) throws -> String? {
        let elements = try datum(arguments).listElements().elements
        do throws(Signal) {
            _ = try call(name, elements)
            return nil
        } catch {
            return describe(error)
        }
    }

    func describe(_ signal: Signal) -> String {
        switch signal {
        case .raise(let condition):
            let type = condition[slot: ConditionLayout.type]
            let names = type[slot: ConditionTypeLayout.fieldNames].listElements().elements.map(\.symbolText)
            let fields = condition[slot: ConditionLayout.fields]
            var text = type[slot: ConditionTypeLayout.name].swiftString
            for (index, name) in names.enumerated() where name == "operator" || name == "operand" || name == "name" {
                let field = fields[slot: index]
                if field.isSymbol { text += " " + field.symbolText }
                if field.isFixnum { text += " \(field.fixnum)" }
            }
            return text
        case .needsMemory: return "needs memory"
        case .call(_, let arguments): return "calls the prelude with \(arguments.count)"
        default: return "\(signal)"
        }
    }

    func collect(major: Bool = false) {
        scheme.heap.collect(roots: scheme.rootProviders, major: major)
    }
}
