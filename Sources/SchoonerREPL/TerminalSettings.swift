#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The settings of the terminal from before a line is edited: they come back whatever ends the process meanwhile.
package enum TerminalSettings {
    nonisolated(unsafe) private static let kept = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    /// What the process did on a signal before, by its number.
    nonisolated(unsafe) private static let former = UnsafeMutablePointer<sigaction>.allocate(capacity: 64)
    /// Whether the kept settings are to come back.
    nonisolated(unsafe) private static let isChanged: UnsafeMutablePointer<Bool> = {
        let flag = UnsafeMutablePointer<Bool>.allocate(capacity: 1)
        flag.initialize(to: false)
        kept.initialize(to: termios())
        atexit { TerminalSettings.bringBack() }
        for number in [SIGHUP, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGTERM] {
            var action = sigaction()
            sigaction(number, nil, &action)
            (former + Int(number)).initialize(to: action)
            if ignores(action) { continue }
            signal(number) { number in
                TerminalSettings.bringBack()
                // Whoever was to hear of it before hears of it now.
                sigaction(number, TerminalSettings.former + Int(number), nil)
                raise(number)
            }
        }
        return flag
    }()

    private static func ignores(_ action: sigaction) -> Bool {
        #if canImport(Darwin)
            unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self) == 1
        #else
            unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
        #endif
    }

    /// To be called before the terminal is changed.
    static func keep() {
        isChanged.pointee = tcgetattr(STDIN_FILENO, kept) == 0
    }

    /// To be called when whoever changed the terminal has restored it.
    static func restored() { isChanged.pointee = false }

    /// Restores what is to be restored. Safe in a signal handler and on any thread.
    package static func bringBack() {
        if isChanged.pointee { _ = tcsetattr(STDIN_FILENO, TCSANOW, kept) }
    }
}
