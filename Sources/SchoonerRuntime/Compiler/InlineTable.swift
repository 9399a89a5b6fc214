/// The global procedures that the compiler turns into instructions while their names keep their meaning.
package struct InlineRow: Sendable {
    enum Shape: Sendable {
        /// One operand, two, or `vector-set!`'s three.
        case unary, binary, store
        /// Left-associative over any number of operands from two on; `+` and kin.
        case fold
        /// `a ≥ b` as `b ≤ a`.
        case swapped
        /// A second operand that is the given constant: `1+`, `positive?`…
        case withConstant(Int)
        case constantFirst(Int)
        /// `eqv?` and `equal?`: an instruction only when one operand is a constant for which `eq?` says the same.
        case eqWhenConstant
        /// What `define-record-type` makes of its definitions; only where the type is a global variable.
        case record
    }

    let name: String
    let opcode: Opcode
    let shape: Shape

    private init(_ name: String, _ opcode: Opcode, _ shape: Shape) {
        self.name = name
        self.opcode = opcode
        self.shape = shape
    }

    package static let all: [InlineRow] = [
        .init("+", .add, .fold), .init("-", .subtract, .fold), .init("*", .multiply, .fold),
        .init("/", .divide, .binary),
        .init("integer-add", .add, .binary), .init("integer-subtract", .subtract, .binary),
        .init("integer-multiply", .multiply, .binary),
        .init("1+", .add, .withConstant(1)), .init("-1+", .subtract, .withConstant(1)),
        .init("1-", .subtract, .withConstant(1)),
        .init("quotient", .quotient, .binary), .init("remainder", .remainder, .binary),
        .init("modulo", .modulo, .binary), .init("truncate-quotient", .quotient, .binary),
        .init("truncate-remainder", .remainder, .binary), .init("floor-remainder", .modulo, .binary),
        .init("bitwise-and", .bitAnd, .binary), .init("bitwise-or", .bitOr, .binary),
        .init("bitwise-xor", .bitXor, .binary), .init("arithmetic-shift", .shiftLeft, .binary),
        .init("=", .numberEqual, .binary), .init("<", .less, .binary), .init("<=", .lessOrEqual, .binary),
        .init(">", .less, .swapped), .init(">=", .lessOrEqual, .swapped),
        .init("zero?", .numberEqual, .withConstant(0)), .init("positive?", .less, .constantFirst(0)),
        .init("negative?", .less, .withConstant(0)),
        .init("fix:+", .add, .binary), .init("fix:-", .subtract, .binary), .init("fix:*", .multiply, .binary),
        .init("fix:quotient", .quotient, .binary), .init("fix:remainder", .remainder, .binary),
        .init("fix:=", .numberEqual, .binary), .init("fix:<", .less, .binary), .init("fix:<=", .lessOrEqual, .binary),
        .init("fix:>", .less, .swapped), .init("fix:>=", .lessOrEqual, .swapped),
        .init("fix:1+", .add, .withConstant(1)), .init("fix:-1+", .subtract, .withConstant(1)),
        .init("fix:zero?", .numberEqual, .withConstant(0)), .init("fix:positive?", .less, .constantFirst(0)),
        .init("fix:negative?", .less, .withConstant(0)),
        .init("fix:and", .bitAnd, .binary), .init("fix:or", .bitOr, .binary), .init("fix:xor", .bitXor, .binary),
        .init("int:+", .add, .binary), .init("int:-", .subtract, .binary), .init("int:*", .multiply, .binary),
        .init("int:=", .numberEqual, .binary), .init("int:<", .less, .binary), .init("int:>", .less, .swapped),
        .init("int:quotient", .quotient, .binary), .init("int:remainder", .remainder, .binary),
        .init("flo:+", .flonumAdd, .binary), .init("flo:-", .flonumSubtract, .binary),
        .init("flo:*", .flonumMultiply, .binary), .init("flo:/", .flonumDivide, .binary),
        .init("not", .not, .unary), .init("false?", .not, .unary),
        .init("eq?", .eq, .binary), .init("eqv?", .eq, .eqWhenConstant), .init("equal?", .eq, .eqWhenConstant),
        .init("pair?", .isPair, .unary), .init("null?", .isNull, .unary), .init("fix:fixnum?", .isFixnum, .unary),
        .init("fixnum?", .isFixnum, .unary), .init("symbol?", .isSymbol, .unary), .init("string?", .isString, .unary),
        .init("vector?", .isVector, .unary), .init("char?", .isCharacter, .unary),
        .init("eof-object?", .isEOF, .unary), .init("default-object?", .isDefault, .unary),
        .init("cons", .cons, .binary), .init("car", .car, .unary), .init("cdr", .cdr, .unary),
        .init("cadr", .cadr, .unary), .init("cddr", .cddr, .unary), .init("caar", .caar, .unary),
        .init("cdar", .cdar, .unary), .init("caddr", .caddr, .unary), .init("cdddr", .cdddr, .unary),
        .init("cadddr", .cadddr, .unary),
        .init("set-car!", .setCar, .binary), .init("set-cdr!", .setCdr, .binary),
        .init("vector-ref", .vectorRef, .binary), .init("vector-set!", .vectorSet, .store),
        .init("vector-length", .vectorLength, .unary),
        .init("bytevector-u8-ref", .bytevectorRef, .binary), .init("bytevector-u8-set!", .bytevectorSet, .store),
        .init("bytevector-length", .bytevectorLength, .unary),
        .init("string-ref", .stringRef, .binary), .init("string-length", .stringLength, .unary),
        .init("char=?", .characterEqual, .binary), .init("char<?", .characterLess, .binary),
        .init("char<=?", .characterLessOrEqual, .binary), .init("char>?", .characterLess, .swapped),
        .init("char>=?", .characterLessOrEqual, .swapped),
        .init("char->integer", .characterToInteger, .unary), .init("integer->char", .integerToCharacter, .unary),
        .init("%record-ref", .recordRef, .record), .init("%record-set!", .recordSet, .record),
        .init("%record-is?", .isRecord, .record), .init("%record", .makeRecord, .record),
    ]

    /// The primitives that MIT's errors name for calls that become instructions with a constant operand.
    static let unaryNames = [
        "zero?": "integer-zero?", "positive?": "integer-positive?", "negative?": "integer-negative?",
        "1+": "integer-add-1", "-1+": "integer-subtract-1",
    ]

    /// The procedures that take more than their instructions do, or have errors of their own: they are called when the
    /// instruction fails.
    static let partial: Set = [
        "truncate-quotient", "truncate-remainder", "floor-remainder", "positive?", "negative?",
        "char=?", "char<?", "char<=?", "char>?", "char>=?",
    ]

    func accepts(_ count: Int) -> Bool {
        switch shape {
        case .unary, .withConstant, .constantFirst: count == 1
        case .binary, .swapped, .eqWhenConstant: count == 2
        case .store: count == 3
        case .fold: count >= 2
        case .record:
            switch opcode {
            case .recordRef: count == 4
            case .recordSet: count == 5
            case .isRecord: count == 2
            default: (1...200).contains(count)
            }
        }
    }

    /// The instruction that tests and jumps at once, for those that give a truth value.
    var fused: Opcode? {
        switch opcode {
        case .numberEqual: .unlessNumberEqual
        case .less: .unlessLess
        case .lessOrEqual: .unlessLessOrEqual
        case .eq: .unlessEq
        case .isPair: .unlessPair
        case .isNull: .unlessNull
        case .characterEqual: .unlessCharacterEqual
        case .characterLess: .unlessCharacterLess
        case .characterLessOrEqual: .unlessCharacterLessOrEqual
        default: nil
        }
    }
}

extension Heap {
    /// Marks the cells of the inlinable procedures; done once, when the environment binds them.
    package func markInlinable(_ environment: Value) {
        for (index, row) in InlineRow.all.enumerated() {
            guard let cell = ownCell(environment, intern(row.name)), cell[slot: CellLayout.value] != .unbound else {
                continue
            }
            let flags = cell[slot: CellLayout.flags].fixnum
            set(cell, slot: CellLayout.flags, Value(fixnum: flags | (index + 1) << CellLayout.inlineShift))
        }
    }

    /// The row that a global cell stands for now.
    func inlineRow(_ cell: Value) -> InlineRow? {
        let index = cell[slot: CellLayout.flags].fixnum >> CellLayout.inlineShift
        return index > 0 ? InlineRow.all[index - 1] : nil
    }
}
