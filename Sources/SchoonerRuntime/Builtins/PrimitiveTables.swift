/// Every table of primitives, in the order in which their procedures are numbered.
enum PrimitiveTables {
    static var all: [Primitive] {
        LibraryPrimitives.table + ControlPrimitives.table + EvaluationPrimitives.table
    }
}
