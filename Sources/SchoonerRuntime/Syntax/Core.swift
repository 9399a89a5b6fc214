/// The small language that the expander yields and the compiler takes.
///
/// Values in it are only valid until the next safepoint: expansion and compilation of one top-level form
/// run without a collection between them.
package indirect enum Core {
    case constant(Value)
    case local(Variable)
    case global(GlobalReference)
    /// `set!`; its value is the old value of the variable, as in MIT Scheme.
    case assignLocal(Variable, Core)
    case assignGlobal(GlobalReference, Core)
    /// A top-level definition; its value is the symbol.
    case define(GlobalReference, Core)
    case conditional(Core, Core, Core)
    case lambda(Lambda)
    /// At least one expression; the last gives the value.
    case sequence([Core])
    /// Operands are evaluated right to left, the operator last.
    case call(Core, [Core], SourcePosition?)
    /// `letrec*`: evaluated in order, all variables in scope throughout.
    case letrec([Binding], Core)
    /// The `the-environment` form with the variables that are visible at that place, innermost first, and the
    /// top-level environment around them.
    case theEnvironment([Variable], Value)

    package struct Binding {
        package let variable: Variable
        package let value: Core

        package init(_ variable: Variable, _ value: Core) {
            self.variable = variable
            self.value = value
        }
    }
}

/// A lexical variable.
package final class Variable {
    /// The symbol as the program wrote it.
    package let name: Value
    /// Set by the expander when a `set!` names it.
    package var isAssigned = false
    /// Set by the expander when the variable may be without a value, as after `(define x)`: its uses are checked.
    package var mayBeUnassigned = false
    /// Set by the expander when a `the-environment` form sees it.
    package var isExposed = false
    /// For the compiler's passes.
    package var isCaptured = false
    package var referenceCount = 0
    package var slot = -1
    package weak var owner: Lambda?

    package init(name: Value) { self.name = name }
}

/// A use of a top-level variable: its cell as the environment gave it when the form was expanded.
package final class GlobalReference {
    package let name: Value
    package let cell: Value
    package let environment: Value
    package let position: SourcePosition?
    /// Set by the expander when an assignment is to give the old value even if there was none (`fluid-let`).
    package var givesUnassigned = false

    package init(name: Value, cell: Value, environment: Value, position: SourcePosition? = nil) {
        self.name = name
        self.cell = cell
        self.environment = environment
        self.position = position
    }
}

/// A procedure text.
package final class Lambda {
    /// A symbol, or #f for an anonymous procedure.
    package var name: Value
    package let required: [Variable]
    package let optional: [Variable]
    package let rest: Variable?
    package let body: Core
    /// The lambda list and body as written, for `pp`; #f when not kept.
    package let source: Value
    package let position: SourcePosition?

    package init(
        name: Value, required: [Variable], optional: [Variable] = [], rest: Variable? = nil, body: Core,
        source: Value = .false, position: SourcePosition? = nil
    ) {
        self.name = name
        self.required = required
        self.optional = optional
        self.rest = rest
        self.body = body
        self.source = source
        self.position = position
    }

    package var parameters: [Variable] { required + optional + (rest.map { [$0] } ?? []) }
}
