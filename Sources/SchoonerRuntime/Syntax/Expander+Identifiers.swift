// What identifiers mean: resolution, comparison, renaming, and the way back to symbols.

extension Expander {
    /// What the identifier means in the scope.
    func resolve(_ identifier: Value, _ scope: Scope) -> Denotation {
        var identifier = identifier
        var start = scope
        while true {
            var top = start
            var current: Scope? = start
            while let place = current {
                if let found = place.find(identifier.bits) {
                    if place.serial >= oldestVisibleScope { return found }
                    if case .macro = found { return found }
                }
                top = place
                current = place.parent
            }
            if identifier.isSymbol { return globalDenotation(identifier, top.environment) }
            if let symbol = definedAliases[identifier.bits] {
                return globalDenotation(symbol, topScope.environment)
            }
            start = self.scope(named: identifier[slot: SyntacticClosureLayout.environment], near: top)
            identifier = identifier[slot: SyntacticClosureLayout.form]
        }
    }

    /// What the symbol means in a top-level environment.
    func globalDenotation(_ symbol: Value, _ environment: Value) -> Denotation {
        let cell: Value?
        if definedSymbols.contains(symbol.bits), environment == topScope.environment {
            cell = heap.ownCell(environment, symbol)
        } else {
            cell = heap.lookUpCell(environment, symbol)
        }
        if let cell {
            let value = cell[slot: CellLayout.value]
            if value.isType(.macro) {
                if value[slot: MacroLayout.kind].fixnum == MacroKind.special.rawValue {
                    let code = UInt8(truncatingIfNeeded: value[slot: MacroLayout.payload].fixnum)
                    return .special(SpecialForm(rawValue: code) ?? .quote)
                }
                return .macro(macro(value))
            }
        }
        return .global(symbol: symbol, environment: environment, cell: cell)
    }

    /// A reference to a top-level variable. An unbound name gets a cell in the environment itself;
    /// a cell used through a child is marked, so that a later definition in the child can reach the code.
    func reference(_ symbol: Value, _ environment: Value, _ found: Value?) -> GlobalReference {
        var cell = found ?? heap.cell(environment, symbol)
        if cell[slot: CellLayout.environment] != environment {
            if cell[slot: CellLayout.value] == .unbound {
                cell = heap.cell(environment, symbol)
            } else {
                let flags = cell[slot: CellLayout.flags].fixnum | CellLayout.inherited
                heap.set(cell, slot: CellLayout.flags, Value(fixnum: flags))
            }
        }
        return GlobalReference(name: symbol, cell: cell, environment: environment, position: here)
    }

    /// Whether the form is an identifier that means the keyword.
    func isKeyword(_ form: Value, _ keyword: SpecialForm, _ scope: Scope) -> Bool {
        guard form.isIdentifier, case .special(let special) = resolve(form, scope) else { return false }
        return special == keyword
    }

    /// Whether two identifiers, each in its scope, have the same binding (R7RS 4.3.2; MIT's `identifier=?`).
    func sameBinding(_ first: Value, _ firstScope: Scope, _ second: Value, _ secondScope: Scope) -> Bool {
        switch (resolve(first, firstScope), resolve(second, secondScope)) {
        case (.variable(let one), .variable(let other)): return one === other
        case (.special(let one), .special(let other)): return one == other
        case (.macro(let one), .macro(let other)):
            return one === other || (one.payload == other.payload && one.scope === other.scope)
        case (.global(let symbol, _, let cell), .global(let otherSymbol, _, let otherCell)):
            let bound = cell.flatMap { $0[slot: CellLayout.value] == .unbound ? nil : $0 }
            let otherBound = otherCell.flatMap { $0[slot: CellLayout.value] == .unbound ? nil : $0 }
            if let bound, let otherBound { return bound == otherBound }
            return symbol == otherSymbol && (bound == nil) == (otherBound == nil)
        default: return false
        }
    }

    /// A fresh alias: the identifier as the scope means it.
    func alias(_ identifier: Value, in scope: Scope) -> Value {
        mayHoldAliases = true
        return heap.object(.syntacticClosure, object(for: scope), .null, identifier)
    }

    // MARK: Scopes as objects

    /// The object that stands for the scope in the heap: the environment itself for a top-level one.
    func object(for scope: Scope) -> Value {
        if let object = scope.object { return object }
        let object = heap.object(
            .tagged, heap.intern(" syntactic-environment"), Value(fixnum: scope.serial), scope.environment, .null)
        scope.object = object
        namedScopes[scope.serial] = scope
        // A definition inside a top-level `let-syntax` outlives the form.
        if scope.definitionScope.isTopLevel {
            heap.set(object, slot: ScopeObjectLayout.macros, lastingMacros(of: scope))
        }
        return object
    }

    /// The scope that an object stands for. One whose form has long been expanded is made again from the macros
    /// that it bound.
    func scope(named object: Value, near fallback: Scope) -> Scope {
        if object.isType(.environment) { return scope(of: object) }
        guard object.isType(.tagged), object.length == 4, object[slot: ScopeObjectLayout.serial].isFixnum else {
            return scope(of: fallback.environment)
        }
        let serial = object[slot: ScopeObjectLayout.serial].fixnum
        if let scope = namedScopes[serial], scope.object == object { return scope }
        guard object[slot: ScopeObjectLayout.environment].isType(.environment) else {
            return scope(of: fallback.environment)
        }
        let revived = makeScope(scope(of: object[slot: ScopeObjectLayout.environment]), receivesDefinitions: false)
        revived.object = object
        namedScopes[serial] = revived
        for entry in object[slot: ScopeObjectLayout.macros].listElements().elements
        where entry.isPair && entry.cdr.isType(.macro) {
            revived.bind(entry.car, .macro(macro(entry.cdr)))
        }
        return revived
    }

    /// The macros visible from a scope of `let-syntax`, as an association list, outer ones first.
    private func lastingMacros(of scope: Scope) -> Value {
        var result = Value.null
        var current: Scope? = scope
        while let place = current {
            for (identifier, denotation) in place.bindings.reversed() {
                guard case .macro(let macro) = denotation else { continue }
                result = heap.cons(heap.cons(identifier, macroObject(macro)), result)
            }
            current = place.parent
        }
        return result
    }

    /// The heap object of a macro.
    func macroObject(_ macro: Macro) -> Value {
        heap.object(.macro, Value(fixnum: macro.kind.rawValue), macro.payload, object(for: macro.scope))
    }
}
