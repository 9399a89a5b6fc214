/// Unicode's canonical normalisation forms (Unicode 16, section 3.11), which MIT's `string->nfc` and `string->nfd` give.
///
/// Combining classes are the Swift standard library's; it does not publish decompositions, so these are in a table.
package enum Normalization {
    /// The canonical decomposition, in canonical order: NFD.
    package static func decompose(_ text: [UInt32]) -> [UInt32] {
        guard text.contains(where: { $0 >= leastDecomposed }) else { return text }
        var result: [UInt32] = []
        result.reserveCapacity(text.count + 8)
        for scalar in text { appendDecomposition(of: scalar, to: &result) }
        sortMarks(&result)
        return result
    }

    /// The canonical composition: NFC.
    package static func compose(_ text: [UInt32]) -> [UInt32] {
        guard text.contains(where: { $0 >= leastCombining }) else { return text }
        return recompose(decompose(text))
    }

    /// Whether the text is in NFD.
    package static func isDecomposed(_ text: [UInt32]) -> Bool { decompose(text) == text }

    /// Whether the text is in NFC.
    package static func isComposed(_ text: [UInt32]) -> Bool { compose(text) == text }

    /// No character below this one decomposes.
    private static let leastDecomposed: UInt32 = 0xC0
    /// Texts of characters below this one are in NFC.
    private static let leastCombining: UInt32 = 0x300

    private static let data = DecompositionData(DecompositionTable.text)

    // MARK: Decomposing

    private static func appendDecomposition(of scalar: UInt32, to result: inout [UInt32]) {
        if scalar < leastDecomposed {
            result.append(scalar)
        } else if let parts = Hangul.decomposition(of: scalar) {
            result.append(parts.lead)
            result.append(parts.vowel)
            if let trail = parts.trail { result.append(trail) }
        } else if let parts = data.decomposition(of: scalar) {
            result.append(contentsOf: parts)
        } else {
            result.append(scalar)
        }
    }

    /// Puts each run of marks in the order of their combining classes, keeping the order of equals.
    private static func sortMarks(_ text: inout [UInt32]) {
        var start = 0
        while start < text.count {
            guard combiningClass(text[start]) > 0 else {
                start += 1
                continue
            }
            var end = start + 1
            while end < text.count, combiningClass(text[end]) > 0 { end += 1 }
            if end - start > 1 {
                let marks = text[start..<end].enumerated().sorted {
                    let (left, right) = (combiningClass($0.element), combiningClass($1.element))
                    return left == right ? $0.offset < $1.offset : left < right
                }
                text.replaceSubrange(start..<end, with: marks.map(\.element))
            }
            start = end
        }
    }

    static func combiningClass(_ scalar: UInt32) -> UInt8 {
        if scalar < leastCombining { return 0 }
        return Unicode.Scalar(scalar)?.properties.canonicalCombiningClass.rawValue ?? 0
    }

    // MARK: Composing

    /// Joins each starter with the marks and letters behind it that nothing blocks.
    private static func recompose(_ text: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        result.reserveCapacity(text.count)
        var starter: Int?
        var lastClass: UInt8 = 0
        for scalar in text {
            let itsClass = combiningClass(scalar)
            if let place = starter {
                let isAdjacent = result.count == place + 1
                if isAdjacent || lastClass < itsClass, let whole = composite(result[place], scalar) {
                    result[place] = whole
                    continue
                }
            }
            if itsClass == 0 { starter = result.count }
            lastClass = itsClass
            result.append(scalar)
        }
        return result
    }

    private static func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
        Hangul.composition(first, second) ?? data.composite(first, second)
    }
}

/// Hangul syllables, composed of two or three letters by arithmetic (Unicode 16, section 3.12).
private enum Hangul {
    static let syllables: UInt32 = 0xAC00
    static let leads: UInt32 = 0x1100
    static let vowels: UInt32 = 0x1161
    /// One before the first trailing consonant: none.
    static let trails: UInt32 = 0x11A7
    static let leadCount: UInt32 = 19
    static let vowelCount: UInt32 = 21
    static let trailCount: UInt32 = 28

    static func decomposition(of scalar: UInt32) -> (lead: UInt32, vowel: UInt32, trail: UInt32?)? {
        guard scalar >= syllables, scalar < syllables + leadCount * vowelCount * trailCount else { return nil }
        let index = scalar - syllables
        let trail = index % trailCount
        return (
            leads + index / (vowelCount * trailCount), vowels + index / trailCount % vowelCount,
            trail == 0 ? nil : trails + trail
        )
    }

    static func composition(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if (leads..<leads + leadCount).contains(first), (vowels..<vowels + vowelCount).contains(second) {
            return syllables + ((first - leads) * vowelCount + second - vowels) * trailCount
        }
        if (syllables..<syllables + leadCount * vowelCount * trailCount).contains(first),
            (first - syllables) % trailCount == 0, (trails + 1..<trails + trailCount).contains(second)
        {
            return first + second - trails
        }
        return nil
    }
}

/// The decomposition table, read into arrays that can be searched.
private struct DecompositionData: Sendable {
    private var codes: [UInt32] = []
    /// Where the decomposition of each code starts in `parts`; one more at the end.
    private var starts: [Int] = []
    private var parts: [UInt32] = []
    /// The primary composite of a first and a last character.
    private var composites: [UInt64: UInt32] = [:]

    init(_ text: StaticString) {
        var entry: [UInt32] = []
        var code: UInt32 = 0
        for index in 0..<text.utf8CodeUnitCount {
            switch text.utf8Start[index] {
            case 0x20:
                entry.append(code)
                code = 0
            case 0x3B:
                entry.append(code)
                code = 0
                add(entry)
                entry = []
            case let digit: code = code << 4 | UInt32(digit < 0x61 ? digit - 0x30 : digit - 0x61 + 10)
            }
        }
        starts.append(parts.count)
        collectComposites()
    }

    private mutating func add(_ entry: [UInt32]) {
        codes.append(entry[0])
        starts.append(parts.count)
        parts += entry[1...]
    }

    /// A composite stands for the composite of all but its last part, and its last part.
    private mutating func collectComposites() {
        var wholes: [[UInt32]: UInt32] = [:]
        for (index, code) in codes.enumerated() {
            let length = starts[index + 1] - starts[index]
            let isExcluded = Unicode.Scalar(code)?.properties.isFullCompositionExclusion ?? true
            if length > 1 && !isExcluded { wholes[Array(parts[starts[index]..<starts[index + 1]])] = code }
        }
        for (decomposition, code) in wholes {
            let head = Array(decomposition.dropLast())
            guard let last = decomposition.last, let first = head.count == 1 ? head[0] : wholes[head] else { continue }
            composites[UInt64(first) << 32 | UInt64(last)] = code
        }
    }

    func decomposition(of scalar: UInt32) -> ArraySlice<UInt32>? {
        var low = 0
        var high = codes.count
        while low < high {
            let middle = (low + high) / 2
            if codes[middle] < scalar { low = middle + 1 } else { high = middle }
        }
        guard low < codes.count, codes[low] == scalar else { return nil }
        return parts[starts[low]..<starts[low + 1]]
    }

    func composite(_ first: UInt32, _ second: UInt32) -> UInt32? { composites[UInt64(first) << 32 | UInt64(second)] }
}
