#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a program can learn about the process and the implementation (R7RS 6.12 and 6.14).
enum ProcessContextPrimitives {
    static let table: [Primitive] = [
        Primitive("features", 0, "The feature identifiers that `cond-expand` takes for true. R7RS 6.14", features),
        Primitive("get-environment-variable", 1, "The value of an environment variable, or #f. R7RS 6.14", variable),
        Primitive(
            "get-environment-variables", 0, "All environment variables as an association list. R7RS 6.14", variables),
    ]

    static func features(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.list(scheme.features.map { scheme.heap.intern($0) })
    }

    static func variable(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isString else { throw scheme.wrongType(arguments[0], nil, "get-environment-variable") }
        guard let value = getenv(arguments[0].swiftString) else { return .false }
        return scheme.heap.string(String(cString: value))
    }

    static func variables(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        var pairs: [Value] = []
        var entry = environ
        while let text = entry.pointee {
            let setting = String(cString: text)
            if let equals = setting.firstIndex(of: "=") {
                pairs.append(
                    scheme.heap.cons(
                        scheme.heap.string(String(setting[..<equals])),
                        scheme.heap.string(String(setting[setting.index(after: equals)...]))))
            }
            entry += 1
        }
        return scheme.heap.list(pairs)
    }
}
