extension Interpreter {
    /// Binds the keywords of the expander in `system-global-environment`; called once, at boot.
    package func installSpecialForms() {
        for special in SpecialForm.allCases {
            let object = heap.object(
                .macro, Value(fixnum: MacroKind.special.rawValue), Value(fixnum: Int(special.rawValue)),
                systemEnvironment)
            heap.define(systemEnvironment, special.name, object)
        }
    }

    /// Gives a symbol a meaning as keyword (a `macro` object) in a top-level environment.
    ///
    /// Code that was compiled while the name was a variable's keeps the variable's cell, which loses its value: using it
    /// is an error that says so, until the name is a variable again.
    package func bindKeyword(_ environment: Value, _ symbol: Value, _ macro: Value) {
        if let known = heap.ownCell(environment, symbol), known[slot: CellLayout.value].isType(.macro),
            known[slot: CellLayout.environment] == environment
        {
            heap.set(known, slot: CellLayout.value, macro)
            return
        }
        forsakeVariable(environment, symbol)
        heap.bind(environment, symbol, to: heap.object(.globalCell, macro, symbol, environment, .zero))
    }

    /// The cell that a definition of the symbol in the environment gives a value. An imported binding is not
    /// changed but replaced by one of the environment's own, which has the imported value until it gets another;
    /// code of the environment that used the imported one uses it from now on.
    package func cellToDefine(_ environment: Value, _ symbol: Value) -> Value {
        let cell = heap.cell(environment, symbol)
        if cell[slot: CellLayout.environment] == environment { return cell }
        let own = heap.object(.globalCell, cell[slot: CellLayout.value], symbol, environment, .zero)
        heap.bind(environment, symbol, to: own)
        relink(environment, cell, to: own)
        return own
    }

    /// The cell that `set!` changes where the name means a procedure of the library or an import: what a program puts in its
    /// place is for the program, and not for the library's own procedures. nil where the variable is the program's own, or one
    /// that the library wants to be set.
    func cellToAssign(_ environment: Value, _ symbol: Value, _ cell: Value) -> Value? {
        let home = cell[slot: CellLayout.environment]
        guard environment != systemEnvironment, home != environment, home.isType(.environment) else { return nil }
        if heap.ownCell(environment, symbol) == cell {
            guard !isOfMIT(environment) || cell[slot: CellLayout.value].isProcedure else { return nil }
            return cellToDefine(environment, symbol)
        }
        guard home == systemEnvironment, cell[slot: CellLayout.value].isProcedure else { return nil }
        var outermost = environment
        while outermost[slot: EnvironmentLayout.parent].isType(.environment),
            outermost[slot: EnvironmentLayout.parent] != systemEnvironment
        {
            outermost = outermost[slot: EnvironmentLayout.parent]
        }
        guard outermost[slot: EnvironmentLayout.parent] == systemEnvironment else { return nil }
        let own = heap.cell(outermost, symbol)
        guard own[slot: CellLayout.value] == .unbound else { return own }
        heap.set(own, slot: CellLayout.value, cell[slot: CellLayout.value])
        relink(outermost, cell, to: own)
        return own
    }
}
