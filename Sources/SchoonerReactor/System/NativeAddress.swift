#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension SocketAddress {
    /// The longest path, in UTF-8 bytes, that a Unix-domain address can hold with its closing NUL.
    package static var maximumUnixPathLength: Int { MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1 }

    /// Calls `body` with the address in the form that the system calls take; nil when a path is too long.
    func withNative<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result? {
        var storage = sockaddr_storage()
        var length = 0
        switch self {
        case .ipv4(let address, let port):
            var native = sockaddr_in()
            native.sin_family = sa_family_t(AF_INET)
            native.sin_port = port.bigEndian
            native.sin_addr.s_addr = address.value.bigEndian
            length = MemoryLayout<sockaddr_in>.size
            withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: native, as: sockaddr_in.self) }
        case .ipv6(let address, let port):
            var native = sockaddr_in6()
            native.sin6_family = sa_family_t(AF_INET6)
            native.sin6_port = port.bigEndian
            native.sin6_scope_id = address.scope
            withUnsafeMutableBytes(of: &native.sin6_addr) {
                $0.storeBytes(of: address.high.bigEndian, toByteOffset: 0, as: UInt64.self)
                $0.storeBytes(of: address.low.bigEndian, toByteOffset: 8, as: UInt64.self)
            }
            length = MemoryLayout<sockaddr_in6>.size
            withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: native, as: sockaddr_in6.self) }
        case .unix(let path):
            let bytes = Array(path.utf8)
            guard bytes.count <= Self.maximumUnixPathLength else { return nil }
            var native = sockaddr_un()
            native.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &native.sun_path) { $0.copyBytes(from: bytes) }
            // An abstract name (Linux: first byte NUL) ends with its last byte, a path with a NUL.
            length = Self.unixPathOffset + bytes.count + (bytes.first == 0 ? 0 : 1)
            withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: native, as: sockaddr_un.self) }
        }
        #if canImport(Darwin)
            storage.ss_len = UInt8(length)
        #endif
        return withUnsafePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(length)) }
        }
    }

    /// Reads what a system call wrote; nil for a family that is none of ours.
    init?(native bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= Self.unixPathOffset else { return nil }
        let family = Int32(bytes.loadUnaligned(as: sockaddr.self, orNil: MemoryLayout<sockaddr>.size)?.sa_family ?? 0)
        switch family {
        case AF_INET where bytes.count >= MemoryLayout<sockaddr_in>.size:
            let native = bytes.loadUnaligned(as: sockaddr_in.self)
            self = .ipv4(
                IPv4Address(value: UInt32(bigEndian: native.sin_addr.s_addr)), port: UInt16(bigEndian: native.sin_port))
        case AF_INET6 where bytes.count >= MemoryLayout<sockaddr_in6>.size:
            let native = bytes.loadUnaligned(as: sockaddr_in6.self)
            let (high, low) = withUnsafeBytes(of: native.sin6_addr) {
                ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            }
            self = .ipv6(
                IPv6Address(high: UInt64(bigEndian: high), low: UInt64(bigEndian: low), scope: native.sin6_scope_id),
                port: UInt16(bigEndian: native.sin6_port))
        default:
            guard family == AF_UNIX || bytes.count < MemoryLayout<sockaddr>.size else { return nil }
            let path = bytes[Self.unixPathOffset...]
            let end = path.first == 0 ? path.endIndex : path.firstIndex(of: 0) ?? path.endIndex
            self = .unix(path: path.allSatisfy { $0 == 0 } ? "" : String(decoding: path[..<end], as: UTF8.self))
        }
    }

    private static var unixPathOffset: Int { MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? 2 }
}

extension UnsafeRawBufferPointer {
    fileprivate func loadUnaligned<Value: BitwiseCopyable>(as type: Value.Type, orNil size: Int) -> Value? {
        count >= size ? loadUnaligned(as: type) : nil
    }
}
