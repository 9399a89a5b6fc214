/// Where a stream socket is bound or connected.
package enum SocketAddress: Hashable, Sendable, CustomStringConvertible {
    case ipv4(IPv4Address, port: UInt16)
    case ipv6(IPv6Address, port: UInt16)
    /// A Unix-domain socket; the path is empty for an unnamed one.
    case unix(path: String)

    /// The port; nil for a Unix-domain socket.
    package var port: UInt16? {
        switch self {
        case .ipv4(_, let port), .ipv6(_, let port): port
        case .unix: nil
        }
    }

    /// The same address with another port; a Unix-domain address is returned as it is.
    package func withPort(_ port: UInt16) -> SocketAddress {
        switch self {
        case .ipv4(let address, _): .ipv4(address, port: port)
        case .ipv6(let address, _): .ipv6(address, port: port)
        case .unix: self
        }
    }

    /// The address without its port: "127.0.0.1", "::1" or the path.
    package var host: String {
        switch self {
        case .ipv4(let address, _): address.description
        case .ipv6(let address, _): address.description
        case .unix(let path): path
        }
    }

    /// The address bytes in network order: 4, 16, or none for a Unix-domain socket.
    package var bytes: [UInt8] {
        switch self {
        case .ipv4(let address, _): address.bytes
        case .ipv6(let address, _): address.bytes
        case .unix: []
        }
    }

    package var family: AddressFamily {
        switch self {
        case .ipv4: .ipv4
        case .ipv6: .ipv6
        case .unix: .unix
        }
    }

    package var isLoopback: Bool {
        switch self {
        case .ipv4(let address, _): address.isLoopback
        case .ipv6(let address, _): address.isLoopback || address.mappedIPv4?.isLoopback == true
        case .unix: true
        }
    }

    /// An IPv4-mapped IPv6 address as the IPv4 address it means; every other address as it is.
    package var unmapped: SocketAddress {
        guard case .ipv6(let address, let port) = self, let mapped = address.mappedIPv4 else { return self }
        return .ipv4(mapped, port: port)
    }

    /// "127.0.0.1:80", "[::1]:80" or the path.
    package var description: String {
        switch self {
        case .ipv4(let address, let port): "\(address):\(port)"
        case .ipv6(let address, let port): "[\(address)]:\(port)"
        case .unix(let path): path
        }
    }
}

/// The protocol families of stream sockets.
package enum AddressFamily: Hashable, Sendable {
    case ipv4, ipv6, unix
}
