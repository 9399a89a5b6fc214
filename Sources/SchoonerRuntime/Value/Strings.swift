// Reading the layouts of strings, bytevectors and symbols. Making and changing them is the heap's business.

extension Value {
    /// The length of a string, in characters.
    @inline(__always) package var stringLength: Int { self[slot: 1].fixnum }
    @inline(__always) package var isWideString: Bool { flags & Header.wide != 0 }
    @inline(__always) package var isImmutable: Bool { flags & Header.immutable != 0 }

    /// The bytes behind a string's characters: one or four a character.
    @inline(__always) package var stringStorage: UnsafeMutableRawPointer {
        UnsafeMutableRawPointer(self[slot: 0].words + 2)
    }

    /// Character `index` of a string, as its code point.
    @inline(__always) package func stringScalar(at index: Int) -> UInt32 {
        isWideString
            ? stringStorage.load(fromByteOffset: index &* 4, as: UInt32.self)
            : UInt32(stringStorage.load(fromByteOffset: index, as: UInt8.self))
    }

    /// The length of a bytevector, in bytes.
    @inline(__always) package var byteCount: Int { words[1] }

    @inline(__always) package var bytes: UnsafeMutablePointer<UInt8> {
        UnsafeMutableRawPointer(words + 2).assumingMemoryBound(to: UInt8.self)
    }

    @inline(__always) package var byteBuffer: UnsafeMutableBufferPointer<UInt8> {
        UnsafeMutableBufferPointer(start: bytes, count: byteCount)
    }

    /// The name of a symbol, as a Scheme string.
    @inline(__always) package var symbolName: Value { self[slot: 0] }

    /// The characters of a string as a Swift string; surrogates become U+FFFD.
    package var swiftString: String {
        let count = stringLength
        var text = String.UnicodeScalarView()
        for index in 0..<count {
            text.append(Unicode.Scalar(stringScalar(at: index)) ?? "\u{FFFD}")
        }
        return String(text)
    }

    /// The name of a symbol as a Swift string.
    package var symbolText: String { symbolName.swiftString }

    /// Whether a string holds exactly the ASCII text.
    package func stringEquals(_ text: StaticString) -> Bool {
        guard stringLength == text.utf8CodeUnitCount else { return false }
        for index in 0..<stringLength where stringScalar(at: index) != UInt32(text.utf8Start[index]) { return false }
        return true
    }
}
