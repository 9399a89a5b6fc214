/// An IPv4 address (RFC 791).
package struct IPv4Address: Hashable, Sendable, CustomStringConvertible {
    /// The address as a number, first byte most significant.
    package let value: UInt32

    package init(value: UInt32) { self.value = value }

    package init(_ first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) {
        value = UInt32(first) << 24 | UInt32(second) << 16 | UInt32(third) << 8 | UInt32(fourth)
    }

    /// The address of four bytes in network order; nil when there are more or fewer.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 4 else { return nil }
        value = bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Four bytes in network order.
    package var bytes: [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }

    package var isLoopback: Bool { value >> 24 == 127 }

    package static let any = IPv4Address(value: 0)
    package static let loopback = IPv4Address(127, 0, 0, 1)

    /// Dotted decimal, such as "127.0.0.1".
    package var description: String { bytes.map(String.init).joined(separator: ".") }
}

/// An IPv6 address (RFC 4291) with the interface it is meant on, where that matters.
package struct IPv6Address: Hashable, Sendable, CustomStringConvertible {
    /// The first eight bytes, first byte most significant.
    package let high: UInt64
    /// The last eight bytes.
    package let low: UInt64
    /// The interface index of a link-local address; 0 when there is none.
    package let scope: UInt32

    package init(high: UInt64, low: UInt64, scope: UInt32 = 0) {
        self.high = high
        self.low = low
        self.scope = scope
    }

    /// The address of sixteen bytes in network order; nil when there are more or fewer.
    package init?(bytes: some Collection<UInt8>, scope: UInt32 = 0) {
        guard bytes.count == 16 else { return nil }
        self.init(
            high: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
            low: bytes.suffix(8).reduce(0) { $0 << 8 | UInt64($1) },
            scope: scope)
    }

    /// Sixteen bytes in network order.
    package var bytes: [UInt8] {
        [high, low].flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - 8 * $0)) } }
    }

    package var isLoopback: Bool { high == 0 && low == 1 }

    /// The IPv4 address inside an IPv4-mapped one (::ffff:a.b.c.d), which is how a dual-stack socket shows IPv4 peers.
    package var mappedIPv4: IPv4Address? {
        high == 0 && low >> 32 == 0xFFFF ? IPv4Address(value: UInt32(truncatingIfNeeded: low)) : nil
    }

    package static let any = IPv6Address(high: 0, low: 0)
    package static let loopback = IPv6Address(high: 0, low: 1)

    /// The canonical text of RFC 5952, with "%index" for a scoped address.
    package var description: String {
        let suffix = scope == 0 ? "" : "%\(scope)"
        if let mapped = mappedIPv4 { return "::ffff:\(mapped)\(suffix)" }
        let groups = (0..<8).map { index -> UInt16 in
            let half = index < 4 ? high : low
            return UInt16(truncatingIfNeeded: half >> UInt64(48 - 16 * (index & 3)))
        }
        guard let zeros = Self.longestZeroRun(groups) else { return Self.text(groups[...]) + suffix }
        return Self.text(groups[..<zeros.lowerBound]) + "::" + Self.text(groups[zeros.upperBound...]) + suffix
    }

    private static func text(_ groups: ArraySlice<UInt16>) -> String {
        groups.map { String($0, radix: 16) }.joined(separator: ":")
    }

    /// The first of the longest runs of two or more zero groups, which "::" stands for.
    private static func longestZeroRun(_ groups: [UInt16]) -> Range<Int>? {
        var best: Range<Int>?
        var start: Int?
        for index in 0...groups.count {
            if index < groups.count && groups[index] == 0 {
                start = start ?? index
            } else if let first = start {
                if index - first > max(best?.count ?? 0, 1) { best = first..<index }
                start = nil
            }
        }
        return best
    }
}
