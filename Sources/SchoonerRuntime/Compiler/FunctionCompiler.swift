/// Generates the code of one procedure. Variables and temporaries are frame slots, allotted like a stack.
final class FunctionCompiler {
    /// What all procedures of one compilation share.
    final class Shared {
        let compiler: Compiler
        let plans: [ObjectIdentifier: LetrecPlan]
        /// Distances may exceed sixteen bits: no fused branches, no short constants.
        let isLarge: Bool
        /// Set when some procedure does not fit the instruction format.
        var isTooLarge = false

        init(compiler: Compiler, plans: [ObjectIdentifier: LetrecPlan], isLarge: Bool) {
            self.compiler = compiler
            self.plans = plans
            self.isLarge = isLarge
        }
    }

    /// Where the value of an expression goes.
    enum Context {
        case value(Int)
        case effect
        case tail
    }

    /// Where a variable is, seen from this procedure.
    enum Location {
        case slot(Int)
        case free(Int)
        /// A local procedure that is only a place to jump to.
        case label(LoopLabel)
    }

    /// A local procedure compiled into its parent's frame.
    final class LoopLabel {
        let label: Assembler.Label
        let parameters: [Variable]
        let firstSlot: Int

        init(label: Assembler.Label, parameters: [Variable], firstSlot: Int) {
            self.label = label
            self.parameters = parameters
            self.firstSlot = firstSlot
        }
    }

    let shared: Shared
    let parent: FunctionCompiler?
    var assembler = Assembler()
    var locations: [ObjectIdentifier: Location] = [:]
    /// Slots that loops assign again: no other variable may stand for their value.
    var loopSlots: Set<Int> = []
    var freeVariables: [Variable] = []
    /// Variables of this procedure's `letrec`s that need boxes because something may read them too early.
    var boxed: Set<ObjectIdentifier> = []
    /// Loops whose code stands further up: jumps to them are back-edges.
    var boundLabels: Set<ObjectIdentifier> = []
    /// The name of the procedure's text.
    private(set) var procedureName = Value.false
    /// The variables of the scopes that are open.
    private(set) var openVariables: [(variable: Variable, slot: Int)] = []
    /// Calls that are to stand behind the code.
    var fallbacks: [Fallback] = []
    private var frameWords = 2

    var heap: Heap { shared.compiler.heap }

    init(shared: Shared, parent: FunctionCompiler?) {
        self.shared = shared
        self.parent = parent
    }

    // MARK: Whole procedures

    func compileTopLevel(_ core: Core) -> Value? {
        assembler.emit(Instruction(.enterFixed))
        compile(core, .tail, 2)
        return finish(
            CodeDescription(name: .false, frameWords: 0), entry: Instruction(.enterFixed, a: 0, b: frameWords))
    }

    func compileProcedure(_ lambda: Lambda) -> Value? {
        procedureName = lambda.name
        assembler.emit(Instruction(.enterFixed))
        let parameters = lambda.parameters
        for (index, parameter) in parameters.enumerated() {
            use(2 + index)
            locations[ObjectIdentifier(parameter)] = .slot(2 + index)
        }
        for (index, parameter) in parameters.enumerated() { boxIfNeeded(parameter, slot: 2 + index) }
        compile(lambda.body, .tail, 2 + parameters.count)
        var description = CodeDescription(name: lambda.name, frameWords: 0)
        description.source = lambda.source
        description.required = lambda.required.count
        description.optional = lambda.optional.count
        description.hasRest = lambda.rest != nil
        let entry: Instruction
        if lambda.optional.isEmpty && lambda.rest == nil {
            entry = Instruction(.enterFixed, a: lambda.required.count, b: frameWords)
        } else {
            entry = Instruction(
                .enterVariable, x: lambda.rest == nil ? 0 : 1, a: lambda.required.count, b: frameWords,
                c: lambda.optional.count)
        }
        if parameters.count > 0x3FFF { shared.isTooLarge = true }
        return finish(description, entry: entry, position: lambda.position)
    }

