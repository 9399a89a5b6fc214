/// Turns one top-level form into `Core`.
///
/// Hygiene is by syntactic closures with renaming, as in MIT Scheme: an identifier is a symbol or an *alias*, a
/// syntactic closure whose form is an identifier. Binding forms bind the very identifier they are given; an alias that
/// nothing binds means what its form means in its environment. So `syntax-rules` and the three procedural
/// macro systems share one mechanism.
///
/// An expander holds values: it is good until the machine's next safepoint, so make one for each top-level form.
package final class Expander {
    let interpreter: Interpreter
    let heap: Heap
    let positions: PositionTable
    let topScope: Scope
    /// The position of the innermost form with one: what a macro made takes its use's.
    /// An error leaves it where it was found.
    package internal(set) var here: SourcePosition?

    /// Forms being expanded inside one another: a bound of the depth of the core form, which the compiler follows.
    var depth = 0
    static let maximumDepth = 10_000
    /// Frames must stay above this address.
    private let stackLimit: Int

    /// The scopes that aliases or transformers can name, by serial.
    var namedScopes: [Int: Scope] = [:]
    private var topScopes: [Int: Scope] = [:]
    private var globalMacros: [Int: Macro] = [:]
    private var systemAliases: [String: Value] = [:]
    /// Symbols that this form defines at top level: references to them do not reach a parent environment's binding.
    var definedSymbols: Set<Int> = []
    /// Aliases that this form defines at top level, with their symbols.
    var definedAliases: [Int: Value] = [:]
    /// Scopes older than this are invisible: a transformer expression runs before the variables around it exist.
    var oldestVisibleScope = 0
    /// Whether the form may contain aliases: only then must quotations be searched for them.
    var mayHoldAliases = false

    /// Whether the environment is MIT Scheme's or one below it. There the body of a `let-syntax` in a body may define
    /// names for the body around it; in R7RS (4.3.1) it is a body of its own.
    private(set) lazy var isMITProgram: Bool = {
        var environment = topScope.environment
        while environment.isType(.environment) {
            if environment == interpreter.systemEnvironment { return true }
            environment = environment[slot: EnvironmentLayout.parent]
        }
        return false
    }()

    let knownNames: UnsafeMutablePointer<Value>

    /// - Parameters:
    ///   - environment: the top-level environment in which the form is to be evaluated.
    ///   - positions: where the pairs of the datum stood in the text.
    package init(interpreter: Interpreter, environment: Value, positions: PositionTable = PositionTable()) {
        self.interpreter = interpreter
        heap = interpreter.heap
        self.positions = positions
        stackLimit = interpreter.nativeStack.limit()
        knownNames = interpreter.knownNames()
        interpreter.scopeCount += 1
        topScope = Scope(environment: environment, serial: interpreter.scopeCount)
        topScopes[environment.bits] = topScope
        mayHoldAliases = interpreter.activeExpander != nil
    }

    /// Expands a top-level form. Top-level syntax definitions take effect as they are met.
    package func expand(_ datum: Value) throws(Signal) -> Core {
        try expandTopLevel(datum, topScope)
    }

    /// Counts levels of nesting, of the datum or of the core form that will come of it; `leave` takes them back.
    /// - Throws: `Signal.abort(.recursionTooDeep)` before the native stack runs out.
    func enter(levels: Int = 1) throws(Signal) {
        depth += levels
        if depth > Expander.maximumDepth || NativeStack.position < stackLimit {
            depth -= levels
            throw .abort(.recursionTooDeep)
        }
    }

    func leave(levels: Int = 1) { depth -= levels }

    // MARK: Any form

    func expand(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        if form.isPair {
            try enter()
            defer { leave() }
            let outer = here
            if let position = positions[form] { here = position }
            let core = try expandPair(form, scope)
            here = outer
            return core
        }
        guard form.isObject else { return .constant(form) }
        if form.isSymbol { return try expandIdentifier(form, scope) }
        if form.isType(.syntacticClosure) {
            if form.isIdentifier { return try expandIdentifier(form, scope) }
            let (inner, innerScope) = try open(form, scope)
            try enter()
            defer { leave() }
            return try expand(inner, innerScope)
        }
        return .constant(form.isVector ? try strip(form) : form)
    }

    private func expandPair(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        let head = form.car
        guard head.isIdentifier else { return try expandCall(try expand(head, scope), form, scope) }
        switch resolve(head, scope) {
        case .special(let special): return try expandSpecial(special, form, scope)
        case .macro(let macro):
            let (result, resultScope) = try expandMacro(macro, form, scope)
            return try expand(result, resultScope)
        case .variable(let variable): return try expandCall(.local(variable), form, scope)
        case .global(let symbol, let environment, let cell):
            return try expandCall(.global(reference(symbol, environment, cell)), form, scope)
        }
    }

    private func expandCall(_ operation: Core, _ form: Value, _ scope: Scope) throws(Signal) -> Core {
        guard let arguments = properElements(form.cdr) else {
            throw interpreter.syntaxError("Combination must be a proper list:", try strip(form))
        }
        var operands: [Core] = []
        operands.reserveCapacity(arguments.count)
        for argument in arguments { operands.append(try expand(argument, scope)) }
        return .call(operation, operands, here)
    }

    func expandIdentifier(_ identifier: Value, _ scope: Scope) throws(Signal) -> Core {
        let meaning = resolve(identifier, scope)
        switch meaning {
        case .variable(let variable): return .local(variable)
        case .global(let symbol, let environment, let cell): return .global(reference(symbol, environment, cell))
        case .special, .macro: throw keywordAsExpression(meaning, identifier)
        }
    }

    /// Several forms in order; none at all is unspecific.
    func expandSequence(_ forms: Value, _ scope: Scope, of form: Value) throws(Signal) -> Core {
        guard let elements = properElements(forms) else { throw illFormed(form) }
        var expressions: [Core] = []
        expressions.reserveCapacity(elements.count)
        for element in elements { expressions.append(try expand(element, scope)) }
        return sequence(expressions)
    }

    /// An expression whose value is only tested: `and` and `or` need no temporary there.
    func expandTest(_ form: Value, _ scope: Scope) throws(Signal) -> Core {
        if form.isPair, form.car.isIdentifier, case .special(let special) = resolve(form.car, scope) {
            if special == .or { return try expandOr(form, scope, isTest: true) }
            if special == .and { return try expandAnd(form, scope, isTest: true) }
        }
        return try expand(form, scope)
    }

    func sequence(_ expressions: [Core]) -> Core {
        switch expressions.count {
        case 0: .constant(.unspecific)
        case 1: expressions[0]
        default: .sequence(expressions)
        }
    }

    // MARK: Scopes

    func makeScope(_ parent: Scope, receivesDefinitions: Bool = true) -> Scope {
        interpreter.scopeCount += 1
        return Scope(parent: parent, serial: interpreter.scopeCount, receivesDefinitions: receivesDefinitions)
    }

    /// The scope of a top-level environment.
    func scope(of environment: Value) -> Scope {
        if let scope = topScopes[environment.bits] { return scope }
        interpreter.scopeCount += 1
        let scope = Scope(environment: environment, serial: interpreter.scopeCount)
        topScopes[environment.bits] = scope
        return scope
    }

    /// The macro that a heap object describes.
    func macro(_ object: Value) -> Macro {
        if let macro = globalMacros[object.bits] { return macro }
        let macro = Macro(
            kind: MacroKind(rawValue: object[slot: MacroLayout.kind].fixnum) ?? .special,
            payload: object[slot: MacroLayout.payload],
            scope: scope(named: object[slot: MacroLayout.environment], near: topScope))
        globalMacros[object.bits] = macro
        return macro
    }

    /// An identifier that means what the name means in `system-global-environment`, whatever the program has redefined.
    func systemAlias(_ name: String) -> Value {
        if let alias = systemAliases[name] { return alias }
        mayHoldAliases = true
        let alias = heap.object(.syntacticClosure, interpreter.systemEnvironment, .null, heap.intern(name))
        systemAliases[name] = alias
        return alias
    }
}
