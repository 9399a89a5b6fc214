/// What an `import` takes of a library, and under which names (R7RS 5.2).
indirect enum ImportSet {
    case library(LibraryName)
    case only(ImportSet, [String])
    case except(ImportSet, [String])
    case prefixed(ImportSet, String)
    case renamed(ImportSet, [(from: String, to: String)])

    /// The library at the bottom.
    var library: LibraryName {
        switch self {
        case .library(let name): name
        case .only(let set, _), .except(let set, _), .prefixed(let set, _), .renamed(let set, _): set.library
        }
    }

    /// - Parameter form: the import set as the program wrote it.
    /// - Returns: nil for a form that is none. `(only (a) b)` is a set, `(only a b)` a library's name.
    init?(_ form: Value) {
        guard form.isPair, form.properListLength != nil else { return nil }
        let elements = form.listElements().elements
        if elements[0].isSymbol, elements.count > 1, elements[1].isPair, let set = ImportSet(modifying: elements) {
            self = set
        } else if let name = LibraryName(form) {
            self = .library(name)
        } else {
            return nil
        }
    }

    private init?(modifying elements: [Value]) {
        guard let inner = ImportSet(elements[1]) else { return nil }
        let operands = elements.dropFirst(2)
        switch elements[0].symbolText {
        case "only", "except":
            guard operands.allSatisfy(\.isSymbol) else { return nil }
            let names = operands.map(\.symbolText)
            self = elements[0].symbolText == "only" ? .only(inner, names) : .except(inner, names)
        case "prefix":
            guard operands.count == 1, let prefix = operands.first, prefix.isSymbol else { return nil }
            self = .prefixed(inner, prefix.symbolText)
        case "rename":
            var names: [(String, String)] = []
            for operand in operands {
                guard operand.properListLength == 2, operand.car.isSymbol, operand.cdr.car.isSymbol else { return nil }
                names.append((operand.car.symbolText, operand.cdr.car.symbolText))
            }
            self = .renamed(inner, names)
        default: return nil
        }
    }
}

extension LibraryTable {
    /// Binds what one import declaration, or those of a library, import in the environment.
    /// - Throws: a syntax error that names a binding which a library does not export, an error for a name that is imported
    ///   with two meanings (R7RS 5.2). The libraries that come with the system may extend each other's procedures, as
    ///   SRFI 13 does those of `(scheme base)`: there the last one holds.
    func bind(_ sets: [ImportSet], in environment: Value) throws(Signal) {
        var imported: [Value: (cell: Value, isOurs: Bool)] = [:]
        for set in sets { try bind(set, in: environment, &imported) }
    }

    private func bind(
        _ set: ImportSet, in environment: Value, _ imported: inout [Value: (cell: Value, isOurs: Bool)]
    ) throws(Signal) {
        if case .library(.global) = set {
            // An environment of a program of MIT Scheme has all that by inheritance.
            if !environment[slot: EnvironmentLayout.parent].isType(.environment) {
                heap.set(environment, slot: EnvironmentLayout.parent, scheme.systemEnvironment)
            }
            return
        }
        let isOurs = set.library.path.map(scheme.sources.contains) ?? false
        for (name, cell) in try bindings(of: set) {
            let symbol = heap.intern(name)
            if let other = imported.updateValue((cell, isOurs), forKey: symbol), other.cell != cell,
                !(isOurs && other.isOurs)
            {
                throw scheme.simpleError("Conflicting imports:", symbol)
            }
            if heap.ownCell(environment, symbol) != cell { heap.bind(environment, symbol, to: cell) }
        }
    }

    /// The imported names with their cells.
    private func bindings(of set: ImportSet) throws(Signal) -> [(name: String, cell: Value)] {
        switch set {
        case .library(let name):
            return try exportedNames(of: name).map { (external) throws(Signal) in
                (external, try exported(external, of: name))
            }
        case .only(.library(let name), let names):
            return try names.map { (external) throws(Signal) in (external, try exported(external, of: name)) }
        case .only(let inner, let names):
            let all = try bindings(of: inner)
            return try names.map { (name) throws(Signal) in try find(name, in: all, of: set) }
        case .except(let inner, let names):
            let all = try bindings(of: inner)
            for name in names { _ = try find(name, in: all, of: set) }
            let excluded = Set(names)
            return all.filter { !excluded.contains($0.name) }
        case .prefixed(let inner, let prefix):
            return try bindings(of: inner).map { (prefix + $0.name, $0.cell) }
        case .renamed(let inner, let names):
            let all = try bindings(of: inner)
            for name in names { _ = try find(name.from, in: all, of: set) }
            let renamings = Dictionary(names.map { ($0.from, $0.to) }) { $1 }
            return all.map { (renamings[$0.name] ?? $0.name, $0.cell) }
        }
    }

    private func find(
        _ name: String, in bindings: [(name: String, cell: Value)], of set: ImportSet
    ) throws(Signal) -> (name: String, cell: Value) {
        guard let found = bindings.first(where: { $0.name == name }) else {
            throw notExported(name, by: set.library)
        }
        return found
    }
}
