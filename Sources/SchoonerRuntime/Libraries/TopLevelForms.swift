// The forms of a program that are about libraries: they stand at top level only.

extension Interpreter {
    /// What a form at top level does with libraries.
    enum LibraryForm {
        case `import`
        case definition
    }

    /// Whether the form is an `import` or a `define-library`: the words mean that where the program does not bind them.
    func libraryForm(_ datum: Value, _ environment: Value) -> LibraryForm? {
        guard datum.isPair, datum.car.isSymbol, datum.cdr.isPair else { return nil }
        let names = knownNames()
        let form: LibraryForm
        switch datum.car {
        case names[KnownName.import.rawValue]: form = .import
        case names[KnownName.defineLibrary.rawValue]: form = .definition
        default: return nil
        }
        let cell = heap.lookUpCell(environment, datum.car)
        return cell == nil || cell?[slot: CellLayout.value] == .unbound ? form : nil
    }

    /// A thunk that does what a form about libraries says; nil for any other form. A definition is entered at once.
    func compileLibraryForm(
        _ datum: Value, _ environment: Value, _ positions: PositionTable
    ) throws(Signal) -> Value? {
        let call: Value
        switch libraryForm(datum, environment) {
        case .import:
            call = heap.list(systemName("%import"), quotation(datum.cdr), quotation(environment))
        case .definition:
            var definition = LibraryDefinition(self, datum)
            call = quotation(try definition.register(positions))
        case nil: return nil
        }
        var table = PositionTable(file: positions.file)
        table[call] = positions[datum]
        let core = try Expander(interpreter: self, environment: environment, positions: table).expand(call)
        // Not the last thing the thunk does: its frame tells where the form stands.
        return try compile(.sequence([core, .constant(.unspecific)]), environment, file: positions.file)
    }

    private func quotation(_ datum: Value) -> Value { heap.list(systemName("quote"), datum) }

    /// The name as the library means it, whatever the program has made of it.
    private func systemName(_ name: String) -> Value {
        heap.object(.syntacticClosure, systemEnvironment, .null, heap.intern(name))
    }

    /// The forms that a top-level form stands for, when they must be evaluated one by one: those of an included file, and those of
    /// `cond-expand` and `begin` when one of them is about libraries. nil for any other form, which the expander takes whole.
    func splicedForms(
        _ datum: Value, _ positions: PositionTable, _ environment: Value
    ) throws(Signal) -> [(form: Value, positions: PositionTable)]? {
        guard datum.isPair, datum.car.isSymbol, datum.properListLength != nil,
            let cell = heap.lookUpCell(environment, datum.car), cell[slot: CellLayout.value].isType(.macro),
            let special = specialForm(cell[slot: CellLayout.value])
        else { return nil }
        let operands = datum.cdr.listElements().elements
        let forms: [Value]
        switch special {
        case .include, .includeCI:
            guard !operands.isEmpty, operands.allSatisfy(\.isString) else { return nil }
            var included: [(form: Value, positions: PositionTable)] = []
            for name in operands {
                included += try includedForms(
                    name.swiftString, relativeTo: positions.file,
                    foldsCase: special == .includeCI || isOfMIT(environment))
            }
            return included
        case .begin: forms = operands
        case .condExpand:
            guard let clause = try chosenClause(datum) else { return nil }
            forms = clause
        default: return nil
        }
        for form in forms {
            let isAboutLibraries = libraryForm(form, environment) != nil
            if try isAboutLibraries ? true : splicedForms(form, positions, environment) != nil {
                return forms.map { ($0, positions) }
            }
        }
        return nil
    }

    /// Whether programs of MIT Scheme are evaluated in the environment.
    func isOfMIT(_ environment: Value) -> Bool {
        var current = environment
        while current.isType(.environment) {
            if current == userEnvironment { return true }
            current = current[slot: EnvironmentLayout.parent]
        }
        return environment == systemEnvironment
    }

    private func specialForm(_ macro: Value) -> SpecialForm? {
        guard macro[slot: MacroLayout.kind].fixnum == MacroKind.special.rawValue else { return nil }
        return SpecialForm(rawValue: UInt8(truncatingIfNeeded: macro[slot: MacroLayout.payload].fixnum))
    }

    private func chosenClause(_ form: Value) throws(Signal) -> [Value]? {
        for clause in form.cdr.listElements().elements {
            guard clause.isPair, clause.properListLength != nil else { return nil }
            if try isFeaturePresent(clause.car, in: form) { return clause.cdr.listElements().elements }
        }
        return nil
    }

    /// Enters the libraries that a file defines; other forms of the file are left alone.
    func readLibraries(_ path: String) throws(Signal) {
        for (form, table) in try includedForms(path, relativeTo: nil, foldsCase: false) {
            for (form, table) in try splicedForms(form, table, systemEnvironment) ?? [(form, table)] {
                guard libraryForm(form, systemEnvironment) == .definition else { continue }
                var definition = LibraryDefinition(self, form)
                do throws(Signal) {
                    _ = try definition.register(table)
                } catch {
                    notePlace(of: error, form, table)
                    throw error
                }
            }
        }
    }

    /// The forms of a file, each with the positions of its pairs. A relative name is looked up beside the including file first.
    func includedForms(
        _ name: String, relativeTo includer: String?, foldsCase: Bool
    ) throws(Signal) -> [(form: Value, positions: PositionTable)] {
        var path = name
        if !name.hasPrefix("/"), let includer, let slash = includer.lastIndex(of: "/") {
            path = includer[...slash] + name
        }
        let text: [UInt8]
        if path.hasPrefix(SchemeSources.root), let embedded = sources.text(of: path) {
            text = embedded
        } else {
            text = try readFile(path, heap.string(name))
        }
        let reader = Reader(self, text: text, file: path, foldsCase: foldsCase)
        var forms: [(Value, PositionTable)] = []
        while true {
            var positions: PositionTable? = PositionTable(file: path)
            let form = try reader.read(positions: &positions)
            if form.isEOF { return forms }
            forms.append((form, positions ?? PositionTable()))
        }
    }
}
