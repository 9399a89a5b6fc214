import CSchoonerSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The native stack of a thread, as the system tells it.
package struct ThreadStack {
    /// The lowest address of the stack.
    package let base: Int
    /// Its size in bytes.
    package let size: Int

    /// The calling thread's stack; nil where the system does not tell.
    package static var current: ThreadStack? {
        #if os(Linux)
            var attributes = pthread_attr_t()
            var base: UnsafeMutableRawPointer?
            var size = 0
            guard pthread_getattr_np(pthread_self(), &attributes) == 0 else { return nil }
            defer { pthread_attr_destroy(&attributes) }
            guard pthread_attr_getstack(&attributes, &base, &size) == 0, let base else { return nil }
            return ThreadStack(base: Int(bitPattern: base), size: size)
        #elseif canImport(Darwin)
            let size = pthread_get_stacksize_np(pthread_self())
            return ThreadStack(base: Int(bitPattern: pthread_get_stackaddr_np(pthread_self())) - size, size: size)
        #else
            return nil
        #endif
    }
}
