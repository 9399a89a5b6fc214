/// Division with remainder (R7RS section 6.2.6). Every divisor must differ from 0: the caller signals that error.
extension BigInteger {
    /// R7RS `truncate/`: the quotient rounds towards zero, the remainder has the dividend's sign.
    package func truncatingDivision(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger) {
        precondition(!divisor.isZero, "the caller rules out division by zero")
        if BigInteger.compareMagnitudes(self, divisor) < 0 { return (.zero, self) }
        let quotientNegative = isNegative != divisor.isNegative
        if divisor.limbs.count == 1 {
            var rest: UInt = 0
            let quotient = BigInteger(isNegative: quotientNegative, capacity: limbs.count) { result in
                rest = withLimbs { LimbKernel.divide($0.baseAddress!, $0.count, by: divisor.limbs[0], into: result) }
                return limbs.count
            }
            return (quotient, BigInteger(isNegative: isNegative, normalizing: [rest]))
        }
        return divideLong(by: divisor, quotientNegative: quotientNegative)
    }

    private func divideLong(
        by divisor: BigInteger, quotientNegative: Bool
    ) -> (quotient: BigInteger, remainder: BigInteger) {
        let (count, divisorCount) = (limbs.count, divisor.limbs.count)
        let shift = divisor.limbs[divisorCount - 1].leadingZeroBitCount
        var quotient = BigInteger.zero
        let remainder = BigInteger(isNegative: isNegative, capacity: count + 1) { rest in
            withUnsafeTemporaryAllocation(of: UInt.self, capacity: divisorCount) { buffer in
                let scaled = buffer.baseAddress!
                BigInteger.withLimbs(self, divisor) { words, _, divisorWords, _ in
                    rest[count] = LimbKernel.shiftLeft(words, count, by: shift, into: rest)
                    _ = LimbKernel.shiftLeft(divisorWords, divisorCount, by: shift, into: scaled)
                }
                quotient = BigInteger(isNegative: quotientNegative, capacity: count + 1 - divisorCount) { result in
                    LimbKernel.divide(rest, count + 1, by: scaled, divisorCount, quotient: result)
                    return count + 1 - divisorCount
                }
            }
            LimbKernel.shiftRight(rest, divisorCount, by: shift, into: rest)
            return divisorCount
        }
        return (quotient, remainder)
    }

    /// R7RS `floor/`: the quotient rounds down, the remainder has the divisor's sign.
    package func flooringDivision(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger) {
        let (quotient, remainder) = truncatingDivision(by: divisor)
        guard !remainder.isZero, remainder.isNegative != divisor.isNegative else { return (quotient, remainder) }
        return (quotient - .one, remainder + divisor)
    }

    /// R7RS `truncate-quotient`, MIT and R5RS `quotient`.
    package func quotient(by divisor: BigInteger) -> BigInteger { truncatingDivision(by: divisor).quotient }

    /// R7RS `truncate-remainder`, MIT and R5RS `remainder`.
    package func remainder(by divisor: BigInteger) -> BigInteger { truncatingDivision(by: divisor).remainder }

    /// R7RS `floor-quotient`.
    package func floorQuotient(by divisor: BigInteger) -> BigInteger { flooringDivision(by: divisor).quotient }

    /// R7RS `floor-remainder`, MIT and R5RS `modulo`.
    package func modulo(_ divisor: BigInteger) -> BigInteger { flooringDivision(by: divisor).remainder }

    /// The quotient rounded to the nearest integer, to the even one of two.
    package func roundingQuotient(by divisor: BigInteger) -> BigInteger {
        let (quotient, remainder) = flooringDivision(by: divisor)
        let order = BigInteger.compareMagnitudes(remainder * 2, divisor)
        return order > 0 || (order == 0 && quotient.isOdd) ? quotient + .one : quotient
    }
}
