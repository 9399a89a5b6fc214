/// The instruction set: the one source from which the dispatcher, the disassembler and the reference page come.
///
/// An instruction is a 64-bit word: `op` in bits 0–7, `x` in 8–15, `a` in 16–31, `b` in 32–47, `c` in 48–63.
/// `a`, `b` and `c` mostly name frame slots; `bc` is the signed 32-bit number made of `b` and `c`.
/// A constant is named by `bc` or `b`, its distance in words from the next instruction.
package enum Opcode: UInt8, CaseIterable, Sendable {
    // Moves
    case move, constant, immediate, free, global
    case makeBox, boxRef, boxRefChecked, boxSet, freeBoxRef, freeBoxRefChecked, freeBoxSet
    case checkAssigned
    case setGlobal, defineGlobal
    case makeClosure, closureSet
    // Control
    case jump, loop, jumpIfFalse, jumpIfTrue
    case enterFixed, enterVariable
    case call, callGlobal, callValues, tailCall, tailCallGlobal, `return`, returnConstant
    case underflow, resumeInline, applyValues, callInlined, makeEnvironment
    case applyList, giveValues
    case moveJump, immediateJump, leaveInline
    // Arithmetic
    case add, addImmediate, subtract, subtractImmediate, multiply
    case quotient, remainder, modulo
    case bitAnd, bitOr, bitXor, shiftLeft
    case numberEqual, less, lessOrEqual
    case isZero
    case unlessNumberEqual, unlessLess, unlessLessOrEqual
    case unlessNumberEqualImmediate, unlessLessImmediate, unlessLessOrEqualImmediate
    case unlessGreaterImmediate, unlessGreaterOrEqualImmediate
    // Tests
    case not, eq, isPair, isNull, isFixnum, isSymbol, isString, isVector, isCharacter, isProcedure, isEOF, isDefault
    case unlessEq, unlessPair, unlessNull, unlessEqImmediate, unlessEqConstant
    case characterEqual, characterLess, characterLessOrEqual
    case unlessCharacterEqual, unlessCharacterLess, unlessCharacterLessOrEqual, unlessCharacterEqualImmediate
    // Data
    case cons, car, cdr, setCar, setCdr, cadr, cddr, caar, cdar, caddr, cdddr, cadddr
    case vectorRef, vectorSet, vectorLength
    case bytevectorRef, bytevectorSet, bytevectorLength
    case stringRef, stringLength
    case characterToInteger, integerToCharacter
    case flonumAdd, flonumSubtract, flonumMultiply, flonumDivide
    case divide
    case eqv, equal
    case vectorRefImmediate
    case recordRef, recordSet, isRecord, makeRecord
}

/// How an instruction's operands read in a listing.
package enum OperandFormat: Sendable {
    case none, a, ab, abc, aConstant, aImmediate, aIndex, constantOnly
    case record
    case jump, aJump, abJump, aImmediateJump, aConstantJump, call, callGlobal, entry
}

