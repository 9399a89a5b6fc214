// What the code generator must know before it starts: which variables need boxes, and which local procedures are mere loops.

/// Facts about one `letrec`, by the identity of its first variable.
final class LetrecPlan {
    /// All the procedures are called only in tail position of the letrec or of each other: they become labels in the frame.
    var isLoop = false
    /// Variables that are read before they are certainly initialised: boxed, and checked when read.
    var checked: Set<ObjectIdentifier> = []
}

/// Walks a core form once per question; the forms are trees, so no walk meets a node twice.
struct Analyzer {
    private(set) var plans: [ObjectIdentifier: LetrecPlan] = [:]
    private(set) var nodeCount = 0

    /// Whether the form is nested too deep for the native stack; the walk stopped there.
    private(set) var isTooDeep = false
    let stackLimit: Int

    init(stackLimit: Int) { self.stackLimit = stackLimit }

    mutating func analyze(_ core: Core) {
        nodeCount += 1
        if NativeStack.position < stackLimit {
            isTooDeep = true
            return
        }
        switch core {
        case .constant, .local, .global, .theEnvironment: break
        case .assignLocal(let variable, let value):
            variable.isAssigned = true
            analyze(value)
        case .assignGlobal(_, let value), .define(_, let value): analyze(value)
        case .conditional(let test, let consequent, let alternative):
            analyze(test)
            analyze(consequent)
            analyze(alternative)
        case .lambda(let lambda): analyze(lambda.body)
        case .sequence(let forms): for form in forms { analyze(form) }
        case .call(let operation, let operands, _):
            analyze(operation)
            for operand in operands { analyze(operand) }
        case .letrec(let bindings, let body):
            for binding in bindings { analyze(binding.value) }
            analyze(body)
            if let first = bindings.first {
                plans[ObjectIdentifier(first.variable)] = plan(bindings, body)
            }
        }
    }

    private func plan(_ bindings: [Core.Binding], _ body: Core) -> LetrecPlan {
        let plan = LetrecPlan()
        let group = Set(bindings.map { ObjectIdentifier($0.variable) })
        var arities: [ObjectIdentifier: Int] = [:]
        var allLambdas = true
        for binding in bindings {
            if case .lambda(let lambda) = binding.value, lambda.optional.isEmpty, lambda.rest == nil,
                !binding.variable.isAssigned, !binding.variable.isExposed, !binding.variable.mayBeUnassigned
            {
                arities[ObjectIdentifier(binding.variable)] = lambda.required.count
            } else {
                allLambdas = false
            }
        }
        if allLambdas {
            plan.isLoop =
                LoopCheck(arities: arities).holds(body, isTail: true)
                && bindings.allSatisfy { binding in
                    guard case .lambda(let lambda) = binding.value else { return false }
                    return LoopCheck(arities: arities).holds(lambda.body, isTail: true)
                }
        }
        if !plan.isLoop { plan.checked = earlyReads(bindings, group) }
        return plan
    }

    /// Variables that an initialiser before (or at) their own may read: through a direct mention, or inside a procedure that
    /// some initialiser between may call. Runs of procedures see each other freely.
    private func earlyReads(_ bindings: [Core.Binding], _ group: Set<ObjectIdentifier>) -> Set<ObjectIdentifier> {
        var early: Set<ObjectIdentifier> = []
        var index = 0
        while index < bindings.count {
            var end = index + 1
            if bindings[index].isLambda {
                while end < bindings.count && bindings[end].isLambda { end += 1 }
            }
            // Whatever this run mentions that is initialised later, or by itself when it is no procedure.
            let firstLater = bindings[index].isLambda ? end : index
            var later = Set(bindings[firstLater...].map { ObjectIdentifier($0.variable) })
            if !later.isEmpty {
                for binding in bindings[index..<end] { Mentions.collect(binding.value, among: later, into: &early) }
                later.subtract(early)
            }
            index = end
        }
        return early
    }
}

