#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension HeapRegisters {
    /// Bump allocation for the machine's handlers: nil when the soft limit is reached.
    @inline(__always) mutating func tryAllocate(words count: Int) -> UnsafeMutablePointer<Int>? {
        let place = free
        let next = place &+ count &* 8
        if _slowPath(next > limit) { return nil }
        free = next
        return UnsafeMutablePointer(bitPattern: place).unsafelyUnwrapped
    }
}

extension Heap {
    /// Room for `count` words in the nursery. Never fails and never collects: it raises the soft limit and asks for a safepoint.
    @inline(__always) package func allocate(words count: Int) -> UnsafeMutablePointer<Int> {
        if let place = registers.pointee.tryAllocate(words: count) { return place }
        return allocateBeyondLimit(count)
    }

    @inline(never) private func allocateBeyondLimit(_ count: Int) -> UnsafeMutablePointer<Int> {
        let place = registers.pointee.free
        let next = place + count * 8
        let end = registers.pointee.nurseryBase + reservedBytes
        guard next <= end else { fatalError("one primitive allocated more than the whole heap may hold") }
        registers.pointee.limit = min(end, next + (256 << 10))
        registers.pointee.free = next
        requestCollection()
        return UnsafeMutablePointer(bitPattern: place).unsafelyUnwrapped
    }

    /// An object with its header; the payload is uninitialised, and the caller fills it at once.
    @inline(__always) package func allocateObject(_ type: ObjectType, payload count: Int, flags: Int = 0)
        -> UnsafeMutablePointer<Int>
    {
        if _slowPath(count > Heap.largeObjectWords) { return allocatePinned(type, payload: count, flags: flags) }
        let place = allocate(words: count &+ 1)
        place[0] = Header.make(type, length: count, flags: flags)
        return place
    }

    /// An object with memory of its own. Its payload is zero (fixnum 0).
    package func allocatePinned(_ type: ObjectType, payload count: Int, flags: Int = 0) -> UnsafeMutablePointer<Int> {
        guard let memory = calloc(count + 1, 8) else { fatalError("the system has no memory left") }
        let place = memory.assumingMemoryBound(to: Int.self)
        let mark = cycle.marksNewObjects ? Header.marked : 0
        place[0] = Header.make(type, length: count, flags: flags | Header.pinned | mark)
        pinned.append(place)
        pinnedBytes += (count + 1) * 8
        if oldBytes > majorThreshold && cycle.phase == .idle { requestCollection() }
        return place
    }

    /// Makes the next `words` words fit, for an instruction that found the nursery full.
    @inline(never) func extendNursery(words: Int) {
        _ = allocateBeyondLimit(0)
        precondition(registers.pointee.free + words * 8 <= registers.pointee.limit)
    }

    /// Makes the next safepoint collect.
    package func requestCollection() {
        registers.pointee.wantsCollection = true
        registers.pointee.requestSafepoint()
    }

    /// Whether `count` more words fit below the heap limit without a collection.
    package func hasRoom(forWords count: Int) -> Bool {
        count >= 0 && count < byteLimit / 8 && usedBytes + count * 8 <= byteLimit
    }

    /// Makes the next safepoint collect the whole heap.
    package func requestMajorCollection() {
        wantsFullCollection = true
        requestCollection()
    }

    // MARK: Small objects

    @inline(__always) package func cons(_ car: Value, _ cdr: Value) -> Value {
        let place = allocate(words: 2)
        place[0] = car.bits
        place[1] = cdr.bits
        return Value(address: Int(bitPattern: place), tag: Tag.pair)
    }

    package func list(_ elements: some BidirectionalCollection<Value>, tail: Value = .null) -> Value {
        var result = tail
        for element in elements.reversed() { result = cons(element, result) }
        return result
    }

    package func list(_ elements: Value...) -> Value { list(elements) }

    @inline(__always) package func flonum(_ number: Double) -> Value {
        let place = allocate(words: 2)
        place[0] = Header.make(.flonum, length: 1)
        place[1] = Int(bitPattern: UInt(number.bitPattern))
        return Value(address: Int(bitPattern: place), tag: Tag.flonum)
    }

    /// An object of the given payload words.
    @inline(__always) package func object(_ type: ObjectType, _ slots: Value..., flags: Int = 0) -> Value {
        object(type, slots: slots, flags: flags)
    }

    package func object(_ type: ObjectType, slots: [Value], flags: Int = 0) -> Value {
        let place = allocateObject(type, payload: slots.count, flags: flags)
        for index in 0..<slots.count { place[index + 1] = slots[index].bits }
        return Value(address: Int(bitPattern: place), tag: Tag.object)
    }

