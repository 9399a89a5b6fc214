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
            case "named": namedExplicitly = true
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
            define(type, call("make-record-type", quoted(heap.intern(name)), quoted(heap.list(fields)))),
        ]
        let make = call("record-constructor", type)
        for constructor in options.constructors {
            forms.append(define(constructor.name, constructorForm(constructor.arguments, make, fields, defaults)))
        }
        for keyword in options.keywordConstructors {
            forms.append(define(keyword, call("%record-keyword-constructor", type, defaultThunks(fields, defaults))))
        }
        if let copier = options.copier { forms.append(define(copier, systemAlias("%copy-record"))) }
        if let predicate = options.predicate { forms.append(define(predicate, call("record-predicate", type))) }
        for field in fields {
            let text = field.symbolText
            forms.append(define(heap.intern(options.prefix + text), call("record-accessor", type, quoted(field))))
            forms.append(
                define(
                    heap.intern("set-" + options.prefix + text + "!"), call("record-modifier", type, quoted(field))))
        }
        if let printer = options.printer, printer.isTrue {
            forms.append(call("define-print-method", call("record-predicate", type), printer))
        }
        return heap.list(forms)
    }

    /// A constructor with the arguments that the option lists; the other fields take their defaults.
    private func constructorForm(_ arguments: Value?, _ make: Value, _ fields: [Value], _ defaults: [Value]) -> Value {
        guard let arguments else { return make }
        let given = Set(identifiersOf(arguments).map { $0.identifierSymbol.bits })
        var operands: [Value] = []
        for (field, value) in zip(fields, defaults) { operands.append(given.contains(field.bits) ? field : value) }
        let maker = systemAlias("%make-record")
        return heap.list(
            systemAlias("let"), heap.list(heap.list(maker, make)),
            heap.list(systemAlias("lambda"), arguments, heap.cons(maker, heap.list(operands))))
    }

    private func identifiersOf(_ list: Value) -> [Value] {
        let (elements, tail) = list.listElements(limit: 10_000)
        return (elements + [tail]).filter(\.isIdentifier)
    }

    /// `(list (cons 'field (lambda () default)) …)`
    private func defaultThunks(_ fields: [Value], _ defaults: [Value]) -> Value {
        var pairs: [Value] = [systemAlias("list")]
        for (field, value) in zip(fields, defaults) {
            pairs.append(call("cons", quoted(field), heap.list(systemAlias("lambda"), .null, value)))
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
        if options.isNamed { lead.append(quoted(heap.intern(name))) }
        var forms = [systemAlias("begin")]
        for constructor in options.constructors {
            let parameters = constructor.arguments ?? heap.list(fields)
            let given = Set(identifiersOf(parameters).map { $0.identifierSymbol.bits })
            var operands = lead
            for (field, value) in zip(fields, defaults) { operands.append(given.contains(field.bits) ? field : value) }
            forms.append(
                define(
                    constructor.name,
                    heap.list(systemAlias("lambda"), parameters, heap.cons(make, heap.list(operands)))))
        }
        let object = heap.intern("object")
        if let predicate = options.predicate {
            let test = call(
                "%tagged-structure?", object, quoted(heap.intern(name)), Value(fixnum: options.offset))
            forms.append(define(predicate, heap.list(systemAlias("lambda"), heap.list(object), test)))
        }
        if let copier = options.copier {
            forms.append(define(copier, systemAlias(isVector ? "vector-copy" : "list-copy")))
        }
        for (position, field) in fields.enumerated() {
            let index = Value(fixnum: position + lead.count)
            let text = field.symbolText
            let access = call(isVector ? "vector-ref" : "list-ref", object, index)
            forms.append(
                define(
                    heap.intern(options.prefix + text), heap.list(systemAlias("lambda"), heap.list(object), access)))
            let value = heap.intern("value")
            let change =
                isVector
                ? call("vector-set!", object, index, value)
                : call("set-car!", call("list-tail", object, index), value)
            forms.append(
                define(
                    heap.intern("set-" + options.prefix + text + "!"),
                    heap.list(systemAlias("lambda"), heap.list(object, value), change)))
        }
        return heap.list(forms)
    }

    private func define(_ name: Value, _ value: Value) -> Value { heap.list(systemAlias("define"), name, value) }

    private func call(_ operation: String, _ operands: Value...) -> Value {
        heap.cons(systemAlias(operation), heap.list(operands))
    }
}