extension Core.Binding {
    var isLambda: Bool {
        if case .lambda = value { return true }
        return false
    }
}

/// Whether every mention of some variables is a call with the right number of arguments in tail position.
private struct LoopCheck {
    let arities: [ObjectIdentifier: Int]

    func holds(_ core: Core, isTail: Bool) -> Bool {
        switch core {
        case .constant, .global: return true
        case .theEnvironment(let variables, _): return !variables.contains { arities[ObjectIdentifier($0)] != nil }
        case .local(let variable): return arities[ObjectIdentifier(variable)] == nil
        case .assignLocal(let variable, let value):
            return arities[ObjectIdentifier(variable)] == nil && holds(value, isTail: false)
        case .assignGlobal(_, let value), .define(_, let value): return holds(value, isTail: false)
        case .conditional(let test, let consequent, let alternative):
            return holds(test, isTail: false) && holds(consequent, isTail: isTail) && holds(alternative, isTail: isTail)
        case .lambda(let lambda): return !Mentions.any(lambda.body, of: arities)
        case .sequence(let forms):
            for (index, form) in forms.enumerated() {
                if !holds(form, isTail: isTail && index == forms.count - 1) { return false }
            }
            return true
        case .call(let operation, let operands, _):
            for operand in operands where !holds(operand, isTail: false) { return false }
            switch operation {
            case .local(let variable):
                guard let arity = arities[ObjectIdentifier(variable)] else { return true }
                return isTail && arity == operands.count
            case .lambda(let lambda) where lambda.takesExactly(operands.count):
                return holds(lambda.body, isTail: isTail)
            default: return holds(operation, isTail: false)
            }
        case .letrec(let bindings, let body):
            // Inner procedures are no tail position here, though inner loops could be: their calls out would need the same target.
            for binding in bindings {
                if case .lambda(let lambda) = binding.value {
                    if Mentions.any(lambda.body, of: arities) { return false }
                } else if !holds(binding.value, isTail: false) {
                    return false
                }
            }
            return holds(body, isTail: isTail)
        }
    }
}

extension Lambda {
    func takesExactly(_ count: Int) -> Bool { optional.isEmpty && rest == nil && required.count == count }
}

/// Which of some variables a form mentions.
enum Mentions {
    static func any(_ core: Core, of variables: [ObjectIdentifier: Int]) -> Bool {
        walk(core) { variables[$0] != nil }
    }

    static func contains(_ core: Core, _ variable: Variable) -> Bool {
        let identity = ObjectIdentifier(variable)
        return walk(core) { $0 == identity }
    }

    static func collect(_ core: Core, among group: Set<ObjectIdentifier>, into found: inout Set<ObjectIdentifier>) {
        var result = found
        _ = walk(core) {
            if group.contains($0) { result.insert($0) }
            return false
        }
        found = result
    }

    /// Visits every mention of a local variable until the visitor says true.
    private static func walk(_ core: Core, _ visit: (ObjectIdentifier) -> Bool) -> Bool {
        switch core {
        case .constant, .global: return false
        case .theEnvironment(let variables, _): return variables.contains { visit(ObjectIdentifier($0)) }
        case .local(let variable): return visit(ObjectIdentifier(variable))
        case .assignLocal(let variable, let value): return visit(ObjectIdentifier(variable)) || walk(value, visit)
        case .assignGlobal(_, let value), .define(_, let value): return walk(value, visit)
        case .conditional(let test, let consequent, let alternative):
            return walk(test, visit) || walk(consequent, visit) || walk(alternative, visit)
        case .lambda(let lambda): return walk(lambda.body, visit)
        case .sequence(let forms): return forms.contains { walk($0, visit) }
        case .call(let operation, let operands, _):
            return walk(operation, visit) || operands.contains { walk($0, visit) }
        case .letrec(let bindings, let body):
            return bindings.contains { walk($0.value, visit) } || walk(body, visit)
        }
    }
}
