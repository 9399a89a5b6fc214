#if os(Linux)
    import CSchoonerSystem

    #if canImport(Glibc)
        import Glibc
    #else
        import Musl
    #endif

    /// Linux's epoll, edge-triggered: a descriptor is registered once, for both directions.
    package final class EpollPoller: Poller {
        package let waker: Waker
        private let wakeDescriptor: Int32
        private var epoll: Int32
        private var buffer: UnsafeMutableBufferPointer<epoll_event>

        private static let wakeToken = UInt64.max
        private static let inputBit = EPOLLIN.rawValue
        private static let outputBit = EPOLLOUT.rawValue
        private static let peerEndedBit = EPOLLRDHUP.rawValue
        private static let brokenBits = EPOLLHUP.rawValue | EPOLLERR.rawValue

        /// - Throws: what `epoll_create1` or `eventfd` say, for instance too many open files.
        package init() throws(SystemError) {
            let epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
            guard epoll >= 0 else { throw SystemError(errno, "epoll_create") }
            let wakeDescriptor = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
            guard wakeDescriptor >= 0 else {
                let error = SystemError(errno, "eventfd")
                closeDescriptors(epoll)
                throw error
            }
            self.epoll = epoll
            self.wakeDescriptor = wakeDescriptor
            waker = Waker(readEnd: wakeDescriptor, writeEnd: wakeDescriptor)
            buffer = .allocate(capacity: 256)
            var event = epoll_event(
                events: Self.inputBit | EPOLLET.rawValue, data: epoll_data_t(u64: Self.wakeToken))
            if epoll_ctl(epoll, EPOLL_CTL_ADD, wakeDescriptor, &event) < 0 {
                throw SystemError(errno, "epoll_ctl")
            }
        }

        package func add(_ descriptor: Int32, token: UInt64) throws(SystemError) -> Bool {
            var event = epoll_event(
                events: Self.inputBit | Self.outputBit | Self.peerEndedBit | EPOLLET.rawValue,
                data: epoll_data_t(u64: token))
            if epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event) == 0 { return true }
            // Files that never make anyone wait cannot be watched.
            if errno == EPERM { return false }
            throw SystemError(errno, "epoll_ctl")
        }

        package func arm(_ descriptor: Int32, _ direction: Direction) {}

        package func remove(_ descriptor: Int32, closing: Bool) {
            // Closing the last descriptor of a file ends its registration without a call of its own.
            guard !closing else { return }
            var event = epoll_event()
            _ = epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, &event)
        }

        package func wait(timeout: Int64?, into events: UnsafeMutableBufferPointer<PollEvent>)
            throws(SystemError) -> Int
        {
            let limit = Int32(min(buffer.count, events.count))
            let count = epoll_wait(epoll, buffer.baseAddress, limit, pollMilliseconds(timeout))
            guard count >= 0 else {
                // A signal ends the wait early; the caller looks at its clock anyway.
                if errno == EINTR { return 0 }
                throw SystemError(errno, "epoll_wait")
            }
            var filled = 0
            for index in 0..<Int(count) {
                let event = buffer[index]
                guard event.data.u64 != Self.wakeToken else {
                    waker.acknowledge()
                    continue
                }
                events[filled] = PollEvent(token: event.data.u64, readiness: Self.readiness(event.events))
                filled += 1
            }
            return filled
        }

        package func close() {
            guard epoll >= 0 else { return }
            closeDescriptors(epoll)
            epoll = -1
            waker.close()
            buffer.deallocate()
            buffer = UnsafeMutableBufferPointer(start: nil, count: 0)
        }

        deinit { close() }

        private static func readiness(_ bits: UInt32) -> Readiness {
            if bits & brokenBits != 0 { return .broken }
            var result: Readiness = []
            if bits & inputBit != 0 { result.insert(.readable) }
            if bits & outputBit != 0 { result.insert(.writable) }
            if bits & peerEndedBit != 0 { result.formUnion([.readable, .inputEnded]) }
            return result
        }
    }
#endif
