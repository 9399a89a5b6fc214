import CSchoonerSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The pipes between this process and one that it starts. -1 stands for none.
package struct SubprocessPipes {
    package init() {}

    private var toChild: (read: Int32, write: Int32) = (-1, -1)
    private var fromChild: (read: Int32, write: Int32) = (-1, -1)
    private var status: (read: Int32, write: Int32) = (-1, -1)

    /// What the child gets as standard input, and as standard output and error.
    var childInput: Int32 { toChild.read }
    var childOutput: Int32 { fromChild.write }

    package mutating func open(input: Bool, output: Bool) throws(SystemError) {
        if input { toChild = try SubprocessPipes.make() }
        if output { fromChild = try SubprocessPipes.make() }
        status = try SubprocessPipes.make()
    }

    private static func make() throws(SystemError) -> (read: Int32, write: Int32) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SystemError(errno, "pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    /// Has a native thread wait for the process.
    ///
    /// - Returns: the descriptor from which its status can be read.
    package mutating func watch(_ process: pid_t) -> Int32 {
        let watcher = UnsafeMutablePointer<SubprocessWatcher>.allocate(capacity: 1)
        watcher.initialize(to: SubprocessWatcher(process: process, report: status.write))
        let result = (status.read, watcher.startThread())
        if !result.1 {
            // Without a thread the status stays unknown: the reader sees the end of the stream.
            close(status.write)
            watcher.deinitialize(count: 1)
            watcher.deallocate()
        }
        status = (-1, -1)
        return result.0
    }

    /// Closes the child's ends; this process's own, made non-blocking, are the caller's.
    package mutating func keepOwnEnds() -> (input: Int32, output: Int32) {
        let own = (input: toChild.write, output: fromChild.read)
        toChild.write = -1
        fromChild.read = -1
        closeAll()
        return own
    }

    package mutating func closeAll() {
        for end in [toChild.read, toChild.write, fromChild.read, fromChild.write, status.read, status.write]
        where end >= 0 { close(end) }
        toChild = (-1, -1)
        fromChild = (-1, -1)
        status = (-1, -1)
    }
}

/// A process that a native thread waits for, and where it writes how it ended.
private struct SubprocessWatcher {
    let process: pid_t
    let report: Int32
}

extension UnsafeMutablePointer where Pointee == SubprocessWatcher {
    /// The thread takes the memory over; false when none can be made.
    fileprivate func startThread() -> Bool {
        // Signals of the process are for the threads that expect them: a new thread inherits this full mask.
        var all = sigset_t()
        var previous = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &previous)
        defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }
        let context = UnsafeMutableRawPointer(self)
        #if canImport(Darwin)
            var thread: pthread_t?
            let result = pthread_create(&thread, nil, { watchSubprocess($0) }, context)
            if result == 0, let thread { pthread_detach(thread) }
        #else
            var thread = pthread_t()
            let result = pthread_create(&thread, nil, { watchSubprocess($0) }, context)
            if result == 0 { pthread_detach(thread) }
        #endif
        return result == 0
    }
}

private func watchSubprocess(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let pointer = context?.assumingMemoryBound(to: SubprocessWatcher.self) else { return nil }
    let watcher = pointer.pointee
    pointer.deinitialize(count: 1)
    pointer.deallocate()
    var status: Int32 = 0
    while waitpid(watcher.process, &status, 0) < 0 {
        guard errno == EINTR else {
            close(watcher.report)
            return nil
        }
    }
    var bytes = status.littleEndian
    _ = withUnsafeBytes(of: &bytes) { write(watcher.report, $0.baseAddress, $0.count) }
    close(watcher.report)
    return nil
}

/// A program about to be started.
package struct SubprocessLaunch {
    let path: String
    /// `argv`, the program's name first.
    let words: [String]
    /// `NAME=value` each; nil for this process's own.
    let variables: [String]?
    /// Where it runs; empty for this process's own working directory.
    let directory: String

    package init(path: String, words: [String], variables: [String]?, directory: String) {
        self.path = path
        self.words = words
        self.variables = variables
        self.directory = directory
    }

    /// Starts it with the pipes as its standard input, output and error; what has no pipe is /dev/null.
    package func start(_ pipes: SubprocessPipes) throws(SystemError) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        if !directory.isEmpty { posix_spawn_file_actions_addchdir_np(&actions, directory) }
        if pipes.childInput >= 0 {
            posix_spawn_file_actions_adddup2(&actions, pipes.childInput, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        if pipes.childOutput >= 0 {
            posix_spawn_file_actions_adddup2(&actions, pipes.childOutput, 1)
            posix_spawn_file_actions_adddup2(&actions, pipes.childOutput, 2)
        } else {
            posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
            posix_spawn_file_actions_adddup2(&actions, 1, 2)
        }
        // The program starts with no signal blocked, and with those ignored here as they are by default.
        var none = sigset_t()
        var defaults = sigset_t()
        sigemptyset(&none)
        sigemptyset(&defaults)
        for signal in [SIGPIPE, SIGINT, SIGQUIT, SIGTERM, SIGHUP] { sigaddset(&defaults, signal) }
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var settings: [UnsafeMutablePointer<CChar>?] = (variables ?? []).map { strdup($0) } + [nil]
        defer { for text in arguments + settings { free(text) } }
        var process = pid_t()
        let code: Int32
        if variables == nil {
            code = posix_spawn(&process, path, &actions, &attributes, &arguments, environ)
        } else {
            code = posix_spawn(&process, path, &actions, &attributes, &arguments, &settings)
        }
        guard code == 0 else { throw SystemError(code, "spawn") }
        return process
    }
}
