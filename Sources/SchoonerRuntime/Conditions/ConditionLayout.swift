/// A condition object: `[type, continuation, restarts, fields, backtrace]`; fields are a vector in the order of the type's.
package enum ConditionLayout {
    package static let type = 0
    package static let continuation = 1
    package static let restarts = 2
    package static let fields = 3
    /// A list of `(name file line column)` entries, innermost first; `()` until the condition is signalled.
    package static let backtrace = 4
}

/// A condition type: `[name string, generalisations, field names, reporter]`. The generalisations are a list from the type
/// itself outwards; the reporter is #f (standard text) or a procedure of condition and port.
package enum ConditionTypeLayout {
    package static let name = 0
    package static let generalizations = 1
    package static let fieldNames = 2
    package static let reporter = 3
}
