import SchoonerLibrary
import SchoonerRuntime
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The prelude's files, as text: each is a sequence of definitions of names that no other file defines.
@Suite struct PreludeSourceTests {
    private func text(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += buffer[..<count]
        }
    }

    @Test func everyFileReadsAndDefinesItsOwnNames() throws {
        let tests = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let folder = tests + "/Sources/SchoonerRuntime/Prelude/"
        let order = try #require(text(folder + "order.txt"))
        let scheme = Interpreter(heapLimit: 256 << 20, sources: .embedded)
        var definitions: [String: String] = [:]
        for name in order.split(separator: "\n").map(String.init) {
            let source = try #require(text(folder + name), "\(name) is named in order.txt")
            let reader = Reader(scheme, text: source, file: name)
            while true {
                let form = try reader.read()
                if form.isEOF { break }
                guard form.isPair, form.car == scheme.heap.intern("define"), form.cdr.isPair else { continue }
                var target = form.cdr.car
                while target.isPair { target = target.car }
                let other = definitions.updateValue(name, forKey: target.symbolText)
                #expect(other == nil, "\(target.symbolText) in \(name) and \(other ?? "")")
            }
        }
        #expect(definitions.count > 100)
    }
}
