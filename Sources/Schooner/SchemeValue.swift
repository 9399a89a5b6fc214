/// A Scheme object as Swift sees it: copied for data, by reference for what only Scheme can hold.
public indirect enum SchemeValue: Sendable, Hashable {
    /// The value of an expression that has none worth mentioning, and of `(values)`.
    case unspecific
    case boolean(Bool)
    /// An exact integer that fits 64 bits. Larger ones come as `number`.
    case integer(Int)
    /// An inexact real number.
    case real(Double)
    /// Any other number, in Scheme's notation: `"1/3"`, `"123456789012345678901234567890"`, `"+i"`.
    case number(String)
    /// A character, as its code point (R7RS 6.6).
    case character(UInt32)
    case string(String)
    case symbol(String)
    /// A bytevector (R7RS 6.9).
    case bytes([UInt8])
    /// A proper list.
    case list([SchemeValue])
    /// A pair that is no proper list; also the links of an improper one.
    case pair(SchemeValue, SchemeValue)
    case vector([SchemeValue])
    case endOfFile
    /// `#!default`: an optional argument that is not given.
    case defaultObject
    /// A procedure, port, record or anything else that stays inside the interpreter it came from.
    case object(SchemeObject)
}

/// A Scheme object that Swift holds without looking inside. It stays alive as long as the Swift value does, and can be
/// handed back only to the interpreter it came from.
public final class SchemeObject: Sendable, Hashable {
    /// How Scheme writes the object, taken when it left the interpreter: `#[compound-procedure 12 fact]`.
    public let description: String
    /// Whether it can be called.
    public let isProcedure: Bool
    let slot: Int
    let home: ObjectIdentifier
    private let release: @Sendable (Int) -> Void

    init(
        description: String, isProcedure: Bool, slot: Int, home: ObjectIdentifier,
        release: @escaping @Sendable (Int) -> Void
    ) {
        self.description = description
        self.isProcedure = isProcedure
        self.slot = slot
        self.home = home
        self.release = release
    }

    deinit { release(slot) }

    public static func == (left: SchemeObject, right: SchemeObject) -> Bool { left === right }

    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension SchemeValue {
    /// Whether Scheme takes the value for true: everything but `#f`.
    public var isTrue: Bool { self != .boolean(false) }

    public var integerValue: Int? {
        if case .integer(let value) = self { return value }
        return nil
    }

    /// The value of an exact 64-bit integer or an inexact number as a `Double`.
    public var realValue: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .real(let value): value
        default: nil
        }
    }

    /// The text of a string.
    public var stringValue: String? {
        if case .string(let value) = self { return value }
        return nil
    }

    /// The elements of a proper list.
    public var listValue: [SchemeValue]? {
        if case .list(let value) = self { return value }
        return nil
    }
}

extension SchemeValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
    public init(integerLiteral value: Int) { self = .integer(value) }
    public init(floatLiteral value: Double) { self = .real(value) }
    public init(stringLiteral value: String) { self = .string(value) }
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    public init(arrayLiteral elements: SchemeValue...) { self = .list(elements) }
}
