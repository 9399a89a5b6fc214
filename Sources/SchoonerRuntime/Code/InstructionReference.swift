/// The reference page of the instruction set, made from `Opcode`: `docs/instruction-set.md` holds it, and a test compares.
package enum InstructionReference {
    package static var page: String {
        var text = """
            # The instruction set

            Made from `Sources/SchoonerRuntime/Code/Opcode.swift`; do not edit. `schooner --disassemble FILE` lists a program's
            instructions.

            An instruction is a 64-bit word: `op` in bits 0–7, `x` in 8–15, `a` in 16–31, `b` in 32–47, `c` in 48–63; `bc` is the
            signed number in bits 32–63. `a`, `b` and `c` name frame slots unless the effect says otherwise. A frame is
            `[return address][closure][arguments…][locals and temporaries…]`, so arguments begin at slot 2. Jumps count words
            from the next instruction. The word behind a test that jumps is skipped normally: it takes a truth value that a
            condition handler or a redefined procedure gives.

            | code | name | effect |
            |---|---|---|

            """
        for opcode in Opcode.allCases {
            let effect = opcode.row.effect.split(separator: "|", omittingEmptySubsequences: false).joined(
                separator: "\\|")
            text += "| \(opcode.rawValue) | `\(opcode.row.name)` | \(effect) |\n"
        }
        return text
    }
}
