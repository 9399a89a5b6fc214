// Objects that have no syntax: `#[kind 12 …]`, and the few that have.

extension Printer {
    mutating func printObject(_ value: Value) {
        guard let type = value.type else { return put("#[object]") }
        switch type {
        case .string: printString(value)
        case .symbol: printSymbol(value)
        case .vector:
            if value.length > 0, let tag = structureTag(value[slot: 0]) { return printUnreadable(tag, value) }
            guard begin("#(") else { return }
            jobs.append(.elements(value, next: 0))
        case .bytevector: printBytevector(value)
        case .bignum, .ratio, .complex, .flonum:
            if let number = value.parsedNumber { printNumber(number) }
        case .record: printRecord(value)
        case .promise: printPromise(value)
        case .environment: printEnvironment(value)
        case .port, .channel, .handle, .thread, .mutex, .waitable: printHandle(value, type)
        default: printPlain(value, type)
        }
    }

    /// Objects that print as their kind, number and perhaps a name.
    private mutating func printPlain(_ value: Value, _ type: ObjectType) {
        switch type {
        case .closure: printClosure(value)
        case .primitive: printUnreadable("primitive-procedure", value, name: value[slot: 1])
        case .parameter: printCompiled(value, name: scheme.heap.string("parameter"))
        case .continuation: printUnreadable("continuation", value)
        case .applyHook: printUnreadable("apply-hook", value)
        case .entity: printUnreadable("entity", value)
        case .cell, .box: printUnreadable("cell", value)
        case .recordType:
            printUnreadable("record-type", value, stripped: value[slot: RecordTypeLayout.name])
        case .condition:
            let name = value[slot: ConditionLayout.type][slot: ConditionTypeLayout.name]
            printUnreadable("condition", value, name: name)
        case .conditionType: printUnreadable("condition-type", value, name: value[slot: ConditionTypeLayout.name])
        case .restart: printUnreadable("restart", value, name: value[slot: 0])
        case .weakPair: printUnreadable("weak-cons", value)
        case .ephemeron: printUnreadable("ephemeron", value)
        case .hashTable: printUnreadable("hash-table", value)
        case .macro: printUnreadable(value.isTransformer ? "transformer-item" : "classifier-item", value)
        case .syntacticClosure: printUnreadable("syntactic-closure", value)
        case .characterSet: printUnreadable("char-set", value)
        case .library: printUnreadable("environment", value)
        case .code: printUnreadable("compiled-code-block", value)
        case .multipleValues: printUnreadable("multiple-values", value)
        default: printUnreadable("object", value)
        }
    }

    /// `#[kind 12]` or `#[kind 12 name]`; the name is a string or symbol, printed in the style.
    mutating func printUnreadable(_ kind: String, _ value: Value, name: Value? = nil, stripped: Value? = nil) {
        if style.showsOnlyNumbers { return sink.put("#@\(scheme.hashNumber(of: value))") }
        let isNamed = name.map { $0.isString || $0.isSymbol } ?? false || stripped != nil
        sink.put("#[\(kind)\(hashNumber(value, isNamed: isNamed))")
        if let name, name.isString || name.isSymbol {
            put(" ")
            if name.isString { printString(name) } else { printName(name.symbolName) }
        }
        if let stripped {
            put(" ")
            putWithoutBrackets(stripped)
        }
        put("]")
    }

    /// A blank and the number that stands for an object, where they are to be shown.
    /// What has nothing else to tell it from others of its kind keeps its number in any case.
    private func hashNumber(_ value: Value, isNamed: Bool = true) -> String {
        style.showsHashNumbers || !isNamed ? " \(scheme.hashNumber(of: value))" : ""
    }

    /// A record type's name, without the brackets of `<point>`.
    private mutating func putWithoutBrackets(_ name: Value) {
        guard name.isString else { return }
        let count = name.stringLength
        let isBracketed = count > 2 && name.stringScalar(at: 0) == 0x3C && name.stringScalar(at: count - 1) == 0x3E
        for index in isBracketed ? 1..<count - 1 : 0..<count { sink.put(name.stringScalar(at: index)) }
    }

