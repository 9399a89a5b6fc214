/// What `set-global` does with the variable's old value: its operand `x`.
enum OldValue {
    static let unused = 0
    /// The old value, unspecific if there was none: what `set!` returns.
    static let asProgramsSeeIt = 1
    /// The mark of an unassigned variable too, so that `fluid-let` can put it back.
    static let evenUnassigned = 2
}
