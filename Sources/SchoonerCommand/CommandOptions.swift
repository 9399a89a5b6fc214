import SchoonerText

/// What the words of the command ask for.
///
/// The spellings are MIT Scheme's, where one keyword takes several values up to the next keyword, and the order of what is loaded and
/// evaluated is that of the words.
struct CommandOptions {
    /// One thing to run.
    enum Step {
        case load(String)
        case evaluate(String)
        /// The program on standard input.
        case standardInput
    }

    /// A command that cannot be understood.
    struct Problem: Error {
        let message: String
    }

    var steps: [Step] = []
    /// Whether the steps are all MIT Scheme's `--load` and `--eval`.
    var onlyLoadsAndEvaluates = true
    var arguments: [String] = []
    var libraryDirectories: [String] = []
    var appendedLibraryDirectories: [String] = []
    /// Bytes of live data.
    var heapLimit = min(StandardStreams.halfOfMemory ?? 4 << 30, 4 << 30)
    /// How an accepted connection ends its lines when the program does not say; nil for the manual's way, CR-LF.
    var lineEnding: LineEnding?
    var disassembles = false
    /// Say at the end how long collections took.
    var showsPauses = false
    /// Where to offer the read-eval-print loop besides.
    var replSocket: String?
    /// Go on with the read-eval-print loop after the steps.
    var isInteractive = false
    var showsVersion = false
    var showsHelp = false
    /// Options that nobody knows: they are reported, and ignored, as MIT Scheme does.
    var unhandled: [String] = []

    /// - Parameter words: the command without the program's name.
    init(_ words: [String]) throws(Problem) {
        var rest = words[...]
        while let word = rest.popFirst() {
            switch word {
            case "--load": steps += values(&rest, until: CommandOptions.keywords).map { .load($0) }
            case "--eval": steps += values(&rest, until: CommandOptions.keywords).map { .evaluate($0) }
            case "-e":
                steps.append(.evaluate(try value(&rest, of: word)))
                onlyLoadsAndEvaluates = false
            case "--args": arguments += values(&rest)
            case "--":
                arguments += rest
                rest = []
            case "-I": libraryDirectories.append(try value(&rest, of: word))
            case "-A": appendedLibraryDirectories.append(try value(&rest, of: word))
            case "--heap-limit": heapLimit = try CommandOptions.size(try value(&rest, of: word))
            case "--heap": heapLimit = try CommandOptions.blocks(try value(&rest, of: word))
            case "--line-ending": lineEnding = try CommandOptions.lineEnding(try value(&rest, of: word))
            case "--repl-socket": replSocket = try value(&rest, of: word)
            case "--gc-pauses": showsPauses = true
            case "--disassemble":
                disassembles = true
                onlyLoadsAndEvaluates = false
            case "--interactive", "-i": isInteractive = true
            // There is no banner, no such file to read, and errors of a script end it in any case.
            case "--quiet", "--no-init-file", "--batch-mode": break
            case "--version": showsVersion = true
            case "--help", "-h": showsHelp = true
            case "-": takeProgram(.standardInput, &rest)
            case _ where word.hasPrefix("-"): unhandled.append(word)
            default: takeProgram(.load(word), &rest)
            }
        }
    }

    /// A program's own words follow its name, whatever they look like.
    private mutating func takeProgram(_ program: Step, _ rest: inout ArraySlice<String>) {
        steps.append(program)
        onlyLoadsAndEvaluates = false
        arguments += rest
        rest = []
    }

    private func value(_ rest: inout ArraySlice<String>, of option: String) throws(Problem) -> String {
        guard let value = rest.popFirst() else { throw Problem(message: "\(option) wants a value") }
        return value
    }

    /// The options with one dash.
    private static let keywords: Set = ["-e", "-i", "-h", "-I", "-A"]

    /// The words up to the next option.
    private func values(_ rest: inout ArraySlice<String>, until keywords: Set<String> = []) -> [String] {
        var values: [String] = []
        while let word = rest.first, !word.hasPrefix("--"), !keywords.contains(word) {
            values.append(word)
            rest.removeFirst()
        }
        return values
    }

    private static func size(_ text: String) throws(Problem) -> Int {
        let shifts: [Character: Int] = ["k": 10, "m": 20, "g": 30]
        let shift = text.last.flatMap { shifts[Character($0.lowercased())] }
        let digits = shift == nil ? text[...] : text.dropLast()
        guard let number = Int(digits), number > 0, number <= Int.max >> ((shift ?? 0) + 2) else {
            throw Problem(message: "--heap-limit wants a number of bytes, with K, M or G after it or nothing: \(text)")
        }
        return max(number << (shift ?? 0), smallestHeap)
    }

    /// MIT Scheme counts the heap in blocks of 1024 words.
    private static func blocks(_ text: String) throws(Problem) -> Int {
        guard let number = Int(text), number > 0, number <= 1 << 32 else {
            throw Problem(message: "--heap wants a number of blocks: \(text)")
        }
        return max(number << 13, smallestHeap)
    }

    /// What the library itself needs, and a little more.
    private static let smallestHeap = 16 << 20

    private static func lineEnding(_ text: String) throws(Problem) -> LineEnding? {
        switch text {
        case "seed": return nil
        case "text": return .text
        default: throw Problem(message: "--line-ending wants seed or text: \(text)")
        }
    }
}
