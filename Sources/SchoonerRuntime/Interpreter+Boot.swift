extension Interpreter {
    /// Brings a new interpreter to life: primitives, special forms, the prelude.
    package func boot() {
        install(PrimitiveTables.all)
        installSpecialForms()
        heap.markInlinable(systemEnvironment)
        for source in PreludeSources.files { load(prelude: source.name, source.text) }
        machine.bindPrelude()
    }

    /// Evaluates a file of the prelude in the system environment. A failure there is a fault of this program.
    private func load(prelude name: StaticString, _ text: StaticString) {
        let bytes = Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        let reader = Reader(self, text: bytes, file: name.description)
        do throws(Signal) {
            while true {
                var positions: PositionTable? = PositionTable(file: reader.file)
                let datum = try reader.read(positions: &positions)
                if datum.isEOF { return }
                let thunk = try compile(datum, systemEnvironment, positions ?? PositionTable())
                _ = try machine.runAlone(thunk, [])
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
