/// Reads a `define-library` form (R7RS 5.6.1): nothing of it is evaluated before somebody imports the library.
struct LibraryDefinition {
    private let scheme: Interpreter
    private let form: Value
    private var exports: [String: String] = [:]
    private var imports: [ImportSet] = []
    private var forms: [Value] = []
    private var positions: [FormPositions] = []
    /// Declaration files inside one another: a file that includes itself is found out.
    private var depth = 0
    private static let maximumDepth = 64

    init(_ scheme: Interpreter, _ form: Value) {
        self.scheme = scheme
        self.form = form
    }

    /// Enters the library into the interpreter's table.
    /// - Returns: its name as a datum.
    mutating func register(_ table: PositionTable) throws(Signal) -> Value {
        guard form.properListLength ?? 0 >= 2, let name = LibraryName(form.cdr.car) else {
            throw scheme.illFormed(form)
        }
        try read(declarations: form.cdr.cdr.listElements().elements, table)
        let library = scheme.libraries.add(name, forms: forms)
        library.exports = exports
        library.imports = imports
        library.formPositions = positions
        return form.cdr.car
    }

    private mutating func read(declarations: [Value], _ table: PositionTable) throws(Signal) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= LibraryDefinition.maximumDepth else { throw scheme.illFormed(form) }
        for declaration in declarations { try read(declaration, table) }
    }

    private mutating func read(_ declaration: Value, _ table: PositionTable) throws(Signal) {
        guard declaration.isPair, declaration.car.isSymbol, declaration.properListLength != nil else {
            throw scheme.illFormed(declaration)
        }
        let operands = declaration.cdr.listElements().elements
        switch declaration.car.symbolText {
        case "export": for operand in operands { try readExport(operand, declaration) }
        case "import":
            for operand in operands {
                guard let set = ImportSet(operand) else { throw scheme.illFormed(declaration) }
                imports.append(set)
            }
        case "begin": for operand in operands { add(operand, table) }
        case "include", "include-ci":
            let foldsCase = declaration.car.symbolText == "include-ci"
            for (form, table) in try included(operands, declaration, table, foldsCase: foldsCase) { add(form, table) }
        case "include-library-declarations":
            for (form, table) in try included(operands, declaration, table, foldsCase: false) {
                try read(declarations: [form], table)
            }
        case "cond-expand":
            for clause in operands {
                guard clause.isPair, clause.properListLength != nil else { throw scheme.illFormed(declaration) }
                if try scheme.isFeaturePresent(clause.car, in: declaration) {
                    try read(declarations: clause.cdr.listElements().elements, table)
                    break
                }
            }
        default: throw scheme.illFormed(declaration)
        }
    }

    private mutating func readExport(_ spec: Value, _ declaration: Value) throws(Signal) {
        if spec.isSymbol {
            exports[spec.symbolText] = spec.symbolText
            return
        }
        guard spec.properListLength == 3, spec.car.isSymbol, spec.car.symbolText == "rename" else {
            throw scheme.illFormed(declaration)
        }
        let names = spec.cdr.listElements().elements
        guard names[0].isSymbol, names[1].isSymbol else { throw scheme.illFormed(declaration) }
        exports[names[1].symbolText] = names[0].symbolText
    }

    private mutating func add(_ form: Value, _ table: PositionTable) {
        forms.append(form)
        positions.append(FormPositions(of: form, in: table))
    }

    private func included(
        _ names: [Value], _ declaration: Value, _ table: PositionTable, foldsCase: Bool
    ) throws(Signal) -> [(Value, PositionTable)] {
        guard !names.isEmpty, names.allSatisfy(\.isString) else { throw scheme.illFormed(declaration) }
        var forms: [(Value, PositionTable)] = []
        for name in names {
            forms += try scheme.includedForms(name.swiftString, relativeTo: table.file, foldsCase: foldsCase)
        }
        return forms
    }
}
