/// The type code in an object's header. Codes from 0x80 on have a raw payload that the collector does not scan.
package enum ObjectType: UInt8, Sendable {
    case vector = 1
    /// `[code, free variables…]`
    case closure
    /// `[index, name]`: a procedure written in Swift.
    case primitive
    /// `[segment, end, resume address, next, winders, parameters, handlers]`
    case continuation
    /// A piece of captured stack: `[words…]`
    case stackSegment
    /// `[key, value, converter]`
    case parameter
    /// `[procedure, extra]`: MIT's apply hook; an entity gets itself as first argument.
    case applyHook
    case entity
    /// A variable's box: `[value]`
    case box
    /// MIT's cell: `[value]`
    case cell
    /// `[value, name, environment, flags]`: a top-level variable.
    case globalCell
    /// `[parent, table, count, name, flags]`: a top-level environment.
    case environment
    /// `[name string, hash]`
    case symbol
    /// `[storage, length]`; flags say wide and literal.
    case string
    /// `[type, fields…]`
    case record
    /// `[name, field names, parent, tag, printer, extra]`
    case recordType
    /// `[type, continuation, restarts, fields, …]`
    case condition
    /// `[name, generalisations, field names, reporter, …]`
    case conditionType
    /// `[name, effector, interactor, extra]`
    case restart
    /// `[state, value or thunk]`
    case promise
    /// Several values on their way to a receiver that accepts them: `[values…]`
    case multipleValues
    /// `[car (weak), cdr]`
    case weakPair
    /// `[key (weak), datum]`
    case ephemeron
    /// `[kind, buckets, count, …]`
    case hashTable
    case ratio
    /// `[real, imaginary]`
    case complex
    /// `[core, state…]`: a port; the core is a Swift object in the handle table.
    case port
    /// `[handle, kind, …]`: a channel: a socket, server or file descriptor.
    case channel
    /// `[handle]`: a Swift object that a program holds.
    case handle
    /// `[index, name, joiners, …]`: a green thread.
    case thread
    case mutex
    /// A condition variable, queue or other thing that threads wait on.
    case waitable
    /// `[kind, payload, environment]`: a keyword's meaning: a special form or a macro.
    case macro
    /// `[environment, free names, form]`: a syntactic closure, or a renamed identifier.
    case syntacticClosure
    /// `[bits…]`: a set of characters.
    case characterSet
    /// `[names, values, …]`: an environment as a value that is not top-level.
    case library
    /// `[…]`: instructions and constants; never moved.
    case code
    /// `[thunk, …]` for `define-structure` kin and other tagged things of the prelude.
    case tagged

    /// `[bytes, …]`: the length in bytes, then the bytes.
    case bytevector = 0x80
    /// The characters of a string: as a bytevector, one or four bytes a character.
    case characters = 0x81
    /// `[limbs…]` little-endian; the sign is a flag.
    case bignum = 0x82
    /// One IEEE double.
    case flonum = 0x83
    /// A hole in the old space: free memory. No value refers to it.
    case filler = 0x84
}

/// A header word: `length` payload words, `flags`, `type`.
package enum Header {
    /// A string whose characters take four bytes; a negative bignum.
    package static let wide = 1
    package static let negative = 1
    /// A literal: mutators refuse it.
    package static let immutable = 2
    /// The object has memory of its own, outside the nursery and the old space's chunks.
    package static let pinned = 4
    /// A pinned object that the major cycle has reached.
    package static let marked = 8
    /// A symbol that is in no table.
    package static let uninterned = 16

    @inline(__always) package static func make(_ type: ObjectType, length: Int, flags: Int = 0) -> Int {
        length &<< 24 | flags &<< 16 | Int(type.rawValue) &<< 8 | Tag.header
    }

    @inline(__always) package static func length(_ word: Int) -> Int { word &>> 24 }
    @inline(__always) package static func flags(_ word: Int) -> Int { word &>> 16 & 0xFF }
    @inline(__always) package static func typeCode(_ word: Int) -> UInt8 { UInt8(truncatingIfNeeded: word &>> 8) }
    @inline(__always) package static func isHeader(_ word: Int) -> Bool { word & 0xFF == Tag.header }
    @inline(__always) package static func isRaw(_ word: Int) -> Bool { word & 0x8000 != 0 }
    /// The low sixteen bits of every header of a type: the cheapest type test.
    @inline(__always) package static func mark(_ type: ObjectType) -> Int { Int(type.rawValue) &<< 8 | Tag.header }
}

extension Value {
    /// The header of an object or flonum.
    @inline(__always) package var header: Int { words[0] }
    @inline(__always) package var flags: Int { Header.flags(words[0]) }
    @inline(__always) package var length: Int { Header.length(words[0]) }

    /// Whether this is an object of the type.
    @inline(__always) package func isType(_ type: ObjectType) -> Bool {
        bits & Tag.mask == Tag.object && words[0] & 0xFFFF == Header.mark(type)
    }

    /// The type of an object; nil for pairs, flonums, fixnums and immediates.
    package var type: ObjectType? { isObject ? ObjectType(rawValue: Header.typeCode(header)) : nil }

    /// Payload word `index` of an object that has one.
    @inline(__always) package subscript(slot index: Int) -> Value {
        Value(bits: words[index &+ 1])
    }

    @inline(__always) package var car: Value { Value(bits: words[0]) }
    @inline(__always) package var cdr: Value { Value(bits: words[1]) }
    @inline(__always) package var double: Double {
        UnsafeRawPointer(words + 1).load(as: Double.self)
    }

    package var isSymbol: Bool { isType(.symbol) }
    package var isString: Bool { isType(.string) }
    package var isVector: Bool { isType(.vector) }
    package var isBytevector: Bool { isType(.bytevector) }
    package var isBignum: Bool { isType(.bignum) }
    package var isNumber: Bool {
        isFixnum || isFlonum || isType(.bignum) || isType(.ratio) || isType(.complex)
    }
    /// Whether the machine can call it.
    package var isProcedure: Bool {
        guard isObject else { return false }
        switch type {
        case .closure, .primitive, .continuation, .parameter, .applyHook, .entity: return true
        default: return false
        }
    }
}
