import SchoonerReactor
import Testing

@Suite struct AddressTests {
    @Test(
        arguments: [
            ([0, 0, 0, 0, 0, 0, 0, 0], "::"),
            ([0, 0, 0, 0, 0, 0, 0, 1], "::1"),
            ([1, 0, 0, 0, 0, 0, 0, 0], "1::"),
            ([0x2001, 0xDB8, 0, 0, 1, 0, 0, 1], "2001:db8::1:0:0:1"),
            ([0x2001, 0xDB8, 0, 1, 1, 1, 1, 1], "2001:db8:0:1:1:1:1:1"),
            ([0x2001, 0, 0, 1, 0, 0, 0, 1], "2001:0:0:1::1"),
            ([0xFE80, 1, 2, 3, 4, 5, 6, 7], "fe80:1:2:3:4:5:6:7"),
            ([0, 0, 0, 0, 0, 0xFFFF, 0x7F00, 1], "::ffff:127.0.0.1"),
        ] as [([UInt16], String)])
    func textOfIPv6IsCanonical(groups: [UInt16], text: String) throws {
        let bytes = groups.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let address = try #require(IPv6Address(bytes: bytes))
        #expect(address.description == text)
        #expect(address.bytes == bytes)
    }

    @Test func bytesAndTextOfIPv4() throws {
        let address = try #require(IPv4Address(bytes: [192, 168, 0, 255]))
        #expect(address.description == "192.168.0.255")
        #expect(address.bytes == [192, 168, 0, 255])
        #expect(IPv4Address(bytes: [1, 2, 3]) == nil)
        #expect(IPv4Address(bytes: [1, 2, 3, 4, 5]) == nil)
        #expect(IPv6Address(bytes: [1, 2, 3, 4]) == nil)
    }

    @Test func textWithPort() {
        #expect(SocketAddress.ipv4(.loopback, port: 80).description == "127.0.0.1:80")
        #expect(SocketAddress.ipv6(.loopback, port: 80).description == "[::1]:80")
        #expect(SocketAddress.ipv6(IPv6Address(high: 0xFE80 << 48, low: 1, scope: 2), port: 1).host == "fe80::1%2")
        #expect(SocketAddress.unix(path: "/run/x").description == "/run/x")
        #expect(SocketAddress.unix(path: "/run/x").port == nil)
    }

    @Test func aMappedAddressIsTheIPv4AddressItMeans() {
        let mapped = SocketAddress.ipv6(IPv6Address(high: 0, low: 0xFFFF_7F00_0001), port: 9)
        #expect(mapped.unmapped == .ipv4(.loopback, port: 9))
        #expect(SocketAddress.ipv6(.loopback, port: 9).unmapped == .ipv6(.loopback, port: 9))
        #expect(mapped.isLoopback)
    }

    @Test func errorsHaveMITsNames() {
        #expect(SystemError(111, "connect").callName == "connect")
        #expect(SystemError(1, "bind").typeName == "operation-not-permitted")
        #expect(SystemError(13, "bind").message == "Permission denied")
        #expect(SystemError(13, "bind").typeName == "permission-denied")
        #expect(SystemError(24, "accept").isOutOfDescriptors)
        #expect(SystemError(123_456, "accept").typeName == "unknown")
    }
}