    private func finish(_ start: CodeDescription, entry: Instruction, position: SourcePosition? = nil) -> Value? {
        var description = start
        emitFallbacks()
        guard !shared.isTooLarge, frameWords < 0x7FFF, assembler.finish() else {
            shared.isTooLarge = true
            return nil
        }
        if let position, assembler.debug.positions.first.map({ $0.instruction > 0 }) ?? true {
            assembler.debug.positions.insert((0, position), at: 0)
        }
        description.frameWords = frameWords
        description.environment = shared.compiler.environment
        description.isLibrary = shared.compiler.isLibrary
        if !shared.compiler.isLibrary { assembler.debug.freeNames = freeVariables.map(\.name) }
        description.debug = assembler.debug.make(heap, file: shared.compiler.file)
        var instructions = assembler.instructions
        instructions[0] = entry
        return heap.makeCode(instructions: instructions, constants: assembler.constants, description)
    }

    /// Notes that the frame reaches up to a slot.
    func use(_ slot: Int) {
        if slot >= frameWords { frameWords = slot + 1 }
    }

    // MARK: Variables

    /// Notes for the debugger that variables have their values in slots from here on. The library's own code goes without.
    ///
    /// - Returns: what `closeScope` takes.
    func openScope(_ variables: [(variable: Variable, slot: Int)]) -> Range<Int> {
        let first = assembler.debug.locals.count
        if shared.compiler.isLibrary { return first..<first }
        openVariables += variables
        for (variable, slot) in variables {
            assembler.debug.locals.append(
                DebugTable.Local(name: variable.name, slot: slot, scope: assembler.count..<assembler.count))
        }
        return first..<assembler.debug.locals.count
    }

    /// Notes that the variables mean nothing from here on.
    func closeScope(_ locals: Range<Int>) {
        openVariables.removeLast(locals.count)
        for index in locals {
            let start = assembler.debug.locals[index].scope.lowerBound
            assembler.debug.locals[index].scope = start..<max(start, assembler.count)
        }
    }

    /// Whether a variable lives in a box.
    func isBoxed(_ variable: Variable) -> Bool {
        variable.isAssigned || variable.isExposed || variable.mayBeUnassigned || isBoxedByLetrec(variable)
    }

    private func isBoxedByLetrec(_ variable: Variable) -> Bool {
        var function: FunctionCompiler? = self
        while let current = function {
            if current.boxed.contains(ObjectIdentifier(variable)) { return true }
            function = current.parent
        }
        return false
    }

    /// Replaces the value in a variable's slot by a box around it.
    func boxIfNeeded(_ variable: Variable, slot: Int) {
        if variable.isExposed {
            emitVariableCell(variable, slot)
        } else if isBoxed(variable) {
            assembler.emit(Instruction(.makeBox, a: slot, b: slot))
        }
    }

    /// A cell with a name, for variables that a first-class environment shows.
    private func emitVariableCell(_ variable: Variable, _ slot: Int) {
        guard let cell = heap.ownCell(shared.compiler.systemEnvironment, heap.intern("%make-variable-cell")) else {
            return
        }
        let top = frameWords
        use(top + 3)
        assembler.emit(.constant, a: top + 3, constant: variable.name)
        assembler.emit(Instruction(.move, a: top + 2, b: slot))
        emitGlobalCall(cell, count: 2, top: top, .value(slot))
    }

    func location(of variable: Variable) -> Location {
        let identity = ObjectIdentifier(variable)
        if let location = locations[identity] { return location }
        // A variable of an enclosing procedure: a free variable here, and in every procedure between.
        freeVariables.append(variable)
        let location = Location.free(freeVariables.count - 1)
        locations[identity] = location
        return location
    }

    // MARK: Expressions

