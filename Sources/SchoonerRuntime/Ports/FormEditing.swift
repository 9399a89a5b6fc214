/// A console at which a person edits a form before it is read.
package protocol FormEditingDevice: PortDevice {
    /// What is read next is a form.
    ///
    /// - Parameter prompt: what the device shows before its first line.
    /// - Returns: false when nothing can be edited: the prompt is still to be written.
    func beginForm(prompt: String) -> Bool
    /// The form has been read, or what was typed is none.
    ///
    /// - Parameter usesUpLine: whether nothing but white space stands behind it.
    func endForm(usesUpLine: Bool)
    /// Forgets what has been typed and not been read.
    func dropInput()
}

/// Reading forms that a person types.
enum FormEditingPrimitives {
    static let table: [Primitive] = [
        Primitive(
            "%begin-form", 3,
            "Has the form to be read from a port edited: port, prompt, environment for completion. Whether it shows the prompt.",
            begin),
        Primitive("%end-form", 1, "The form that `%begin-form` announced has been read.", end),
    ]

    static func begin(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isPort, let device = arguments[0].portCore.device as? any FormEditingDevice else {
            return .false
        }
        guard arguments[1].isString else { throw scheme.wrongType(arguments[1], 1, "%begin-form") }
        guard arguments[2].isType(.environment) else { throw scheme.wrongType(arguments[2], 2, "%begin-form") }
        let core = arguments[0].portCore
        scheme.ports.formEnvironment?.pointee = arguments[2]
        // The prompt for a form that stands on the line of the one before is written where it belongs in the transcript.
        let isTypedAlready = !core.dropWhiteSpace()
        let isEdited = device.beginForm(prompt: isTypedAlready ? "" : arguments[1].swiftString)
        return Value(isEdited && !isTypedAlready)
    }

    static func end(_ scheme: Interpreter, _ arguments: Arguments) throws(Signal) -> Value {
        guard arguments[0].isPort else { return .unspecific }
        let core = arguments[0].portCore
        // As MIT Scheme does: what the form's evaluation reads begins behind the line that the form stands on.
        let usesUpLine = core.dropWhiteSpace()
        guard let device = core.device as? any FormEditingDevice else { return .unspecific }
        device.endForm(usesUpLine: usesUpLine)
        // The transcript stands behind the form, whatever else was written while it was typed.
        core.state.pointee.atLineStart = false
        return .unspecific
    }
}

extension PortCore {
    /// Drops the white space that has arrived; true when nothing stands behind it.
    fileprivate func dropWhiteSpace() -> Bool {
        while let scalar = nextCharacter(taking: false) {
            guard Unicode.Scalar(scalar)?.properties.isWhitespace ?? false else { return false }
            _ = nextCharacter(taking: true)
        }
        return true
    }
}

extension Interpreter {
    /// The names that mean something where the form being typed will be evaluated, and begin with the text; sorted. Names of the
    /// library's own, with `%`, only when that is asked for.
    package func formNames(beginningWith text: String) -> [String] {
        guard let root = ports.formEnvironment else { return [] }
        let prefix = dialect.foldsCase ? text.lowercased() : text
        var names: Set<String> = []
        var environment = root.pointee
        while environment.isType(.environment) {
            for symbol in heap.boundNames(environment) {
                let name = symbol.symbolText
                if name.utf8.starts(with: prefix.utf8) && (prefix.hasPrefix("%") || !name.hasPrefix("%")) {
                    names.insert(name)
                }
            }
            if environment == systemEnvironment {
                names.formUnion(libraries.homesOfGlobals.keys.filter { $0.utf8.starts(with: prefix.utf8) })
            }
            environment = environment[slot: EnvironmentLayout.parent]
        }
        return names.sorted()
    }

    /// Forgets what has been typed at the console and not been read: the person has thought better of it.
    package func dropConsoleInput() {
        guard let core = ports.consolePort?.pointee.portCore else { return }
        core.datumScanner = nil
        core.dropDecoded(core.decodedCount)
        core.take(core.state.pointee.inputCount)
        core.releaseInputIfEmpty()
        core.inputChanged()
        (core.device as? any FormEditingDevice)?.dropInput()
    }
}
