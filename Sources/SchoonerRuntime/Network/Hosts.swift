import SchoonerReactor

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Names of hosts and services: MIT 15.8, 12.1. Only the asking thread waits for the name service.
enum HostPrimitives {
    static let table: [Primitive] = [
        Primitive("get-host-by-name", 1, "The addresses of a host as a vector, or #f. MIT 12.1", hostByName),
        Primitive("get-host-by-address", 1, "The name of the host with an address, or #f. MIT 12.1", hostByAddress),
        Primitive("canonical-host-name", 1, "The full name of a host, or #f. MIT 12.1", canonicalName),
        Primitive("get-host-name", 0, "The name of this machine. MIT 12.1", ownName),
        Primitive("os/hostname", 0, "The name of this machine. MIT 12.1", ownName),
        Primitive(
            "tcp-service->port", 1, "The port number of a TCP service, or #f when it is unknown. MIT 12.1", servicePort),
    ]

    /// MIT gives IPv4 addresses, as strings of four characters; a host that has only IPv6 ones gets those, of sixteen.
    static func hostByName(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let name = try scheme.hostName(arguments[0])
        guard case .addresses(let addresses) = try scheme.answer(to: .addresses(host: name)) else { return .false }
        let older = addresses.filter { $0.family == .ipv4 }
        return scheme.heap.vector((older.isEmpty ? addresses : older).map { scheme.byteString($0.bytes) })
    }

    static func hostByAddress(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard let bytes = try scheme.addressBytes(arguments[0], 0, "get-host-by-address") else { return .false }
        let address: SocketAddress
        if let old = IPv4Address(bytes: bytes) {
            address = .ipv4(old, port: 0)
        } else if let new = IPv6Address(bytes: bytes) {
            address = .ipv6(new, port: 0)
        } else {
            return .false
        }
        guard case .name(let name) = try scheme.answer(to: .name(of: address)) else { return .false }
        return scheme.heap.string(name)
    }

    static func canonicalName(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let name = try scheme.hostName(arguments[0])
        guard case .name(let canonical) = try scheme.answer(to: .canonicalName(host: name)) else { return .false }
        return scheme.heap.string(canonical)
    }

    static func ownName(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else {
            throw scheme.systemError(SystemError(errno, "gethostname"), "get-host-name")
        }
        return scheme.heap.string(
            String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    static func servicePort(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        let service = arguments[0]
        if service.isString {
            let name = service.swiftString
            let isNumber = !name.isEmpty && name.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
            guard isNumber || Services.system.port(of: name) != nil else { return .false }
        }
        return Value(fixnum: Int(try scheme.servicePort(service, unknown: "get-service-by-name", 0)))
    }
}
