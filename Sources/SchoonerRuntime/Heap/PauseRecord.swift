#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// How long collections have kept the program waiting: a count for each length, by steps of about six per cent.
package struct PauseRecord {
    private static let stepsPerDoubling = 16
    private var counts = [Int](repeating: 0, count: 64 * PauseRecord.stepsPerDoubling)
    package private(set) var count = 0
    package private(set) var totalNanoseconds = 0
    package private(set) var longestNanoseconds = 0
    /// The longest in processor time: what remains when the system has had the thread wait for a processor.
    package private(set) var longestProcessorNanoseconds = 0

    /// A moment, by the clock and by the thread's processor time, in nanoseconds.
    struct Moment {
        let clock: Int
        let processor: Int

        static var now: Moment {
            Moment(clock: read(CLOCK_MONOTONIC), processor: read(CLOCK_THREAD_CPUTIME_ID))
        }

        /// By the clock alone, in nanoseconds.
        static var clock: Int { read(CLOCK_MONOTONIC) }

        private static func read(_ clock: clockid_t) -> Int {
            var time = timespec()
            clock_gettime(clock, &time)
            return time.tv_sec * 1_000_000_000 + time.tv_nsec
        }
    }

    /// Counts the pause that has begun at the moment.
    mutating func add(since start: Moment) {
        let end = Moment.now
        longestProcessorNanoseconds = max(longestProcessorNanoseconds, end.processor - start.processor)
        add(end.clock - start.clock)
    }

    private mutating func add(_ nanoseconds: Int) {
        let length = max(1, nanoseconds)
        count += 1
        totalNanoseconds += length
        longestNanoseconds = max(longestNanoseconds, length)
        counts[PauseRecord.step(length)] += 1
    }

    private static func step(_ nanoseconds: Int) -> Int {
        let exponent = nanoseconds.bitWidth - 1 - nanoseconds.leadingZeroBitCount
        if exponent < 4 { return nanoseconds }
        return (exponent - 3) * stepsPerDoubling + (nanoseconds >> (exponent - 4)) & (stepsPerDoubling - 1)
    }

    /// The greatest length that a step stands for.
    private static func upperBound(_ step: Int) -> Int {
        if step < stepsPerDoubling { return step }
        let exponent = step / stepsPerDoubling + 3
        return (stepsPerDoubling + step % stepsPerDoubling + 1) << (exponent - 4) - 1
    }

    /// The length that so many thousandths of the pauses do not exceed, up to the width of a step; 0 without pauses.
    package func nanoseconds(perMille: Int) -> Int {
        let wanted = (count * perMille + 999) / 1000
        var seen = 0
        for (step, number) in counts.enumerated() where number > 0 {
            seen += number
            if seen >= wanted { return min(PauseRecord.upperBound(step), longestNanoseconds) }
        }
        return 0
    }

    /// One line for people.
    package var summary: String {
        func milliseconds(_ nanoseconds: Int) -> String {
            let hundredths = (nanoseconds + 5_000) / 10_000
            return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
        }
        let longest = milliseconds(longestNanoseconds)
        let processor = milliseconds(longestProcessorNanoseconds)
        let percentile = milliseconds(nanoseconds(perMille: 999))
        let median = milliseconds(nanoseconds(perMille: 500))
        return "collections: \(count), longest pause \(longest) ms (in processor time \(processor) ms), "
            + "99.9th percentile \(percentile) ms, median \(median) ms, total \(milliseconds(totalNanoseconds)) ms"
    }
}
