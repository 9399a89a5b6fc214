// `define-record-type`: rewritten to definitions by the library's record procedures. R7RS 5.5, MIT Reference 2.10.

extension Expander {
    /// The `begin` form that a `define-record-type` stands for.
    ///
    /// `(define-record-type type constructor predicate field …)`: the type is a name or `(name extra …)`; the constructor
    /// `(name field …)`, `name` (all fields in order), #t (`make-` and the type's name) or #f; the predicate a name, #t or #f;
    /// a field `(name [accessor [modifier]])` or a name.
    func recordDefinition(_ form: Value, _ scope: Scope) throws(Signal) -> Value {
        let elements = try parts(form, 3)
        let type = elements[1].isPair ? elements[1].car : elements[1]
        guard type.isIdentifier else { throw illFormed(form) }
        let typeName = recordName(type)
        var names: [Value] = []
        var definitions: [Value] = [systemAlias("begin")]
        var accessors: [Value] = []
        for field in elements.dropFirst(4) {
            guard let parts = field.isIdentifier ? [field] : properElements(field), (1...3).contains(parts.count),
                parts.allSatisfy(\.isIdentifier), !names.contains(parts[0])
            else { throw illFormed(form) }
            names.append(parts[0])
            if parts.count > 1 { accessors.append(define(parts[1], "record-accessor", type, quoted(parts[0]))) }
            if parts.count > 2 { accessors.append(define(parts[2], "record-modifier", type, quoted(parts[0]))) }
        }
        definitions.append(
            define(type, "make-record-type", quoted(heap.intern(typeName)), quoted(heap.list(names))))
        let constructor = elements[2]
        if constructor == .true {
            definitions.append(define(heap.intern("make-" + typeName), "record-constructor", type))
        } else if constructor.isIdentifier {
            definitions.append(define(constructor, "record-constructor", type))
        } else if constructor.isPair {
            guard constructor.car.isIdentifier, let fields = properElements(constructor.cdr),
                fields.allSatisfy({ names.contains($0) })
            else { throw illFormed(form) }
            definitions.append(define(constructor.car, "record-constructor", type, quoted(constructor.cdr)))
        } else if constructor.isTrue {
            throw illFormed(form)
        }
        if elements.count > 3 {
            let predicate = elements[3]
            if predicate == .true {
                definitions.append(define(heap.intern(typeName + "?"), "record-predicate", type))
            } else if predicate.isIdentifier {
                definitions.append(define(predicate, "record-predicate", type))
            } else if predicate.isTrue {
                throw illFormed(form)
            }
        }
        return heap.list(definitions + accessors)
    }

    /// `(define name (operator operand …))`
    private func define(_ name: Value, _ operation: String, _ operands: Value...) -> Value {
        heap.list(systemAlias("define"), name, heap.cons(systemAlias(operation), heap.list(operands)))
    }

    func quoted(_ datum: Value) -> Value { heap.list(systemAlias("quote"), datum) }

    /// The type's name without the brackets of `<point>`.
    private func recordName(_ type: Value) -> String {
        let text = type.identifierSymbol.symbolText
        return text.count > 2 && text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
    }
}
