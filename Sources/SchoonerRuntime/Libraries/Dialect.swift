/// The two ways of reading and writing symbols.
package enum Dialect: Sendable {
    /// A program of MIT Scheme: the reader folds symbols to lower case, and other symbols are printed between bars.
    case mit
    /// A program of R7RS, one that begins with `import` or `define-library`: case always matters, and `display`
    /// shows a symbol's characters.
    case r7rs

    /// Whether the reader folds the case of symbols.
    package var foldsCase: Bool { self == .mit }
}
