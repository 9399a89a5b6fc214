extension Interpreter {
    /// Brings a new interpreter to life: primitives, special forms, the prelude; most of it is there
    /// already in one that began with an image.
    ///
    /// - Parameter devices: where console input comes from and output goes.
    package func boot(devices: ConsoleDevices = ConsoleDevices()) {
        connectExpander()
        if let imageHeader {
            number(PrimitiveTables.all)
            precondition(primitiveRows.count == imageHeader.primitiveCount, "the image has other primitives")
        } else {
            install(PrimitiveTables.all)
            machine.installAssembledProcedures()
            installSpecialForms()
            installCharacterSets()
        }
        makeStandardPorts(devices)
        makePrintParameters()
        makeFileNames()
        // Roots that are otherwise made when first asked for: here they have their place in the order.
        _ = structureTagRoot
        _ = knownNames()
        if let imageHeader {
            precondition(heap.rootCount == imageHeader.rootCount, "the image has other roots")
        } else {
            loadPrelude()
        }
        isBooted = true
    }

    private func loadPrelude() {
        heap.define(systemEnvironment, "system-global-environment", systemEnvironment)
        heap.define(systemEnvironment, "user-initial-environment", userEnvironment)
        heap.define(systemEnvironment, "console-i/o-port", standardPort(.console))
        heap.markInlinable(systemEnvironment)
        for source in sources.prelude() { load(prelude: source.name, source.text) }
        machine.bindPrelude()
    }

    /// Gives the expander what it needs of the machine and of files.
    private func connectExpander() {
        applyTransformer = { [unowned self] (procedure, arguments) throws(Signal) in
            try scheduler.runNested(procedure, arguments)
        }
        evaluateCore = { [unowned self] (core, environment) throws(Signal) in
            try scheduler.runNested(try compile(core, environment, file: nil), [])
        }
        readIncluded = { [unowned self] (name, includer, foldsCase) throws(Signal) in
            try includedForms(name, relativeTo: includer, foldsCase: foldsCase).map(\.form)
        }
    }

    /// Evaluates a file of the prelude in the system environment. A failure there is a fault of this program.
    private func load(prelude name: String, _ text: [UInt8]) {
        let reader = Reader(self, text: text, file: name)
        do throws(Signal) {
            while true {
                var positions: PositionTable? = PositionTable(file: reader.file)
                let datum = try reader.read(positions: &positions)
                if datum.isEOF { return }
                let thunk = try compile(datum, systemEnvironment, positions ?? PositionTable())
                _ = try scheduler.runNested(thunk, [])
            }
        } catch {
            fatalError("the prelude does not load: \(name) \(reader.position): \(describe(error))")
        }
    }

    /// A signal in words, for faults of the runtime itself.
    func describe(_ signal: Signal) -> String {
        switch signal {
        case .raise(let object), .raiseContinuable(let object), .unhandled(let object):
            return object.isType(.condition) ? reportString(object) : "raised an object"
        default: return "\(signal)"
        }
    }

    /// The listing of a code object.
    package func listing(of code: Value) -> String {
        Disassembler { self.written($0) }.listing(of: code)
    }
}
