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
    /// Whether the kept settings are to come back.
    nonisolated(unsafe) private static let isChanged: UnsafeMutablePointer<Bool> = {
        let flag = UnsafeMutablePointer<Bool>.allocate(capacity: 1)
        flag.initialize(to: false)
        kept.initialize(to: termios())
        atexit { TerminalSettings.bringBack() }
        let ends = [SIGHUP, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGTERM]
        for number in ends {
            let former = signal(number) { number in
                TerminalSettings.bringBack()
                signal(number, SIG_DFL)
                raise(number)
            }
            // What somebody else handles or ignores stays theirs.
            if let former { signal(number, former) }
        }
        return flag
    }()

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
