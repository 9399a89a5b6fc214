import SchoonerReactor
import SchoonerText

/// One port: where its bytes come from and go to, and how they stand for characters. It holds no Scheme values.
///
/// The hot fields are in `state`. While characters that were decoded ahead wait in `decoded`, or the decoder or line
/// translator holds something back, the quick path is switched off (`inputFast`) and everything goes through here.
package final class PortCore: Flushable, HeapHandle {
    /// What a port is over, for its printed form.
    package enum Kind: Equatable {
        case socket, console, string, bytevector, custom
        /// Characters through a binary port.
        case binaryPort
        case file(name: String)
    }

    let state: UnsafeMutablePointer<PortState>
    package let kind: Kind
    /// What bytes come from and go to; for a port over memory a device that is never asked. Not optional, so that asking it
    /// counts no references.
    let device: any PortDevice
    let hasDevice: Bool
    let pool: BufferPool
    /// The interpreter owns both.
    unowned(unsafe) let scheduler: Scheduler
    /// The handle of the channel's heap object, for a port over a socket.
    var channelHandle: Int?

    // What reading and writing touch has no run-time checks of exclusive access: one thread, and nothing calls back.

    // Input.
    @exclusivity(unchecked) var inputBase = PortState.nowhere
    @exclusivity(unchecked) var inputCapacity = 0
    var scannedCount: Int {
        get { state.pointee.scannedCount }
        set { state.pointee.scannedCount = newValue }
    }
    /// The last read filled the buffer: the next buffer may be larger.
    @exclusivity(unchecked) var readsInBulk = false
    @exclusivity(unchecked) var decoder: TextDecoder
    @exclusivity(unchecked) var inputTranslator: InputLineTranslator
    /// Characters decoded ahead, from `decodedNext` on.
    @exclusivity(unchecked) var decoded: [UInt32] = []
    @exclusivity(unchecked) var decodedNext = 0
    /// How many of them are known not to be newlines.
    @exclusivity(unchecked) var scannedCharacters = 0
    /// Where the program is in a file or string.
    @exclusivity(unchecked) var place = TextPlace()
    /// A datum that has arrived in part (`read`), and where it began.
    var datumScanner: DatumScanner?
    var datumStart = SourcePosition(line: 1, column: 1)
    /// Whether CR and CR-LF end a line for `read-line` although they are characters like any other otherwise (R7RS 6.13.2): in
    /// files and strings, unless the program sets a line ending.
    @exclusivity(unchecked) private(set) var readsAnyLineEnd: Bool
    /// Whether `read` folds symbols, when a directive in the text has said so; otherwise it is as the dialect has it.
    var foldsCase: Bool?

    // Output.
    @exclusivity(unchecked) var outputBase = PortState.nowhere
    @exclusivity(unchecked) var outputCapacity = 0
    /// How many bytes at the beginning have been sent.
    @exclusivity(unchecked) var outputSent = 0
    /// Output has come in bulk: the next buffer is a large one.
    @exclusivity(unchecked) var writesInBulk = false
    @exclusivity(unchecked) var coding: TextCoding
    /// The symbol by which the program set the coding.
    var codingName: String?
    @exclusivity(unchecked) package private(set) var lineEnding: LineEnding
    @exclusivity(unchecked) var outputTranslator: OutputLineTranslator
    @exclusivity(unchecked) var outputIsIdentity = true
    /// The column that what was sent has reached, for ports that count it.
    @exclusivity(unchecked) var sentColumn = 0
    /// The error of a late flush that nobody has heard of.
    var pendingError: SystemError?
    /// How many characters a truncated string port still takes; nil for any other port.
    @exclusivity(unchecked) var truncation: Int? {
        didSet { settingsChanged() }
    }

    /// Bytes of waiting output from which on they are sent without being asked.
    static let sendThreshold = 16 << 10
    /// Bytes of waiting output from which on a writer waits.
    static let highWater = 64 << 10
    /// The size to which input buffers grow for bulk data.
    static let largestBuffer = 64 << 10

    init(
        _ scheme: Interpreter, _ kind: Kind, _ flags: PortFlags, device: (any PortDevice)? = nil,
        coding: TextCoding = .utf8, lineEnding: LineEnding = .lf
    ) {
        pool = scheme.ports.pool
        scheduler = scheme.scheduler
        self.kind = kind
        hasDevice = device != nil
        self.device = device ?? scheme.ports.absentDevice(scheme.reactor)
        self.coding = coding
        self.lineEnding = lineEnding
        switch kind {
        case .file, .string: readsAnyLineEnd = lineEnding == .lf
        case .socket, .console, .bytevector, .custom, .binaryPort: readsAnyLineEnd = false
        }
        decoder = TextDecoder(coding: coding)
        (inputTranslator, outputTranslator) = scheme.ports.translators(for: lineEnding)
        state = .allocate(capacity: 1)
        super.init()
        // The address is tagged as a fixnum in the heap object.
        precondition(Int(bitPattern: state) & 1 == 0)
        state.initialize(to: PortState(core: Unmanaged.passUnretained(self)))
        state.pointee.flags = flags
        if hasDevice && self.device.mayFlushLate { state.pointee.flags.insert(.flushesLate) }
        settingsChanged()
    }

    package override func flushNow() { flushLate() }

    deinit {
        releaseInput()
        releaseOutput()
        state.deallocate()
    }

    var isTextual: Bool { state.pointee.flags.contains(.textual) }

    /// Derives the quick paths from coding and line ending.
    func settingsChanged() {
        outputIsIdentity = outputTranslator.isIdentity
        state.pointee.outputFast = isTextual && coding.isASCIISuperset
        switch lineEnding {
        case .lf, .newline, .binary: state.pointee.special = 0xFF
        case .custom(let sequence): state.pointee.special = sequence[0] < 0x80 ? UInt8(sequence[0]) : 0xFF
        default: state.pointee.special = 13
        }
        settleDirectPaths()
        inputChanged()
    }

    /// Finds out which quick paths the settings leave open.
    private func settleDirectPaths() {
        state.pointee.directLines = .none
        state.pointee.directNewlines = .none
        guard isTextual, coding.isASCIISuperset else { return }
        switch lineEnding {
        case .lf, .newline, .binary: if !readsAnyLineEnd { state.pointee.directLines = .feed }
        case .crlf, .seedCRLF: state.pointee.directLines = .feedOrReturnFeed
        case .text, .http, .xml10, .xml11, .cr, .custom: break
        }
        guard truncation == nil, !state.pointee.flags.contains(.flushesItself) else { return }
        switch lineEnding {
        case .lf, .newline, .binary, .text, .http, .xml10, .xml11: state.pointee.directNewlines = .feed
        case .crlf: state.pointee.directNewlines = .returnFeed
        case .seedCRLF: state.pointee.directNewlines = .returnFeedUnlessReturned
        case .cr, .custom: break
        }
    }

    /// Says whether the quick path of reading may be taken now.
    @inline(__always) func inputChanged() {
        state.pointee.inputFast =
            isTextual && coding.isASCIISuperset && decodedNext == decoded.count && !decoder.isPending
            && inputTranslator.passesThrough(0x41)
    }

    func setCoding(_ coding: TextCoding) {
        self.coding = coding
        decoder = TextDecoder(coding: coding)
        settingsChanged()
    }

    func setLineEnding(_ ending: LineEnding) {
        lineEnding = ending
        readsAnyLineEnd = false
        // What the old mode held back is delivered as it stands.
        while let scalar = inputTranslator.finish() { decoded.append(scalar) }
        inputTranslator = InputLineTranslator(ending)
        outputTranslator = OutputLineTranslator(ending)
        settingsChanged()
    }
}
