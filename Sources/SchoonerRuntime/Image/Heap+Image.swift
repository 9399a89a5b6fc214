extension Heap {
    /// Begins with the objects of an image; to be called on a new heap.
    ///
    /// - Parameter expected: the fingerprints that the image must have.
    /// - Returns: what the image says of itself; nil for an image of another build of the runtime, and the heap is as it was.
    func begin(with image: PreludeImage, _ expected: ImageHeader) -> ImageHeader? {
        image.withBytes { bytes in
            guard var cursor = ImageCursor(bytes) else { return nil }
            var header = expected
            guard cursor.nextChecked() == expected.runtimeFingerprint,
                cursor.nextChecked() == expected.preludeFingerprint
            else { return nil }
            header.counts = header.counts.map { _ in Int(truncatingIfNeeded: cursor.next()) }
            guard header.rootCount <= Heap.rootCapacity, let place = self.image.reserve(words: header.wordCount) else {
                return nil
            }
            cursor.base = Int(bitPattern: place)
            for index in 0..<header.rootCount { roots[index] = Value(bits: cursor.word(cursor.next())) }
            imageRootCount = header.rootCount
            marker.image = self.image
            cursor.fill(place, words: header.wordCount)
            symbols.insert(following: place, count: header.symbolCount)
            return header
        }
    }
}

extension SymbolTable {
    /// Enters the symbols that lie in memory one behind the other.
    mutating func insert(following place: UnsafeMutablePointer<Int>, count: Int) {
        makeRoom(for: count)
        for index in 0..<count {
            insert(Value(address: Int(bitPattern: place + index * SymbolTable.wordsPerSymbol), tag: Tag.object))
        }
    }

    /// Words of a symbol with its header.
    static let wordsPerSymbol = 3
}
