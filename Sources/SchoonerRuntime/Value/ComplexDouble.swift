#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A complex number with inexact parts, and the functions that need both parts at once.
/// Branch cuts and signs of zeros are those of W. Kahan, "Branch cuts for complex elementary functions" (1987).
struct ComplexDouble {
    var real: Double
    var imaginary: Double

    init(_ real: Double, _ imaginary: Double) {
        self.real = real
        self.imaginary = imaginary
    }

    static func * (left: ComplexDouble, right: ComplexDouble) -> ComplexDouble {
        ComplexDouble(
            left.real * right.real - left.imaginary * right.imaginary,
            left.real * right.imaginary + left.imaginary * right.real)
    }

    /// Division by R. L. Smith's method, which does not overflow on the way.
    static func / (left: ComplexDouble, right: ComplexDouble) -> ComplexDouble {
        if abs(right.real) >= abs(right.imaginary) {
            let ratio = right.imaginary / right.real
            let scale = right.real + right.imaginary * ratio
            return ComplexDouble(
                (left.real + left.imaginary * ratio) / scale, (left.imaginary - left.real * ratio) / scale)
        }
        let ratio = right.real / right.imaginary
        let scale = right.real * ratio + right.imaginary
        return ComplexDouble(
            (left.real * ratio + left.imaginary) / scale, (left.imaginary * ratio - left.real) / scale)
    }

    var magnitude: Double { hypot(real, imaginary) }
    var angle: Double { atan2(imaginary, real) }

    var exponential: ComplexDouble {
        let size = exp(real)
        return ComplexDouble(size * cos(imaginary), size * sin(imaginary))
    }

    /// The principal logarithm.
    var logarithm: ComplexDouble {
        let size = magnitude
        if size > 0.5 && size < 2 {
            // Near the unit circle the square of the magnitude loses less.
            let (greater, lesser) = (max(abs(real), abs(imaginary)), min(abs(real), abs(imaginary)))
            return ComplexDouble(log1p((greater - 1) * (greater + 1) + lesser * lesser) / 2, angle)
        }
        return ComplexDouble(log(size), angle)
    }

    /// The principal square root.
    var squareRoot: ComplexDouble {
        if real == 0 && imaginary == 0 { return ComplexDouble(0, imaginary) }
        if imaginary.isInfinite { return ComplexDouble(.infinity, imaginary) }
        let root = ((abs(real) + magnitude) / 2).squareRoot()
        if root.isInfinite {
            let quarter = ComplexDouble(real / 16, imaginary / 16).squareRoot
            return ComplexDouble(quarter.real * 4, quarter.imaginary * 4)
        }
        // Away from the real axis the same formula serves both parts.
        let other =
            abs(real) <= magnitude / 2
            ? Double(signOf: imaginary, magnitudeOf: ((magnitude - abs(real)) / 2).squareRoot())
            : imaginary / (2 * root)
        if real >= 0 { return ComplexDouble(root, other) }
        return ComplexDouble(abs(other), imaginary.sign == .minus ? -root : root)
    }

    private var oneMinus: ComplexDouble { ComplexDouble(1 - real, -imaginary) }
    private var onePlus: ComplexDouble { ComplexDouble(1 + real, imaginary) }
    private var conjugate: ComplexDouble { ComplexDouble(real, -imaginary) }

    var arcSine: ComplexDouble {
        let (first, second) = (oneMinus.squareRoot, onePlus.squareRoot)
        return ComplexDouble(atan2(real, (first * second).real), asinh((first.conjugate * second).imaginary))
    }

    var arcCosine: ComplexDouble {
        let (first, second) = (oneMinus.squareRoot, onePlus.squareRoot)
        return ComplexDouble(2 * atan2(first.real, second.real), asinh((second.conjugate * first).imaginary))
    }

    var arcTangent: ComplexDouble {
        let (x, y) = (real, imaginary)
        return ComplexDouble(
            atan2(2 * x, (1 - y) * (1 + y) - x * x) / 2,
            log((x * x + (y + 1) * (y + 1)) / (x * x + (y - 1) * (y - 1))) / 4)
    }
}
