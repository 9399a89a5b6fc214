import CSchoonerSystem
import Foundation
import SchoonerTesting
import Testing

/// The built `schooner` at a pseudo terminal, which is its controlling terminal.
final class TerminalSession {
    private let terminal: Int32
    private let process: pid_t
    private var pending: [UInt8] = []

    /// - Parameters:
    ///   - library: the library for editing lines, or `none`.
    ///   - home: where the history is kept.
    init(_ words: [String] = [], library: String, home: URL, environment: [String: String] = [:]) throws {
        terminal = posix_openpt(O_RDWR | O_NOCTTY)
        guard terminal >= 0, grantpt(terminal) == 0, unlockpt(terminal) == 0, let name = ptsname(terminal) else {
            throw ProcessFailure("there is no pseudo terminal")
        }
        var size = winsize(ws_row: 40, ws_col: 200, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
        let slave = String(cString: name)
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
        // The leader of a new session gets the first terminal that it opens. The test's threads block signals.
        posix_spawnattr_setflags(
            &attributes,
            Int16(TerminalSession.newSession | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)))
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for number in [SIGINT, SIGTERM, SIGHUP, SIGABRT] { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawn_file_actions_addopen(&actions, 0, slave, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        posix_spawn_file_actions_addclose(&actions, terminal)
        var variables = ["PATH": "/usr/bin:/bin", "TERM": "xterm", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]
        variables["HOME"] = home.path
        variables["SCHOONER_LINE_EDITOR"] = library
        variables.merge(environment) { $1 }
        let path = CommandRun.executable.path
        var arguments: [UnsafeMutablePointer<CChar>?] = ([path] + words).map { strdup($0) } + [nil]
        var settings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") } + [nil]
        defer { (arguments + settings).forEach { free($0) } }
        var process: pid_t = 0
        let failure = posix_spawn(&process, path, &actions, &attributes, &arguments, &settings)
        guard failure == 0 else { throw ProcessFailure("\(path) does not start: \(failure)") }
        self.process = process
    }

    deinit {
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        close(terminal)
    }

    /// POSIX_SPAWN_SETSID
    private static var newSession: Int32 {
        #if canImport(Darwin)
            0x400
        #else
            0x80
        #endif
    }

    /// Whether a library can be loaded here.
    static func has(_ library: String) -> Bool {
        guard let handle = dlopen(library, RTLD_NOW | RTLD_LOCAL) else { return false }
        dlclose(handle)
        return true
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
    }

    /// Waits for a text; what has come since the last one, up to its end, without what turns bracketed paste on and off.
    @discardableResult
    func expect(_ text: String) throws -> String {
        while true {
            let seen = String(decoding: pending, as: UTF8.self)
                .replacingOccurrences(of: "\u{1B}[?2004h", with: "").replacingOccurrences(
                    of: "\u{1B}[?2004l\r", with: "")
            if let range = seen.range(of: text) {
                pending = Array(seen[range.upperBound...].utf8)
                return String(seen[..<range.upperBound]).replacingOccurrences(of: "\r\n", with: "\n")
            }
            guard try readMore() else { throw ProcessFailure("the session is over: \(seen)") }
        }
    }

    /// Types a line and waits for a text.
    @discardableResult
    func enter(_ line: String, expecting text: String) throws -> String {
        type(line + "\n")
        return try expect(text)
    }

    /// Waits for the end of the session; how it ended, as a shell tells it.
    func end() throws -> Int32 {
        while try readMore() {}
        var status: Int32 = 0
        waitpid(process, &status, 0)
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }

    func send(_ signal: Int32) { kill(process, signal) }

    /// Whether the terminal collects lines itself, as it does for programs that know nothing of it.
    var isInLineMode: Bool {
        var settings = termios()
        return tcgetattr(terminal, &settings) == 0 && settings.c_lflag & tcflag_t(ICANON) != 0
    }

    /// False when nobody holds the terminal any more.
    private func readMore() throws -> Bool {
        var request = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
        while true {
            let ready = poll(&request, 1, Int32(WirePeer.patience * 1000))
            if ready < 0 && errno == EINTR { continue }
            guard ready > 0 else {
                throw ProcessFailure("the session says nothing after: \(String(decoding: pending, as: UTF8.self))")
            }
            var block = [UInt8](repeating: 0, count: 4096)
            let count = block.withUnsafeMutableBytes { read(terminal, $0.baseAddress, $0.count) }
            if count <= 0 { return false }
            pending += block[..<count]
            return true
        }
    }
}
