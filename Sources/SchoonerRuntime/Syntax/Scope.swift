/// What an identifier means at a place of the program.
enum Denotation {
    case variable(Variable)
    /// A top-level variable: its symbol, the environment in which it was sought, and its cell where there is one.
    case global(symbol: Value, environment: Value, cell: Value?)
    case special(SpecialForm)
    case macro(Macro)
}

/// How a macro's payload is used; the raw value is the first slot of a `macro` object.
enum MacroKind: Int {
    /// The payload is a `SpecialForm`.
    case special
    /// The payload is a vector: ellipsis or #f, list of literals, list of rules.
    case syntaxRules
    /// The payload is a procedure of form and environment; its result is closed in the macro's environment (`sc`) or
    /// in that of the use (`rsc`).
    case syntacticClosure
    case reversedSyntacticClosure
    /// The payload is a procedure of form, rename and compare.
    case explicitRenaming
}

/// A macro and the scope of its definition.
final class Macro {
    let kind: MacroKind
    let payload: Value
    let scope: Scope

    init(kind: MacroKind, payload: Value, scope: Scope) {
        self.kind = kind
        self.payload = payload
        self.scope = scope
    }
}

/// A contour of the program text: the identifiers that it binds, by their bits. The outermost scope stands for
/// a top-level environment and binds nothing itself.
///
/// Scopes hold values, so they live only while one top-level form is expanded.
final class Scope {
    let parent: Scope?
    /// The top-level environment at the end of the chain.
    let environment: Value
    /// Scopes are numbered in the order of their making; the objects that stand for them in the heap hold the number.
    let serial: Int
    /// The scope that receives a definition made here: `let-syntax` passes definitions outwards.
    let receivesDefinitions: Bool
    /// The object that stands for this scope in the heap, once there is one.
    var object: Value?
    private var identifiers: [Int] = []
    private var denotations: [Denotation] = []
    private var index: [Int: Int] = [:]

    init(parent: Scope, serial: Int, receivesDefinitions: Bool = true) {
        self.parent = parent
        environment = parent.environment
        self.serial = serial
        self.receivesDefinitions = receivesDefinitions
    }

    /// The scope of a top-level environment.
    init(environment: Value, serial: Int) {
        parent = nil
        self.environment = environment
        self.serial = serial
        receivesDefinitions = true
        object = environment
    }

    var isTopLevel: Bool { parent == nil }

    /// The scope that a definition written here goes to.
    var definitionScope: Scope {
        var scope = self
        while !scope.receivesDefinitions, let parent = scope.parent { scope = parent }
        return scope
    }

    /// What this scope alone binds the identifier to.
    func find(_ bits: Int) -> Denotation? {
        let count = identifiers.count
        if count == 0 { return nil }
        if count > 12 { return index[bits].map { denotations[$0] } }
        for position in 0..<count where identifiers[position] == bits { return denotations[position] }
        return nil
    }

    func bind(_ identifier: Value, _ denotation: Denotation) {
        let bits = identifier.bits
        let known = identifiers.count > 12 ? index[bits] : identifiers.firstIndex(of: bits)
        if let known {
            denotations[known] = denotation
            return
        }
        identifiers.append(bits)
        denotations.append(denotation)
        if identifiers.count == 13 {
            for position in identifiers.indices { index[identifiers[position]] = position }
        } else if identifiers.count > 13 {
            index[bits] = identifiers.count - 1
        }
    }

    /// The bindings in the order of their making.
    var bindings: [(identifier: Value, denotation: Denotation)] {
        zip(identifiers, denotations).map { (Value(bits: $0), $1) }
    }
}
