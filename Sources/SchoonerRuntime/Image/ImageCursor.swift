/// Reads the numbers of an image, and the words that they stand for.
struct ImageCursor {
    private var place: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>
    /// The address of the first object.
    var base = 0

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return nil }
        place = start
        end = start + bytes.count
    }

    /// The next number, or nil at the end of the bytes: for the header of what may be no image.
    mutating func nextChecked() -> UInt64? {
        guard UnsafeBufferPointer(start: place, count: end - place).contains(where: { $0 & 64 != 0 }) else {
            return nil
        }
        return next()
    }

    /// The next number. There must be one.
    @inline(__always) mutating func next() -> UInt64 {
        var byte = UInt64(place.pointee)
        place += 1
        if byte & 64 != 0 { return byte & 63 }
        var number = byte
        var shift: UInt64 = 6
        repeat {
            byte = UInt64(place.pointee)
            place += 1
            number |= (byte & 63) &<< shift
            shift &+= 6
        } while byte & 64 == 0
        return number
    }

    /// The word that a number stands for; not for the mark of plain words.
    @inline(__always) func word(_ number: UInt64) -> Int {
        if number & 1 == 0 {
            let zigzag = number &>> 1
            return Int(truncatingIfNeeded: (zigzag &>> 1) ^ (0 &- (zigzag & 1))) &<< 1
        }
        if number & 3 == 1 {
            let tag = Int(truncatingIfNeeded: number &>> 2) & 3
            return base &+ Int(truncatingIfNeeded: number &>> 4) &* 8 &+ tag &* 2 &+ 1
        }
        return Int(truncatingIfNeeded: number &>> 2) &<< 3 | Tag.immediate
    }

    /// Fills memory with the next words.
    mutating func fill(_ target: UnsafeMutablePointer<Int>, words count: Int) {
        var target = target
        let last = target + count
        while target < last {
            let number = next()
            if number & 15 == ImageWord.plainMark << 2 | 1 {
                var plain = number &>> 4
                while plain > 0 {
                    target.pointee = Int(truncatingIfNeeded: next())
                    target += 1
                    plain &-= 1
                }
            } else {
                target.pointee = word(number)
                target += 1
            }
        }
    }
}
