/// The libraries that an interpreter knows, by name.
package final class LibraryTable {
    unowned let scheme: Interpreter
    var heap: Heap { scheme.heap }
    private var libraries: [LibraryName: Library] = [:]
    /// A vector: of each library, by its index, the environment and the vector of its forms.
    private let objects: UnsafeMutablePointer<Value>
    /// The folders of the programs that have been loaded: libraries may stand beside them.
    private(set) var programFolders: [String] = []
    /// Those that are being loaded because a name of theirs was missed.
    var loadingOnDemand: Set<LibraryName> = []
    /// The libraries that hold rarely used names of `system-global-environment`.
    private(set) lazy var homesOfGlobals = scheme.sources.homesOfGlobals()

    init(_ scheme: Interpreter) {
        self.scheme = scheme
        objects = scheme.heap.makeStandingRoot(scheme.heap.vector(count: 16, fill: .false))
    }

    subscript(name: LibraryName) -> Library? { libraries[name] }

    /// Libraries in a folder where a program was found are found too.
    func addProgramFolder(of path: String) {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        if !programFolders.contains(folder) { programFolders.append(folder.isEmpty ? "/" : folder) }
    }

    /// Makes a library, in place of an older one of that name.
    func add(_ name: LibraryName, forms: [Value]) -> Library {
        let index = libraries[name]?.index ?? libraries.count
        let library = Library(name: name, index: index)
        libraries[name] = library
        if objects.pointee.length <= 2 * index {
            let larger = heap.vector(count: 4 * index, fill: .false)
            for slot in 0..<objects.pointee.length { heap.set(larger, slot: slot, objects.pointee[slot: slot]) }
            objects.pointee = larger
        }
        setEnvironment(.false, of: library)
        setForms(heap.vector(forms), of: library)
        return library
    }

    func environment(of library: Library) -> Value { objects.pointee[slot: 2 * library.index] }
    func setEnvironment(_ environment: Value, of library: Library) {
        heap.set(objects.pointee, slot: 2 * library.index, environment)
    }

    func forms(of library: Library) -> Value { objects.pointee[slot: 2 * library.index + 1] }
    func setForms(_ forms: Value, of library: Library) {
        heap.set(objects.pointee, slot: 2 * library.index + 1, forms)
    }

    // MARK: Exports

    func exportedNames(of name: LibraryName) throws(Signal) -> [String] {
        if name == .global {
            return heap.boundNames(scheme.systemEnvironment).map(\.symbolText) + homesOfGlobals.keys
        }
        guard let library = libraries[name] else { throw unknown(name) }
        return Array(library.exports.keys)
    }

    /// The cell that a library exports under the name.
    func exported(_ external: String, of name: LibraryName) throws(Signal) -> Value {
        if name == .global {
            guard let cell = try globalCell(external) else { throw notExported(external, by: name) }
            return cell
        }
        guard let library = libraries[name] else { throw unknown(name) }
        guard let cell = try cell(external, of: library) else { throw notExported(external, by: name) }
        return cell
    }

    private func cell(_ external: String, of library: Library) throws(Signal) -> Value? {
        guard let name = library.exports[external] else { return nil }
        let environment = environment(of: library)
        if environment.isType(.environment), let cell = heap.lookUpCell(environment, heap.intern(name)),
            cell[slot: CellLayout.value] != .unbound
        {
            return cell
        }
        return inheritsGlobals(environment) ? try globalCell(name) : nil
    }

    private func inheritsGlobals(_ environment: Value) -> Bool {
        environment.isType(.environment) && environment[slot: EnvironmentLayout.parent] == scheme.systemEnvironment
    }

    private func globalCell(_ name: String) throws(Signal) -> Value? {
        let symbol = heap.intern(name)
        if let cell = heap.ownCell(scheme.systemEnvironment, symbol), cell[slot: CellLayout.value] != .unbound {
            return cell
        }
        guard try scheme.loadGlobal(symbol) else { return nil }
        return heap.ownCell(scheme.systemEnvironment, symbol)
    }

    /// The exported names that the library, loaded by now, does not bind.
    func undefinedExports(of library: Library) throws(Signal) -> [String] {
        var missing: [String] = []
        for external in library.exports.keys where try cell(external, of: library) == nil { missing.append(external) }
        return missing.sorted()
    }

    // MARK: Errors

    func unknown(_ name: LibraryName) -> Signal {
        scheme.simpleError("Unknown library:", heap.list(name.parts.map { scheme.libraryNamePart($0) }))
    }

    func notExported(_ binding: String, by name: LibraryName) -> Signal {
        scheme.syntaxError(
            "Library \(name.text) does not export:", heap.intern(binding))
    }
}

extension Interpreter {
    /// A part of a library's name as the datum that it was.
    func libraryNamePart(_ part: String) -> Value {
        if let number = Int(part), number >= 0, number < 1 << 61 { return Value(fixnum: number) }
        return heap.intern(part)
    }
}
