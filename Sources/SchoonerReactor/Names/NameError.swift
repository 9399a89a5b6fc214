#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A look-up of a host that brought nothing.
package struct NameError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The EAI_ number of `getaddrinfo` (RFC 3493).
    package let code: Int32
    /// The `errno` when `code` is EAI_SYSTEM; otherwise 0.
    package let systemCode: Int32

    package init(code: Int32, systemCode: Int32 = 0) {
        self.code = code
        self.systemCode = systemCode
    }

    /// There is no such host, or no address or name of it.
    package static let unknownHost = NameError(code: EAI_NONAME)

    /// There is nobody to ask at present.
    package static let noService = NameError(code: EAI_AGAIN)

    /// The name service could not be asked; asking later may bring more.
    package var isTemporary: Bool { code == EAI_AGAIN }

    /// The machine's own sentence for the error.
    package var message: String {
        let text = code == EAI_SYSTEM ? strerror(systemCode) : UnsafeMutablePointer(mutating: gai_strerror(code))
        return text.map { String(cString: $0) } ?? "Unknown error \(code)"
    }

    package var description: String { message }
}