extension Opcode {
    /// Name, operand format and effect of each instruction.
    package var row: (name: String, format: OperandFormat, effect: String) {
        switch self {
        case .move: ("move", .ab, "a ← b")
        case .constant: ("constant", .aConstant, "a ← constant")
        case .immediate: ("immediate", .aImmediate, "a ← the word bc, sign-extended")
        case .free: ("free", .aIndex, "a ← free variable b of the running closure")
        case .global: ("global", .aConstant, "a ← value of the global cell; an error when it has none")
        case .makeBox: ("make-box", .ab, "a ← a new box that holds b")
        case .boxRef: ("box-ref", .ab, "a ← content of the box in b")
        case .boxRefChecked:
            ("box-ref-checked", .ab, "as box-ref; an error while the box is unassigned (next word: its name)")
        case .boxSet: ("box-set", .ab, "content of the box in a ← b")
        case .freeBoxRef: ("free-box-ref", .aIndex, "a ← content of the box in free variable b")
        case .freeBoxRefChecked: ("free-box-ref-checked", .aIndex, "as free-box-ref, checked (next word: its name)")
        case .freeBoxSet: ("free-box-set", .aIndex, "content of the box in free variable b ← a")
        case .checkAssigned: ("check-assigned", .aConstant, "an error when a is unassigned; the constant is its name")
        case .setGlobal:
            (
                "set-global", .aConstant,
                "global cell ← a, its old value to a+1 if x (x = 2: even the mark of none); an error when it is unbound; re-links code that assumed the old value"
            )
        case .defineGlobal:
            ("define-global", .aConstant, "defines the global cell as a; re-links code that assumed the old value")
        case .makeClosure:
            (
                "make-closure", .aConstant,
                "a ← a closure over the code constant with x free variables (x = 255: as many as a says)"
            )
        case .closureSet: ("closure-set", .abc, "free variable b of the closure in a ← c")
        case .jump: ("jump", .jump, "go on at pc + bc")
        case .loop: ("loop", .jump, "as jump, backwards; a safepoint")
        case .jumpIfFalse: ("jump-if-false", .aJump, "jump by bc when a is #f")
        case .jumpIfTrue: ("jump-if-true", .aJump, "jump by bc unless a is #f")
        case .enterFixed: ("enter", .entry, "checks for exactly a arguments and room for b words; a safepoint")
        case .enterVariable:
            (
                "enter-variable", .entry,
                "a required, c optional arguments, a rest list if x; room for b words; a safepoint"
            )
        case .call: ("call", .call, "c ← call of the procedure at a+1 with x arguments from a+2 on")
        case .callGlobal:
            (
                "call-global", .callGlobal,
                "c ← call of the global cell's procedure (cell at b) with x arguments from a+2 on"
            )
        case .callValues: ("call-values", .call, "as call, but takes any number of values as one object")
        case .tailCall:
            ("tail-call", .call, "calls the procedure at a+1 with x arguments from a+2 on, in place of this frame")
        case .tailCallGlobal:
            ("tail-call-global", .callGlobal, "as tail-call, with the procedure in the global cell at b")
        case .return: ("return", .a, "returns a to the caller")
        case .returnConstant: ("return-immediate", .aImmediate, "returns the word bc")
        case .underflow:
            ("underflow", .none, "the bottom of the stack: reinstates what was captured, or ends the thread")
        case .resumeInline: ("resume-inline", .none, "gives a handler's value to the instruction that needed help")
        case .applyValues: ("apply-values", .call, "tail-calls the procedure at a+1 with the values in a+2")
        case .callInlined: ("call-inlined", .abc, "a patched inlined primitive: calls what its name means now")
        case .makeEnvironment:
            (
                "make-environment", .call,
                "a ← an environment with x variables (255: as many as a says), inside the constant"
            )
        case .applyList: ("apply", .none, "the procedure `apply`: the frame gets the arguments that it names")
        case .giveValues: ("values", .none, "the procedure `values`: returns the frame's arguments")
        case .moveJump: ("move-jump", .abJump, "a ← b; jump by c")
        case .immediateJump: ("immediate-jump", .aImmediateJump, "a ← the word b, sign-extended; jump by c")
        case .leaveInline: ("leave-inlined", .none, "an inlined procedure goes on in a frame of its own")
        case .add: ("add", .abc, "a ← b + c")
        case .addImmediate: ("add-immediate", .abc, "a ← b + c, a signed constant")
        case .subtract: ("subtract", .abc, "a ← b − c")
        case .subtractImmediate: ("subtract-immediate", .abc, "a ← b − c, a signed constant")
        case .multiply: ("multiply", .abc, "a ← b × c")
        case .quotient: ("quotient", .abc, "a ← b ÷ c, truncated")
        case .remainder: ("remainder", .abc, "a ← remainder of b ÷ c, truncated")
        case .modulo: ("modulo", .abc, "a ← remainder of b ÷ c, floored")
        case .bitAnd: ("bit-and", .abc, "a ← b and c, bit by bit")
        case .bitOr: ("bit-or", .abc, "a ← b or c, bit by bit")
        case .bitXor: ("bit-xor", .abc, "a ← b exclusive-or c, bit by bit")
        case .shiftLeft: ("shift", .abc, "a ← b shifted left by c bits")
        case .numberEqual: ("number-equal", .abc, "a ← whether b = c")
        case .less: ("less", .abc, "a ← whether b < c")
        case .lessOrEqual: ("less-or-equal", .abc, "a ← whether b ≤ c")
        case .isZero: ("zero?", .ab, "a ← whether b = 0")
        case .unlessNumberEqual: ("unless-number-equal", .abJump, "jump by c unless a = b")
        case .unlessLess: ("unless-less", .abJump, "jump by c unless a < b")
        case .unlessLessOrEqual: ("unless-less-or-equal", .abJump, "jump by c unless a ≤ b")
        case .unlessNumberEqualImmediate:
            ("unless-number-equal-immediate", .aImmediateJump, "jump by c unless a = b, a signed constant")
        case .unlessLessImmediate:
            ("unless-less-immediate", .aImmediateJump, "jump by c unless a < b, a signed constant")
        case .unlessLessOrEqualImmediate:
            ("unless-less-or-equal-immediate", .aImmediateJump, "jump by c unless a ≤ b, a signed constant")
        case .unlessGreaterImmediate:
            ("unless-greater-immediate", .aImmediateJump, "jump by c unless a > b, a signed constant")
        case .unlessGreaterOrEqualImmediate:
            ("unless-greater-or-equal-immediate", .aImmediateJump, "jump by c unless a ≥ b, a signed constant")
        case .not: ("not", .ab, "a ← whether b is #f")
        case .eq: ("eq?", .abc, "a ← whether b and c are the same object")
        case .isPair: ("pair?", .ab, "a ← whether b is a pair")
        case .isNull: ("null?", .ab, "a ← whether b is the empty list")
        case .isFixnum: ("fixnum?", .ab, "a ← whether b is a fixnum")
        case .isSymbol: ("symbol?", .ab, "a ← whether b is a symbol")
        case .isString: ("string?", .ab, "a ← whether b is a string")
        case .isVector: ("vector?", .ab, "a ← whether b is a vector")
        case .isCharacter: ("char?", .ab, "a ← whether b is a character")
        case .isProcedure: ("procedure?", .ab, "a ← whether b is a procedure")
        case .isEOF: ("eof-object?", .ab, "a ← whether b is the end-of-file object")
        case .isDefault: ("default-object?", .ab, "a ← whether b is the default object")
        case .unlessEq: ("unless-eq", .abJump, "jump by c unless a and b are the same object")
        case .unlessPair: ("unless-pair", .aJump, "jump by c unless a is a pair")
        case .unlessNull: ("unless-null", .aJump, "jump by c unless a is the empty list")
        case .unlessEqImmediate: ("unless-eq-immediate", .aImmediateJump, "jump by c unless a is the word b")
        case .unlessEqConstant: ("unless-eq-constant", .aConstantJump, "jump by c unless a is the constant at b")
        case .characterEqual: ("char=?", .abc, "a ← whether characters b and c are the same")
        case .characterLess: ("char<?", .abc, "a ← whether character b comes before c")
        case .characterLessOrEqual: ("char<=?", .abc, "a ← whether character b does not come after c")
        case .unlessCharacterEqual: ("unless-char=?", .abJump, "jump by c unless characters a and b are the same")
        case .unlessCharacterLess: ("unless-char<?", .abJump, "jump by c unless character a comes before b")
        case .unlessCharacterLessOrEqual:
            ("unless-char<=?", .abJump, "jump by c unless character a does not come after b")
        case .unlessCharacterEqualImmediate:
            ("unless-char=?-immediate", .aImmediateJump, "jump by c unless character a is the word b")
        case .cons: ("cons", .abc, "a ← a new pair of b and c")
        case .car: ("car", .ab, "a ← car of b")
        case .cdr: ("cdr", .ab, "a ← cdr of b")
        case .setCar: ("set-car!", .abc, "car of b ← c; a ← unspecific")
        case .setCdr: ("set-cdr!", .abc, "cdr of b ← c; a ← unspecific")
        case .cadr: ("cadr", .ab, "a ← car of cdr of b")
        case .cddr: ("cddr", .ab, "a ← cdr of cdr of b")
        case .caar: ("caar", .ab, "a ← car of car of b")
        case .cdar: ("cdar", .ab, "a ← cdr of car of b")
        case .caddr: ("caddr", .ab, "a ← car of cdr of cdr of b")
        case .cdddr: ("cdddr", .ab, "a ← cdr of cdr of cdr of b")
        case .cadddr: ("cadddr", .ab, "a ← car of cdr of cdr of cdr of b")
        case .vectorRef: ("vector-ref", .abc, "a ← element c of vector b")
        case .vectorSet: ("vector-set!", .abc, "element c of vector b ← the slot x (signed) after a; a ← unspecific")
        case .vectorLength: ("vector-length", .ab, "a ← length of vector b")
        case .bytevectorRef: ("bytevector-u8-ref", .abc, "a ← byte c of bytevector b")
        case .bytevectorSet:
            ("bytevector-u8-set!", .abc, "byte c of bytevector b ← the slot x (signed) after a; a ← unspecific")
        case .bytevectorLength: ("bytevector-length", .ab, "a ← length of bytevector b")
        case .stringRef: ("string-ref", .abc, "a ← character c of string b")
        case .stringLength: ("string-length", .ab, "a ← length of string b")
        case .characterToInteger: ("char->integer", .ab, "a ← code point of character b")
        case .integerToCharacter: ("integer->char", .ab, "a ← character with code point b")
        case .flonumAdd: ("flo:+", .abc, "a ← b + c, flonums")
        case .flonumSubtract: ("flo:-", .abc, "a ← b − c, flonums")
        case .flonumMultiply: ("flo:*", .abc, "a ← b × c, flonums")
        case .flonumDivide: ("flo:/", .abc, "a ← b ÷ c, flonums")
        case .divide: ("divide", .abc, "a ← b ÷ c, exact or flonum")
        case .eqv: ("eqv?", .abc, "a ← whether b and c are the same, numbers by value and exactness")
        case .equal: ("equal?", .abc, "a ← whether b and c have the same structure and contents")
        case .vectorRefImmediate: ("vector-ref-immediate", .abc, "a ← element c, a constant, of vector b")
        case .recordRef: ("record-ref", .record, "a ← word x of record b, whose type is the value of the cell at c")
        case .recordSet: ("record-set!", .record, "word x of record b ← a; its type is the value of the cell at c")
        case .isRecord: ("record?", .record, "a ← whether b is a record whose type is the value of the cell at c")
        case .makeRecord:
            (
                "make-record", .record,
                "a ← a new record of the type in the cell at c, its x fields from slot b on"
            )
        }
    }
}

