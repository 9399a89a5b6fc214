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
    package func bindKeyword(_ environment: Value, _ symbol: Value, _ macro: Value) {
        heap.set(heap.cell(environment, symbol), slot: CellLayout.value, macro)
    }
}