    package func vector(count: Int, fill: Value) -> Value {
        let place = allocateObject(.vector, payload: count)
        (place + 1).update(repeating: fill.bits, count: count)
        return Value(address: Int(bitPattern: place), tag: Tag.object)
    }

    package func vector(_ elements: some Collection<Value>) -> Value {
        let place = allocateObject(.vector, payload: elements.count)
        var index = 1
        for element in elements {
            place[index] = element.bits
            index += 1
        }
        return Value(address: Int(bitPattern: place), tag: Tag.object)
    }

    package func box(_ value: Value) -> Value { object(.box, value) }

    // MARK: Bytes and text

    /// A byte block of the type (`bytevector` or `characters`), zeroed.
    package func byteBlock(_ type: ObjectType, byteCount: Int, fill: UInt8 = 0) -> Value {
        let words = (byteCount + 7) / 8
        let place = allocateObject(type, payload: words + 1)
        place[1] = byteCount
        UnsafeMutableRawPointer(place + 2).initializeMemory(as: UInt8.self, repeating: fill, count: words * 8)
        return Value(address: Int(bitPattern: place), tag: Tag.object)
    }

    package func bytevector(count: Int, fill: UInt8 = 0) -> Value {
        byteBlock(.bytevector, byteCount: count, fill: fill)
    }

    package func bytevector(_ bytes: some Collection<UInt8>) -> Value {
        let result = bytevector(count: bytes.count)
        var index = 0
        for byte in bytes {
            result.bytes[index] = byte
            index += 1
        }
        return result
    }

    /// A string of `count` characters, which the caller fills in at once; `wide` when it is to hold characters above U+00FF.
    package func string(count: Int, wide: Bool) -> Value {
        let byteCount = wide ? count * 4 : count
        let words = (byteCount + 7) / 8
        let block = allocateObject(.characters, payload: words + 1)
        // Of the characters, only the padding behind the last ones is cleared.
        block[words + 1] = 0
        block[1] = byteCount
        let storage = Value(address: Int(bitPattern: block), tag: Tag.object)
        let place = allocateObject(.string, payload: 2, flags: wide ? Header.wide : 0)
        place[1] = storage.bits
        place[2] = Value(fixnum: count).bits
        return Value(address: Int(bitPattern: place), tag: Tag.object)
    }

    package func string(_ text: String) -> Value {
        string(scalars: Array(text.unicodeScalars.lazy.map(\.value)))
    }

    package func string(scalars: some Collection<UInt32>) -> Value {
        let wide = scalars.contains { $0 > 0xFF }
        let result = string(count: scalars.count, wide: wide)
        let storage = result.stringStorage
        var index = 0
        for scalar in scalars {
            if wide {
                storage.storeBytes(of: scalar, toByteOffset: index * 4, as: UInt32.self)
            } else {
                storage.storeBytes(of: UInt8(truncatingIfNeeded: scalar), toByteOffset: index, as: UInt8.self)
            }
            index += 1
        }
        return result
    }

    /// A string of the Latin-1 characters with the given codes.
    package func string(latin1 bytes: UnsafeBufferPointer<UInt8>) -> Value {
        if let start = bytes.baseAddress, bytes.count > 0, bytes.count <= Heap.shortStringBytes {
            return shortString(start, bytes.count)
        }
        let result = string(count: bytes.count, wide: false)
        if let start = bytes.baseAddress, bytes.count > 0 {
            result.stringStorage.copyMemory(from: start, byteCount: bytes.count)
        }
        return result
    }

    /// Up to so many characters, a string is allocated together with its characters.
    static let shortStringBytes = 4096

    /// A string of one byte a character, at most `shortStringBytes` of them.
    @inline(__always) package func shortString(_ start: UnsafePointer<UInt8>, _ count: Int) -> Value {
        let words = (count &+ 7) &>> 3
        let block = allocate(words: words &+ 5)
        block[0] = Header.make(.characters, length: words &+ 1)
        block[1] = count
        // The last word is zero behind the characters.
        block[words &+ 1] = 0
        UnsafeMutableRawPointer(block + 2).copyMemory(from: start, byteCount: count)
        let place = block + (words &+ 2)
        place[0] = Header.make(.string, length: 2)
        place[1] = Value(address: Int(bitPattern: block), tag: Tag.object).bits
        place[2] = Value(fixnum: count).bits
        return Value(address: Int(bitPattern: place), tag: Tag.object)
    }

    /// Marks a string, vector, bytevector or pair-free object as a literal, which mutators refuse.
    package func makeImmutable(_ value: Value) { value.words[0] |= Header.immutable << 16 }
}
