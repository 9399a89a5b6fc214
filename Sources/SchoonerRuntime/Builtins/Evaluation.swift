#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Source text and `eval`: from data to code (R7RS 6.12, MIT Scheme 13).
enum EvaluationPrimitives {
    static let table: [Primitive] = [
        Primitive("eval", 1...2, "The value of a datum as an expression in the environment. R7RS 6.12", eval),
        Primitive("%open-source", 2, "A source that reads the file's forms for the environment.", openSource),
        Primitive(
            "%open-source-text", 3, "A source that reads a string's forms: text, name or #f, environment.", openText),
        Primitive(
            "%find-loadable", 2, "The path of a file to load: as named, beside the loading file, or with .scm.", find),
        Primitive(
            "%next-form", 1, "The next form of a source as a thunk; the end-of-file object at the end.", nextForm),
        Primitive("%set-source-environment!", 2, "The environment of a source's next forms.") {
            scheme, args throws(Signal) in
            _ = try source(scheme, args[0])
            scheme.heap.set(args[0], slot: 1, try environment(scheme, args[1], "load"))
            return .unspecific
        },
        Primitive("%enter-source", 1, "The dialect of a source holds from here on.") { scheme, args throws(Signal) in
            try source(scheme, args[0]).enter(scheme)
            return .unspecific
        },
        Primitive("%leave-source", 1, "The dialect from before `%enter-source` holds.") { scheme, args throws(Signal) in
            try source(scheme, args[0]).leave(scheme)
            return .unspecific
        },
        Primitive("%disassemble", 1, "The instructions of a compound procedure, as a string.", disassemble),
    ]

    private static func environment(_ scheme: Interpreter, _ value: Value?, _ procedure: String) throws(Signal) -> Value
    {
        guard let value else { return scheme.userEnvironment }
        guard value.isType(.environment) else { throw scheme.wrongType(value, 1, procedure) }
        return value
    }

    static func eval(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        let environment = try environment(scheme, args.optional(1), "eval")
        throw .call(try scheme.compile(args[0], environment, PositionTable()), [])
    }

    static func openSource(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        let name = try scheme.filePath(args[0], "load")
        let bytes = try scheme.readFile(name, args[0])
        scheme.libraries.addProgramFolder(of: name)
        return scheme.makeSource(
            SourceText(scheme, bytes, file: name, isProgram: true), try environment(scheme, args.supplied(1), "load"))
    }

    /// A relative name is looked up beside the file that loads it first, then in the working directory.
    static func find(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        let name = scheme.expandHome(try scheme.fileNameText(args[0], "load"))
        var candidates = [name, name + ".scm"].map(scheme.inWorkingDirectory)
        if !name.hasPrefix("/"), args[1].isString, let slash = args[1].swiftString.lastIndex(of: "/") {
            let folder = args[1].swiftString[...slash]
            candidates = [folder + name, folder + name + ".scm"] + candidates
        }
        for candidate in candidates where access(candidate, R_OK) == 0 && !isDirectory(candidate) {
            return scheme.heap.string(candidate)
        }
        throw .raise(
            scheme.condition(
                .fileOperationError, args[0], scheme.heap.string("find"), scheme.heap.string("file"),
                scheme.heap.string("file does not exist"), scheme.heap.intern("%find-loadable"),
                scheme.heap.list(args[0], args[1])))
    }

    private static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The text of a whole program has no name of its own to be known by: `-` on the command line.
    static func openText(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        guard args[0].isString else { throw scheme.wrongType(args[0], 0, "load") }
        let name = args[1].isString ? args[1].swiftString : nil
        return scheme.makeSource(
            SourceText(
                scheme, Array(args[0].swiftString.utf8), file: name, isProgram: name == SourceText.standardInput),
            try environment(scheme, args.supplied(2), "load"))
    }

    static func nextForm(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        try source(scheme, args[0]).next(scheme, args[0])
    }

    private static func source(_ scheme: Interpreter, _ object: Value) throws(Signal) -> SourceText {
        guard object.isType(.handle), let source = scheme.heap.handles[object[slot: 0].fixnum] as? SourceText else {
            throw scheme.wrongType(object, 0, "load")
        }
        return source
    }

    static func disassemble(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        guard args[0].isType(.closure) else { throw scheme.wrongType(args[0], 0, "disassemble") }
        return scheme.heap.string(scheme.listing(of: args[0].code))
    }
}

extension Interpreter {
    /// Gives the condition of a form that could not be compiled the form's place, in place of a backtrace: nothing runs yet.
    /// The place is that of the first irritant, or else that of the innermost form that was being expanded.
    func notePlace(
        of signal: Signal, _ datum: Value, _ positions: PositionTable, innermost: SourcePosition? = nil
    ) {
        guard case .raise(let condition) = signal, condition.isType(.condition), let file = positions.file,
            condition[slot: ConditionLayout.backtrace].isNull
        else { return }
        let irritants = conditionField(condition, heap.intern("irritants")) ?? .null
        let culprit = irritants.isPair ? positions[irritants.car] : nil
        guard let place = culprit ?? innermost ?? positions[datum] else { return }
        let entry = [heap.string(file), Value(fixnum: Int(place.line) << 32 | Int(place.column))]
        heap.set(condition, slot: ConditionLayout.backtrace, heap.vector(entry))
    }

    /// A thunk that evaluates the datum in the top-level environment.
    func compile(_ datum: Value, _ environment: Value, _ positions: PositionTable) throws(Signal) -> Value {
        if let thunk = try compileLibraryForm(datum, environment, positions) { return thunk }
        let expander = Expander(interpreter: self, environment: environment, positions: positions)
        let core: Core
        do throws(Signal) {
            core = try expander.expand(datum)
        } catch {
            notePlace(of: error, datum, positions, innermost: expander.here)
            throw error
        }
        return try compile(core, environment, file: positions.file)
    }

    func compile(_ core: Core, _ environment: Value, file: String?) throws(Signal) -> Value {
        let compiler = Compiler(
            heap: heap, environment: environment, file: file.map { heap.string($0) } ?? .false,
            stackLimit: nativeStack.limit(), isLibrary: !isBooted)
        guard let thunk = compiler.compile(core) else {
            throw syntaxError("Procedure too large for one code object")
        }
        return thunk
    }
}
