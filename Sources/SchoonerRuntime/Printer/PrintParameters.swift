import SchoonerNumbers

/// The parameters by which a program says how data print and read, and the variables that older releases have in their
/// place: MIT reference manual 14.6, 14.7.
package enum PrintParameter: Int, CaseIterable {
    case radix, breadthLimit, depthLimit, stringLimit, abbreviatesQuotations, readability, uninternedByName, streams
    case hashNumbers, procedureNames, primitivesByName, withDatum, asciiOnly, unicodeSyntax, cutoff
    case readerRadix, readerFoldsCase

    var name: String {
        switch self {
        case .radix: "param:printer-radix"
        case .breadthLimit: "param:printer-list-breadth-limit"
        case .depthLimit: "param:printer-list-depth-limit"
        case .stringLimit: "param:printer-string-length-limit"
        case .abbreviatesQuotations: "param:printer-abbreviate-quotations?"
        case .readability: "param:print-with-maximum-readability?"
        case .uninternedByName: "param:print-uninterned-symbols-by-name?"
        case .streams: "param:print-streams?"
        case .hashNumbers: "param:print-hash-number-in-objects?"
        case .procedureNames: "param:print-compound-procedure-names?"
        case .primitivesByName: "param:print-primitives-by-name?"
        case .withDatum: "param:print-with-datum?"
        case .asciiOnly: "param:print-ascii-only?"
        case .unicodeSyntax: "param:print-char-in-unicode-syntax?"
        case .cutoff: "param:flonum-printer-cutoff"
        case .readerRadix: "param:reader-radix"
        case .readerFoldsCase: "param:reader-fold-case?"
        }
    }

    /// The variable that goes before the parameter while it holds anything but `#!default`.
    var variable: String? {
        switch self {
        case .radix: "*unparser-radix*"
        case .breadthLimit: "*unparser-list-breadth-limit*"
        case .depthLimit: "*unparser-list-depth-limit*"
        case .stringLimit: "*unparser-string-length-limit*"
        case .abbreviatesQuotations: "*unparse-abbreviate-quotations?*"
        case .readability: "*unparse-with-maximum-readability?*"
        case .uninternedByName: "*unparse-uninterned-symbols-by-name?*"
        case .streams: "*unparse-streams?*"
        case .procedureNames: "*unparse-compound-procedure-names?*"
        case .primitivesByName: "*unparse-primitives-by-name?*"
        case .withDatum: "*unparse-with-datum?*"
        case .cutoff: "flonum-unparser-cutoff"
        case .readerRadix: "*parser-radix*"
        case .readerFoldsCase: "*parser-canonicalize-symbols?*"
        case .hashNumbers, .asciiOnly, .unicodeSyntax: nil
        }
    }

    fileprivate enum Kind { case radix, limit, boolean, cutoff }

    fileprivate var kind: Kind {
        switch self {
        case .radix, .readerRadix: .radix
        case .breadthLimit, .depthLimit, .stringLimit: .limit
        case .cutoff: .cutoff
        default: .boolean
        }
    }

    fileprivate func initialValue(_ heap: Heap) -> Value {
        switch self {
        case .radix, .readerRadix: Value(fixnum: 10)
        case .breadthLimit, .depthLimit, .stringLimit: .false
        case .streams, .hashNumbers, .procedureNames, .readerFoldsCase: .true
        case .cutoff: heap.intern("normal")
        default: .false
        }
    }
}

/// Where an interpreter keeps them.
package struct PrintParameters {
    /// The parameters and the variables' cells, in the order of `PrintParameter`; nil until they are made.
    fileprivate var parameters: UnsafeMutablePointer<Value>?
    fileprivate var cells: UnsafeMutablePointer<Value>?
    /// Whether any parameter has ever been bound.
    fileprivate(set) var areBound = false

    /// Whether a variable of the older releases has been set.
    fileprivate var variableIsSet: Bool {
        guard let cells else { return false }
        for index in 0..<PrintParameter.allCases.count {
            let cell = cells[index]
            if cell.isTrue, cell[slot: CellLayout.value] != .default { return true }
        }
        return false
    }

    /// Whether anything may differ from what is always so.
    var mayDiffer: Bool { areBound || variableIsSet }
}

extension Interpreter {
    /// Makes the parameters and variables; called once, at boot.
    func makePrintParameters() {
        let converters: [PrintParameter.Kind: Value] = [
            .radix: libraryProcedure("%radix-value"), .limit: libraryProcedure("%limit-value"),
            .boolean: libraryProcedure("%boolean-value"), .cutoff: libraryProcedure("%cutoff-value"),
        ]
        let first = heap.roots + heap.rootCount
        for parameter in PrintParameter.allCases {
            _ = heap.makeStandingRoot(makeParameter(parameter, converter: converters[parameter.kind] ?? .false))
        }
        let cells = heap.roots + heap.rootCount
        for parameter in PrintParameter.allCases {
            guard let variable = parameter.variable else {
                _ = heap.makeStandingRoot(.false)
                continue
            }
            heap.define(systemEnvironment, variable, .default)
            _ = heap.makeStandingRoot(heap.cell(systemEnvironment, heap.intern(variable)))
        }
        printParameters.parameters = first
        printParameters.cells = cells
        heap.define(
            systemEnvironment, "param:parser-canonicalize-symbols?", first[PrintParameter.readerFoldsCase.rawValue])
    }

