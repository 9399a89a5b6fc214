#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Time of day, processor time and the monotonic clock: R7RS 6.14, MIT reference manual 13.
enum ClockPrimitives {
    static let table: [Primitive] = [
        Primitive("runtime", 0, "Processor time used, in seconds. MIT 13.4", runtime),
        Primitive("real-time", 0, "Milliseconds since 1970. MIT 13.4", realTime),
        Primitive("current-time", 0, "Whole seconds since 1970. MIT 13", currentTime),
        Primitive("current-second", 0, "Seconds since 1970. R7RS 6.14", currentSecond),
        Primitive("current-jiffy", 0, "Microseconds of a clock that never goes back. R7RS 6.14", currentJiffy),
        Primitive("jiffies-per-second", 0, "1000000. R7RS 6.14", jiffiesPerSecond),
        Primitive("process-time-clock", 0, "Processor time used, in milliseconds. MIT 13.4", processTimeClock),
        Primitive("real-time-clock", 0, "Milliseconds of a clock that never goes back. MIT 13.4", realTimeClock),
    ]

    private static func nanoseconds(_ clock: clockid_t) -> Int {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
    }

    static func runtime(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.flonum(Double(nanoseconds(CLOCK_PROCESS_CPUTIME_ID) / 1000) / 1e6)
    }

    static func realTime(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.flonum(Double(nanoseconds(CLOCK_REALTIME) / 1000) / 1e3)
    }

    static func currentTime(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(fixnum: nanoseconds(CLOCK_REALTIME) / 1_000_000_000)
    }

    static func currentSecond(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        scheme.heap.flonum(Double(nanoseconds(CLOCK_REALTIME) / 1000) / 1e6)
    }

    static func currentJiffy(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(fixnum: nanoseconds(CLOCK_MONOTONIC) / 1000)
    }

    static func jiffiesPerSecond(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(fixnum: 1_000_000)
    }

    static func processTimeClock(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(fixnum: nanoseconds(CLOCK_PROCESS_CPUTIME_ID) / 1_000_000)
    }

    static func realTimeClock(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        Value(fixnum: nanoseconds(CLOCK_MONOTONIC) / 1_000_000)
    }
}
