/// The arguments of one call of a primitive: the slots of its frame.
package struct Arguments {
    @usableFromInline let base: UnsafeMutablePointer<Int>
    package let count: Int

    @inline(__always) package init(base: UnsafeMutablePointer<Int>, count: Int) {
        self.base = base
        self.count = count
    }

    @inline(__always) package subscript(index: Int) -> Value { Value(bits: base[index]) }

    /// An argument that may be missing: absent and `#!default` are the same.
    @inline(__always) package func optional(_ index: Int) -> Value? {
        index < count && base[index] != Value.default.bits ? Value(bits: base[index]) : nil
    }

    /// Like `optional`, with `#f` counting as missing too.
    @inline(__always) package func supplied(_ index: Int) -> Value? {
        guard let value = optional(index), value.isTrue else { return nil }
        return value
    }

    package var all: [Value] { (0..<count).map { self[$0] } }

    /// The arguments from `index` on.
    package func rest(from index: Int) -> [Value] { index < count ? (index..<count).map { self[$0] } : [] }
}

/// A procedure written in Swift: one row of a table.
package struct Primitive: Sendable {
    package typealias Body = @Sendable (Interpreter, Arguments) throws(Signal) -> Value

    package let name: String
    package let minimum: Int
    /// nil when there is no upper bound.
    package let maximum: Int?
    package let documentation: String
    package let body: Body

    /// - Parameters:
    ///   - name: the Scheme name.
    ///   - arity: how many arguments it takes.
    ///   - documentation: one sentence, with the source it follows.
    package init(_ name: String, _ arity: Int, _ documentation: String, _ body: @escaping Body) {
        self.init(name, minimum: arity, maximum: arity, documentation, body)
    }

    package init(_ name: String, _ arity: ClosedRange<Int>, _ documentation: String, _ body: @escaping Body) {
        self.init(name, minimum: arity.lowerBound, maximum: arity.upperBound, documentation, body)
    }

    package init(_ name: String, _ arity: PartialRangeFrom<Int>, _ documentation: String, _ body: @escaping Body) {
        self.init(name, minimum: arity.lowerBound, maximum: nil, documentation, body)
    }

    private init(_ name: String, minimum: Int, maximum: Int?, _ documentation: String, _ body: @escaping Body) {
        self.name = name
        self.minimum = minimum
        self.maximum = maximum
        self.documentation = documentation
        self.body = body
    }
}
