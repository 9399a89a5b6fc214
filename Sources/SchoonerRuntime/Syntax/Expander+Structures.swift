// MIT's `define-structure` (MIT Reference 2.11), rewritten to definitions by the library's record procedures.

/// The options of a `define-structure`.
private struct StructureOptions {
    var prefix: String
    var constructors: [(name: Value, arguments: Value?)] = []
    var keywordConstructors: [Value] = []
    var predicate: Value?
    var copier: Value?
    var printer: Value?
    /// `vector` or `list` when instances are no records.
    var representation: String?
    var isNamed = true
    /// The expression for the tag of an instance that is no record.
    var tag: Value?
    var offset = 0
}

extension Expander {
    /// The `begin` form that a `define-structure` stands for.
    func structureDefinition(_ form: Value, _ scope: Scope) throws(Signal) -> Value {
        let elements = try parts(form, 2)
        let header = elements[1]
        let name = header.isPair ? header.car : header
        guard name.isIdentifier else { throw illFormed(form) }
        let text = name.identifierSymbol.symbolText
        let options = try structureOptions(header.isPair ? header.cdr : .null, text, of: form)
        var fields: [Value] = []
        var defaults: [Value] = []
        for slot in elements.dropFirst(2) {
            if slot.isIdentifier {
                fields.append(slot.identifierSymbol)
                defaults.append(.false)
            } else {
                guard slot.isPair, slot.car.isIdentifier, slot.cdr.isPair else { throw illFormed(form) }
                fields.append(slot.car.identifierSymbol)
                defaults.append(slot.cdr.car)
            }
        }
        return options.representation == nil
            ? recordStructure(text, options, fields, defaults)
            : sequenceStructure(text, options, fields, defaults)
    }

    private func structureOptions(_ list: Value, _ name: String, of form: Value) throws(Signal) -> StructureOptions {
        guard let items = properElements(list) else { throw illFormed(form) }
        var options = StructureOptions(prefix: name + "-")
        options.predicate = heap.intern(name + "?")
        var namedExplicitly = false
        for item in items {
            guard let parts = item.isIdentifier ? [item] : properElements(item), let key = parts.first,
                key.isIdentifier
            else { throw illFormed(form) }
            let argument = parts.count > 1 ? parts[1] : nil
            switch key.identifierSymbol.symbolText {
            case "conc-name":
                if let argument, argument.isTrue {
                    options.prefix = argument.isString ? argument.swiftString : argument.identifierSymbol.symbolText
                } else {
                    options.prefix = ""
                }
            case "constructor":
                options.constructors.append((argument ?? heap.intern("make-" + name), parts.count > 2 ? parts[2] : nil))
            case "keyword-constructor":
                options.keywordConstructors.append(argument ?? heap.intern("make-" + name))
            case "predicate": if let argument { options.predicate = argument.isTrue ? argument : nil }
            case "copier": options.copier = argument ?? heap.intern("copy-" + name)
            case "print-procedure": options.printer = argument
            case "type":
                guard let argument, argument.isIdentifier else { throw illFormed(form) }
                options.representation = argument.identifierSymbol.symbolText
                guard options.representation == "vector" || options.representation == "list" else {
                    throw illFormed(form)
                }
            case "named":
                namedExplicitly = true
                options.tag = argument
            case "initial-offset":
                guard let argument, argument.isFixnum, (0...10_000).contains(argument.fixnum) else {
                    throw illFormed(form)
                }
                options.offset = argument.fixnum
            case "safe-accessors", "type-descriptor": break
            default: throw illFormed(form)
            }
        }
        if options.representation != nil && !namedExplicitly {
            options.isNamed = false
            options.predicate = nil
        }
        if options.constructors.isEmpty && options.keywordConstructors.isEmpty {
            options.constructors = [(heap.intern("make-" + name), nil)]
        }
        return options
    }

    // MARK: Records

