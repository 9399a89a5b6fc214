#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A library that edits lines at a terminal, found while the program runs: libedit, or else GNU readline, which has the same
/// interface. Nothing is linked; without either there is no editing.
struct LineEditingLibrary {
    typealias ReadLine = @convention(c) (UnsafePointer<CChar>) -> UnsafeMutablePointer<CChar>?
    typealias ReadCharacter = @convention(c) (OpaquePointer?) -> Int32
    typealias BeforePrompt = @convention(c) () -> Int32
    typealias Complete =
        @convention(c) (UnsafePointer<CChar>?, Int32, Int32) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    private typealias Text = @convention(c) (UnsafePointer<CChar>) -> Int32
    private typealias Number = @convention(c) (Int32) -> Void
    private typealias Action = @convention(c) () -> Int32

    /// Reads a line; nil at the end of the input. The caller frees it.
    let readLine: ReadLine
    /// Whether characters are handed over whole; bytes otherwise.
    let takesCharacters: Bool
    private let library: UnsafeMutableRawPointer

    /// What ends a name on its left.
    private static let wordBreaks = " \t\n\"'`,;()[]{}"

    /// The names under which the libraries are looked for, the preferred one first.
    private static var names: [String] {
        #if canImport(Darwin)
            ["/usr/lib/libedit.3.dylib"]
        #else
            ["libedit.so.2", "libreadline.so.8"]
        #endif
    }

    /// Opens the first library that there is.
    ///
    /// - Parameter name: the only one to look for; nil for those that are known.
    static func open(named name: String?) -> LineEditingLibrary? {
        for name in name.map({ [$0] }) ?? names {
            if let library = dlopen(name, RTLD_NOW | RTLD_LOCAL), let found = LineEditingLibrary(library) {
                return found
            }
        }
        return nil
    }

    private init?(_ library: UnsafeMutableRawPointer) {
        guard let readLine = dlsym(library, "readline"), dlsym(library, "add_history") != nil,
            dlsym(library, "rl_getc_function") != nil
        else { return nil }
        self.library = library
        self.readLine = unsafeBitCast(readLine, to: ReadLine.self)
        takesCharacters = dlsym(library, "el_init") != nil
    }

    /// Prepares the library; to be called once.
    ///
    /// - Parameters:
    ///   - readCharacter: where it gets what is typed; -1 ends the line.
    ///   - beforePrompt: called before it shows the prompt.
    ///   - complete: what it asks for the names that begin as the word before the cursor.
    ///   - historyLength: how many entries it keeps.
    func prepare(
        readCharacter: ReadCharacter, beforePrompt: BeforePrompt, complete: Complete, historyLength: Int32
    ) {
        setlocale(LC_CTYPE, "")
        if String(cString: nl_langinfo(nl_item(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
        set("rl_getc_function", readCharacter)
        // Readline calls it behind the prompt.
        if takesCharacters { set("rl_pre_input_hook", beforePrompt) }
        set("rl_attempted_completion_function", complete)
        // Signals are the program's affair, and so is the environment of its subprocesses.
        set("rl_catch_signals", Int32(0))
        set("rl_catch_sigwinch", Int32(0))
        set("rl_change_environment", Int32(0))
        for (variable, value) in [
            ("rl_readline_name", "schooner"), ("rl_basic_word_break_characters", LineEditingLibrary.wordBreaks),
            ("rl_completer_word_break_characters", LineEditingLibrary.wordBreaks),
        ] {
            set(variable, strdup(value))
        }
        _ = function("using_history", as: Action.self)?()
        function("stifle_history", as: Number.self)?(historyLength)
    }

    /// Adds an entry to what the arrow keys bring back.
    func addHistory(_ entry: String) { _ = entry.withCString { function("add_history", as: Text.self)?($0) } }

    /// There are no file names to be offered where no name fits.
    func offerNothingElse() { set("rl_attempted_completion_over", Int32(1)) }

    /// Has the terminal hand over each key as it is typed. libedit does so itself only when the prompt stands there: a key
    /// typed at once would be the terminal's.
    func takeTerminal() { function("rl_prep_terminal", as: Number.self)?(1) }

    /// Asks for the terminal's size anew.
    func noticeSize() {
        _ = function("rl_reset_screen_size", as: Action.self)?()
        if takesCharacters { _ = function("rl_resize_terminal", as: Action.self)?() }
    }

    /// Shows prompt and line again, at the beginning of a line of the terminal.
    func showLineAgain() {
        _ = function("rl_on_new_line", as: Action.self)?()
        _ = function("rl_forced_update_display", as: Action.self)?()
    }

    private func function<Function>(_ name: String, as type: Function.Type) -> Function? {
        dlsym(library, name).map { unsafeBitCast($0, to: type) }
    }

    private func set<Content>(_ variable: String, _ value: Content) {
        dlsym(library, variable)?.assumingMemoryBound(to: Content.self).pointee = value
    }
}
