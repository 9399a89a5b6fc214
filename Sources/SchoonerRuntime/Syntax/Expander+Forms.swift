// Taking forms apart, opening syntactic closures, stripping them, and complaining.

extension Expander {
    /// The elements of a proper list; nil for an improper or circular one.
    func properElements(_ list: Value) -> [Value]? {
        var elements: [Value] = []
        var rest = list
        while rest.isPair {
            elements.append(rest.car)
            rest = rest.cdr
            if elements.count == 100_000 && rest.properListLength == nil { return nil }
        }
        return rest.isNull ? elements : nil
    }

    /// The elements of a special form, keyword included.
    func parts(_ form: Value, _ minimum: Int, _ maximum: Int = .max) throws(Signal) -> [Value] {
        guard let elements = properElements(form), elements.count >= minimum, elements.count <= maximum else {
            throw illFormed(form)
        }
        return elements
    }

    /// What MIT Scheme says about a special form that it cannot read.
    func illFormed(_ form: Value) -> Signal {
        if form.isPair, form.car.isIdentifier {
            let name = form.car.identifierSymbol.symbolText
            if SpecialForm.allCases.contains(where: { $0.complainsAsSpecialForm && $0.name == name }) {
                return interpreter.illFormed(stripForReport(form))
            }
        }
        return interpreter.syntaxError("Ill-formed syntax:", stripForReport(form))
    }

    /// What MIT Scheme says about a keyword in the place of an expression. The irritant is the keyword's meaning.
    func keywordAsExpression(_ meaning: Denotation, _ form: Value) -> Signal {
        switch meaning {
        case .special(let special):
            return interpreter.simpleError(
                (special.isTransformer ? "Transformer" : "Classifier") + " may not be used as an expression:",
                specialFormObject(special))
        case .macro(let macro):
            return interpreter.simpleError("Transformer may not be used as an expression:", macroObject(macro))
        default: return illFormed(form)
        }
    }

    // MARK: Syntactic closures

    /// The form inside a syntactic closure that is no alias, and the scope in which it is to be expanded.
    func open(_ closure: Value, _ scope: Scope) throws(Signal) -> (Value, Scope) {
        let form = closure[slot: SyntacticClosureLayout.form]
        let environment = closure[slot: SyntacticClosureLayout.environment]
        if environment.isFalse, form.isProcedure {
            // What `capture-syntactic-environment` made.
            let argument = object(for: scope)
            mayHoldAliases = true
            return (try whileActive { () throws(Signal) in try interpreter.applyTransformer(form, [argument]) }, scope)
        }
        let outer = self.scope(named: environment, near: scope)
        guard let free = properElements(closure[slot: SyntacticClosureLayout.freeNames]) else { throw illFormed(form) }
        if free.isEmpty { return (form, outer) }
        let inner = makeScope(outer)
        for name in free where name.isIdentifier { inner.bind(name, resolve(name, scope)) }
        return (form, inner)
    }

    /// The datum with aliases turned back into symbols, and closures into their forms.
    /// The same object when there is nothing to turn.
    func strip(_ datum: Value) throws(Signal) -> Value {
        guard mayHoldAliases, datum.isObject || datum.isPair else { return datum }
        if datum.isSymbol { return datum }
        return try stripSyntax(datum, interpreter)
    }

    func stripForReport(_ form: Value) -> Value {
        guard mayHoldAliases else { return form }
        return (try? stripSyntax(form, interpreter)) ?? form
    }
}

/// The datum without syntactic closures: aliases become the symbols that they rename. Copies only what has to change.
/// - Throws: `Signal.abort(.recursionTooDeep)` for data nested too deep to be walked.
package func stripSyntax(_ datum: Value, _ interpreter: Interpreter) throws(Signal) -> Value {
    var stripper = Stripper(heap: interpreter.heap, stackLimit: interpreter.nativeStack.limit())
    guard try stripper.needsStripping(datum) else { return datum }
    return try stripper.strip(datum)
}

/// The walk of `stripSyntax`: it copes with cycles, and visits shared parts once.
private struct Stripper {
    let heap: Heap
    private var visited: Set<Int> = []
    private var copies: [Int: Value] = [:]
    private let stackLimit: Int

    init(heap: Heap, stackLimit: Int) {
        self.heap = heap
        self.stackLimit = stackLimit
    }

    mutating func needsStripping(_ datum: Value) throws(Signal) -> Bool {
        if NativeStack.position < stackLimit { throw .abort(.recursionTooDeep) }
        var datum = datum
        while datum.isPair {
            guard visited.insert(datum.bits).inserted else { return false }
            let head = datum.car
            if head.isPair || head.isObject, try needsStripping(head) { return true }
            datum = datum.cdr
        }
        if datum.isType(.syntacticClosure) { return true }
        if datum.isVector {
            guard visited.insert(datum.bits).inserted else { return false }
            for index in 0..<datum.length where try needsStripping(datum[slot: index]) { return true }
        }
        return false
    }

    mutating func strip(_ datum: Value) throws(Signal) -> Value {
        if NativeStack.position < stackLimit { throw .abort(.recursionTooDeep) }
        var datum = datum
        while datum.isType(.syntacticClosure) { datum = datum[slot: SyntacticClosureLayout.form] }
        if datum.isPair {
            if let copy = copies[datum.bits] { return copy }
            let first = heap.cons(.null, .null)
            copies[datum.bits] = first
            var last = first
            while true {
                heap.setCar(last, try strip(datum.car))
                let rest = datum.cdr
                guard rest.isPair else {
                    heap.setCdr(last, try strip(rest))
                    return first
                }
                if let copy = copies[rest.bits] {
                    heap.setCdr(last, copy)
                    return first
                }
                let next = heap.cons(.null, .null)
                copies[rest.bits] = next
                heap.setCdr(last, next)
                last = next
                datum = rest
            }
        }
        if datum.isVector {
            if let copy = copies[datum.bits] { return copy }
            let copy = heap.vector(count: datum.length, fill: .false)
            copies[datum.bits] = copy
            for index in 0..<datum.length { heap.set(copy, slot: index, try strip(datum[slot: index])) }
            return copy
        }
        return datum
    }
}
