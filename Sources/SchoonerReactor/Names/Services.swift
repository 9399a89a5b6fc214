#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Names of services and their ports, as `getservbyname` knows them: the machine's table first, then the well-known ones.
package struct Services: Sendable {
    private var ports: [String: [String: UInt16]] = [:]

    /// The services of this machine, read once.
    package static let system = Services(table: readWholeFile("/etc/services") ?? "")

    /// - Parameter table: text in the form of services(5): a line has a name, `port/protocol`, other names, and perhaps
    ///   a comment after "#". Lines of another form are passed over.
    package init(table: String) {
        for line in table.split(whereSeparator: \.isNewline) {
            let fields = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
            guard fields.count >= 2 else { continue }
            let target = fields[1].split(separator: "/", omittingEmptySubsequences: false)
            guard target.count == 2, let port = UInt16(target[0]) else { continue }
            for name in [fields[0]] + fields[2...] {
                // The first line of a name counts.
                if ports[String(target[1])]?[String(name)] == nil {
                    ports[String(target[1]), default: [:]][String(name)] = port
                }
            }
        }
    }

    /// The port of a service; nil when no table has it. Names are case-sensitive, as the machine's are.
    ///
    /// - Parameter protocolName: "tcp" or "udp".
    package func port(of name: String, protocolName: String = "tcp") -> UInt16? {
        ports[protocolName]?[name] ?? wellKnownServices[name]
    }
}

/// The text of a small file; nil when it cannot be read.
private func readWholeFile(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { _ = close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16384)
    while true {
        let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        if count > 0 {
            bytes.append(contentsOf: chunk[..<count])
        } else if count == 0 {
            return String(decoding: bytes, as: UTF8.self)
        } else if errno != EINTR {
            return nil
        }
    }
}
