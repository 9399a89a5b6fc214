import SchoonerReactor
import SchoonerText

/// The arguments that the socket procedures share.
extension Interpreter {
    /// The port number of a service: an exact integer, a name from the system's table, or digits.
    ///
    /// - Parameters:
    ///   - procedure: who complains about an unknown name.
    ///   - operand: and as which operand.
    func servicePort(_ service: Value, unknown procedure: String, _ operand: Int) throws(Signal) -> UInt16 {
        if service.isFixnum && service.fixnum >= 0 {
            guard let port = UInt16(exactly: service.fixnum) else {
                throw badRange(service, 0, "get-service-by-number")
            }
            return port
        }
        if service.isBignum && service.flags & Header.negative == 0 {
            throw badRange(service, 0, "get-service-by-number")
        }
        guard service.isString else { throw wrongType(service, 0, "get-service-by-name") }
        let name = service.swiftString
        if let port = Services.system.port(of: name) { return port }
        if !name.isEmpty && name.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
            guard let port = UInt16(name) else { throw badRange(service, 0, "get-service-by-number") }
            return port
        }
        // MIT looks the name up, gets #f and complains about that; the name itself says more.
        throw wrongType(service, operand, procedure)
    }

    /// The four or sixteen bytes of an address argument, a bytevector or a string of as many characters below
    /// U+0100; nil when it has another length.
    ///
    /// - Throws: wrong-type when it is neither.
    func addressBytes(_ value: Value, _ operand: Int, _ procedure: String) throws(Signal) -> [UInt8]? {
        let bytes: [UInt8]
        if value.isBytevector {
            bytes = Array(value.byteBuffer.prefix(17))
        } else if value.isString {
            var scalars: [UInt8] = []
            for index in 0..<min(value.stringLength, 17) {
                guard let byte = UInt8(exactly: value.stringScalar(at: index)) else { return nil }
                scalars.append(byte)
            }
            bytes = scalars
        } else {
            throw wrongType(value, operand, procedure)
        }
        return bytes.count == 4 || bytes.count == 16 ? bytes : nil
    }

    /// An address argument with a port.
    func socketAddress(
        _ value: Value, port: UInt16, _ operand: Int, _ procedure: String
    ) throws(Signal) -> SocketAddress {
        let bytes = try addressBytes(value, operand, procedure)
        if let bytes, let address = IPv4Address(bytes: bytes) { return .ipv4(address, port: port) }
        if let bytes, let address = IPv6Address(bytes: bytes) { return .ipv6(address, port: port) }
        throw badRange(value, operand, procedure)
    }

    /// An optional line translation: a non-empty string, or #f for the default.
    func lineTranslation(
        _ value: Value?, default ending: LineEnding, _ operand: Int, _ procedure: String
    ) throws(Signal) -> LineEnding {
        guard let value else { return ending }
        guard value.isString, let ending = LineEnding(string: value) else { throw wrongType(value, operand, procedure) }
        return ending
    }

    /// A host name argument.
    func hostName(_ value: Value) throws(Signal) -> String {
        guard value.isString else { throw wrongType(value, 0, "get-host-by-name") }
        for index in 0..<value.stringLength where !(1..<0x80).contains(value.stringScalar(at: index)) {
            throw wrongType(value, 0, "get-host-by-name")
        }
        return value.swiftString
    }

    /// A string of the given characters below U+0100, which is how MIT 12.1 shows addresses.
    func byteString(_ bytes: [UInt8]) -> Value { bytes.withUnsafeBufferPointer { heap.string(latin1: $0) } }

    /// Waits for the answer of the name service.
    func answer(to request: LookupRequest) throws(Signal) -> LookupAnswer {
        let lookup = scheduler.pendingState as? Lookup ?? reactor.resolver.start(request)
        if lookup.answer == nil, lookup.wait(waiter: scheduler.token) {
            scheduler.pendingState = lookup
            throw scheduler.park(.lookup)
        }
        scheduler.pendingState = nil
        return lookup.answer ?? .failed(.noService)
    }
}
