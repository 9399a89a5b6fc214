#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The symbol that MIT Scheme's `system-call-error` conditions carry in their `error-type` field.
///
/// Network errors for which MIT only says `unknown` get a name in the same style.
func errorTypeName(_ code: Int32) -> String {
    switch code {
    case E2BIG: "arg-list-too-long"
    case EACCES: "permission-denied"
    case EADDRINUSE: "address-in-use"
    case EADDRNOTAVAIL: "address-not-available"
    case EAFNOSUPPORT: "address-family-not-supported"
    case EAGAIN: "resource-temporarily-unavailable"
    case EALREADY: "connection-already-in-progress"
    case EBADF: "bad-file-descriptor"
    case EBUSY: "resource-busy"
    case ECHILD: "no-child-processes"
    case ECONNABORTED: "connection-aborted"
    case ECONNREFUSED: "connection-refused"
    case ECONNRESET: "connection-reset"
    case EDEADLK: "resource-deadlock-avoided"
    case EDOM: "domain-error"
    case EEXIST: "file-exists"
    case EFAULT: "bad-address"
    case EFBIG: "file-too-large"
    case EHOSTUNREACH: "host-unreachable"
    case EINTR: "interrupted-function-call"
    case EINVAL: "invalid-argument"
    case EIO: "io-error"
    case EISCONN: "already-connected"
    case EISDIR: "is-a-directory"
    case EMFILE: "too-many-open-files"
    case EMLINK: "too-many-links"
    case EMSGSIZE: "message-too-long"
    case ENAMETOOLONG: "filename-too-long"
    case ENETDOWN: "network-down"
    case ENETUNREACH: "network-unreachable"
    case ENFILE: "too-many-open-files-in-system"
    case ENOBUFS: "no-buffer-space"
    case ENODEV: "no-such-device"
    case ENOENT: "no-such-file-or-directory"
    case ENOEXEC: "exec-format-error"
    case ENOLCK: "no-locks-available"
    case ENOMEM: "not-enough-space"
    case ENOSPC: "no-space-left-on-device"
    case ENOSYS: "function-not-implemented"
    case ENOTCONN: "not-connected"
    case ENOTDIR: "not-a-directory"
    case ENOTEMPTY: "directory-not-empty"
    case ENOTSOCK: "not-a-socket"
    case ENOTTY: "inappropriate-io-control-operation"
    case ENXIO: "no-such-device-or-address"
    case EPERM: "operation-not-permitted"
    case EPIPE: "broken-pipe"
    case ERANGE: "result-too-large"
    case EROFS: "read-only-file-system"
    case ESPIPE: "invalid-seek"
    case ESRCH: "no-such-process"
    case ETIMEDOUT: "connection-timed-out"
    case EXDEV: "improper-link"
    default: "unknown"
    }
}