    private func makeParameter(_ parameter: PrintParameter, converter: Value) -> Value {
        let object = heap.object(
            .parameter, heap.intern(parameter.name), parameter.initialValue(heap), converter,
            parameter == .hashNumbers ? libraryProcedure("%set-converted!") : .false)
        heap.define(systemEnvironment, parameter.name, object)
        return object
    }

    /// What a parameter, or the variable in its place, says now.
    func printParameter(_ parameter: PrintParameter) -> Value {
        guard let parameters = printParameters.parameters, let cells = printParameters.cells else { return .false }
        let cell = cells[parameter.rawValue]
        if cell.isTrue {
            let value = cell[slot: CellLayout.value]
            if value != .default, value != .unassigned { return value }
        }
        return machine.parameterValue(parameters[parameter.rawValue])
    }

    /// The style with what the program's parameters add to it.
    func adapted(_ style: PrintStyle) -> PrintStyle {
        guard printParameters.mayDiffer else { return style }
        var style = style
        func limit(_ parameter: PrintParameter) -> Int? {
            let value = printParameter(parameter)
            return value.isFixnum && value.fixnum > 0 ? value.fixnum : nil
        }
        let radix = printParameter(.radix)
        if radix.isFixnum, [2, 8, 10, 16].contains(radix.fixnum) { style.radix = radix.fixnum }
        style.breadthLimit = style.breadthLimit ?? limit(.breadthLimit)
        style.depthLimit = style.depthLimit ?? limit(.depthLimit)
        style.stringLimit = limit(.stringLimit)
        style.abbreviatesQuotations = style.abbreviatesQuotations || printParameter(.abbreviatesQuotations).isTrue
        style.showsOnlyNumbers = printParameter(.readability).isTrue
        style.uninternedByName = printParameter(.uninternedByName).isTrue
        style.showsStreams = printParameter(.streams).isTrue
        style.showsHashNumbers = printParameter(.hashNumbers).isTrue
        style.showsProcedureNames = printParameter(.procedureNames).isTrue
        style.asciiOnly = printParameter(.asciiOnly).isTrue
        style.unicodeSyntax = printParameter(.unicodeSyntax).isTrue
        style.cutoff = flonumCutoff
        return style
    }

    /// The cutoff of flonums that the program asks for.
    var flonumCutoff: FlonumCutoff? {
        printParameters.mayDiffer ? FlonumCutoff(printParameter(.cutoff)) : nil
    }
}

extension FlonumCutoff {
    /// `(absolute 2)`, `(relative 3 scientific)`; nil for `normal` and what is no cutoff.
    fileprivate init?(_ value: Value) {
        guard let count = value.properListLength, (2...3).contains(count), value.car.isSymbol else { return nil }
        let (elements, _) = value.listElements()
        guard elements[1].isFixnum, abs(elements[1].fixnum) <= 100_000 else { return nil }
        var notation = Notation.normal
        if count == 3 {
            guard elements[2].isSymbol else { return nil }
            switch elements[2].symbolText {
            case "normal": break
            case "scientific": notation = .scientific
            case "engineering": notation = .engineering
            default: return nil
            }
        }
        switch elements[0].symbolText {
        case "absolute": self.init(isRelative: false, places: elements[1].fixnum, notation: notation)
        case "relative" where elements[1].fixnum > 0:
            self.init(isRelative: true, places: elements[1].fixnum, notation: notation)
        default: return nil
        }
    }
}

/// What the parameters take.
enum PrintParameterPrimitives {
    static let table: [Primitive] = [
        Primitive("%radix-value", 1, "A radix in which data print and read: 2, 8, 10 or 16.") {
            (scheme, arguments) throws(Signal) in
            guard arguments[0].isFixnum, [2, 8, 10, 16].contains(arguments[0].fixnum) else {
                throw scheme.simpleError("Invalid printer radix:", arguments[0])
            }
            return bound(scheme, arguments[0])
        },
        Primitive("%limit-value", 1, "A positive number of things to print, or #f.") {
            (scheme, arguments) throws(Signal) in
            guard arguments[0].isFalse || (arguments[0].isFixnum && arguments[0].fixnum > 0) else {
                throw wrongType(scheme, arguments[0])
            }
            return bound(scheme, arguments[0])
        },
        Primitive("%boolean-value", 1, "A boolean.") { (scheme, arguments) throws(Signal) in
            guard arguments[0] == .true || arguments[0].isFalse else { throw wrongType(scheme, arguments[0]) }
            return bound(scheme, arguments[0])
        },
        Primitive("%cutoff-value", 1, "How flonums are cut: normal, (absolute n) or (relative n).") {
            (scheme, arguments) throws(Signal) in
            let value = arguments[0]
            guard FlonumCutoff(value) != nil || (value.isSymbol && value.symbolText == "normal") else {
                throw .raise(
                    scheme.condition(
                        .wrongTypeArgument, value, .false, scheme.heap.string("a flonum printer cutoff spec")))
            }
            return bound(scheme, value)
        },
    ]

    private static func bound(_ scheme: Interpreter, _ value: Value) -> Value {
        scheme.printParameters.areBound = true
        return value
    }

    private static func wrongType(_ scheme: Interpreter, _ value: Value) -> Signal {
        .raise(scheme.condition(.wrongTypeArgument, value, .false, .false))
    }
}
