/// A view of a hash table object, for use within one primitive.
///
/// Keys that hash by address are put in new places after the collection that has moved them, at the next use. Only young
/// keys move, so only the entries from the first young one on are looked at.
package struct HashTable {
    let heap: Heap
    let object: Value

    /// The caller has checked the type.
    package init(_ heap: Heap, _ object: Value) {
        self.heap = heap
        self.object = object
    }

    /// A new empty table.
    package static func make(
        _ heap: Heap, _ kind: HashTableKind, _ weakness: HashTableWeakness = .strong, capacity: Int = 0,
        equivalence: Value = .false, hash: Value = .false
    ) -> Value {
        let object = heap.object(
            .hashTable, Value(fixnum: kind.rawValue | weakness.rawValue << HashTableLayout.weaknessShift), .false,
            .false, .zero, .zero, .zero, .zero, equivalence, hash)
        HashTable(heap, object).allocate(capacity: max(capacity, 8))
        return object
    }

    // MARK: Slots

    private subscript(field: Int) -> Int {
        get { object[slot: field].fixnum }
        nonmutating set { heap.set(object, slot: field, Value(fixnum: newValue)) }
    }

    package var kind: HashTableKind { HashTableKind(rawValue: self[HashTableLayout.kind] & 15) ?? .equal }
    package var weakness: HashTableWeakness {
        HashTableWeakness(rawValue: self[HashTableLayout.kind] >> HashTableLayout.weaknessShift) ?? .strong
    }
    private var entries: Value { object[slot: HashTableLayout.entries] }
    private var index: UnsafeMutableBufferPointer<UInt32> {
        let block = object[slot: HashTableLayout.index]
        return UnsafeMutableBufferPointer(
            start: UnsafeMutableRawPointer(block.bytes).assumingMemoryBound(to: UInt32.self),
            count: block.byteCount / 4)
    }
    /// The first entry whose key's address may change; nil when there is none.
    private var firstYoung: Int? {
        get { self[HashTableLayout.firstYoung] == 0 ? nil : self[HashTableLayout.firstYoung] - 1 }
        nonmutating set { self[HashTableLayout.firstYoung] = newValue.map { $0 + 1 } ?? 0 }
    }
    /// Entry numbers ever given since the last clean-up.
    package var used: Int { self[HashTableLayout.used] }
    private var capacity: Int { entries.length / HashTableLayout.wordsPerEntry }

    /// Words that the next insertion may need.
    package var growthWords: Int { used < capacity ? 4 : capacity * 8 }

    // MARK: Entries

    /// The key of an entry; nil when the entry is deleted or its key has died.
    package func key(_ entry: Int) -> Value? {
        let key = entries[slot: entry * HashTableLayout.wordsPerEntry]
        if key == .tombstone { return nil }
        if weakness != .strong && (key.isType(.weakPair) || key.isType(.ephemeron)) {
            let target = key[slot: 0]
            return target.isPointer && !heap.isDoomed(target) ? target : nil
        }
        return key
    }

    package func value(_ entry: Int) -> Value {
        let place = entry * HashTableLayout.wordsPerEntry
        if weakness != .strong {
            let key = entries[slot: place]
            if key.isType(.weakPair) || key.isType(.ephemeron) { return key[slot: 1] }
        }
        return entries[slot: place + 1]
    }

    package func setValue(_ entry: Int, _ value: Value) {
        let place = entry * HashTableLayout.wordsPerEntry
        if weakness != .strong {
            let key = entries[slot: place]
            if key.isType(.weakPair) || key.isType(.ephemeron) {
                heap.set(key, slot: 1, value)
                return
            }
        }
        heap.set(entries, slot: place + 1, value)
    }

    private func storedHash(_ entry: Int) -> Int {
        entries[slot: entry * HashTableLayout.wordsPerEntry + 2].fixnum
    }

    // MARK: Look-up

    private func hash(_ key: Value) -> (hash: Int, dependence: ValueHasher.Dependence) {
        var hasher = ValueHasher(heap)
        let hash =
            switch kind {
            case .eq: hasher.eq(key)
            case .eqv: hasher.eqv(key)
            case .string: ValueHasher.string(key)
            case .equal, .custom: hasher.equal(key)
            }
        return (hash, hasher.dependence)
    }

    private func matches(_ entry: Int, _ key: Value) -> Bool {
        guard let other = self.key(entry) else { return false }
        switch kind {
        case .eq: return key == other
        case .eqv: return key.isEqv(other)
        case .string: return key.isSameText(other)
        case .equal, .custom: return key.isEqual(other)
        }
    }

    /// The number of the entry with the key; nil when there is none. A string table wants a string.
    package func find(_ key: Value) -> Int? {
        refresh()
        return find(key, hash(key).hash)
    }

    private func find(_ key: Value, _ hash: Int) -> Int? {
        let index = self.index
        let mask = index.count - 1
        var place = hash & mask
        while index[place] != 0 {
            let entry = Int(index[place]) - 1
            if storedHash(entry) == hash && matches(entry, key) { return entry }
            place = (place + 1) & mask
        }
        return nil
    }

    /// The next entry whose hash is the given one, after `previous`: how the prelude searches a table with a program's hash.
    package func nextEntry(hash: Int, after previous: Int?) -> Int? {
        let index = self.index
        let mask = index.count - 1
        var place = hash & mask
        var isPast = previous == nil
        while index[place] != 0 {
            let entry = Int(index[place]) - 1
            if isPast && storedHash(entry) == hash && key(entry) != nil { return entry }
            if entry == previous { isPast = true }
            place = (place + 1) & mask
        }
        return nil
    }

    // MARK: Changes

    /// Binds the key to the value.
    package func set(_ key: Value, _ value: Value) {
        refresh()
        let (hash, dependence) = self.hash(key)
        if let entry = find(key, hash) {
            setValue(entry, value)
        } else {
            add(key, value, hash: hash)
            if dependence.contains(.youngAddress) { noteYoung(used - 1) }
        }
    }

    /// Appends an entry; the caller knows that the key is not there.
    package func add(_ key: Value, _ value: Value, hash: Int) {
        if used == capacity { rebuild(capacity: count * 2 > capacity ? capacity * 2 : capacity) }
        let entry = used
        self[HashTableLayout.used] = entry + 1
        self[HashTableLayout.count] = self[HashTableLayout.count] + 1
        let place = entry * HashTableLayout.wordsPerEntry
        let entries = self.entries
        if weakness != .strong && key.isPointer {
            let type: ObjectType = weakness == .weakKey ? .weakPair : .ephemeron
            heap.set(entries, slot: place, heap.object(type, key, value))
            heap.set(entries, slot: place + 1, .unspecific)
        } else {
            heap.set(entries, slot: place, key)
            heap.set(entries, slot: place + 1, value)
        }
        heap.set(entries, slot: place + 2, Value(fixnum: hash))
        enter(entry, hash)
    }

    private func enter(_ entry: Int, _ hash: Int) {
        let index = self.index
        let mask = index.count - 1
        var place = hash & mask
        while index[place] != 0 { place = (place + 1) & mask }
        index[place] = UInt32(truncatingIfNeeded: entry + 1)
    }

    /// Takes the entry away; its number stays spent until the next clean-up.
    package func remove(entry: Int) {
        let place = entry * HashTableLayout.wordsPerEntry
        heap.set(entries, slot: place, .tombstone)
        heap.set(entries, slot: place + 1, .unspecific)
        self[HashTableLayout.count] = self[HashTableLayout.count] - 1
        if self[HashTableLayout.count] == 0 { clear() }
    }

    /// Takes all entries away.
    package func clear() { allocate(capacity: 8) }

    private func allocate(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        heap.set(
            object, slot: HashTableLayout.entries,
            heap.vector(count: size / 2 * HashTableLayout.wordsPerEntry, fill: .unspecific))
        heap.set(object, slot: HashTableLayout.index, heap.bytevector(count: size * 4))
        self[HashTableLayout.count] = 0
        self[HashTableLayout.used] = 0
        firstYoung = nil
    }

    // MARK: Keeping up with the collector

    /// The key of an entry just added hashes by an address that the next collection changes.
    private func noteYoung(_ entry: Int) {
        guard firstYoung == nil else { return }
        firstYoung = entry
        self[HashTableLayout.stamp] = heap.minorCollections
    }

    /// Hashes the keys again that a collection has moved.
    private func refresh() {
        guard let first = firstYoung, self[HashTableLayout.stamp] != heap.minorCollections else { return }
        firstYoung = nil
        for entry in first..<used {
            guard let key = key(entry) else { continue }
            let (fresh, dependence) = hash(key)
            if dependence.contains(.youngAddress) { noteYoung(entry) }
            let old = storedHash(entry)
            if fresh == old { continue }
            leave(entry, old)
            heap.set(entries, slot: entry * HashTableLayout.wordsPerEntry + 2, Value(fixnum: fresh))
            enter(entry, fresh)
        }
    }

    /// Takes an entry out of the index; those that had to make way for it move up.
    private func leave(_ entry: Int, _ hash: Int) {
        let index = self.index
        let mask = index.count - 1
        var hole = hash & mask
        while index[hole] != UInt32(truncatingIfNeeded: entry + 1) {
            if index[hole] == 0 { return }
            hole = (hole + 1) & mask
        }
        var place = (hole + 1) & mask
        while index[place] != 0 {
            let home = storedHash(Int(index[place]) - 1) & mask
            if (place - home) & mask >= (place - hole) & mask {
                index[hole] = index[place]
                hole = place
            }
            place = (place + 1) & mask
        }
        index[hole] = 0
    }

    /// Makes room for `capacity` entries and leaves out the deleted and dead ones. The caller has refreshed the table.
    private func rebuild(capacity: Int) {
        let old = entries
        let oldFirstYoung = firstYoung
        var live: [Int] = []
        live.reserveCapacity(used)
        for entry in 0..<used where key(entry) != nil { live.append(entry) }
        let hashes = live.map { storedHash($0) }
        allocate(capacity: max(capacity, live.count))
        let new = entries
        for (position, entry) in live.enumerated() {
            let from = entry * HashTableLayout.wordsPerEntry
            let to = position * HashTableLayout.wordsPerEntry
            heap.set(new, slot: to, old[slot: from])
            heap.set(new, slot: to + 1, old[slot: from + 1])
            heap.set(new, slot: to + 2, Value(fixnum: hashes[position]))
            enter(position, hashes[position])
            if let oldFirstYoung, entry >= oldFirstYoung { noteYoung(position) }
        }
        self[HashTableLayout.used] = live.count
        self[HashTableLayout.count] = live.count
    }

    /// The number of entries; those of a weak table whose keys have died do not count.
    package var count: Int {
        guard weakness != .strong else { return self[HashTableLayout.count] }
        var count = 0
        for entry in 0..<used where key(entry) != nil { count += 1 }
        return count
    }

    /// Drops the entries whose keys have died.
    package func clean() {
        guard weakness != .strong else { return }
        refresh()
        rebuild(capacity: 8)
    }

    /// A table with the same entries.
    package func copy() -> Value {
        let result = HashTable.make(
            heap, kind, weakness, capacity: count, equivalence: object[slot: HashTableLayout.equivalence],
            hash: object[slot: HashTableLayout.hash])
        let table = HashTable(heap, result)
        for entry in 0..<used {
            guard let key = key(entry) else { continue }
            if kind == .custom {
                table.add(key, value(entry), hash: storedHash(entry))
            } else {
                table.set(key, value(entry))
            }
        }
        return result
    }
}
