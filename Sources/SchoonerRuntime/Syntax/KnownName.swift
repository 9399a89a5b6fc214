/// Names that expansions are full of: their symbols are looked up once for each interpreter.
enum KnownName: Int, CaseIterable {
    // Variables of the expander's own making.
    case `let`, temp, key, doLoop, unused, fluidValue, held, exchange, argument, rest, reraise
    // Procedures of the library.
    case list, cons, consStar, append, listToVector, eq, eqv, memv, isNull, callWithValues, dynamicWind, error
    case makeDelayed, makeLazyPromise, parameterize, guardBody, guardAll, assertionFailed
    case environmentLookup, environmentAssign
    // Identifiers of patterns.
    case ellipsis, underscore
    // Forms about libraries.
    case `import`, defineLibrary

    var text: String {
        switch self {
        case .let: "let"
        case .temp: "temp"
        case .key: "key"
        case .doLoop: "do-loop"
        case .unused: "unused"
        case .fluidValue: "fluid-value"
        case .held: "held"
        case .exchange: "exchange!"
        case .argument: "argument"
        case .rest: "rest"
        case .reraise: "reraise"
        case .list: "list"
        case .cons: "cons"
        case .consStar: "cons*"
        case .append: "append"
        case .listToVector: "list->vector"
        case .eq: "eq?"
        case .eqv: "eqv?"
        case .memv: "memv"
        case .isNull: "null?"
        case .callWithValues: "call-with-values"
        case .dynamicWind: "dynamic-wind"
        case .error: "error"
        case .makeDelayed: "%make-delayed"
        case .makeLazyPromise: "%make-lazy-promise"
        case .parameterize: "parameterize*"
        case .guardBody: "%guard"
        case .guardAll: "%guard-all"
        case .assertionFailed: "%assertion-failed"
        case .environmentLookup: "environment-lookup"
        case .environmentAssign: "environment-assign!"
        case .ellipsis: "..."
        case .underscore: "_"
        case .import: "import"
        case .defineLibrary: "define-library"
        }
    }
}

extension Interpreter {
    /// Makes the symbols of `KnownName` once, as roots that follow one another.
    func knownNames() -> UnsafeMutablePointer<Value> {
        if let names = knownNameRoots { return names }
        let names = heap.roots + heap.rootCount
        for name in KnownName.allCases { _ = heap.makeStandingRoot(heap.intern(name.text)) }
        knownNameRoots = names
        return names
    }
}

extension Expander {
    func symbol(_ name: KnownName) -> Value { knownNames[name.rawValue] }

    /// A procedure of the library, whatever the program has redefined.
    func systemReference(_ name: KnownName) -> Core {
        let symbol = symbol(name)
        let system = interpreter.systemEnvironment
        return .global(reference(symbol, system, heap.lookUpCell(system, symbol)))
    }

    /// A call of a procedure of the library.
    func systemCall(_ name: KnownName, _ operands: Core...) -> Core { systemCall(name, operands) }

    func systemCall(_ name: KnownName, _ operands: [Core]) -> Core { .call(systemReference(name), operands, here) }
}
