extension SchemeValue: CustomStringConvertible {
    /// How Scheme writes the value.
    public var description: String {
        switch self {
        case .unspecific: "#!unspecific"
        case .boolean(let flag): flag ? "#t" : "#f"
        case .integer(let integer): String(integer)
        case .real(let number): SchemeValue.text(number)
        case .number(let text): text
        case .character(let scalar): "#\\" + SchemeValue.name(scalar)
        case .string(let text): SchemeValue.quoted(text)
        case .symbol(let name): SchemeValue.isPlain(name) ? name : SchemeValue.quoted(name, by: "|")
        case .bytes(let bytes): "#u8(" + bytes.map { String($0) }.joined(separator: " ") + ")"
        case .list(let elements): "(" + SchemeValue.joined(elements) + ")"
        case .vector(let elements): "#(" + SchemeValue.joined(elements) + ")"
        case .pair: pairDescription
        case .endOfFile: "#[eof]"
        case .defaultObject: "#!default"
        case .object(let object): object.description
        }
    }

    private static func joined(_ elements: [SchemeValue]) -> String {
        elements.map(\.description).joined(separator: " ")
    }

    private var pairDescription: String {
        var parts: [String] = []
        var rest = self
        while case .pair(let first, let second) = rest {
            parts.append(first.description)
            rest = second
        }
        if case .list(let elements) = rest {
            return "(" + (parts + elements.map(\.description)).joined(separator: " ") + ")"
        }
        return "(" + parts.joined(separator: " ") + " . " + rest.description + ")"
    }

    private static func text(_ number: Double) -> String {
        if number.isNaN { return "+nan.0" }
        if number.isInfinite { return number < 0 ? "-inf.0" : "+inf.0" }
        var text = String(number)
        if text.hasSuffix(".0") { text.removeLast() }
        if text.hasPrefix("0.") && text.count > 2 { text.removeFirst() }
        if text.hasPrefix("-0.") && text.count > 3 { text = "-" + text.dropFirst(2) }
        return text
    }

    private static func name(_ scalar: UInt32) -> String {
        switch scalar {
        case 0: "null"
        case 7: "alarm"
        case 8: "backspace"
        case 9: "tab"
        case 10: "newline"
        case 13: "return"
        case 27: "altmode"
        case 32: "space"
        case 127: "delete"
        default: Unicode.Scalar(scalar).map { String(Character($0)) } ?? "x" + String(scalar, radix: 16)
        }
    }

    private static func quoted(_ text: String, by mark: Character = "\"") -> String {
        var result = String(mark)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case "\\": result += "\\\\"
            case _ where Character(scalar) == mark: result += "\\" + String(mark)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + String(mark)
    }

    /// Whether a symbol's name reads as that symbol.
    private static func isPlain(_ name: String) -> Bool {
        guard !name.isEmpty, name != ".", Double(name) == nil else { return false }
        return name.unicodeScalars.allSatisfy { scalar in
            !" \t\r\n()\"';`,|#".unicodeScalars.contains(scalar) && !scalar.properties.isUppercase
        }
    }
}
