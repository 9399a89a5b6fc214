/// The name of a library: a list of identifiers and exact non-negative integers (R7RS 5.6.1).
package struct LibraryName: Hashable, Sendable {
    package let parts: [String]

    /// - Parameter datum: the name as the program wrote it.
    /// - Returns: nil for a datum that names no library.
    package init?(_ datum: Value) {
        guard datum.isPair, datum.properListLength != nil else { return nil }
        var parts: [String] = []
        for part in datum.listElements().elements {
            if part.isSymbol {
                parts.append(part.symbolText)
            } else if part.isFixnum, part.fixnum >= 0 {
                parts.append(String(part.fixnum))
            } else {
                return nil
            }
        }
        self.parts = LibraryName.canonical(parts)
    }

    package init(_ parts: [String]) { self.parts = parts }

    /// As programs write it: `(scheme base)`.
    package var text: String { "(" + parts.joined(separator: " ") + ")" }

    /// The file that holds the library, below one of the folders that are searched: `scheme/base.sld`; nil for a name that no file
    /// can have.
    var path: String? {
        for part in parts where part.isEmpty || part == ".." || part == "." || part.utf8.contains(0x2F) { return nil }
        return parts.joined(separator: "/") + ".sld"
    }

    /// The library that stands for all of `system-global-environment`, under the name that it has in MIT Scheme 12.1.
    static let global = LibraryName(["mit", "legacy", "runtime"])
}
