import SchoonerREPL
import SchoonerRuntime

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Turns ^C into an interruption of the program, on a thread that does nothing else.
enum InterruptSignals {
    /// Call it before any other thread is made: they inherit that the signal is not for them.
    static func deliver(to interruption: Interruption) {
        // A peer that is gone is an error of the write, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let receiver = Unmanaged.passRetained(interruption)
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let failure = pthread_create(&thread, nil, { waitForSignals($0) }, receiver.toOpaque())
        guard failure == 0 else {
            receiver.release()
            pthread_sigmask(SIG_UNBLOCK, &signals, nil)
            return
        }
        #if canImport(Darwin)
            if let thread { pthread_detach(thread) }
        #else
            pthread_detach(thread)
        #endif
    }
}

#if canImport(Darwin)
    private typealias ThreadArgument = UnsafeMutableRawPointer
#else
    private typealias ThreadArgument = UnsafeMutableRawPointer?
#endif

private func waitForSignals(_ argument: ThreadArgument) -> UnsafeMutableRawPointer? {
    let pointer: UnsafeMutableRawPointer? = argument
    guard let pointer else { return nil }
    let interruption = Unmanaged<Interruption>.fromOpaque(pointer).takeRetainedValue()
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    var number: Int32 = 0
    while sigwait(&signals, &number) == 0 {
        // Nobody has taken the one before: the interpreter is stuck.
        if interruption.isRequested {
            TerminalSettings.bringBack()
            _exit(130)
        }
        interruption.request()
    }
    return nil
}
