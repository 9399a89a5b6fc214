#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// POSIX `poll`: works everywhere, at a cost that grows with the number of descriptors waited for.
///
/// Only armed directions are looked at, and each is disarmed by its report, so that it speaks like an
/// edge-triggered backend.
package final class PollPoller: Poller {
    package let waker: Waker
    /// The first entry is the waker's; the others are the armed descriptors.
    private var entries: ContiguousArray<pollfd>
    /// By descriptor.
    private var watched: ContiguousArray<Watched> = []

    private struct Watched {
        var token: UInt64 = 0
        /// The place in `entries`; 0 while nothing is armed.
        var entry: Int = 0
        var isWatched = false
    }

    /// - Throws: what `pipe` says, for instance too many open files.
    package init() throws(SystemError) {
        var ends: (Int32, Int32) = (-1, -1)
        let result = withUnsafeMutablePointer(to: &ends) {
            $0.withMemoryRebound(to: Int32.self, capacity: 2) { pipe($0) }
        }
        guard result == 0 else { throw SystemError(errno, "pipe") }
        makeNonBlockingAndCloseOnExec(ends.0)
        makeNonBlockingAndCloseOnExec(ends.1)
        waker = Waker(readEnd: ends.0, writeEnd: ends.1)
        entries = [pollfd(fd: ends.0, events: Int16(POLLIN), revents: 0)]
    }

    package func add(_ descriptor: Int32, token: UInt64) throws(SystemError) -> Bool {
        guard descriptor >= 0 else { throw SystemError(EBADF, "poll") }
        while watched.count <= Int(descriptor) { watched.append(Watched()) }
        guard !watched[Int(descriptor)].isWatched else { throw SystemError(EEXIST, "poll") }
        watched[Int(descriptor)] = Watched(token: token, entry: 0, isWatched: true)
        return true
    }

    package func arm(_ descriptor: Int32, _ direction: Direction) {
        guard isWatched(descriptor) else { return }
        let bit = Int16(direction == .read ? POLLIN : POLLOUT)
        let place = watched[Int(descriptor)].entry
        if place > 0 {
            entries[place].events |= bit
        } else {
            watched[Int(descriptor)].entry = entries.count
            entries.append(pollfd(fd: descriptor, events: bit, revents: 0))
        }
    }

    package func remove(_ descriptor: Int32, closing: Bool) {
        guard isWatched(descriptor) else { return }
        let place = watched[Int(descriptor)].entry
        if place > 0 { removeEntry(place) }
        watched[Int(descriptor)] = Watched()
    }

    package func wait(timeout: Int64?, into events: UnsafeMutableBufferPointer<PollEvent>) throws(SystemError) -> Int {
        let milliseconds = pollMilliseconds(timeout)
        let count = entries.withUnsafeMutableBufferPointer {
            poll($0.baseAddress, nfds_t($0.count), milliseconds)
        }
        guard count >= 0 else {
            if errno == EINTR { return 0 }
            throw SystemError(errno, "poll")
        }
        var remaining = Int(count)
        if entries[0].revents != 0 {
            waker.acknowledge()
            remaining -= 1
        }
        var filled = 0
        // From the end, because a fully reported entry gives its place to the last one.
        var place = entries.count - 1
        while place > 0 && remaining > 0 && filled < events.count {
            let reported = entries[place].revents
            if reported != 0 {
                remaining -= 1
                events[filled] = PollEvent(
                    token: watched[Int(entries[place].fd)].token, readiness: Self.readiness(reported))
                filled += 1
                disarm(place, reported)
            }
            place -= 1
        }
        return filled
    }

    package func close() {
        waker.close()
        entries.removeSubrange(1...)
        watched.removeAll()
    }

    private func isWatched(_ descriptor: Int32) -> Bool {
        descriptor >= 0 && Int(descriptor) < watched.count && watched[Int(descriptor)].isWatched
    }

    private func disarm(_ place: Int, _ reported: Int16) {
        if reported & Self.brokenBits != 0 {
            entries[place].events = 0
        } else {
            entries[place].events &= ~reported
        }
        if entries[place].events == 0 { removeEntry(place) }
    }

    private func removeEntry(_ place: Int) {
        watched[Int(entries[place].fd)].entry = 0
        let last = entries.removeLast()
        guard place < entries.count else { return }
        entries[place] = last
        watched[Int(last.fd)].entry = place
    }

    private static let brokenBits = Int16(POLLERR) | Int16(POLLHUP) | Int16(POLLNVAL)

    private static func readiness(_ bits: Int16) -> Readiness {
        if bits & brokenBits != 0 { return .broken }
        var result: Readiness = []
        if bits & Int16(POLLIN) != 0 { result.insert(.readable) }
        if bits & Int16(POLLOUT) != 0 { result.insert(.writable) }
        return result
    }
}
