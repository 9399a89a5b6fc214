/// The words of the old space that copying and marking need with every object, in raw memory, so that they get by without
/// retaining anything.
struct OldSpaceRegisters {
    /// The range of addresses; an address is old when `address - base < span`, unsigned.
    let base: Int
    let span: UInt
    /// A bit for the first word of each object that the cycle has reached, or that was born during it.
    let markBits: UnsafeMutablePointer<UInt>
    /// Where objects go that fit.
    var small = OldSpace.Region()

    @inline(__always) func contains(_ bits: Int) -> Bool { UInt(bitPattern: bits &- base) < span }

    /// Room for `count` words; nil when the open region has less.
    @inline(__always) mutating func tryAllocate(words count: Int) -> UnsafeMutablePointer<Int>? {
        let place = small.free
        let next = place &+ count &* 8
        if _slowPath(next > small.limit) { return nil }
        small.free = next
        return UnsafeMutablePointer(bitPattern: place)
    }

    /// Sets the mark of the object at an address of the old space; whether it was clear.
    @inline(__always) func mark(_ address: Int) -> Bool {
        let offset = UInt(bitPattern: address &- base)
        let word = markBits + Int(bitPattern: offset &>> 9)
        let bit: UInt = 1 &<< (offset &>> 3 & 63)
        let bits = word.pointee
        if bits & bit != 0 { return false }
        word.pointee = bits | bit
        return true
    }

    @inline(__always) func isMarked(_ address: Int) -> Bool {
        let offset = UInt(bitPattern: address &- base)
        return markBits[Int(bitPattern: offset &>> 9)] &>> (offset &>> 3 & 63) & 1 != 0
    }
}
