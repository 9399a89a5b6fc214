// The write barrier and the few mutators. Every store of a value into an existing object goes through here.

extension HeapRegisters {
    /// Remembers an old slot that the next collection must look at.
    @inline(__always) mutating func barrier(container: Int, slot: UnsafeMutablePointer<Int>, value: Int) {
        if needsBarrier(container: container, value: value) { remember(slot) }
    }

    @inline(never) mutating func remember(_ slot: UnsafeMutablePointer<Int>) {
        let value = slot.pointee
        if isYoung(value) {
            record(Int(bitPattern: slot))
        } else if value & Tag.mask != Tag.immediate {
            recordShaded(value)
        }
    }

    /// An old value that was stored while a cycle marks: it is marked at once, and the next collection has the marker scan it.
    private mutating func recordShaded(_ value: Int) {
        guard let oldSpace else { return }
        if !oldSpace.pointee.contains(value) || oldSpace.pointee.mark(value) { record(value) }
    }

    private mutating func record(_ entry: Int) {
        if rememberedNext == rememberedLimit { growRemembered() }
        UnsafeMutablePointer<Int>(bitPattern: rememberedNext).unsafelyUnwrapped.pointee = entry
        rememberedNext &+= 8
    }

    /// Doubles the buffer, and asks for the collection that will empty it.
    private mutating func growRemembered() {
        let count = (rememberedLimit - rememberedBase) / 8
        let old = UnsafeMutablePointer<Int>(bitPattern: rememberedBase).unsafelyUnwrapped
        let new = UnsafeMutablePointer<Int>.allocate(capacity: count * 2)
        new.update(from: old, count: count)
        old.deallocate()
        rememberedBase = Int(bitPattern: new)
        rememberedNext = rememberedBase + count * 8
        rememberedLimit = rememberedBase + count * 16
        wantsCollection = true
        requestSafepoint()
    }
}

extension Heap {
    @inline(__always) package func set(_ object: Value, slot index: Int, _ value: Value) {
        let place = object.words + (index &+ 1)
        place.pointee = value.bits
        registers.pointee.barrier(container: object.bits, slot: place, value: value.bits)
    }

    @inline(__always) package func setCar(_ pair: Value, _ value: Value) {
        pair.words[0] = value.bits
        registers.pointee.barrier(container: pair.bits, slot: pair.words, value: value.bits)
    }

    @inline(__always) package func setCdr(_ pair: Value, _ value: Value) {
        pair.words[1] = value.bits
        registers.pointee.barrier(container: pair.bits, slot: pair.words + 1, value: value.bits)
    }

    /// Stores a character, widening the string when it does not fit one byte.
    package func setString(_ string: Value, at index: Int, _ scalar: UInt32) {
        if scalar > 0xFF && !string.isWideString { widen(string) }
        if string.isWideString {
            string.stringStorage.storeBytes(of: scalar, toByteOffset: index &* 4, as: UInt32.self)
        } else {
            string.stringStorage.storeBytes(of: UInt8(truncatingIfNeeded: scalar), toByteOffset: index, as: UInt8.self)
        }
    }

    /// Gives a narrow string four bytes a character.
    package func widen(_ string: Value) {
        let count = string.stringLength
        let storage = byteBlock(.characters, byteCount: count * 4)
        let target = UnsafeMutableRawPointer(storage.words + 2)
        for index in 0..<count {
            target.storeBytes(of: string.stringScalar(at: index), toByteOffset: index * 4, as: UInt32.self)
        }
        set(string, slot: 0, storage)
        string.words[0] |= Header.wide << 16
    }
}
