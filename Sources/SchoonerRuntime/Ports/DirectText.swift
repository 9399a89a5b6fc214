import SchoonerText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

// The quick paths of lines and strings: ASCII between the heap and a port's buffers, without the port's Swift object. Whatever
// they cannot do, and every fault, is left to the whole operation, which begins anew.

extension UnsafeMutablePointer<PortState> {
    /// The next line, when it is all here, short, and ASCII; nil for anything else.
    @inline(__always) func takeLineDirectly(_ heap: Heap) -> Value? {
        guard pointee.inputFast, pointee.directLines != .none,
            pointee.flags.intersection([.inputOpen, .textual, .hasError]) == [.inputOpen, .textual]
        else { return nil }
        let start = pointee.inputNext
        let count = pointee.inputEnd - start
        guard let found = memchr(start + pointee.scannedCount, 10, count - pointee.scannedCount) else {
            pointee.scannedCount = count
            return nil
        }
        let next = found.assumingMemoryBound(to: UInt8.self) + 1
        var length = next - start - 1
        if length > 0 && pointee.directLines == .feedOrReturnFeed && start[length - 1] == 13 { length -= 1 }
        guard length <= Heap.shortStringBytes,
            ASCIIRun.length(in: UnsafeBufferPointer(start: UnsafePointer(start), count: length)) == length
        else { return nil }
        pointee.inputNext = next
        pointee.scannedCount = 0
        return heap.shortString(start, length)
    }

    /// Whether text may be written straight into the buffer.
    @inline(__always) private var takesText: Bool {
        pointee.outputFast && pointee.directNewlines != .none
            && pointee.flags.intersection([.outputOpen, .textual, .hasError]) == [.outputOpen, .textual]
    }

    /// Gives an idle port a buffer for the quick paths; false when it has one, or they are closed.
    @inline(never) func takeOutputBuffer() -> Bool {
        guard pointee.outputLimit == PortState.nowhere, takesText else { return false }
        pointee.core._withUnsafeGuaranteedRef { $0.reserveOutput(1) }
        return true
    }

    /// Writes a string; false when nothing has been done: it is not ASCII, or does not fit the buffer as it stands.
    @inline(__always) func writeDirectly(_ string: Value) -> Bool {
        guard takesText, !string.isWideString else { return false }
        let count = string.stringLength
        let room = pointee.outputLimit - pointee.outputNext
        guard count > 0, count <= room else { return false }
        let source = UnsafePointer(string.stringStorage.assumingMemoryBound(to: UInt8.self))
        guard ASCIIRun.length(in: UnsafeBufferPointer(start: source, count: count)) == count else { return false }
        if pointee.directNewlines != .feed {
            // A CR at the end is for the translator to remember.
            if source[count - 1] == 13 { return false }
            if memchr(source, 10, count) != nil {
                guard 2 * count <= room else { return false }
                pointee.outputNext = pointee.directNewlines.expand(source, count, into: pointee.outputNext)
                pointee.atLineStart = source[count - 1] == 10
                return true
            }
        }
        pointee.outputNext.update(from: source, count: count)
        pointee.outputNext += count
        pointee.atLineStart = source[count - 1] == 10
        return true
    }

    /// Ends a line; false when nothing has been done.
    @inline(__always) func writeNewlineDirectly() -> Bool {
        guard takesText, pointee.outputLimit - pointee.outputNext >= 2 else { return false }
        var next = pointee.outputNext
        if pointee.directNewlines != .feed {
            next.pointee = 13
            next += 1
        }
        next.pointee = 10
        pointee.outputNext = next + 1
        pointee.atLineStart = true
        return true
    }
}

extension DirectNewlines {
    /// Copies ASCII with its newlines written as they are to be; the place behind the copy, which takes at most `2 * count`.
    ///
    /// - Parameter afterReturn: whether the program has just written a CR.
    func expand(
        _ source: UnsafePointer<UInt8>, _ count: Int, into target: UnsafeMutablePointer<UInt8>,
        afterReturn: Bool = false
    ) -> UnsafeMutablePointer<UInt8> {
        var next = target
        var index = 0
        var returned = afterReturn
        while index < count {
            var end = count
            if let found = memchr(source + index, 10, count - index) {
                end = UnsafeRawPointer(source).distance(to: UnsafeRawPointer(found))
            }
            if end > index {
                next.update(from: source + index, count: end - index)
                next += end - index
                returned = source[end - 1] == 13
            }
            guard end < count else { break }
            if self == .returnFeed || (self == .returnFeedUnlessReturned && !returned) {
                next.pointee = 13
                next += 1
            }
            next.pointee = 10
            next += 1
            returned = false
            index = end + 1
        }
        return next
    }
}
