/// The small I/O buffers of one interpreter. A port borrows a buffer while it has bytes in it and gives it back when it is idle,
/// so that ten thousand waiting connections share a few.
package final class BufferPool {
    /// The size of a pooled buffer, in bytes; larger ones are not pooled.
    package static let unit = 4096
    private static let limit = 64

    private var free: [UnsafeMutablePointer<UInt8>] = []

    package init() { free.reserveCapacity(BufferPool.limit) }

    deinit { for buffer in free { buffer.deallocate() } }

    package func take(_ size: Int) -> UnsafeMutablePointer<UInt8> {
        if size == BufferPool.unit, let buffer = free.popLast() { return buffer }
        return .allocate(capacity: size)
    }

    package func give(_ buffer: UnsafeMutablePointer<UInt8>, _ size: Int) {
        if size == BufferPool.unit && free.count < BufferPool.limit {
            free.append(buffer)
        } else {
            buffer.deallocate()
        }
    }
}
