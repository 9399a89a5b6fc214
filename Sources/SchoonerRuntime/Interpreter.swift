import SchoonerReactor

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// One Scheme world: heap, machine, scheduler and reactor, used by one thread only.
package final class Interpreter {
    package let heap: Heap
    @exclusivity(unchecked) package private(set) var machine: Machine! = nil
    /// Where the interpreter waits.
    package let reactor: Reactor
    /// The green threads.
    @exclusivity(unchecked) package private(set) var scheduler: Scheduler! = nil
    /// Stops the running program; may be kept and used by any thread of the process.
    package let interruption: Interruption
    /// `system-global-environment`: the library.
    package let systemEnvironmentRoot: UnsafeMutablePointer<Value>
    /// `user-initial-environment`: where programs live.
    package let userEnvironmentRoot: UnsafeMutablePointer<Value>
    /// The standard condition types, by `StandardCondition.rawValue`.
    @exclusivity(unchecked) package var conditionTypeRoots: UnsafeMutablePointer<Value>
    /// The procedures written in Swift, by the index in their heap objects.
    @exclusivity(unchecked) private(set) var primitives: UnsafeMutablePointer<PrimitiveEntry>
    private(set) var primitiveRows: [Primitive] = []
    /// The numbers in printed forms of objects.
    package var hashNumbers: HashNumbers
    /// How many symbols `generate-uninterned-symbol` has made.
    package var generatedSymbols = 0
    /// Whoever holds values outside the heap.
    @exclusivity(unchecked) package var rootProviders: [any RootProvider] = []
    /// What `random` draws from.
    package var random = RandomState()
    /// What printing primitives ask of the program's print methods.
    package var printMethods = PrintMethods()
    /// The record type of the tags of structures that are vectors or lists.
    package private(set) lazy var structureTagRoot = heap.makeStandingRoot(.false)
    /// How the program has data printed and read.
    package var printParameters = PrintParameters()
    /// What file names mean; nil until boot.
    package var fileNames: FileNames?
    /// What is written in Scheme.
    let sources: SchemeSources
    /// What the image says of itself with which the interpreter began; nil when it loads the prelude itself.
    let imageHeader: ImageHeader?
    /// Whether the interpreter began with an image.
    package var usesImage: Bool { imageHeader != nil }
    /// Whether the library has been loaded: whatever is compiled from then on is the program's.
    var isBooted = false
    /// How the interpreter was started.
    package var invocation = Invocation()
    /// What the ports have in common.
    package let ports = PortSystem()

    // MARK: What the expander needs of rooms that it does not know

    /// Calls a macro transformer, or a procedure that helps one. No collection happens meanwhile.
    package var applyTransformer: (Value, [Value]) throws(Signal) -> Value
    /// Evaluates an expression of a syntax definition in a top-level environment. No collection happens meanwhile.
    package var evaluateCore: (Core, Value) throws(Signal) -> Value
    /// The data of a file for `include`: its name as written, the file with the `include`, whether to fold case.
    package var readIncluded: (String, String?, Bool) throws(Signal) -> [Value]
    /// The dialect of the program that is being evaluated.
    package var dialect = Dialect.mit
    /// The libraries known so far.
    @exclusivity(unchecked) package private(set) var libraries: LibraryTable! = nil
    /// How deep the expander and the compiler may recurse.
    package var nativeStack = NativeStack()
    /// The symbols that expansions are full of; see `KnownName`.
    @exclusivity(unchecked) var knownNameRoots: UnsafeMutablePointer<Value>?
    /// The expander on whose behalf transformers run.
    var activeExpander: Expander?
    /// Scopes of the program text made so far; their serial numbers.
    var scopeCount = 0

    package var systemEnvironment: Value { systemEnvironmentRoot.pointee }
    package var userEnvironment: Value { userEnvironmentRoot.pointee }

    /// Whether `SCHOONER_STRESS=1` stands in the environment: every interpreter is then a stressed one.
    package static var stressIsAsked: Bool {
        guard let value = getenv("SCHOONER_STRESS") else { return false }
        return String(cString: value) == "1"
    }

    /// - Parameters:
    ///   - heapLimit: bytes of live data allowed.
    ///   - stressed: collect at every safepoint, poison what was freed, preempt at every step.
    ///   - reactor: where to wait; by default a new one.
    ///   - sources: the library in Scheme; an image of another build of the runtime is left alone.
    package init(
        heapLimit: Int = 4 << 30, stressed: Bool = Interpreter.stressIsAsked, reactor: Reactor? = nil,
        sources: SchemeSources
    ) {
        guard let reactor = reactor ?? (try? Reactor()) else { fatalError("no descriptors for a reactor") }
        self.reactor = reactor
        interruption = Interruption(waker: reactor.waker)
        let state = UnsafeMutablePointer<MachineState>.allocate(capacity: 1)
        state.initialize(to: MachineState())
        let heap = Heap(
            registers: UnsafeMutableRawPointer(state).assumingMemoryBound(to: HeapRegisters.self),
            byteLimit: heapLimit, isStressed: stressed)
        self.heap = heap
        self.sources = sources
        imageHeader = sources.image.flatMap { heap.begin(with: $0, ImageHeader(sources)) }
        let noMachine: Signal = .raise(heap.string("there is no machine to run a macro transformer"))
        applyTransformer = { (_, _) throws(Signal) in throw noMachine }
        evaluateCore = { (_, _) throws(Signal) in throw noMachine }
        readIncluded = { (_, _, _) throws(Signal) in throw noMachine }
        conditionTypeRoots = heap.roots
        primitives = .allocate(capacity: 0)
        hashNumbers = HashNumbers(heap)
        let systemEnvironmentRoot = heap.makeStandingRoot(
            heap.makeEnvironment(parent: .false, name: heap.intern("system-global-environment")))
        self.systemEnvironmentRoot = systemEnvironmentRoot
        userEnvironmentRoot = heap.makeStandingRoot(
            heap.makeEnvironment(
                parent: systemEnvironmentRoot.pointee, name: heap.intern("user-initial-environment")))
        makeConditionTypes()
        machine = Machine(interpreter: self, state: state)
        scheduler = Scheduler(interpreter: self, reactor: reactor)
        rootProviders = [machine, scheduler]
        libraries = LibraryTable(self)
        generatedSymbols = imageHeader?.generatedSymbols ?? 0
        scopeCount = imageHeader?.scopeCount ?? 0
    }

    /// An interpreter with a reactor of its own.
    ///
    /// - Throws: what making the reactor says: there are no descriptors left, for instance.
    package static func make(heapLimit: Int, sources: SchemeSources) throws -> Interpreter {
        Interpreter(heapLimit: heapLimit, reactor: try Reactor(), sources: sources)
    }

    deinit {
        primitives.deinitialize(count: primitiveRows.count)
        primitives.deallocate()
    }

    /// Makes the rows callable and binds their names in the system environment. May be called again for further rows.
    package func install(_ rows: [Primitive]) {
        for (row, procedure) in zip(rows, makeCallable(rows)) { heap.define(systemEnvironment, row.name, procedure) }
    }

    /// Makes one more row callable, and defines its name in the environment, also for code compiled before.
    package func addPrimitive(_ row: Primitive, to environment: Value) {
        for procedure in makeCallable([row]) { define(heap.cell(environment, heap.intern(row.name)), procedure) }
    }

    private func makeCallable(_ rows: [Primitive]) -> [Value] {
        let first = number(rows)
        return rows.enumerated().map { index, row in
            heap.object(.primitive, Value(fixnum: first + index), heap.intern(row.name))
        }
    }

    /// Enters the rows in the table by which the machine calls them; the number of the first.
    @discardableResult
    func number(_ rows: [Primitive]) -> Int {
        let first = primitiveRows.count
        let table = UnsafeMutablePointer<PrimitiveEntry>.allocate(capacity: first + rows.count)
        table.moveInitialize(from: primitives, count: first)
        primitives.deallocate()
        primitives = table
        primitiveRows += rows
        for (index, row) in rows.enumerated() {
            (table + first + index).initialize(
                to: PrimitiveEntry(minimum: row.minimum, maximum: row.maximum ?? .max, body: row.body))
        }
        return first
    }

    /// The applicator of a record's type: #f for records that cannot be called.
    func recordApplicator(_ record: Value) -> Value { .false }
}

/// What a call of a primitive needs, and nothing more. It cannot be copied, so that a call counts no references: the
/// interpreter's rows keep the function alive for ever.
struct PrimitiveEntry: ~Copyable {
    let minimum: Int
    let maximum: Int
    let body: Primitive.Body

    @inline(__always) borrowing func call(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        try body(scheme, arguments)
    }
}
