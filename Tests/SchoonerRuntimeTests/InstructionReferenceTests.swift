import SchoonerRuntime
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct InstructionReferenceTests {
    /// `SCHOONER_WRITE_DOCS=1 swift test --filter InstructionReference` writes the page anew.
    @Test func thePageInDocsIsTheOneThatTheTableGives() throws {
        let here = #filePath
        let root = here.components(upTo: "/Tests/")
        let path = root + "/docs/instruction-set.md"
        if getenv("SCHOONER_WRITE_DOCS") != nil {
            let file = try #require(fopen(path, "w"))
            fputs(InstructionReference.page, file)
            fclose(file)
        }
        let file = try #require(fopen(path, "r"))
        defer { fclose(file) }
        var text: [UInt8] = []
        while case let byte = fgetc(file), byte != EOF { text.append(UInt8(byte)) }
        #expect(String(decoding: text, as: UTF8.self) == InstructionReference.page)
    }

    @Test func everyInstructionHasANameOfItsOwn() {
        let names = Opcode.allCases.map(\.row.name)
        #expect(Set(names).count == names.count)
    }
}

extension String {
    /// The part before the last occurrence of a separator.
    fileprivate func components(upTo separator: String) -> String {
        var end = endIndex
        var place = startIndex
        while place < endIndex {
            if self[place...].hasPrefix(separator) { end = place }
            place = index(after: place)
        }
        return String(self[..<end])
    }
}
