/// Digits with a point and an exponent to the nearest flonum, whatever their number.
enum DecimalFlonum {
    /// The flonum nearest to `significand` × `radix`^`exponent`. The significand is at least 0.
    static func nearest(_ significand: BigInteger, radix: Int, exponent: Int) -> Double {
        if significand.isZero { return 0 }
        // Beyond these bounds no digit matters any more: radix^exponent alone decides.
        let bits = significand.magnitudeBitLength
        let radixBits = Int.bitWidth - radix.leadingZeroBitCount - 1
        if exponent > 1100 || (exponent > 0 && bits + exponent * radixBits > 1100) { return .infinity }
        if exponent < 0, exponent < -(bits + 1100) { return 0 }
        guard let power = BigInteger(radix).power(abs(exponent)) else { return exponent > 0 ? .infinity : 0 }
        return exponent >= 0
            ? Double(nearest: significand * power) : Double(nearest: significand, over: power)
    }

    /// The flonum nearest to `significand` × 10^`exponent` where one rounding gives it (Clinger's fast path), else nil.
    @inline(__always)
    static func fast(_ significand: UInt, exponent: Int) -> Double? {
        guard significand <= 1 << 53, (-22...22).contains(exponent) else { return nil }
        return exponent >= 0 ? Double(significand) * powers[exponent] : Double(significand) / powers[-exponent]
    }

    /// The flonum nearest to `significand` × 10^`exponent`, by the standard library's reading of decimal text.
    static func short(_ significand: UInt, exponent: Int) -> Double? {
        if significand == 0 || exponent < -400 { return 0 }
        if exponent > 400 { return .infinity }
        return Double("\(significand)e\(exponent)")
    }

    /// The powers of ten that are flonums.
    private static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
}
