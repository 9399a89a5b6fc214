/// Turns the core form of one top-level expression into a code object.
package struct Compiler {
    let heap: Heap
    /// The top-level environment that the code belongs to.
    let environment: Value
    /// The file's name as a string, or #f.
    let file: Value

    /// Frames of the compiler must stay above this address of the native stack.
    let stackLimit: Int

    /// Whether the code is part of the library that is there at start-up.
    let isLibrary: Bool

    package init(
        heap: Heap, environment: Value, file: Value = .false, stackLimit: Int = 0, isLibrary: Bool = false
    ) {
        self.isLibrary = isLibrary
        self.stackLimit = stackLimit
        self.heap = heap
        self.environment = environment
        self.file = file
    }

    /// A procedure without parameters that evaluates the form; nil when it is too large for the instruction format,
    /// or nested too deep for the native stack.
    package func compile(_ core: Core) -> Value? {
        var analyzer = Analyzer(stackLimit: stackLimit)
        analyzer.analyze(core)
        if analyzer.isTooDeep { return nil }
        let shared = FunctionCompiler.Shared(
            compiler: self, plans: analyzer.plans, isLarge: analyzer.nodeCount > 3000)
        let function = FunctionCompiler(shared: shared, parent: nil)
        guard let code = function.compileTopLevel(core) else { return nil }
        return heap.object(.closure, code)
    }
}