    private func recordStructure(_ name: String, _ options: StructureOptions, _ fields: [Value], _ defaults: [Value])
        -> Value
    {
        let type = heap.intern("rtd:" + name)
        var forms = [
            systemAlias("begin"),
            definition(type, systemForm("make-record-type", quoted(heap.intern(name)), quoted(heap.list(fields)))),
        ]
        for constructor in options.constructors {
            if let arguments = constructor.arguments {
                let operands = constructorOperands(arguments, fields, defaults)
                let make = heap.cons(systemAlias("%record"), heap.cons(type, heap.list(operands)))
                forms.append(definition(constructor.name, systemForm("lambda", arguments, make)))
            } else {
                forms.append(constructorDefinition(constructor.name, type, fields, fields))
            }
        }
        for keyword in options.keywordConstructors {
            let thunks = defaultThunks(fields, defaults)
            forms.append(definition(keyword, systemForm("%record-keyword-constructor", type, thunks)))
        }
        for (position, field) in fields.enumerated() {
            forms.append(accessorDefinition(accessorName(options, field), type, Value(fixnum: position + 1)))
        }
        for (position, field) in fields.enumerated() {
            forms.append(modifierDefinition(modifierName(options, field), type, Value(fixnum: position + 1)))
        }
        if let predicate = options.predicate { forms.append(predicateDefinition(predicate, type)) }
        if let copier = options.copier { forms.append(definition(copier, systemAlias("%copy-record"))) }
        if let printer = options.printer, printer.isTrue {
            forms.append(systemForm("define-print-method", systemForm("record-predicate", type), printer))
        }
        return heap.list(forms)
    }

    private func accessorName(_ options: StructureOptions, _ field: Value) -> Value {
        heap.intern(options.prefix + field.symbolText)
    }

    private func modifierName(_ options: StructureOptions, _ field: Value) -> Value {
        heap.intern("set-" + options.prefix + field.symbolText + "!")
    }

    /// The values of all fields: those that the lambda list names, and the defaults of the others and of missing
    /// optional arguments.
    private func constructorOperands(_ arguments: Value, _ fields: [Value], _ defaults: [Value]) -> [Value] {
        let (elements, tail) = arguments.listElements(limit: 10_000)
        var given: [Value: Bool] = [:]
        var isOptional = false
        for element in elements + [tail] {
            if element == .optionalMarker || element == .restMarker { isOptional = element == .optionalMarker }
            if element.isIdentifier { given[element.identifierSymbol] = isOptional }
        }
        return zip(fields, defaults).map { (field, value) in
            guard let isOptional = given[field] else { return value }
            return isOptional ? systemForm("if", systemForm("default-object?", field), value, field) : field
        }
    }

    /// `(list (cons 'field (lambda () default)) …)`
    private func defaultThunks(_ fields: [Value], _ defaults: [Value]) -> Value {
        var pairs: [Value] = [systemAlias("list")]
        for (field, value) in zip(fields, defaults) {
            pairs.append(systemForm("cons", quoted(field), systemForm("lambda", .null, value)))
        }
        return heap.list(pairs)
    }

    // MARK: Vectors and lists

    private func sequenceStructure(
        _ name: String, _ options: StructureOptions, _ fields: [Value], _ defaults: [Value]
    ) -> Value {
        let isVector = options.representation == "vector"
        let make = systemAlias(isVector ? "vector" : "list")
        var lead = Array(repeating: Value.false, count: options.offset)
        var forms = [systemAlias("begin")]
        let tag = options.tag ?? heap.intern("rtd:" + name)
        if options.isNamed {
            lead.append(tag)
            if options.tag == nil {
                let names = quoted(heap.list(fields))
                let made = systemForm(
                    "%make-structure-tag", quoted(heap.intern(name)), names, Value(fixnum: options.offset))
                forms.append(definition(tag, made))
            }
        }
        for constructor in options.constructors {
            let parameters = constructor.arguments ?? heap.list(fields)
            let operands = lead + constructorOperands(parameters, fields, defaults)
            let call = heap.cons(make, heap.list(operands))
            forms.append(definition(constructor.name, systemForm("lambda", parameters, call)))
        }
        let object = heap.intern("object")
        let value = heap.intern("value")
        if let predicate = options.predicate {
            let test = systemForm(
                "%tagged-structure?", object, tag, Value(fixnum: options.offset))
            forms.append(definition(predicate, systemForm("lambda", heap.list(object), test)))
        }
        if let copier = options.copier {
            forms.append(definition(copier, systemAlias(isVector ? "vector-copy" : "list-copy")))
        }
        for (position, field) in fields.enumerated() {
            let index = Value(fixnum: position + lead.count)
            let access = systemForm(isVector ? "vector-ref" : "list-ref", object, index)
            forms.append(definition(accessorName(options, field), systemForm("lambda", heap.list(object), access)))
            let change =
                isVector
                ? systemForm("vector-set!", object, index, value)
                : systemForm("set-car!", systemForm("list-tail", object, index), value)
            forms.append(
                definition(modifierName(options, field), systemForm("lambda", heap.list(object, value), change)))
        }
        return heap.list(forms)
    }
}
