import SchoonerReactor
import SchoonerRuntime

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The console at a terminal where forms are edited. Whatever else is read from it comes as from any terminal.
package final class EditedConsole: FormEditingDevice {
    private let stream: StreamDevice
    /// Gives the editor when the first form is to be read; nil when there is none.
    private var makeEditor: (() -> LineEditor?)?
    private var editor: LineEditor?
    private let history: FormHistory?
    private var lastEntry: String?

    /// The prompt for the line to come; nil while no form is being read.
    private var prompt: String?
    /// The lines of the form, as far as they have been typed.
    private var lines: [String] = []
    /// Bytes of lines that the port has still to get.
    private var finished: [UInt8] = []
    private var hasEnded = false
    /// Whether other output stands where the line was, and in the midst of a line of its own.
    private var isHidden = false

    /// The variable that names the library, or says `none`.
    private static let libraryVariable = "SCHOONER_LINE_EDITOR"

    /// The console of the process, where its terminal is one at which lines can be edited; nil otherwise.
    ///
    /// - Parameter scheme: the interpreter, whose names are completed; it outlives its console.
    package static func make(for scheme: Interpreter) -> EditedConsole? {
        guard isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0, environmentVariable("INSIDE_EMACS") == nil,
            let terminal = environmentVariable("TERM"), terminal != "dumb",
            environmentVariable(libraryVariable) != "none"
        else { return nil }
        return EditedConsole(scheme, library: environmentVariable(libraryVariable))
    }

    private init(_ scheme: Interpreter, library name: String?) {
        stream = StreamDevice(reactor: scheme.reactor, input: STDIN_FILENO, output: STDOUT_FILENO)
        history = FormHistory.standardPath.map { FormHistory(path: $0) }
        makeEditor = { [unowned scheme] in
            LineEditingLibrary.open(named: name).flatMap { library in
                LineEditor(library, historyLength: FormHistory.limit) { [unowned scheme] prefix in
                    scheme.formNames(beginningWith: prefix)
                }
            }
        }
    }

    // MARK: Forms

    package func beginForm(prompt: String) -> Bool {
        if let makeEditor {
            self.makeEditor = nil
            editor = makeEditor()
            if let editor {
                for form in history?.load() ?? [] { editor.addHistory(form) }
            }
        }
        guard let editor else { return false }
        editor.abandon(keepingInput: true)
        // What could not be read as a form can be brought back and set right all the same.
        if !prompt.isEmpty { endForm(usesUpLine: true) }
        self.prompt = prompt
        return true
    }

    package func endForm(usesUpLine: Bool) {
        prompt = nil
        guard usesUpLine else { return }
        let form = lines.joined(separator: "\n")
        lines = []
        guard form.unicodeScalars.contains(where: { !$0.properties.isWhitespace }), form != lastEntry else { return }
        lastEntry = form
        editor?.addHistory(form)
        history?.append(form)
    }

    package func dropInput() {
        editor?.abandon()
        prompt = nil
        lines = []
        finished = []
        isHidden = false
    }

    /// Shows the prompt, once for each line.
    private func beginLine() {
        guard let editor, let prompt, !editor.isEditing, finished.isEmpty, !hasEnded else { return }
        self.prompt = ""
        note(editor.begin(prompt: prompt))
    }

    private func note(_ outcome: LineEditor.Outcome?) {
        switch outcome {
        case .line(let line):
            lines.append(line)
            finished += Array(line.utf8) + [10]
        case .end: hasEnded = true
        case nil: break
        }
    }

    /// Takes what has been typed, up to the end of the line.
    private func takeKeys() throws(SystemError) {
        guard let editor else { return }
        var keys = [UInt8](repeating: 0, count: 1024)
        while editor.isEditing {
            var result = ReadResult.wouldBlock
            var failure: SystemError?
            keys.withUnsafeMutableBytes { buffer in
                do throws(SystemError) {
                    result = try stream.read(into: buffer, askKernel: false)
                } catch {
                    failure = error
                }
            }
            if failure != nil || result == .endOfFile {
                // The terminal is gone.
                editor.abandon()
                hasEnded = true
                if let failure { throw failure }
                return
            }
            guard case .bytes(let count) = result else { return }
            if isHidden {
                // The other output has not ended its line.
                _ = try write("\n")
                isHidden = false
                editor.showLineAgain()
            }
            note(editor.offer(keys[..<count]))
        }
    }

    // MARK: The device

    package func read(into buffer: UnsafeMutableRawBufferPointer, askKernel: Bool) throws(SystemError) -> ReadResult {
        if prompt == nil, let editor, finished.isEmpty {
            // Typed ahead of a line, while the terminal gave carriage returns as they were.
            finished = editor.takeInput().map { $0 == 13 ? 10 : $0 }
        }
        try takeKeys()
        if !finished.isEmpty {
            let count = min(buffer.count, finished.count)
            buffer.copyBytes(from: finished[..<count])
            finished.removeFirst(count)
            return .bytes(count)
        }
        if hasEnded {
            hasEnded = false
            return .endOfFile
        }
        return prompt == nil ? try stream.read(into: buffer, askKernel: askKernel) : .wouldBlock
    }

    /// Called when everything written before has been sent: now the prompt may stand behind it.
    package func wait(_ direction: Direction, waiter: UInt64) -> WaitResult {
        guard direction == .read else { return stream.wait(direction, waiter: waiter) }
        beginLine()
        do throws(SystemError) { try takeKeys() } catch { hasEnded = true }
        return finished.isEmpty && !hasEnded ? stream.wait(.read, waiter: waiter) : .ready
    }

    /// Output of other threads takes the line's place; the line comes back below it.
    package func write(from buffer: UnsafeRawBufferPointer) throws(SystemError) -> WriteResult {
        guard let editor, editor.isEditing, !buffer.isEmpty else { return try stream.write(from: buffer) }
        if !isHidden {
            guard try write("\r\u{1B}[J") else { return .wouldBlock }
            isHidden = true
        }
        let result = try stream.write(from: buffer)
        if case .wrote(let count) = result, count == buffer.count, buffer[count - 1] == 10 {
            isHidden = false
            editor.showLineAgain()
        }
        return result
    }

    /// Whether the terminal took all of it.
    private func write(_ text: String) throws(SystemError) -> Bool {
        var result = WriteResult.wouldBlock
        var failure: SystemError?
        let bytes = Array(text.utf8)
        bytes.withUnsafeBytes { buffer in
            do throws(SystemError) { result = try stream.write(from: buffer) } catch { failure = error }
        }
        if let failure { throw failure }
        return result == .wrote(bytes.count)
    }

    package var reactor: Reactor { stream.reactor }
    package var mayFlushLate: Bool { false }
    package func wake(_ direction: Direction) { stream.wake(direction) }
    package func endInput() {}
    package func endOutput() {}

    package func close() {
        dropInput()
        stream.close()
    }
}