    /// Generates code that leaves the value where the context says; slots from `top` on are free.
    func compile(_ core: Core, _ context: Context, _ top: Int) {
        if NativeStack.position < shared.compiler.stackLimit {
            shared.isTooLarge = true
            return
        }
        switch core {
        case .constant(let value): compileConstant(value, context)
        case .local(let variable): compileLocal(variable, context, top)
        case .global(let reference):
            assembler.notePosition(reference.position)
            let slot = target(context, top)
            assembler.emit(.global, a: slot, constant: reference.cell)
            finishValue(slot, context)
        case .assignLocal(let variable, let value): compileAssignment(variable, value, context, top)
        case .assignGlobal(let reference, let value):
            compile(value, .value(top), top)
            use(top + 1)
            assembler.notePosition(reference.position)
            let kept = reference.givesUnassigned ? OldValue.evenUnassigned : OldValue.asProgramsSeeIt
            assembler.emit(
                .setGlobal, x: wantsValue(context) ? kept : OldValue.unused, a: top, constant: reference.cell)
            deliver(top + 1, context)
        case .define(let reference, let value):
            compile(value, .value(top), top)
            assembler.notePosition(reference.position)
            assembler.emit(.defineGlobal, a: top, constant: reference.cell)
            deliver(top, context)
        case .conditional(let test, let consequent, let alternative):
            compileConditional(test, consequent, alternative, context, top)
        case .lambda(let lambda):
            if case .effect = context { return }
            let slot = target(context, top)
            compileLambda(lambda, slot)
            finishValue(slot, context)
        case .sequence(let forms):
            for form in forms.dropLast() { compile(form, .effect, top) }
            if let last = forms.last {
                compile(last, context, top)
            } else {
                compileConstant(.unspecific, context)
            }
        case .call(let operation, let operands, let position):
            compileCall(operation, operands, position, context, top)
        case .letrec(let bindings, let body): compileLetrec(bindings, body, context, top)
        case .theEnvironment(let variables, let parent): compileEnvironment(variables, parent, context, top)
        }
    }

    /// The slot in which an expression may leave its value.
    func target(_ context: Context, _ top: Int) -> Int {
        if case .value(let slot) = context {
            use(slot)
            return slot
        }
        use(top)
        return top
    }

    /// After the value has been left in `target(context)`.
    func finishValue(_ slot: Int, _ context: Context) {
        if case .tail = context { assembler.emit(Instruction(.return, a: slot)) }
    }

    /// Takes a value that is in some slot to where the context wants it.
    func deliver(_ slot: Int, _ context: Context) {
        use(slot)
        switch context {
        case .value(let destination):
            if destination != slot {
                use(destination)
                assembler.emit(Instruction(.move, a: destination, b: slot))
            }
        case .tail: assembler.emit(Instruction(.return, a: slot))
        case .effect: break
        }
    }

    private func wantsValue(_ context: Context) -> Bool {
        if case .effect = context { return false }
        return true
    }

    private func compileConstant(_ value: Value, _ context: Context) {
        switch context {
        case .effect: return
        case .value(let slot):
            use(slot)
            emitConstant(value, slot)
        case .tail:
            if FunctionCompiler.isImmediate(value) {
                assembler.emit(Instruction(.returnConstant, bc: value.bits))
            } else {
                use(2)
                emitConstant(value, 2)
                assembler.emit(Instruction(.return, a: 2))
            }
        }
    }

    func emitConstant(_ value: Value, _ slot: Int) {
        if FunctionCompiler.isImmediate(value) {
            assembler.emit(Instruction(.immediate, a: slot, bc: value.bits))
        } else {
            assembler.emit(.constant, a: slot, constant: value)
        }
    }

    /// Whether a constant is no pointer and fits the 32-bit field.
    static func isImmediate(_ value: Value) -> Bool {
        !value.isPointer && Int(Int32(truncatingIfNeeded: value.bits)) == value.bits
    }

    private func compileLocal(_ variable: Variable, _ context: Context, _ top: Int) {
        if case .effect = context, !isChecked(variable) { return }
        if !isBoxed(variable), case .slot(let slot) = location(of: variable) {
            deliver(slot, context)
            return
        }
        let slot = target(context, top)
        load(variable, slot)
        finishValue(slot, context)
    }

    /// Loads a variable's value into a slot.
    func load(_ variable: Variable, _ slot: Int) {
        let checked = isChecked(variable)
        switch (location(of: variable), isBoxed(variable)) {
        case (.slot(let source), false):
            if source != slot { assembler.emit(Instruction(.move, a: slot, b: source)) }
            return
        case (.slot(let source), true):
            assembler.emit(Instruction(checked ? .boxRefChecked : .boxRef, a: slot, b: source))
        case (.free(let index), false):
            assembler.emit(Instruction(.free, a: slot, b: index))
            return
        case (.free(let index), true):
            assembler.emit(Instruction(checked ? .freeBoxRefChecked : .freeBoxRef, a: slot, b: index))
        case (.label, _):
            // The analysis has seen to it that labels are only called.
            shared.isTooLarge = true
        }
        if checked { assembler.emit(.checkAssigned, a: slot, constant: variable.name) }
    }

