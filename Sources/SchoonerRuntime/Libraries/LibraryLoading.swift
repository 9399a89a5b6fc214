/// The steps of loading a library; `Prelude/libraries.scm` takes them, so that the bodies run like any program.
enum LibraryLoading {
    static let table: [Primitive] = [
        Primitive("%library-loaded?", 1, "Whether the library's body has been evaluated.", isLoaded),
        Primitive("%define-missing-library", 1, "Reads the file that defines the library, unless known.", locate),
        Primitive("%library-dependencies", 1, "The names of the libraries that a library imports.", dependencies),
        Primitive("%prepare-library", 1, "Gives a library its environment and imports.", prepare),
        Primitive("%next-library-form", 1, "The next form of the body as a thunk; #f at the end.", nextForm),
        Primitive("%finish-library", 1, "Checks the exports; the library is loaded.", finish),
        Primitive("%imported-libraries", 1, "The names of the libraries that import sets name.", imported),
        Primitive("%bind-imports", 2, "Binds what import sets name in the environment.", bindImports),
        Primitive(
            "%make-program-environment", 0, "A top-level environment in which nothing is bound.", makeEnvironment),
    ]

    private static func library(_ scheme: Interpreter, _ name: Value) throws(Signal) -> Library {
        guard let name = LibraryName(name) else { throw scheme.wrongType(name, 0, "import") }
        guard let library = scheme.libraries[name] else { throw scheme.libraries.unknown(name) }
        return library
    }

    static func isLoaded(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        guard let name = LibraryName(args[0]) else { throw scheme.wrongType(args[0], 0, "import") }
        return Value(name == .global || scheme.libraries[name]?.isLoaded == true)
    }

    static func locate(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        guard let name = LibraryName(args[0]) else { throw scheme.wrongType(args[0], 0, "import") }
        if scheme.libraries[name] != nil { return .unspecific }
        guard let path = scheme.libraries.find(name) else { throw scheme.libraries.unknown(name) }
        try scheme.readLibraries(path)
        guard scheme.libraries[name] != nil else {
            throw scheme.simpleError("File does not define library \(name.text):", scheme.heap.string(path))
        }
        return .unspecific
    }

    static func dependencies(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        names(scheme, try library(scheme, args[0]).imports)
    }

    private static func names(_ scheme: Interpreter, _ sets: [ImportSet]) -> Value {
        var names: [LibraryName] = []
        for set in sets where !names.contains(set.library) { names.append(set.library) }
        return scheme.heap.list(names.map { name in scheme.heap.list(name.parts.map { scheme.libraryNamePart($0) }) })
    }

    static func prepare(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        let library = try library(scheme, args[0])
        let environment = scheme.heap.makeEnvironment(parent: .false, name: args[0])
        try scheme.libraries.bind(library.imports, in: environment)
        scheme.libraries.setEnvironment(environment, of: library)
        library.formsTaken = 0
        return .unspecific
    }

    static func nextForm(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        let library = try library(scheme, args[0])
        let index = library.formsTaken
        guard index < library.formPositions.count else { return .false }
        library.formsTaken += 1
        let form = scheme.libraries.forms(of: library)[slot: index]
        let positions = library.formPositions[index].table(for: form)
        do throws(Signal) {
            return try scheme.compile(form, scheme.libraries.environment(of: library), positions)
        } catch {
            scheme.notePlace(of: error, form, positions)
            throw error
        }
    }

    static func finish(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        let library = try library(scheme, args[0])
        let missing = try scheme.libraries.undefinedExports(of: library)
        guard missing.isEmpty else {
            throw scheme.syntaxError(
                "Library \(library.name.text) exports what it does not define:",
                scheme.heap.list(missing.map { scheme.heap.intern($0) }))
        }
        library.isLoaded = true
        library.formPositions = []
        scheme.libraries.setForms(.null, of: library)
        return .unspecific
    }

    // MARK: Imports

    private static func importSets(_ scheme: Interpreter, _ forms: Value) throws(Signal) -> [ImportSet] {
        guard forms.properListLength != nil else { throw scheme.wrongType(forms, 0, "import") }
        return try forms.listElements().elements.map { (form) throws(Signal) in
            guard let set = ImportSet(form) else { throw scheme.syntaxError("Ill-formed import set:", form) }
            return set
        }
    }

    static func imported(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        names(scheme, try importSets(scheme, args[0]))
    }

    static func bindImports(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        guard args[1].isType(.environment) else { throw scheme.wrongType(args[1], 1, "import") }
        try scheme.libraries.bind(try importSets(scheme, args[0]), in: args[1])
        return .unspecific
    }

    static func makeEnvironment(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        scheme.heap.makeEnvironment(parent: .false)
    }
}
