/// A set of code points as the ascending places where membership changes: members are those from an even place up to
/// the odd place behind it.
package struct InversionList: Hashable, Sendable {
    /// One more than the greatest code point.
    package static let limit: UInt32 = 0x110000

    /// Strictly ascending, of even count, none above `limit`.
    package private(set) var boundaries: [UInt32] = []

    package init() {}

    /// A set that was made before.
    package init(boundaries: some Sequence<UInt32>) { self.boundaries = Array(boundaries) }

    /// The code points in any of the ranges, whose upper bounds are at most `limit`.
    package init(ranges: some Sequence<Range<UInt32>>) {
        for range in ranges.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = boundaries.last, range.lowerBound <= last {
                boundaries[boundaries.count - 1] = max(last, range.upperBound)
            } else {
                boundaries.append(range.lowerBound)
                boundaries.append(range.upperBound)
            }
        }
    }

    package init(scalars: some Sequence<UInt32>) { self.init(ranges: scalars.map { $0..<$0 + 1 }) }

    /// All code points for which the predicate holds.
    package init(where holds: (UInt32) -> Bool) {
        var isIn = false
        var scalar: UInt32 = 0
        while scalar < InversionList.limit {
            if holds(scalar) != isIn {
                boundaries.append(scalar)
                isIn.toggle()
            }
            // No character is assigned in planes 4 to 13, so that one answer is that of all.
            scalar = scalar == 0x40000 ? 0xE0000 : scalar + 1
        }
        if isIn { boundaries.append(InversionList.limit) }
    }

    package var isEmpty: Bool { boundaries.isEmpty }

    /// How many code points are members.
    package var count: Int { ranges.reduce(0) { $0 + $1.count } }

    /// The members, as ranges in ascending order.
    package var ranges: some Sequence<Range<UInt32>> {
        stride(from: 0, to: boundaries.count, by: 2).lazy.map { boundaries[$0]..<boundaries[$0 + 1] }
    }

    package func contains(_ scalar: UInt32) -> Bool {
        boundaries.withUnsafeBufferPointer { InversionList.contains(scalar, boundaries: $0) }
    }

    /// Whether a set with these boundaries has the member.
    package static func contains(_ scalar: UInt32, boundaries: UnsafeBufferPointer<UInt32>) -> Bool {
        InversionList.place(of: scalar, boundaries: boundaries) & 1 == 1
    }

    /// How many boundaries are at most `scalar`; odd for members.
    package static func place(of scalar: UInt32, boundaries: UnsafeBufferPointer<UInt32>) -> Int {
        var low = 0
        var high = boundaries.count
        while low < high {
            let middle = (low &+ high) >> 1
            if boundaries[middle] <= scalar { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: Algebra

    package func union(_ other: InversionList) -> InversionList { combined(other) { $0 || $1 } }
    package func intersection(_ other: InversionList) -> InversionList { combined(other) { $0 && $1 } }
    package func subtracting(_ other: InversionList) -> InversionList { combined(other) { $0 && !$1 } }
    package func symmetricDifference(_ other: InversionList) -> InversionList { combined(other) { $0 != $1 } }

    /// Every code point that is no member.
    package var inverted: InversionList { InversionList(boundaries: [0, InversionList.limit]).subtracting(self) }

    package func isSubset(of other: InversionList) -> Bool { subtracting(other).isEmpty }

    /// The code points that `keeps` accepts, told whether they are members here and there; it must refuse those
    /// that are in neither.
    private func combined(_ other: InversionList, _ keeps: (Bool, Bool) -> Bool) -> InversionList {
        var result = InversionList()
        var (left, right) = (0, 0)
        while left < boundaries.count || right < other.boundaries.count {
            let next = min(
                left < boundaries.count ? boundaries[left] : .max,
                right < other.boundaries.count ? other.boundaries[right] : .max)
            if left < boundaries.count, boundaries[left] == next { left += 1 }
            if right < other.boundaries.count, other.boundaries[right] == next { right += 1 }
            let isIn = keeps(left & 1 == 1, right & 1 == 1)
            if isIn != (result.boundaries.count & 1 == 1) { result.boundaries.append(next) }
        }
        return result
    }
}