    /// Loads the box (or the plain value) of a variable, for a closure to keep.
    func loadForCapture(_ variable: Variable, _ slot: Int) -> Int {
        switch location(of: variable) {
        case .slot(let source): return source
        case .free(let index):
            use(slot)
            assembler.emit(Instruction(.free, a: slot, b: index))
            return slot
        case .label:
            shared.isTooLarge = true
            return slot
        }
    }

    func isChecked(_ variable: Variable) -> Bool {
        variable.mayBeUnassigned || isBoxedByLetrec(variable)
    }

    private func compileAssignment(_ variable: Variable, _ value: Core, _ context: Context, _ top: Int) {
        compile(value, .value(top), top)
        use(top + 1)
        let keepsOld = wantsValue(context)
        switch location(of: variable) {
        case .slot(let slot):
            if keepsOld { assembler.emit(Instruction(.boxRef, a: top + 1, b: slot)) }
            assembler.emit(Instruction(.boxSet, a: slot, b: top))
        case .free(let index):
            if keepsOld { assembler.emit(Instruction(.freeBoxRef, a: top + 1, b: index)) }
            assembler.emit(Instruction(.freeBoxSet, a: top, b: index))
        case .label: shared.isTooLarge = true
        }
        deliver(top + 1, context)
    }

    private func compileConditional(
        _ test: Core, _ consequent: Core, _ alternative: Core, _ context: Context, _ top: Int
    ) {
        if case .constant(let value) = test {
            compile(value.isTrue ? consequent : alternative, context, top)
            return
        }
        let otherwise = assembler.makeLabel()
        let end = assembler.makeLabel()
        compileTest(test, jumpTo: otherwise, when: false, top)
        compile(consequent, context, top)
        if case .tail = context {} else { assembler.emitJump(.jump, to: end) }
        assembler.bind(otherwise)
        compile(alternative, context, top)
        assembler.bind(end)
    }

    // MARK: Closures

    /// Leaves a closure over the lambda in the slot.
    func compileLambda(_ lambda: Lambda, _ slot: Int) {
        let inner = FunctionCompiler(shared: shared, parent: self)
        guard let code = inner.compileProcedure(lambda) else { return }
        emitClosure(code, count: inner.freeVariables.count, slot)
        capture(inner.freeVariables, slot)
    }

    func emitClosure(_ code: Value, count: Int, _ slot: Int) {
        if count == 0 {
            emitConstant(heap.object(.closure, code), slot)
        } else {
            if count >= Instruction.manyFreeVariables { emitConstant(Value(fixnum: count), slot) }
            assembler.emit(.makeClosure, x: min(count, Instruction.manyFreeVariables), a: slot, constant: code)
        }
    }

    /// Fills the free variables of the closure in a slot.
    func capture(_ variables: [Variable], _ slot: Int) {
        let scratch = max(frameTop, slot + 1)
        for (index, variable) in variables.enumerated() {
            let source = loadForCapture(variable, scratch)
            assembler.emit(Instruction(.closureSet, a: slot, b: index, c: source))
        }
    }

    /// The first slot that nothing has used so far.
    var frameTop: Int { frameWords }

    private func compileEnvironment(_ variables: [Variable], _ parent: Value, _ context: Context, _ top: Int) {
        for (index, variable) in variables.enumerated() {
            use(top + 1 + index)
            let source = loadForCapture(variable, top + 1 + index)
            if source != top + 1 + index { assembler.emit(Instruction(.move, a: top + 1 + index, b: source)) }
        }
        use(top)
        if variables.count >= Instruction.manyFreeVariables { emitConstant(Value(fixnum: variables.count), top) }
        assembler.emit(
            .makeEnvironment, x: min(variables.count, Instruction.manyFreeVariables), a: top, constant: parent)
        deliver(top, context)
    }
}

extension Compiler {
    /// The root of the environment chain: the library's.
    var systemEnvironment: Value {
        var current = environment
        while current[slot: EnvironmentLayout.parent].isType(.environment) {
            current = current[slot: EnvironmentLayout.parent]
        }
        return current
    }
}
