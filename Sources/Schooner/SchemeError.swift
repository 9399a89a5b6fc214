/// Why an evaluation has no value.
public enum SchemeError: Error, Sendable {
    /// The program raised an object that no handler took.
    case raised(SchemeCondition)
    /// The evaluation was given up: "Aborting!: out of memory" and kin.
    case aborted(Abort)
    /// The program called `exit`.
    case exited(code: Int)
    /// The interpreter has been shut down.
    case shutDown
    /// A value belongs to another interpreter.
    case foreignObject
    /// The text of a `SchemeValue.number` is no number.
    case invalidNumber(String)
    /// The process has no descriptor or thread left for an interpreter.
    case cannotStart(String)

    /// Why an evaluation was given up.
    public enum Abort: String, Sendable {
        case outOfMemory = "out of memory"
        case recursionTooDeep = "maximum recursion depth exceeded"
        case interrupted = "interrupted"
        case topLevel = "top level"
    }
}

/// A raised object, as Swift sees it: for a condition its report, for anything else what `raise` got.
public struct SchemeCondition: Sendable {
    /// The report string: `The object (), passed as the first argument to car, is not the correct type.`
    public let message: String
    /// The name of the condition type, `wrong-type-argument`; nil when the raised object is no condition.
    public let type: String?
    /// The irritants of an error made by `error`; for another object, the object itself.
    public let irritants: [SchemeValue]
    /// The calls that were waiting, innermost first.
    public let backtrace: [Frame]

    public init(message: String, type: String?, irritants: [SchemeValue], backtrace: [Frame]) {
        self.message = message
        self.type = type
        self.irritants = irritants
        self.backtrace = backtrace
    }

    /// The same with another report.
    func with(message: String) -> SchemeCondition {
        SchemeCondition(message: message, type: type, irritants: irritants, backtrace: backtrace)
    }

    /// A waiting call.
    public struct Frame: Sendable, CustomStringConvertible {
        /// The procedure's name; empty for an anonymous one.
        public let procedure: String
        public let file: String?
        /// Counted from 1; nil when the procedure was not made from a text.
        public let line: Int?
        public let column: Int?

        public init(procedure: String, file: String?, line: Int?, column: Int?) {
            self.procedure = procedure
            self.file = file
            self.line = line
            self.column = column
        }

        public var description: String {
            var text = procedure.isEmpty ? "(top level)" : procedure
            if let line, let column { text += " at " + (file.map { $0 + ":" } ?? "") + "\(line):\(column)" }
            return text
        }
    }
}

extension SchemeError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .raised(let condition):
            ([";" + condition.message] + condition.backtrace.map { ";  in \($0)" }).joined(separator: "\n")
        case .aborted(let abort): ";Aborting!: " + abort.rawValue
        case .exited(let code): ";Exited with code \(code)"
        case .shutDown: ";The interpreter has been shut down"
        case .foreignObject: ";The object belongs to another interpreter"
        case .invalidNumber(let text): ";Not a number: \(text)"
        case .cannotStart(let reason): ";The interpreter cannot start: \(reason)"
        }
    }
}
