/// The part of a port that the quick paths of reading and writing touch: plain memory, reached from the heap object
/// without any reference counting.
package struct PortState {
    /// The bytes that have arrived and not been taken.
    var inputNext = PortState.nowhere
    var inputEnd = PortState.nowhere
    /// How far a search for a line's end has come, from `inputNext` on.
    var scannedCount = 0
    /// Where the next byte of output goes, and the end of the room for it.
    var outputNext = PortState.nowhere
    var outputLimit = PortState.nowhere
    /// The port as a Swift object; it outlives its state.
    var core: Unmanaged<PortCore>
    var flags: PortFlags = []
    /// Bytes below 0x80 that are not `special` are characters as they stand, and nothing is held back.
    var inputFast = false
    /// The first byte of a line ending, or 0xFF when there is none.
    var special: UInt8 = 0xFF
    /// Characters below 0x80 except CR and LF are written as their byte.
    var outputFast = false
    /// The last character written was a newline.
    var atLineStart = true
    /// Which lines `read-line` may take straight from the buffer, while `inputFast` says so.
    var directLines = DirectLines.none
    /// How newlines may be written straight into the buffer, while `outputFast` says so.
    var directNewlines = DirectNewlines.none

    /// Where buffers without memory begin and end.
    static var nowhere: UnsafeMutablePointer<UInt8> { UnsafeMutablePointer(bitPattern: 16).unsafelyUnwrapped }

    var inputCount: Int { inputEnd - inputNext }
}

/// How a line ends that can be taken from the buffer as it stands.
enum DirectLines: UInt8 {
    case none, feed, feedOrReturnFeed
}

/// What a newline is written as where that takes no translator.
enum DirectNewlines: UInt8 {
    case none, feed, returnFeed
    /// CR-LF, and LF alone behind a CR of the program's own.
    case returnFeedUnlessReturned
}

/// What a port is and how it stands.
package struct PortFlags: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let inputOpen = PortFlags(rawValue: 1)
    package static let outputOpen = PortFlags(rawValue: 2)
    package static let textual = PortFlags(rawValue: 4)
    /// A late flush failed; the next operation reports it.
    package static let hasError = PortFlags(rawValue: 8)
    package static let isInput = PortFlags(rawValue: 16)
    package static let isOutput = PortFlags(rawValue: 32)
    /// What is written is sent at the next pause without being asked (the console).
    package static let flushesItself = PortFlags(rawValue: 64)
    /// The port stands in the scheduler's list of ports to flush.
    package static let isMarked = PortFlags(rawValue: 128)
    /// The program's own procedures do what is asked of the port. Such a port is never marked as open, so that every operation
    /// leaves its quick path.
    package static let custom = PortFlags(rawValue: 256)
    /// A flush may wait until the thread parks or its slice ends.
    package static let flushesLate = PortFlags(rawValue: 512)
}

/// The heap object of a port: `[handle, state, channel, extra]`. The state is an address, which looks like a fixnum because
/// it is aligned.
package enum PortLayout {
    package static let handle = 0
    package static let state = 1
    /// The channel of a port over a socket, else #f.
    package static let channel = 2
    /// For a truncated string port: the procedure to call when it is full. For a custom port: a pair of the procedure that
    /// serves it and the library's record of it. For a textual port over a binary one: that. Else #f.
    package static let extra = 3
}

extension Value {
    @inline(__always) package var isPort: Bool { isType(.port) }

    /// The state of a port.
    @inline(__always) var portState: UnsafeMutablePointer<PortState> {
        UnsafeMutablePointer(bitPattern: words[PortLayout.state &+ 1]).unsafelyUnwrapped
    }

    /// Runs the body with the Swift object of a port, without counting references.
    @inline(__always) func withPortCore<Result>(
        _ body: (PortCore) throws(Signal) -> Result
    ) throws(Signal) -> Result {
        try portState.pointee.core.borrow(body)
    }

    /// The Swift object of a port.
    package var portCore: PortCore { portState.pointee.core.takeUnretainedValue() }
}
