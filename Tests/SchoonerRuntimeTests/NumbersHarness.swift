import SchoonerLibrary
import SchoonerRuntime
import Testing

/// Evaluates calls of number primitives, nested as in Scheme, without machine or prelude.
struct NumbersHarness {
    let scheme: Interpreter
    private let rows = Dictionary(uniqueKeysWithValues: NumberPrimitives.table.map { ($0.name, $0) })

    init(heapLimit: Int = 512 << 20) { scheme = Interpreter(heapLimit: heapLimit, sources: .embedded.withoutImage) }

    /// The printed value of an expression, several values as a list, or the report of its error.
    func result(_ expression: String) -> String {
        do {
            let form = try Reader(scheme, text: expression, makesLiterals: false).read()
            return text(try value(form))
        } catch Signal.raise(let condition) {
            return report(condition)
        } catch Signal.values(let values) {
            return "(" + values.map(text).joined(separator: " ") + ")"
        } catch {
            return "\(error)"
        }
    }

    private func value(_ form: Value) throws(Signal) -> Value {
        guard form.isPair else { return form }
        if form.car == scheme.heap.intern("quote") { return form.cdr.car }
        guard let row = rows[form.car.symbolText] else {
            throw scheme.simpleError("Unbound variable: " + form.car.symbolText)
        }
        // From right to left, as the machine does.
        var arguments: [Value] = []
        for operand in form.cdr.listElements().elements.reversed() { arguments.insert(try value(operand), at: 0) }
        guard arguments.count >= row.minimum, arguments.count <= row.maximum ?? .max else {
            throw scheme.simpleError("wrong number of arguments")
        }
        let frame = UnsafeMutablePointer<Int>.allocate(capacity: max(arguments.count, 1))
        defer { frame.deallocate() }
        for (index, argument) in arguments.enumerated() { frame[index] = argument.bits }
        return try row.body(scheme, Arguments(base: frame, count: arguments.count))
    }

    func text(_ value: Value) -> String {
        if value.isNumber { return String(decoding: numberText(value), as: UTF8.self) }
        if value.isString { return "\"\(value.swiftString)\"" }
        if value.isSymbol { return value.symbolText }
        if value == .true { return "#t" }
        if value == .false { return "#f" }
        if value.isPair { return "(\(text(value.car)) . \(text(value.cdr)))" }
        return "?"
    }

    /// The error in short: `type`, `range` or `zero`; the object; the operand's index or `-`; the operator.
    private func report(_ condition: Value) -> String {
        let type = condition[slot: ConditionLayout.type][slot: ConditionTypeLayout.name].swiftString
        let fields = condition[slot: ConditionLayout.fields]
        let operand = fields[slot: 2].isFixnum ? text(fields[slot: 2]) : "-"
        switch type {
        case "wrong-type-argument": return "type \(text(fields[slot: 0])) \(operand) \(text(fields[slot: 1]))"
        case "bad-range-argument": return "range \(text(fields[slot: 0])) \(operand) \(text(fields[slot: 1]))"
        case "divide-by-zero": return "zero \(text(fields[slot: 0]))"
        default: return type + ": " + text(fields[slot: 0])
        }
    }

    // MARK: Tables

    /// Checks lines of the form `expression => result`.
    /// - Parameter isClose: whether an inexact result may differ by a few units in the last place.
    func check(_ table: String, isClose: Bool = false) {
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ", omittingEmptySubsequences: false)
            guard let arrow = words.firstIndex(of: "=>") else {
                Issue.record("no arrow in \(line)")
                continue
            }
            let expression = words[..<arrow].joined(separator: " ")
            let expected = words[(arrow + 1)...].joined(separator: " ")
            let result = result(expression)
            if result == expected || isClose && areClose(result, expected) { continue }
            Issue.record("\(expression) gives \(result), not \(expected)")
        }
    }

    private func areClose(_ result: String, _ expected: String) -> Bool {
        self.result("(<= (magnitude (- \(result) \(expected))) (* 1e-14 (magnitude \(expected))))") == "#t"
    }
}
