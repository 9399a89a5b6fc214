/// All primitives of the network.
package enum NetworkPrimitives {
    package static let table: [Primitive] =
        TCPClientPrimitives.table + TCPServerPrimitives.table + AddressPrimitives.table + HostPrimitives.table
        + UnixSocketPrimitives.table + ChannelPrimitives.table + SocketSidePrimitives.table
}
