import SchoonerReactor

/// A connected socket under a port.
extension StreamSocket: PortDevice {
    package func wake(_ direction: Direction) { reactor.wakeWaiters(registration, direction) }
    package var mayRead: Bool { mayReadNow }
    package func endInput() { shutDownRead() }
    package func endOutput() { shutDownWrite() }
    package var mayFlushLate: Bool { true }
}
