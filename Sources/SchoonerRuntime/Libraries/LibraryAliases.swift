extension LibraryName {
    /// The SRFI that a library of R7RS-large, Red or Tangerine Edition, is another name of.
    private static let editions: [String: String] = [
        "box": "111", "charset": "14", "comparator": "128", "ephemeron": "124", "generator": "158",
        "hash-table": "125", "ideque": "134", "list": "1", "list-queue": "117", "lseq": "127", "set": "113",
        "sort": "132", "stream": "41", "vector": "133",
        "bitwise": "151", "division": "141", "fixnum": "143", "regex": "115",
    ]

    /// The parts of the name under which the library is kept: `(scheme list)` is `(srfi 1)`, and so is `(srfi :1)`, as some
    /// programs write it.
    static func canonical(_ parts: [String]) -> [String] {
        guard parts.count == 2 else { return parts }
        if parts[0] == "scheme", let number = editions[parts[1]] { return ["srfi", number] }
        if parts[0] == "srfi", parts[1].hasPrefix(":") { return ["srfi", String(parts[1].dropFirst())] }
        return parts
    }
}
