import SchoonerText
import Testing

@Suite struct InversionListTests {
    @Test func making() {
        #expect(InversionList().isEmpty && InversionList().count == 0)
        #expect(InversionList(scalars: [3, 1, 2, 7, 7]).boundaries == [1, 4, 7, 8])
        #expect(InversionList(ranges: [5..<9, 1..<3, 3..<4, 8..<12, 20..<20]).boundaries == [1, 4, 5, 12])
        #expect(InversionList(scalars: [0x10FFFF]).boundaries == [0x10FFFF, 0x110000])
    }

    @Test func inverting() {
        #expect(InversionList().inverted.boundaries == [0, 0x110000])
        #expect(InversionList(scalars: [0]).inverted.boundaries == [1, 0x110000])
        #expect(InversionList(scalars: [0x10FFFF]).inverted.boundaries == [0, 0x10FFFF])
        #expect(InversionList(scalars: [5]).inverted.inverted == InversionList(scalars: [5]))
    }

    /// The operations agree with those of Swift's sets.
    @Test func algebra() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            let left = Set(
                (0..<Int.random(in: 0...12, using: &random)).map { _ in UInt32.random(in: 0...20, using: &random) })
            let right = Set(
                (0..<Int.random(in: 0...12, using: &random)).map { _ in UInt32.random(in: 0...20, using: &random) })
            let (first, second) = (InversionList(scalars: left), InversionList(scalars: right))
            #expect(first.union(second) == InversionList(scalars: left.union(right)))
            #expect(first.intersection(second) == InversionList(scalars: left.intersection(right)))
            #expect(first.subtracting(second) == InversionList(scalars: left.subtracting(right)))
            #expect(first.symmetricDifference(second) == InversionList(scalars: left.symmetricDifference(right)))
            #expect(first.isSubset(of: second) == left.isSubset(of: right))
            #expect(first.count == left.count)
            for scalar in UInt32(0)...22 { #expect(first.contains(scalar) == left.contains(scalar)) }
        }
    }

    /// Enumerating a class gives what asking for each character does.
    @Test(arguments: [CharacterClass.alphabetic, .whitespace, .control, .empty, .unicode, .titleCase])
    func classes(_ characterClass: CharacterClass) {
        let list = InversionList(where: characterClass.contains)
        for scalar in stride(from: UInt32(0), to: 0x110000, by: 97)
        where list.contains(scalar) != characterClass.contains(scalar) {
            Issue.record("U+\(String(scalar, radix: 16))")
        }
    }
}
