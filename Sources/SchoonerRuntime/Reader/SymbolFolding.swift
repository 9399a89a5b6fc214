import SchoonerText

/// Folding the case of a symbol's name as MIT's reader does: Unicode's full case folding.
package enum SymbolFolding {
    package static func fold(_ scalars: [UInt32]) -> [UInt32] {
        if scalars.allSatisfy({ $0 < 0x80 }) { return scalars.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : $0 } }
        var result: [UInt32] = []
        for scalar in scalars {
            let folded = CaseMapping.fullFoldcase(scalar)
            for index in 0..<folded.count { result.append(folded[index]) }
        }
        return result
    }
}
