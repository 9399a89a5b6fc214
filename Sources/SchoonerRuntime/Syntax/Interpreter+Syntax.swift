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
}
