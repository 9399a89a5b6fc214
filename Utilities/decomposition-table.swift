// Writes Sources/SchoonerText/DecompositionTable.swift, the canonical decompositions that Swift's standard library
// knows but does not publish:
//
//     swift Utilities/decomposition-table.swift > Sources/SchoonerText/DecompositionTable.swift
//
// Each character is decomposed by Foundation, which stands on the same Unicode data as the standard library of the
// tool chain that runs this. Hangul syllables are left out: they decompose by arithmetic.

import Foundation

let width = 112
var lines: [String] = []
var line = ""
for code in UInt32(0xA0)...0x10FFFF {
    guard let scalar = Unicode.Scalar(code), !(0xAC00...0xD7A3).contains(code) else { continue }
    let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.map(\.value)
    if parts == [code] { continue }
    let entry = ([code] + parts).map { String($0, radix: 16) }.joined(separator: " ") + ";"
    if line.utf8.count + entry.utf8.count > width {
        lines.append(line)
        line = ""
    }
    line += entry
}
lines.append(line)

print(
    """
    // Written by Utilities/decomposition-table.swift; do not edit.

    /// Unicode's canonical decompositions, fully expanded, of all characters but the Hangul syllables.
    enum DecompositionTable {
        /// For each character in ascending order its code, then the codes of its decomposition, in hexadecimal and
        /// divided by spaces; a semicolon ends each. Line breaks mean nothing.
        static let text: StaticString = \"\"\"
    """)
print(lines.map { "        " + $0 }.joined(separator: "\\\n"))
print("        \"\"\"\n}")