/// One instruction word and its fields.
package struct Instruction: Sendable {
    package var word: UInt64

    @inline(__always) package init(word: UInt64) { self.word = word }

    package init(_ opcode: Opcode, x: Int = 0, a: Int = 0, b: Int = 0, c: Int = 0) {
        word =
            UInt64(opcode.rawValue) | UInt64(x & 0xFF) << 8 | UInt64(a & 0xFFFF) << 16 | UInt64(b & 0xFFFF) << 32
            | UInt64(c & 0xFFFF) << 48
    }

    package init(_ opcode: Opcode, x: Int = 0, a: Int = 0, bc: Int) {
        self.init(opcode, x: x, a: a, b: bc & 0xFFFF, c: bc >> 16 & 0xFFFF)
    }

    @inline(__always) package var code: UInt8 { UInt8(truncatingIfNeeded: word) }
    package var opcode: Opcode? { Opcode(rawValue: code) }
    /// A count of variables in `x` that stands for another, in the slot that `a` names.
    static let manyFreeVariables = 255

    @inline(__always) package var x: Int { Int(truncatingIfNeeded: word &>> 8) & 0xFF }
    /// `x` as a signed number.
    @inline(__always) package var signedX: Int { Int(Int8(truncatingIfNeeded: word &>> 8)) }
    @inline(__always) package var a: Int { Int(truncatingIfNeeded: word &>> 16) & 0xFFFF }
    @inline(__always) package var b: Int { Int(truncatingIfNeeded: word &>> 32) & 0xFFFF }
    @inline(__always) package var c: Int { Int(truncatingIfNeeded: word &>> 48) }
    @inline(__always) package var signedB: Int { Int(Int16(truncatingIfNeeded: word &>> 32)) }
    @inline(__always) package var signedC: Int { Int(truncatingIfNeeded: Int64(bitPattern: word) &>> 48) }
    @inline(__always) package var bc: Int { Int(truncatingIfNeeded: Int64(bitPattern: word) &>> 32) }
}
