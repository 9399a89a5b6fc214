/// The handler of each instruction. A `switch` without default: the compiler sees to it that none is forgotten.
private func handler(for opcode: Opcode) -> Handler {
    switch opcode {
    case .move: handleMove
    case .constant: handleConstant
    case .immediate: handleImmediate
    case .free: handleFree
    case .global: handleGlobal
    case .makeBox: handleMakeBox
    case .boxRef: handleBoxRef
    case .boxRefChecked: handleBoxRefChecked
    case .boxSet: handleBoxSet
    case .freeBoxRef: handleFreeBoxRef
    case .freeBoxRefChecked: handleFreeBoxRefChecked
    case .freeBoxSet: handleFreeBoxSet
    case .checkAssigned: handleCheckAssigned
    case .setGlobal: handleSetGlobal
    case .defineGlobal: handleDefineGlobal
    case .makeClosure: handleMakeClosure
    case .closureSet: handleClosureSet
    case .jump: handleJump
    case .loop: handleLoop
    case .jumpIfFalse: handleJumpIfFalse
    case .jumpIfTrue: handleJumpIfTrue
    case .enterFixed: handleEnterFixed
    case .enterVariable: handleEnterVariable
    case .call, .callValues: handleCall
    case .callGlobal: handleCallGlobal
    case .tailCall: handleTailCall
    case .tailCallGlobal: handleTailCallGlobal
    case .return: handleReturn
    case .returnConstant: handleReturnConstant
    case .underflow: handleUnderflow
    case .resumeInline: handleResumeInline
    case .applyValues: handleApplyValues
    case .callInlined: handleCallInlined
    case .makeEnvironment: handleMakeEnvironment
    case .applyList: handleApplyList
    case .giveValues: handleGiveValues
    case .moveJump: handleMoveJump
    case .immediateJump: handleImmediateJump
    case .leaveInline: handleLeaveInline
    case .add: handleAdd
    case .addImmediate: handleAddImmediate
    case .subtract: handleSubtract
    case .subtractImmediate: handleSubtractImmediate
    case .multiply: handleMultiply
    case .quotient: handleQuotient
    case .remainder: handleRemainder
    case .modulo: handleModulo
    case .bitAnd: handleBitAnd
    case .bitOr: handleBitOr
    case .bitXor: handleBitXor
    case .shiftLeft: handleShiftLeft
    case .numberEqual: handleNumberEqual
    case .less: handleLess
    case .lessOrEqual: handleLessOrEqual
    case .isZero: handleIsZero
    case .unlessNumberEqual: handleUnlessNumberEqual
    case .unlessLess: handleUnlessLess
    case .unlessLessOrEqual: handleUnlessLessOrEqual
    case .unlessNumberEqualImmediate: handleUnlessNumberEqualImmediate
    case .unlessLessImmediate: handleUnlessLessImmediate
    case .unlessLessOrEqualImmediate: handleUnlessLessOrEqualImmediate
    case .unlessGreaterImmediate: handleUnlessGreaterImmediate
    case .unlessGreaterOrEqualImmediate: handleUnlessGreaterOrEqualImmediate
    case .not: handleNot
    case .eq: handleEq
    case .isPair: handleIsPair
    case .isNull: handleIsNull
    case .isFixnum: handleIsFixnum
    case .isSymbol: handleIsSymbol
    case .isString: handleIsString
    case .isVector: handleIsVector
    case .isCharacter: handleIsCharacter
    case .isProcedure: handleIsProcedure
    case .isEOF: handleIsEOF
    case .isDefault: handleIsDefault
    case .unlessEq: handleUnlessEq
    case .unlessPair: handleUnlessPair
    case .unlessNull: handleUnlessNull
    case .unlessEqImmediate: handleUnlessEqImmediate
    case .unlessEqConstant: handleUnlessEqConstant
    case .characterEqual: handleCharacterEqual
    case .characterLess: handleCharacterLess
    case .characterLessOrEqual: handleCharacterLessOrEqual
    case .unlessCharacterEqual: handleUnlessCharacterEqual
    case .unlessCharacterLess: handleUnlessCharacterLess
    case .unlessCharacterLessOrEqual: handleUnlessCharacterLessOrEqual
    case .unlessCharacterEqualImmediate: handleUnlessCharacterEqualImmediate
    case .cons: handleCons
    case .car: handleCar
    case .cdr: handleCdr
    case .setCar: handleSetCar
    case .setCdr: handleSetCdr
    case .cadr: handleCadr
    case .cddr: handleCddr
    case .caar: handleCaar
    case .cdar: handleCdar
    case .caddr: handleCaddr
    case .cdddr: handleCdddr
    case .cadddr: handleCadddr
    case .vectorRef: handleVectorRef
    case .vectorSet: handleVectorSet
    case .vectorLength: handleVectorLength
    case .bytevectorRef: handleBytevectorRef
    case .bytevectorSet: handleBytevectorSet
    case .bytevectorLength: handleBytevectorLength
    case .stringRef: handleStringRef
    case .stringLength: handleStringLength
    case .characterToInteger: handleCharacterToInteger
    case .integerToCharacter: handleIntegerToCharacter
    case .flonumAdd: handleFlonumAdd
    case .flonumSubtract: handleFlonumSubtract
    case .flonumMultiply: handleFlonumMultiply
    case .flonumDivide: handleFlonumDivide
    case .divide: handleDivide
    case .eqv: handleEqv
    case .equal: handleEqual
    case .vectorRefImmediate: handleVectorRefImmediate
    case .recordRef: handleRecordRef
    case .recordSet: handleRecordSet
    case .isRecord: handleIsRecord
    case .makeRecord: handleMakeRecord
    }
}

/// A table of 256 handlers; codes that name no instruction lead to the underflow handler, and are never emitted.
func makeHandlerTable() -> UnsafeMutablePointer<Handler> {
    let table = UnsafeMutablePointer<Handler>.allocate(capacity: 256)
    table.initialize(repeating: handleUnderflow, count: 256)
    for opcode in Opcode.allCases { table[Int(opcode.rawValue)] = handler(for: opcode) }
    return table
}
