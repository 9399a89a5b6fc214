/// A question to the name service.
package enum LookupRequest: Hashable, Sendable {
    /// All addresses of a host, best first, with port 0. Takes names, numeric IPv4 also in the short forms ("127.1"), and
    /// numeric IPv6.
    case addresses(host: String)
    /// The full name of a host.
    case canonicalName(host: String)
    /// The name that belongs to an address.
    case name(of: SocketAddress)
}

/// What the name service answered.
package enum LookupAnswer: Equatable, Sendable {
    /// To `addresses`: at least one.
    case addresses([SocketAddress])
    /// To `canonicalName` and `name`.
    case name(String)
    case failed(NameError)
}

/// The name service. Its calls may take long; they are made on helper threads, several at once.
package protocol NameLookups: Sendable {
    func answer(_ request: LookupRequest) -> LookupAnswer
    /// Answers what needs no waiting, such as numeric addresses; nil when `answer` is to be called on another thread.
    func immediateAnswer(_ request: LookupRequest) -> LookupAnswer?
}
