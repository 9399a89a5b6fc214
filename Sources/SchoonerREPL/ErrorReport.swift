import SchoonerRuntime

/// What a person is told of an object that no handler took.
package struct ErrorReport {
    /// The report string, without the semicolon before it.
    package private(set) var message: String
    /// The restarts that the condition offers, innermost first, as they describe themselves.
    package let restarts: [String]
    /// The calls of the program that were waiting, innermost first.
    package let frames: [Interpreter.TraceEntry]

    /// Reports a raised object. It runs the program's own reporters, so the object must not be used afterwards.
    package init(_ object: Value, _ scheme: Interpreter) {
        self.init(unhandled: object, scheme)
        guard object.isType(.condition) else { return }
        let procedure = scheme.libraryProcedure("condition/report-string")
        if case .finished(let text) = scheme.scheduler.runMain(procedure, [object]), text.isString {
            message = text.swiftString
        }
    }

    /// The same without running anything: for use while a thread runs.
    package init(unhandled object: Value, _ scheme: Interpreter) {
        guard object.isType(.condition) else {
            message = "The object \(scheme.written(object)) was raised."
            restarts = []
            frames = []
            return
        }
        var source = object
        while source[slot: ConditionLayout.type] == scheme.conditionType(.derivedThreadError),
            let inner = scheme.conditionField(source, scheme.heap.intern("condition")), inner.isType(.condition)
        {
            source = inner
        }
        frames = ErrorReport.parsePlace(source, scheme) + scheme.backtrace(of: source).filter { !$0.isLibrary }
        message = scheme.reportString(object)
        restarts = object[slot: ConditionLayout.restarts].listElements(limit: 1000).elements.map { restart in
            guard restart.isType(.restart) else { return "" }
            let reporter = restart[slot: 3]
            return reporter.isString ? reporter.swiftString : scheme.displayed(restart[slot: 0])
        }
    }

    /// Where the reader stood when the text was no datum.
    private static func parsePlace(_ condition: Value, _ scheme: Interpreter) -> [Interpreter.TraceEntry] {
        func field(_ name: String) -> Value? { scheme.conditionField(condition, scheme.heap.intern(name)) }
        guard let file = field("file"), file.isString, let line = field("line"), line.isFixnum,
            let column = field("column"), column.isFixnum
        else { return [] }
        return [
            Interpreter.TraceEntry(procedure: "", file: file.swiftString, line: line.fixnum, column: column.fixnum)
        ]
    }

    /// The report line, the place of the erring form, and the calls around it.
    package var text: String {
        var lines = [";" + message]
        if let place = frames.first.flatMap(\.place) { lines.append(";  at " + place) }
        for frame in frames {
            let name = frame.procedure.isEmpty ? "(top level)" : frame.procedure
            lines.append(";    in " + name + (frame.place.map { " at " + $0 } ?? ""))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Interpreter.TraceEntry {
    /// `file:line:column`; nil when the procedure was not made from a text.
    package var place: String? {
        guard let file, let line, let column else { return nil }
        return "\(file):\(line):\(column)"
    }
}

extension Signal.Abort {
    /// `;Aborting!: …`
    package var text: String {
        switch self {
        case .outOfMemory: ";Aborting!: out of memory"
        case .recursionTooDeep: ";Aborting!: maximum recursion depth exceeded"
        case .interrupted: ";Quit!"
        case .topLevel: ";Aborting!"
        }
    }
}
