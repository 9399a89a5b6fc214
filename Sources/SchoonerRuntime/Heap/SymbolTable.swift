/// The interned symbols: open addressing over symbol words. The table is weak: a major cycle drops symbols that
/// nothing else reaches, so a server that reads symbols from its peers does not grow without end.
package struct SymbolTable {
    private var entries: UnsafeMutablePointer<Int>
    private(set) var capacity: Int
    private var used = 0
    package private(set) var count = 0
    /// How often symbols have got new places.
    private(set) var rehashCount = 0

    init() {
        capacity = 4096
        entries = .allocate(capacity: capacity)
        entries.initialize(repeating: 0, count: capacity)
    }

    /// The hash of a name: FNV-1a over code points, 40 bits, the same in every run.
    static func hash(count: Int, _ scalar: (Int) -> UInt32) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in 0..<count {
            hash = (hash ^ UInt64(scalar(index))) &* 0x100_0000_01b3
        }
        return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0xFF_FFFF_FFFF)
    }

    func find(hash: Int, count: Int, _ scalar: (Int) -> UInt32) -> Value? {
        var index = hash & (capacity - 1)
        while entries[index] != 0 {
            let symbol = Value(bits: entries[index])
            if symbol != .tombstone && symbol[slot: 1].fixnum == hash {
                let name = symbol.symbolName
                if name.stringLength == count {
                    var same = true
                    for position in 0..<count where name.stringScalar(at: position) != scalar(position) {
                        same = false
                        break
                    }
                    if same { return symbol }
                }
            }
            index = (index + 1) & (capacity - 1)
        }
        return nil
    }

    mutating func insert(_ symbol: Value) {
        if (used + 1) * 2 > capacity { rehash(to: count * 4 > capacity ? capacity * 2 : capacity) }
        place(symbol)
        used += 1
        count += 1
    }

    /// Makes the table large enough for as many more symbols.
    mutating func makeRoom(for more: Int) {
        var size = capacity
        while (used + more + 1) * 2 > size { size *= 2 }
        if size > capacity { rehash(to: size) }
    }

    private func place(_ symbol: Value) {
        var index = symbol[slot: 1].fixnum & (capacity - 1)
        while entries[index] != 0 { index = (index + 1) & (capacity - 1) }
        entries[index] = symbol.bits
    }

    private mutating func rehash(to newCapacity: Int) {
        let old = entries
        let oldCapacity = capacity
        rehashCount += 1
        capacity = newCapacity
        entries = .allocate(capacity: capacity)
        entries.initialize(repeating: 0, count: capacity)
        for index in 0..<oldCapacity where old[index] != 0 && old[index] != Value.tombstone.bits {
            place(Value(bits: old[index]))
        }
        used = count
        old.deallocate()
    }

    /// After marking: drops the dead symbols among the places from `position` on.
    ///
    /// - Returns: the position to go on at; nil at the end.
    mutating func sweep(from position: Int, count limit: Int, _ marker: Marker) -> Int? {
        let end = min(capacity, position + limit)
        for index in position..<max(position, end)
        where entries[index] != 0 && entries[index] != Value.tombstone.bits && !marker.isMarked(entries[index]) {
            entries[index] = Value.tombstone.bits
            count -= 1
        }
        return end < capacity ? end : nil
    }

    /// Every interned symbol.
    package var all: [Value] {
        (0..<capacity).lazy.filter { entries[$0] != 0 && entries[$0] != Value.tombstone.bits }
            .map { Value(bits: entries[$0]) }
    }

    func release() { entries.deallocate() }
}

extension Heap {
    /// The symbol with the name.
    package func intern(_ name: String) -> Value {
        // The runtime's own names are ASCII, and nearly always known: nothing is allocated for them.
        var name = name
        let known: Value? = name.withUTF8 { bytes in
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
            let hash = SymbolTable.hash(count: bytes.count) { UInt32(bytes[$0]) }
            return symbols.find(hash: hash, count: bytes.count) { UInt32(bytes[$0]) }
        }
        if let known { return kept(known) }
        return intern(scalars: Array(name.unicodeScalars.lazy.map(\.value)))
    }

    package func intern(scalars: [UInt32]) -> Value {
        let hash = SymbolTable.hash(count: scalars.count) { scalars[$0] }
        if let symbol = symbols.find(hash: hash, count: scalars.count, { scalars[$0] }) {
            return kept(symbol)
        }
        let name = allocateOldString(scalars)
        return internNew(name, hash)
    }

    /// The symbol whose name is the Scheme string's content.
    package func intern(string: Value) -> Value {
        let count = string.stringLength
        let hash = SymbolTable.hash(count: count) { string.stringScalar(at: $0) }
        if let symbol = symbols.find(hash: hash, count: count, { string.stringScalar(at: $0) }) {
            return kept(symbol)
        }
        return internNew(allocateOldString((0..<count).map { string.stringScalar(at: $0) }), hash)
    }

    /// A symbol found by its name; one that was about to be dropped stays after all.
    private func kept(_ symbol: Value) -> Value {
        if cycle.phase == .clearing {
            marker.shade(symbol.bits)
            marker.shade(symbol.symbolName.bits)
            marker.shade(symbol.symbolName[slot: 0].bits)
        }
        return symbol
    }

    private func internNew(_ name: Value, _ hash: Int) -> Value {
        let symbol = allocateOld(.symbol, [name, Value(fixnum: hash)])
        symbols.insert(symbol)
        return symbol
    }

    /// A symbol that is in no table.
    package func uninternedSymbol(name: Value) -> Value {
        let hash = SymbolTable.hash(count: name.stringLength) { name.stringScalar(at: $0) }
        return object(.symbol, name, Value(fixnum: hash), flags: Header.uninterned)
    }

    /// An object born in the old space; its slots must hold no young values.
    func allocateOld(_ type: ObjectType, _ slots: [Value], flags: Int = 0) -> Value {
        let place = oldSpace.allocate(words: slots.count + 1)
        place[0] = Header.make(type, length: slots.count, flags: flags)
        for index in 0..<slots.count {
            place[index + 1] = slots[index].bits
            if cycle.phase == .marking { marker.shade(slots[index].bits) }
        }
        if cycle.marksNewObjects { _ = oldSpace.mark(Int(bitPattern: place)) }
        return Value(address: Int(bitPattern: place), tag: Tag.object)
    }

    /// A literal string in the old space.
    private func allocateOldString(_ scalars: [UInt32]) -> Value {
        let wide = scalars.contains { $0 > 0xFF }
        let byteCount = wide ? scalars.count * 4 : scalars.count
        let words = (byteCount + 7) / 8
        let place = oldSpace.allocate(words: words + 2)
        place[0] = Header.make(.characters, length: words + 1)
        (place + 1).update(repeating: 0, count: words + 1)
        place[1] = byteCount
        if cycle.marksNewObjects { _ = oldSpace.mark(Int(bitPattern: place)) }
        let bytes = UnsafeMutableRawPointer(place + 2)
        for index in 0..<scalars.count {
            if wide {
                bytes.storeBytes(of: scalars[index], toByteOffset: index * 4, as: UInt32.self)
            } else {
                bytes.storeBytes(of: UInt8(scalars[index]), toByteOffset: index, as: UInt8.self)
            }
        }
        return allocateOld(
            .string, [Value(address: Int(bitPattern: place), tag: Tag.object), Value(fixnum: scalars.count)],
            flags: Header.immutable | (wide ? Header.wide : 0))
    }
}
