// `cond-expand` and `include`.

extension Expander {
    /// The forms of the first clause whose requirement holds; none when there is no such clause.
    func chosenForms(_ form: Value, _ scope: Scope) throws(Signal) -> Value {
        let clauses = try parts(form, 1).dropFirst()
        for clause in clauses {
            guard clause.isPair else { throw illFormed(form) }
            if try interpreter.isFeaturePresent(stripForReport(clause.car), in: stripForReport(form)) {
                return clause.cdr
            }
        }
        return .null
    }

    /// The forms of the files that `include` names, between parentheses as it were.
    func includedForms(_ form: Value, _ scope: Scope, foldCase: Bool) throws(Signal) -> Value {
        var forms: [Value] = []
        let foldsCase = foldCase || interpreter.isOfMIT(topScope.environment)
        for name in try parts(form, 2).dropFirst() {
            guard name.isString else { throw illFormed(form) }
            forms += try interpreter.readIncluded(name.swiftString, positions.file, foldsCase)
        }
        return heap.list(forms)
    }
}

extension Interpreter {
    /// Whether a feature requirement holds (R7RS 4.2.1).
    /// - Throws: a syntax error for what is no requirement.
    package func isFeaturePresent(_ requirement: Value, in form: Value) throws(Signal) -> Bool {
        if requirement.isSymbol {
            let name = requirement.symbolText
            return name == "else" || features.contains(name)
        }
        guard requirement.isPair, requirement.car.isSymbol, requirement.properListLength != nil else {
            throw illFormed(form)
        }
        let operands = requirement.cdr.listElements().elements
        switch requirement.car.symbolText {
        case "and":
            for operand in operands where try !isFeaturePresent(operand, in: form) { return false }
            return true
        case "or":
            for operand in operands where try isFeaturePresent(operand, in: form) { return true }
            return false
        case "not":
            guard operands.count == 1 else { throw illFormed(form) }
            return try !isFeaturePresent(operands[0], in: form)
        case "library":
            guard operands.count == 1 else { throw illFormed(form) }
            guard let name = LibraryName(operands[0]) else { throw illFormed(form) }
            return libraries.isAvailable(name)
        default: throw illFormed(form)
        }
    }

    /// What `(features)` tells: R7RS appendix B, MIT Scheme's own, the SRFIs with a library, the machine that this was built for.
    package var features: [String] {
        [
            "r7rs", "exact-closed", "exact-complex", "ieee-float", "full-unicode", "ratios", "swank",
            "mit", "mit/gnu", "scheme", "schooner",
            // What SRFI 115 leaves open to implementations, and (srfi 115) has.
            "regexp-non-greedy", "regexp-look-around", "regexp-unicode",
        ] + sources.srfiFeatures + Interpreter.platformFeatures
    }

    private static let platformFeatures: [String] = {
        var features = ["swift"]
        #if os(Linux)
            features += ["gnu-linux", "linux", "unix"]
        #elseif os(macOS)
            features += ["darwin", "macosx", "unix"]
        #endif
        #if arch(x86_64)
            features += ["x86-64"]
        #elseif arch(arm64)
            features += ["aarch64"]
        #endif
        #if _endian(little)
            features += ["little-endian"]
        #endif
        return features
    }()
}
