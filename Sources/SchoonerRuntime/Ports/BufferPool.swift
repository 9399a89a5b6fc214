/// The small I/O buffers of one interpreter. A port borrows a buffer while it has bytes in it and gives it back when it is idle,
/// so that ten thousand waiting connections share a few.
package final class BufferPool {
    /// The size of a pooled buffer, in bytes; larger ones are not pooled.
    package static let unit = 4096
    private static let limit = 64

    /// The free buffers, in memory of our own: an array would cost checks and counting at each use.
    private let free: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>>
    @exclusivity(unchecked) private var count = 0

    package init() { free = .allocate(capacity: BufferPool.limit) }

    deinit {
        for index in 0..<count { free[index].deallocate() }
        free.deallocate()
    }

    package func take(_ size: Int) -> UnsafeMutablePointer<UInt8> {
        if size == BufferPool.unit && count > 0 {
            count -= 1
            return free[count]
        }
        return .allocate(capacity: size)
    }

    package func give(_ buffer: UnsafeMutablePointer<UInt8>, _ size: Int) {
        if size == BufferPool.unit && count < BufferPool.limit {
            free[count] = buffer
            count += 1
        } else {
            buffer.deallocate()
        }
    }
}
