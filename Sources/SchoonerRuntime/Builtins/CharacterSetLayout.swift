import SchoonerText

/// A `characterSet` object: an inversion list in a bytevector, or one of the classes that MIT names.
package enum CharacterSetLayout {
    /// A bytevector of the list's boundaries, four bytes each, or #f while a class has not been enumerated.
    package static let boundaries = 0
    /// The number of a `CharacterClass`, or #f.
    package static let characterClass = 1
}

extension Value {
    package var isCharacterSet: Bool { isType(.characterSet) }

    private var characterClass: CharacterClass? {
        let number = self[slot: CharacterSetLayout.characterClass]
        return number.isFixnum ? CharacterClass(rawValue: UInt8(truncatingIfNeeded: number.fixnum)) : nil
    }

    /// Whether a character set has the member.
    package func characterSetContains(_ scalar: UInt32) -> Bool {
        if let characterClass { return characterClass.contains(scalar) }
        return withBoundaries { InversionList.contains(scalar, boundaries: $0) }
    }

    /// Calls with the boundaries of a set that has been enumerated.
    func withBoundaries<Result>(_ body: (UnsafeBufferPointer<UInt32>) -> Result) -> Result {
        let bytes = self[slot: CharacterSetLayout.boundaries]
        let start = UnsafeRawPointer(bytes.bytes).assumingMemoryBound(to: UInt32.self)
        return body(UnsafeBufferPointer(start: start, count: bytes.byteCount / 4))
    }

    /// The members of a character set.
    package var inversionList: InversionList {
        if self[slot: CharacterSetLayout.boundaries].isBytevector {
            return withBoundaries { InversionList(boundaries: $0) }
        }
        return characterClass.map { InversionList(where: $0.contains) } ?? InversionList()
    }
}

extension Heap {
    package func characterSet(_ list: InversionList) -> Value {
        object(.characterSet, boundaryBytes(list), .false)
    }

    package func characterSet(_ characterClass: CharacterClass) -> Value {
        object(.characterSet, .false, Value(fixnum: Int(characterClass.rawValue)))
    }

    /// The members of a character set; those of a class are found once and kept.
    func enumerate(_ set: Value) -> InversionList {
        let list = set.inversionList
        if !set[slot: CharacterSetLayout.boundaries].isBytevector {
            self.set(set, slot: CharacterSetLayout.boundaries, boundaryBytes(list))
        }
        return list
    }

    private func boundaryBytes(_ list: InversionList) -> Value {
        let result = bytevector(count: list.boundaries.count * 4)
        let place = UnsafeMutableRawPointer(result.bytes).assumingMemoryBound(to: UInt32.self)
        for (index, boundary) in list.boundaries.enumerated() { place[index] = boundary }
        return result
    }
}

extension Interpreter {
    /// Binds `char-set:alphabetic` and its like to the classes.
    func installCharacterSets() {
        let aliases: [CharacterClass: [String]] = [
            .alphabetic: ["letter"], .alphanumeric: ["letter+digit"], .numeric: ["digit"], .unicode: ["full"],
            .isoControl: ["ctls"], .blank: ["wsp"],
        ]
        for characterClass in CharacterClass.allCases {
            let set = heap.characterSet(characterClass)
            for name in [characterClass.name] + (aliases[characterClass] ?? []) {
                heap.define(systemEnvironment, "char-set:" + name, set)
            }
        }
    }
}
