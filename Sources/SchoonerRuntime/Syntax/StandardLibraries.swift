/// The libraries of R7RS whose bindings every program has (R7RS appendix A), as `cond-expand` asks for them.
enum StandardLibraries {
    private static let schemeParts: Set<String> = [
        "base", "case-lambda", "char", "cxr", "eval", "file", "inexact", "lazy", "load", "process-context", "read",
        "repl", "time", "write",
    ]

    /// Whether the object names one of them: `(scheme base)`.
    static func contains(_ name: Value) -> Bool {
        guard name.isPair, name.car.isSymbol, name.car.symbolText == "scheme", name.cdr.isPair,
            name.cdr.car.isSymbol, name.cdr.cdr.isNull
        else { return false }
        return schemeParts.contains(name.cdr.car.symbolText)
    }
}
