#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The user, the process and the time zone: MIT reference manual 15.5, 15.6.
enum UserContextPrimitives {
    static let table: [Primitive] = [
        Primitive("%user-home-directory", 1, "The home directory of a user, or of the one who runs the process.", home),
        Primitive("current-user-name", 0, "The name of the user who runs the process. MIT 12.1", userName),
        Primitive("unix/current-pid", 0, "The number of the process. MIT 12.1") { _, _ in Value(fixnum: Int(getpid()))
        },
        Primitive(
            "set-environment-variable!", 2, "Changes an environment variable; #f removes it. MIT 12.1", setVariable),
        Primitive(
            "%time-zone-offset", 1,
            "Seconds that local time is ahead of UTC at a moment (seconds since 1970), and whether it is summer time.",
            zone),
    ]

    static func home(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        if arguments[0].isString {
            guard let entry = getpwnam(arguments[0].swiftString), let path = entry.pointee.pw_dir else { return .false }
            return scheme.heap.string(String(cString: path))
        }
        if let path = getenv("HOME"), path.pointee != 0 { return scheme.heap.string(String(cString: path)) }
        guard let entry = getpwuid(getuid()), let path = entry.pointee.pw_dir else { return .false }
        return scheme.heap.string(String(cString: path))
    }

    static func userName(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        if let entry = getpwuid(getuid()), let name = entry.pointee.pw_name {
            return scheme.heap.string(String(cString: name))
        }
        for variable in ["LOGNAME", "USER"] {
            if let name = getenv(variable) { return scheme.heap.string(String(cString: name)) }
        }
        return scheme.heap.string("\(getuid())")
    }

    static func setVariable(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isString else { throw scheme.wrongType(arguments[0], 0, "set-environment-variable!") }
        let name = arguments[0].swiftString
        guard !name.isEmpty, !name.contains("="), !name.unicodeScalars.contains("\0") else {
            throw scheme.badRange(arguments[0], 0, "set-environment-variable!")
        }
        if arguments[1].isFalse {
            unsetenv(name)
        } else {
            guard arguments[1].isString else { throw scheme.wrongType(arguments[1], 1, "set-environment-variable!") }
            setenv(name, arguments[1].swiftString, 1)
        }
        return .unspecific
    }

    static func zone(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isFixnum else { throw scheme.wrongType(arguments[0], 0, "%time-zone-offset") }
        var moment = time_t(arguments[0].fixnum)
        var parts = tm()
        guard localtime_r(&moment, &parts) != nil else { throw scheme.badRange(arguments[0], 0, "%time-zone-offset") }
        return scheme.heap.cons(Value(fixnum: parts.tm_gmtoff), Value(parts.tm_isdst > 0))
    }
}
