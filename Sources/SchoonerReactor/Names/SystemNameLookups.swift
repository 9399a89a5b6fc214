#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The machine's rules for names: `getaddrinfo` and `getnameinfo` (RFC 3493), with its host table and DNS.
package struct SystemNameLookups: NameLookups {
    package init() {}

    package func answer(_ request: LookupRequest) -> LookupAnswer {
        switch request {
        case .addresses(let host): lookUp(host, flags: 0, Self.addresses)
        case .canonicalName(let host): lookUp(host, flags: AI_CANONNAME) { Self.canonicalName($0, host: host) }
        case .name(let address): name(of: address)
        }
    }

    package func immediateAnswer(_ request: LookupRequest) -> LookupAnswer? {
        switch request {
        case .addresses(let host), .canonicalName(let host):
            guard Self.isPossible(host) else { return .failed(.unknownHost) }
            guard case .addresses = request,
                case .addresses(let found) = lookUp(host, flags: AI_NUMERICHOST, Self.addresses)
            else { return nil }
            return .addresses(found)
        case .name(.unix): return .failed(.unknownHost)
        case .name: return nil
        }
    }

    /// The name of this machine.
    package static func ownHostName() -> String {
        var buffer = [CChar](repeating: 0, count: 1025)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "localhost" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// No host has an empty name, and a NUL would cut the name short for the system.
    private static func isPossible(_ host: String) -> Bool { !host.isEmpty && !host.utf8.contains(0) }

    private func lookUp(_ host: String, flags: Int32, _ take: (UnsafeMutablePointer<addrinfo>) -> LookupAnswer)
        -> LookupAnswer
    {
        guard Self.isPossible(host) else { return .failed(.unknownHost) }
        var hints = addrinfo()
        hints.ai_family = AF_UNSPEC
        hints.ai_socktype = streamSocketType
        hints.ai_flags = flags
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, nil, &hints, &list)
        guard code == 0 else { return .failed(NameError(code: code, systemCode: code == EAI_SYSTEM ? errno : 0)) }
        guard let list else { return .failed(.unknownHost) }
        defer { freeaddrinfo(list) }
        return take(list)
    }

    private static func addresses(_ list: UnsafeMutablePointer<addrinfo>) -> LookupAnswer {
        var result: [SocketAddress] = []
        var entry: UnsafeMutablePointer<addrinfo>? = list
        while let current = entry {
            let bytes = UnsafeRawBufferPointer(start: current.pointee.ai_addr, count: Int(current.pointee.ai_addrlen))
            if let address = SocketAddress(native: bytes)?.unmapped, !result.contains(address) {
                result.append(address)
            }
            entry = current.pointee.ai_next
        }
        return result.isEmpty ? .failed(.unknownHost) : .addresses(result)
    }

    private static func canonicalName(_ list: UnsafeMutablePointer<addrinfo>, host: String) -> LookupAnswer {
        .name(list.pointee.ai_canonname.map { String(cString: $0) } ?? host)
    }

    private func name(of address: SocketAddress) -> LookupAnswer {
        if case .unix = address { return .failed(.unknownHost) }
        var buffer = [CChar](repeating: 0, count: 1025)
        let size = socklen_t(buffer.count)
        let code = address.withPort(0).withNative { getnameinfo($0, $1, &buffer, size, nil, 0, Int32(NI_NAMEREQD)) }
        guard let code, code == 0 else {
            return .failed(NameError(code: code ?? EAI_NONAME, systemCode: code == EAI_SYSTEM ? errno : 0))
        }
        return .name(String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
}

#if canImport(Glibc)
    private var streamSocketType: Int32 { Int32(SOCK_STREAM.rawValue) }
#else
    private var streamSocketType: Int32 { Int32(SOCK_STREAM) }
#endif
