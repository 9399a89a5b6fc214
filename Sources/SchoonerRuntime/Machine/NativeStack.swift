import SchoonerReactor

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How deep Swift code that follows the nesting of data may recurse on the native stack.
///
/// The expander and the compiler are such code. They ask before each level, so that a program's nesting ends in
/// ";Aborting!: maximum recursion depth exceeded", never in a fault.
package struct NativeStack {
    /// What is kept free for the functions below the last level.
    private static let reserve = 192 << 10
    /// What is assumed where the system does not tell.
    private static let assumedSize = 512 << 10

    private var thread: pthread_t
    private var lowest: Int

    /// Measures the calling thread's stack.
    package init() {
        thread = pthread_self()
        lowest = NativeStack.lowestUsableAddress()
    }

    /// The lowest address that frames of the calling thread may reach.
    package mutating func limit() -> Int {
        if pthread_equal(thread, pthread_self()) == 0 { self = NativeStack() }
        return lowest
    }

    /// About where the caller's frame is.
    @inline(__always) package static var position: Int {
        var marker = 0
        return withUnsafeMutablePointer(to: &marker) { Int(bitPattern: $0) }
    }

    private static func lowestUsableAddress() -> Int {
        guard let stack = ThreadStack.current else { return position - assumedSize + reserve }
        // An unlimited main stack is not really there: other mappings lie in its way.
        return stack.base + stack.size - min(stack.size, 64 << 20) + reserve
    }
}
