#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The forms of earlier sessions, in a file of the user's: a line each, with `\n` for a newline and `\\` for a backslash.
/// Nobody else may read it.
package struct FormHistory {
    /// How many forms are kept.
    package static let limit = 1000
    /// A longer form is not kept.
    static let longestForm = 16 << 10

    private let path: String

    /// - Parameter path: the file; nobody need have made it.
    package init(path: String) { self.path = path }

    /// Where the history is: `$XDG_STATE_HOME/schooner/history` where that variable is set, else `~/.schooner_history`; nil
    /// without a home.
    package static var standardPath: String? {
        if let state = environmentVariable("XDG_STATE_HOME"), state.hasPrefix("/") {
            mkdir(state, 0o700)
            mkdir(state + "/schooner", 0o700)
            return state + "/schooner/history"
        }
        return environmentVariable("HOME").map { $0 + "/.schooner_history" }
    }

    /// The forms, the oldest first; none where there is no file that can be read. A file that has grown long is cut.
    package func load() -> [String] {
        guard let text = read() else { return [] }
        let lines = text.split(separator: 10)
        let last = lines.suffix(FormHistory.limit)
        if lines.count > 2 * FormHistory.limit { write(last.joined(separator: [10]) + [10], O_TRUNC) }
        return last.map { FormHistory.decoded(String(decoding: $0, as: UTF8.self)) }
    }

    /// Adds a form at the end, at once: a session may end in many ways.
    package func append(_ form: String) {
        guard form.utf8.count <= FormHistory.longestForm else { return }
        write(Array(FormHistory.encoded(form).utf8) + [10], O_APPEND)
    }

    package static func encoded(_ form: String) -> String {
        var line = ""
        for scalar in form.unicodeScalars {
            switch scalar {
            case "\\": line += "\\\\"
            case "\n": line += "\\n"
            default: line.unicodeScalars.append(scalar)
            }
        }
        return line
    }

    package static func decoded(_ line: String) -> String {
        var form = ""
        var isEscaped = false
        for scalar in line.unicodeScalars {
            if isEscaped {
                form.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                form.unicodeScalars.append(scalar)
            }
        }
        return form
    }

    private func read() -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        var text: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = block.withUnsafeMutableBytes { buffer in
                #if canImport(Glibc)
                    Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                #elseif canImport(Musl)
                    Musl.read(descriptor, buffer.baseAddress, buffer.count)
                #else
                    Darwin.read(descriptor, buffer.baseAddress, buffer.count)
                #endif
            }
            if count <= 0 { return text }
            text += block[..<count]
        }
    }

    /// What cannot be written is not kept: that is no error of the session's.
    private func write(_ bytes: [UInt8], _ flags: Int32) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | flags, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
        fchmod(descriptor, 0o600)
        bytes.withUnsafeBytes { buffer in
            #if canImport(Glibc)
                _ = Glibc.write(descriptor, buffer.baseAddress, buffer.count)
            #elseif canImport(Musl)
                _ = Musl.write(descriptor, buffer.baseAddress, buffer.count)
            #else
                _ = Darwin.write(descriptor, buffer.baseAddress, buffer.count)
            #endif
        }
    }
}
