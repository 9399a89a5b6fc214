/// What the process was started with (MIT Scheme user manual 3.1; R7RS 6.14 `command-line`).
enum CommandLinePrimitives {
    static let table: [Primitive] = [
        Primitive("command-line", 0, "The words of the command, the program's name first. R7RS 6.14", words),
        Primitive("command-line-arguments", 0, "The words that are for the program. MIT user manual 3.1", arguments),
    ]

    static func words(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        list(scheme, scheme.invocation.words)
    }

    static func arguments(_ scheme: Interpreter, _ args: Arguments) throws(Signal) -> Value {
        list(scheme, scheme.invocation.arguments)
    }

    private static func list(_ scheme: Interpreter, _ words: [String]) -> Value {
        scheme.heap.list(words.map { scheme.heap.string($0) })
    }
}

/// How the process, or the embedder, started the interpreter.
package struct Invocation: Sendable {
    /// All words of the command: `(command-line)`.
    package var words: [String]
    /// Those meant for the program: `(command-line-arguments)`.
    package var arguments: [String]
    /// Where libraries are looked for before all other places, first to last.
    package var libraryDirectories: [String]
    /// Where libraries are looked for after all other places, first to last.
    package var appendedLibraryDirectories: [String]

    package init(
        words: [String] = [], arguments: [String] = [], libraryDirectories: [String] = [],
        appendedLibraryDirectories: [String] = []
    ) {
        self.words = words
        self.arguments = arguments
        self.libraryDirectories = libraryDirectories
        self.appendedLibraryDirectories = appendedLibraryDirectories
    }
}
