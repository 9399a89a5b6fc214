/// How an interpreter is made.
///
/// Limits on time and capabilities (which files and addresses a program may use) belong here too; there are none yet.
public struct Configuration: Sendable {
    /// Where bytes that a program prints go.
    public enum Output: Sendable {
        /// The process's own stream.
        case inherited
        case discarded
        /// A function, called on the interpreter's thread. It must not wait for the interpreter.
        case receiver(@Sendable ([UInt8]) -> Void)
    }

    /// What a program reads from the console.
    public enum Input: Sendable {
        /// The process's standard input.
        case inherited
        /// An end of file.
        case empty
    }

    /// The most bytes of live data. A program that needs more ends with `SchemeError.aborted(.outOfMemory)`, or
    /// `.recursionTooDeep` when it is the stack that grew.
    public var heapLimit: Int
    public var standardInput: Input
    public var standardOutput: Output
    /// `(current-error-port)`.
    public var standardError: Output
    /// What `(command-line-arguments)` gives.
    public var arguments: [String]
    /// The folders that are searched for libraries (`foo/bar.sld` for `(import (foo bar))`) before the ones that are part of Schooner.
    public var libraryDirectories: [String]
    /// Told of an error that a green thread of the program does not handle: the thread ends, the others go on. Called on the
    /// interpreter's thread; nil for a report on the process's standard error.
    public var threadErrorHandler: (@Sendable (SchemeCondition) -> Void)?

    public init(
        heapLimit: Int = 1 << 30, standardInput: Input = .inherited, standardOutput: Output = .inherited,
        standardError: Output = .inherited, arguments: [String] = [], libraryDirectories: [String] = [],
        threadErrorHandler: (@Sendable (SchemeCondition) -> Void)? = nil
    ) {
        self.heapLimit = heapLimit
        self.standardInput = standardInput
        self.standardOutput = standardOutput
        self.standardError = standardError
        self.arguments = arguments
        self.libraryDirectories = libraryDirectories
        self.threadErrorHandler = threadErrorHandler
    }
}
