// Handlers of inlined character procedures.

/// Whether both words are characters; their order is then that of the words.
@inline(__always) private func areCharacters(_ left: Int, _ right: Int) -> Bool {
    left & 0xFF == Tag.character && right & 0xFF == Tag.character
}

@c(schooner_handle_character_equal)
func handleCharacterEqual(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let (left, right) = (fp[word.b], fp[word.c])
    if _slowPath(!areCharacters(left, right)) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = truth(left == right)
    return next(pc, fp, state, table)
}

@c(schooner_handle_character_less)
func handleCharacterLess(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let (left, right) = (fp[word.b], fp[word.c])
    if _slowPath(!areCharacters(left, right)) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = truth(left < right)
    return next(pc, fp, state, table)
}

@c(schooner_handle_character_less_or_equal)
func handleCharacterLessOrEqual(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let (left, right) = (fp[word.b], fp[word.c])
    if _slowPath(!areCharacters(left, right)) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = truth(left <= right)
    return next(pc, fp, state, table)
}

@c(schooner_handle_unless_character_equal)
func handleUnlessCharacterEqual(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let (left, right) = (fp[word.a], fp[word.b])
    if _slowPath(!areCharacters(left, right)) { return slowInline(pc, fp, state, word.word, table) }
    return next(left == right ? pc + 1 : pc + word.signedC, fp, state, table)
}

@c(schooner_handle_unless_character_less)
func handleUnlessCharacterLess(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let (left, right) = (fp[word.a], fp[word.b])
    if _slowPath(!areCharacters(left, right)) { return slowInline(pc, fp, state, word.word, table) }
    return next(left < right ? pc + 1 : pc + word.signedC, fp, state, table)
}

@c(schooner_handle_unless_character_less_or_equal)
func handleUnlessCharacterLessOrEqual(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let (left, right) = (fp[word.a], fp[word.b])
    if _slowPath(!areCharacters(left, right)) { return slowInline(pc, fp, state, word.word, table) }
    return next(left <= right ? pc + 1 : pc + word.signedC, fp, state, table)
}

@c(schooner_handle_unless_character_equal_immediate)
func handleUnlessCharacterEqualImmediate(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let character = fp[word.a]
    if _slowPath(character & 0xFF != Tag.character) { return slowInline(pc, fp, state, word.word, table) }
    return next(character == word.signedB ? pc + 1 : pc + word.signedC, fp, state, table)
}

@c(schooner_handle_character_to_integer)
func handleCharacterToInteger(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let character = fp[word.b]
    if _slowPath(character & 0xFF != Tag.character) { return slowInline(pc, fp, state, word.word, table) }
    fp[word.a] = (character &>> 8) &<< 1
    return next(pc, fp, state, table)
}

@c(schooner_handle_integer_to_character)
func handleIntegerToCharacter(
    _ pc: ProgramCounter, _ fp: Frame, _ state: UnsafeMutableRawPointer, _ word: UInt64, _ table: UnsafeRawPointer
) -> Int {
    let word = Instruction(word: word)
    let code = fp[word.b]
    if _slowPath(code & 1 != 0 || UInt(bitPattern: code) >= 0xD800 &<< 1) {
        return slowInline(pc, fp, state, word.word, table)
    }
    fp[word.a] = code &<< 7 | Tag.character
    return next(pc, fp, state, table)
}
