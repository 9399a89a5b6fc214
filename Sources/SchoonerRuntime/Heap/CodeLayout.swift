/// Where things are in a code object: `[header][eight words of description][instructions…][constants…]`.
///
/// Code objects are pinned: return addresses on the stack point into them, and instructions reach their constants
/// by a distance from the program counter.
package enum CodeLayout {
    static let instructionCount = 0
    static let constantCount = 1
    /// The procedure's name: a symbol, or #f.
    static let name = 2
    /// The lambda list as written, for printing.
    static let lambdaList = 3
    /// Source positions and inlined sites: see `DebugTable`.
    static let debug = 4
    /// The top-level environment in which the code was compiled.
    static let environment = 5
    /// The source form, for `pp`.
    static let source = 6
    /// Frame words needed: bits 0–15; required parameters 16–31; optional 32–47; rest flag 48; library flag 49.
    static let shape = 7
    static let descriptionWords = 8
    /// Word offset of the first instruction from the object's address.
    static let entryWord = 1 + descriptionWords

    /// Calls the body with the start and length of each stretch of values in a code object.
    @inline(__always) static func forEachStretchOfValues(
        _ object: UnsafeMutablePointer<Int>, _ body: (UnsafeMutablePointer<Int>, Int) -> Void
    ) {
        body(object + (1 + name), source - name + 1)
        let instructions = Value(bits: object[1 + instructionCount]).fixnum
        let constants = Value(bits: object[1 + constantCount]).fixnum
        body(object + (entryWord + instructions), constants)
    }
}