    /// `#[thread-queue 12 elements:0 max:5]`, `#[condition-variable 13 name]`.
    private mutating func printWaitable(_ value: Value) {
        guard value.waitableKind == .queue else {
            let name = value.waitableKind == .conditionVariable ? value[slot: WaitableLayout.name] : nil
            return printUnreadable(value.waitableKind?.name ?? "waitable", value, name: name)
        }
        sink.put("#[thread-queue \(scheme.hashNumber(of: value)) elements:\(value[slot: WaitableLayout.count].fixnum)")
        let maximum = value[slot: WaitableLayout.maximum]
        if maximum.isFixnum { sink.put(" max:\(maximum.fixnum)") }
        put("]")
    }

    private mutating func printRecord(_ record: Value) {
        if style.showsOnlyNumbers { return sink.put("#@\(scheme.hashNumber(of: record))") }
        let type = record[slot: RecordLayout.type]
        put("#[")
        if type.isType(.recordType) { putWithoutBrackets(type[slot: RecordTypeLayout.name]) } else { put("record") }
        sink.put("\(hashNumber(record, isNamed: false))]")
    }

    private mutating func printClosure(_ closure: Value) {
        let code = closure.code
        guard code.isType(.code) else { return printUnreadable("compound-procedure", closure) }
        if code.codeIsLibrary, code.codeName.isSymbol {
            printCompiled(closure, name: code.codeName.symbolName)
        } else {
            printUnreadable("compound-procedure", closure, name: style.showsProcedureNames ? code.codeName : nil)
        }
    }

    /// A procedure of the library, in the form in which MIT prints compiled code: block name, block number, offset, name.
    private mutating func printCompiled(_ procedure: Value, name: Value) {
        if style.showsOnlyNumbers { return sink.put("#@\(scheme.hashNumber(of: procedure))") }
        sink.put("#[compiled-procedure\(hashNumber(procedure)) (")
        printString(name)
        put(" #x10) #xbc ")
        printName(name)
        put("]")
    }

    private mutating func printPromise(_ promise: Value) {
        if style.showsOnlyNumbers { return sink.put("#@\(scheme.hashNumber(of: promise))") }
        sink.put("#[promise\(hashNumber(promise))")
        if promise.isForcedPromise {
            put(" (evaluated) ")
            jobs.append(.text("]"))
            jobs.append(.value(promise.promiseContent))
        } else {
            put(" (unevaluated)]")
        }
    }

    private mutating func printEnvironment(_ environment: Value) {
        if environment == scheme.systemEnvironment {
            put("#[environment system-global-environment]")
        } else {
            printUnreadable("environment", environment)
        }
    }

    private mutating func printBytevector(_ bytes: Value) {
        guard begin("#u8(") else { return }
        for index in 0..<bytes.byteCount {
            if index > 0, !beginElement() { return }
            printNumber(.fixnum(Int(bytes.bytes[index])))
        }
        end()
    }

    private mutating func printHandle(_ value: Value, _ type: ObjectType) {
        if type != .thread && type != .waitable, value.length > 0, value[slot: 0].isFixnum,
            let handle = scheme.heap.handles[checked: value[slot: 0].fixnum] as? any PrintedHandle
        {
            if style.showsOnlyNumbers { return sink.put("#@\(scheme.hashNumber(of: value))") }
            let form = handle.printedForm
            let isNamed = !form.detail.isEmpty || form.part != nil
            sink.put("#[\(form.kind)\(hashNumber(value, isNamed: isNamed))")
            if !form.detail.isEmpty { sink.put(" " + form.detail) }
            if let part = form.part {
                jobs.append(.text("]"))
                jobs.append(.value(part))
            } else {
                put("]")
            }
            return
        }
        switch type {
        case .port: printUnreadable("port", value)
        case .channel: printUnreadable("channel", value)
        case .thread: printUnreadable("thread", value)
        case .mutex: printUnreadable("thread-mutex", value)
        case .waitable: printWaitable(value)
        default: printUnreadable("handle", value)
        }
    }
}

/// A Swift object behind a heap object that says how the heap object prints.
package protocol PrintedHandle: HeapHandle {
    /// `#[kind 12 detail part]`; an empty detail and a nil part are left out. A detail is followed by the part after one space
    /// when it ends with one: `textual-i/o-port`, `for channel: `, the channel.
    var printedForm: (kind: String, detail: String, part: Value?) { get }
}

extension HandleTable {
    /// The object at an index that may be none.
    fileprivate subscript(checked index: Int) -> (any HeapHandle)? { isIndex(index) ? self[index] : nil }
}
