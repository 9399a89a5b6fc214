/// A text that is being read and evaluated form by form.
///
/// A program that begins with `import` or `define-library` is one of R7RS: it is case-sensitive, and nothing is bound but what it
/// imports. Any other program is one of MIT Scheme.
final class SourceText: HeapHandle {
    /// The name of a program that comes from the standard input.
    static let standardInput = "standard-input"

    private let text: [UInt8]
    private var reader: Reader
    /// Whether the text is a program of its own, and not part of a session.
    private let isProgram: Bool
    private var isFirst = true
    private var dialect = Dialect.mit
    /// The dialect in force where this text is evaluated.
    private var outerDialect = Dialect.mit
    /// Where the forms stood that are waiting in the source's object.
    private var pendingPositions: [FormPositions] = []

    init(_ scheme: Interpreter, _ text: [UInt8], file: String?, isProgram: Bool) {
        self.text = text
        self.isProgram = isProgram
        reader = Reader(scheme, text: text, file: file)
    }

    /// Evaluation of the text begins or goes on: its dialect holds.
    func enter(_ scheme: Interpreter) {
        outerDialect = scheme.dialect
        if isProgram { scheme.dialect = dialect }
    }

    /// Evaluation of the text ends, or is left.
    func leave(_ scheme: Interpreter) { scheme.dialect = outerDialect }

    /// The next form as a thunk; the end-of-file object at the end.
    ///
    /// - Parameter source: the heap object of this text.
    func next(_ scheme: Interpreter, _ source: Value) throws(Signal) -> Value {
        var (datum, positions) = try read(scheme, source)
        if datum.isEOF { return datum }
        if isFirst {
            isFirst = false
            if isProgram, scheme.libraryForm(datum, scheme.systemEnvironment) != nil {
                dialect = .r7rs
                scheme.dialect = .r7rs
                reader = Reader(scheme, text: text, file: reader.file, foldsCase: false)
                (datum, positions) = try read(scheme, source)
                let environment = scheme.heap.makeEnvironment(parent: .false)
                scheme.heap.set(source, slot: SourceLayout.environment, environment)
            }
        }
        do throws(Signal) {
            let environment = source[slot: SourceLayout.environment]
            if let forms = try scheme.splicedForms(datum, positions, environment) {
                keep(forms, scheme, source)
                return try next(scheme, source)
            }
            return try scheme.compile(datum, environment, positions)
        } catch {
            scheme.notePlace(of: error, datum, positions)
            throw error
        }
    }

    private func read(_ scheme: Interpreter, _ source: Value) throws(Signal) -> (Value, PositionTable) {
        let pending = source[slot: SourceLayout.pending]
        if pending.isPair {
            scheme.heap.set(source, slot: SourceLayout.pending, pending.cdr)
            return (pending.car, pendingPositions.removeFirst().table(for: pending.car))
        }
        var positions: PositionTable? = PositionTable(file: reader.file)
        let datum = try reader.read(positions: &positions)
        return (datum, positions ?? PositionTable())
    }

    /// Sets forms aside that are to be evaluated one after the other, before what the text goes on with.
    private func keep(_ forms: [(form: Value, positions: PositionTable)], _ scheme: Interpreter, _ source: Value) {
        var list = source[slot: SourceLayout.pending]
        for (form, _) in forms.reversed() { list = scheme.heap.cons(form, list) }
        scheme.heap.set(source, slot: SourceLayout.pending, list)
        pendingPositions.insert(
            contentsOf: forms.map { FormPositions(of: $0.form, in: $0.positions) }, at: 0)
    }
}

/// The heap object of a source.
enum SourceLayout {
    static let handle = 0
    static let environment = 1
    /// Forms that have been read and wait for their turn.
    static let pending = 2
}

extension Interpreter {
    func makeSource(_ source: SourceText, _ environment: Value) -> Value {
        let index = heap.handles.insert(source)
        let object = heap.object(.handle, Value(fixnum: index), environment, .null)
        heap.handles.own(index, by: object)
        return object
    }
}
