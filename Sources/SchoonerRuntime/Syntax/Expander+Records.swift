// `define-record-type`: rewritten to definitions by the library's record procedures. R7RS 5.5, MIT Reference 2.10.

extension Expander {
    /// The `begin` form that a `define-record-type` stands for.
    ///
    /// `(define-record-type type constructor predicate field …)`: the type is a name or `(name parent)`; the constructor
    /// `(name field …)`, `name` (all fields in order), #t (`make-` and the type's name) or #f; the predicate a name, #t or #f;
    /// a field `(name [accessor [modifier]])` or a name.
    func recordDefinition(_ form: Value, _ scope: Scope) throws(Signal) -> Value {
        let elements = try parts(form, 3)
        let type = elements[1].isPair ? elements[1].car : elements[1]
        guard type.isIdentifier else { throw illFormed(form) }
        let typeName = recordName(type)
        let fullName = type.identifierSymbol
        let parent = elements[1].isPair && elements[1].cdr.isPair ? elements[1].cdr.car : Value.false
        var names: [Value] = []
        var accessors: [Value] = []
        for field in elements.dropFirst(4) {
            guard let parts = field.isIdentifier ? [field] : properElements(field), (1...3).contains(parts.count),
                parts.allSatisfy(\.isIdentifier), !names.contains(parts[0])
            else { throw illFormed(form) }
            names.append(parts[0])
            // Where a parent's fields come first, the places are known only when the program runs.
            let place = parent.isTrue ? quoted(parts[0]) : Value(fixnum: names.count)
            if parts.count > 1 { accessors.append(accessorDefinition(parts[1], type, place)) }
            if parts.count > 2 { accessors.append(modifierDefinition(parts[2], type, place)) }
        }
        var definitions = [
            systemAlias("begin"),
            definition(
                type,
                parent.isTrue
                    ? systemForm(
                        "%make-record-type", heap.string(fullName.symbolText), quoted(heap.list(names)), parent)
                    : systemForm("make-record-type", quoted(fullName), quoted(heap.list(names)))),
        ]
        let constructor = elements[2]
        if constructor == .true || constructor.isIdentifier {
            let name = constructor == .true ? heap.intern("make-" + typeName) : constructor
            definitions.append(
                parent.isTrue
                    ? definition(name, systemForm("record-constructor", type))
                    : constructorDefinition(name, type, names, names))
        } else if elements[2].isPair, parent.isTrue {
            guard constructor.car.isIdentifier, let fields = properElements(constructor.cdr),
                fields.allSatisfy(\.isIdentifier)
            else { throw illFormed(form) }
            definitions.append(
                definition(constructor.car, systemForm("record-constructor", type, quoted(heap.list(fields)))))
        } else if constructor.isPair {
            guard constructor.car.isIdentifier, let fields = properElements(constructor.cdr),
                fields.allSatisfy({ names.contains($0) }), Set(fields).count == fields.count
            else { throw illFormed(form) }
            definitions.append(constructorDefinition(constructor.car, type, names, fields))
        } else if constructor.isTrue {
            throw illFormed(form)
        }
        if elements.count > 3 {
            let predicate = elements[3]
            if predicate == .true || predicate.isIdentifier {
                let name = predicate == .true ? heap.intern(typeName + "?") : predicate
                definitions.append(predicateDefinition(name, type))
            } else if predicate.isTrue {
                throw illFormed(form)
            }
        }
        return heap.list(definitions + accessors)
    }

    // MARK: The procedures of a record type
    //
    // Each is a procedure text of its own, so that it has its name, and the compiler sees what it does.
    // Their parameters are fresh aliases: a field may be called as the type is.

    func definition(_ name: Value, _ value: Value) -> Value { heap.list(systemAlias("define"), name, value) }

    /// `(operator operand …)` with the library's operator.
    func systemForm(_ operation: String, _ operands: Value...) -> Value {
        heap.cons(systemAlias(operation), heap.list(operands))
    }

    private func freshAlias(_ name: Value) -> Value {
        heap.object(.syntacticClosure, interpreter.systemEnvironment, .null, name)
    }

    private func procedureDefinition(_ name: Value, _ parameters: [Value], _ body: Value) -> Value {
        definition(name, systemForm("named-lambda", heap.cons(name, heap.list(parameters)), body))
    }

    /// A constructor with the given fields as parameters; the others are #f.
    func constructorDefinition(_ name: Value, _ type: Value, _ fields: [Value], _ given: [Value]) -> Value {
        var parameters: [Value: Value] = [:]
        for field in given { parameters[field] = freshAlias(field) }
        let operands = fields.map { parameters[$0] ?? .false }
        return procedureDefinition(
            name, given.map { parameters[$0] ?? $0 },
            heap.cons(systemAlias("%record"), heap.cons(type, heap.list(operands))))
    }

    func predicateDefinition(_ name: Value, _ type: Value) -> Value {
        let object = freshAlias(heap.intern("object"))
        return procedureDefinition(name, [object], systemForm("%record-is?", object, type))
    }

    /// The accessor of a field. It names itself in errors, as in MIT Scheme.
    /// - Parameter place: the field's index, counted from 1, or its name, quoted.
    func accessorDefinition(_ name: Value, _ type: Value, _ place: Value) -> Value {
        let record = freshAlias(heap.intern("record"))
        return fieldProcedure(name, [record], type, place) { index in
            systemForm("%record-ref", record, index, type, name)
        }
    }

    func modifierDefinition(_ name: Value, _ type: Value, _ place: Value) -> Value {
        let record = freshAlias(heap.intern("record"))
        let value = freshAlias(heap.intern("value"))
        return fieldProcedure(name, [record, value], type, place) { index in
            systemForm("%record-set!", record, index, value, type, name)
        }
    }

    /// The definition of a procedure whose body needs the index of a field.
    private func fieldProcedure(
        _ name: Value, _ parameters: [Value], _ type: Value, _ place: Value, body: (Value) -> Value
    ) -> Value {
        if place.isFixnum { return procedureDefinition(name, parameters, body(place)) }
        let index = freshAlias(heap.intern("index"))
        let procedure = systemForm("named-lambda", heap.cons(name, heap.list(parameters)), body(index))
        return definition(
            name,
            systemForm("let", heap.list(heap.list(index, systemForm("%record-type-index", type, place))), procedure))
    }

    func quoted(_ datum: Value) -> Value { heap.list(systemAlias("quote"), datum) }

    /// The type's name without the brackets of `<point>`.
    private func recordName(_ type: Value) -> String {
        let text = type.identifierSymbol.symbolText
        return text.count > 2 && text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
    }
}
