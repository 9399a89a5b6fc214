/// Sum, difference and product.
extension BigInteger {
    package static prefix func - (value: BigInteger) -> BigInteger {
        BigInteger(isNegative: !value.isNegative, normalizing: value.limbs)
    }

    package static func + (left: BigInteger, right: BigInteger) -> BigInteger {
        sum(left, right, rightNegative: right.isNegative)
    }

    package static func - (left: BigInteger, right: BigInteger) -> BigInteger {
        sum(left, right, rightNegative: !right.isNegative)
    }

    package static func * (left: BigInteger, right: BigInteger) -> BigInteger {
        if left.isZero || right.isZero { return .zero }
        let count = left.limbs.count + right.limbs.count
        return BigInteger(isNegative: left.isNegative != right.isNegative, capacity: count) { result in
            withLimbs(left, right) { LimbKernel.multiply($0, $1, $2, $3, into: result) }
            return count
        }
    }

    package static func * (left: BigInteger, right: Int) -> BigInteger {
        if left.isZero || right == 0 { return .zero }
        let count = left.limbs.count
        return BigInteger(isNegative: left.isNegative != (right < 0), capacity: count + 1) { result in
            result[count] = left.withLimbs {
                LimbKernel.multiply($0.baseAddress!, count, by: right.magnitude, adding: 0, into: result)
            }
            return count + 1
        }
    }

    /// The product of two machine integers.
    package static func product(_ left: Int, _ right: Int) -> BigInteger {
        let product = left.magnitude.multipliedFullWidth(by: right.magnitude)
        return BigInteger(
            isNegative: (left < 0) != (right < 0),
            normalizing: product.high == 0 ? [product.low] : [product.low, product.high])
    }

    /// The sum of two machine integers.
    package static func sum(_ left: Int, _ right: Int) -> BigInteger {
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? BigInteger(left) + BigInteger(right) : BigInteger(sum)
    }

    private static func sum(_ left: BigInteger, _ right: BigInteger, rightNegative: Bool) -> BigInteger {
        if right.isZero { return left }
        if left.isZero { return BigInteger(isNegative: rightNegative, normalizing: right.limbs) }
        if left.isNegative == rightNegative {
            let (longer, shorter) = left.limbs.count >= right.limbs.count ? (left, right) : (right, left)
            let count = longer.limbs.count
            return BigInteger(isNegative: rightNegative, capacity: count + 1) { result in
                result[count] = withLimbs(longer, shorter) { LimbKernel.add($0, $1, $2, $3, into: result) }
                return count + 1
            }
        }
        let order = compareMagnitudes(left, right)
        if order == 0 { return .zero }
        let (greater, lesser) = order > 0 ? (left, right) : (right, left)
        return BigInteger(
            isNegative: order > 0 ? left.isNegative : rightNegative, capacity: greater.limbs.count
        ) { result in
            _ = withLimbs(greater, lesser) { LimbKernel.subtract($0, $1, $2, $3, into: result) }
            return greater.limbs.count
        }
    }
}
