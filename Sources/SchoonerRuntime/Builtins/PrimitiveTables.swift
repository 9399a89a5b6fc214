/// Every table of primitives, in the order in which their procedures are numbered.
enum PrimitiveTables {
    static let all: [Primitive] =
        [
            LibraryPrimitives.table, TextPrimitives.table, ControlPrimitives.table,
            SyntaxPrimitives.table, EvaluationPrimitives.table, FormPrimitives.table, LibraryLoading.table,
            NumberPrimitives.table, PortPrimitives.table,
            NetworkPrimitives.table, SchedulerPrimitives.table, ProcessContextPrimitives.table,
        ].flatMap { $0 }
}
