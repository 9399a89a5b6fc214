/// A hash table object. Entries lie in the order of their insertion in one vector; a block of 32-bit words, open-addressed,
/// leads from hashes to entries.
package enum HashTableLayout {
    /// A `HashTableKind`, plus a weakness.
    package static let kind = 0
    /// A vector: key, value and hash of each entry in turn. Keys of deleted entries are tombstones.
    package static let entries = 1
    /// A byte block of 32-bit words: 0 for free, else an entry's number plus one. Its size is a power of two.
    package static let index = 2
    /// Entries in use.
    package static let count = 3
    /// Entries in use and deleted ones.
    package static let used = 4
    /// The number of the first entry whose key hashed by the address of a young object, plus one; 0 for none. And
    /// `minorCollections` at that time.
    package static let firstYoung = 5
    package static let stamp = 6
    /// The procedures of a table with equivalence and hash of the program's own; else #f.
    package static let equivalence = 7
    package static let hash = 8
    package static let slotCount = 9

    static let wordsPerEntry = 3
    /// Kinds are in the low bits of the kind slot, weakness above.
    static let weaknessShift = 4
}

/// What a table compares its keys with.
package enum HashTableKind: Int, Sendable {
    case eq, eqv, equal, string
    /// Procedures of the program; the prelude does the look-up.
    case custom
}

/// How a table holds its keys.
package enum HashTableWeakness: Int, Sendable {
    case strong
    /// The entry goes when nobody else holds the key; the value is held even so.
    case weakKey
    /// As `weakKey`, but the value does not keep its own key alive.
    case ephemeralKey
}
