/// How many arguments a procedure takes.
public struct Arity: Sendable, ExpressibleByIntegerLiteral {
    /// The least number.
    public let minimum: Int
    /// The greatest number; nil when there is none.
    public let maximum: Int?

    /// Exactly so many.
    public init(integerLiteral value: Int) { self = .exactly(value) }

    private init(minimum: Int, maximum: Int?) {
        self.minimum = max(0, minimum)
        self.maximum = maximum.map { max($0, 0) }
    }

    public static func exactly(_ count: Int) -> Arity { Arity(minimum: count, maximum: count) }

    public static func atLeast(_ count: Int) -> Arity { Arity(minimum: count, maximum: nil) }

    public static func between(_ range: ClosedRange<Int>) -> Arity {
        Arity(minimum: range.lowerBound, maximum: range.upperBound)
    }

    public static let any = Arity.atLeast(0)
}
