#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A line that is being edited.
///
/// The library reads a line from beginning to end and cannot be left in between: within an escape sequence or a search it waits
/// for the next key, also where it is called key by key. So it runs on a native thread of its own, and whenever it asks for a key
/// that has not been typed, that thread gives its turn back. The interpreter's thread runs only while it waits there, as if the
/// two were coroutines.
final class LineEditor: @unchecked Sendable {
    /// What editing came to.
    enum Outcome {
        case line(String)
        /// The end of the input was typed, or the line was abandoned.
        case end
    }

    /// The process has one terminal, and the library one line: its functions have no argument to tell one editor from another.
    nonisolated(unsafe) private static var only: LineEditor?

    private let library: LineEditingLibrary
    private let turns = NativeTurns()
    /// The names that begin with a text.
    private let names: (String) -> [String]
    private var input: [UInt8] = []
    private var prompt = ""
    private(set) var isEditing = false
    /// The library prepares itself with the first line.
    private var hasEdited = false
    private var isAbandoned = false
    private var outcome: Outcome?

    /// - Parameters:
    ///   - library: where editing is done.
    ///   - historyLength: how many entries the arrow keys go back.
    ///   - names: the names that begin with a text; called while the interpreter waits.
    /// - Returns: nil when there is an editor already, or no thread for it.
    init?(_ library: LineEditingLibrary, historyLength: Int, names: @escaping (String) -> [String]) {
        guard LineEditor.only == nil else { return nil }
        self.library = library
        self.names = names
        LineEditor.only = self
        library.prepare(
            readCharacter: { _ in LineEditor.only?.nextCharacter() ?? -1 },
            beforePrompt: {
                LineEditor.only?.library.takeTerminal()
                return 0
            },
            complete: { text, _, _ in LineEditor.only?.completions(of: text) },
            historyLength: Int32(historyLength))
        guard startThread() else {
            LineEditor.only = nil
            return nil
        }
    }

    private func startThread() -> Bool {
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let started = pthread_create(
            &thread, nil,
            { _ in
                LineEditor.only?.editForEver()
                return nil
            }, nil)
        guard started == 0 else { return false }
        #if canImport(Darwin)
            if let thread { pthread_detach(thread) }
        #else
            pthread_detach(thread)
        #endif
        return true
    }

    // MARK: On the interpreter's thread

    /// Shows the prompt and edits as far as what has been typed goes.
    func begin(prompt: String) -> Outcome? {
        self.prompt = prompt
        isEditing = true
        TerminalSettings.keep()
        return goOn()
    }

    /// Edits with more bytes that were typed; the outcome when they end the line. Bytes after its end wait for the next one.
    func offer(_ bytes: some Sequence<UInt8>) -> Outcome? {
        input += bytes
        return isEditing ? goOn() : nil
    }

    /// Gives up the line.
    func abandon(keepingInput: Bool = false) {
        if !keepingInput { input = [] }
        guard isEditing else { return }
        isAbandoned = true
        while isEditing { _ = goOn() }
        isAbandoned = false
    }

    /// What was typed ahead of the next line.
    func takeInput() -> [UInt8] {
        defer { input = [] }
        return input
    }

    /// Adds an entry to what the arrow keys bring back.
    func addHistory(_ entry: String) { library.addHistory(entry) }

    /// Shows the line again after other output.
    func showLineAgain() { library.showLineAgain() }

    private func goOn() -> Outcome? {
        turns.letGuestRun()
        if !isEditing { TerminalSettings.restored() }
        defer { outcome = nil }
        return outcome
    }

    // MARK: On the editor's thread

    private func editForEver() {
        turns.awaitTurn()
        while true {
            if hasEdited { library.noticeSize() }
            if let line = prompt.withCString({ library.readLine($0) }) {
                outcome = .line(String(cString: line))
                free(line)
            } else {
                outcome = .end
            }
            isEditing = false
            hasEdited = true
            turns.letHostRun()
        }
    }

    private func nextCharacter() -> Int32 {
        while !isAbandoned {
            if let first = input.first {
                let length = library.takesCharacters ? LineEditor.length(ofCharacterIn: input) : 1
                if let length {
                    let bytes = input[..<length]
                    let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.value
                    input.removeFirst(length)
                    return length == 1 && first < 0x80 || !library.takesCharacters
                        ? Int32(first) : Int32(scalar ?? 0xFFFD)
                }
            }
            turns.letHostRun()
        }
        return -1
    }

    /// The length of the first character of a UTF-8 text; nil when its end is still to come.
    private static func length(ofCharacterIn bytes: [UInt8]) -> Int? {
        let length =
            switch bytes[0] {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        for index in 1..<max(length, 1) {
            if index == bytes.count { return nil }
            if bytes[index] & 0xC0 != 0x80 { return index }
        }
        return length
    }

    /// What the word may become, as the library wants it: memory of malloc, the common beginning first, a null at the end.
    private func completions(of text: UnsafePointer<CChar>?)
        -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    {
        library.offerNothingElse()
        let prefix = text.map { String(cString: $0) } ?? ""
        let names = prefix.isEmpty ? [] : names(prefix)
        guard let first = names.first else { return nil }
        let common = names.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
        let entries = names.count == 1 ? names : [common] + names
        let size = (entries.count + 1) * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
        guard let block = malloc(size)?.assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self) else { return nil }
        for (index, entry) in entries.enumerated() { (block + index).initialize(to: strdup(entry)) }
        (block + entries.count).initialize(to: nil)
        return block
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(String.UnicodeScalarView(zip(unicodeScalars, other.unicodeScalars).prefix { $0 == $1 }.map(\.0)))
    }
}
