/// The tables of data structures, equivalence, environments, clocks and random numbers, in one list for the boot.
package enum LibraryPrimitives {
    package static let table: [Primitive] =
        EqualityPrimitives.table + HashPrimitives.table + PredicatePrimitives.table + PairPrimitives.table
        + ListPrimitives.table + ListJoiningPrimitives.table + ListSearchPrimitives.table + VectorPrimitives.table
        + BytevectorPrimitives.table + BytevectorIntegerPrimitives.table + HashTablePrimitives.table
        + RecordPrimitives.table + PrintMethodPrimitives.table + PrintParameterPrimitives.table
        + WeakObjectPrimitives.table + PromisePrimitives.table
        + ApplyHookPrimitives.table + EnvironmentPrimitives.table + ClockPrimitives.table + RandomPrimitives.table
        + PreludeErrorPrimitives.table + CommandLinePrimitives.table + UserContextPrimitives.table
        + ProcedurePartPrimitives.table
        + EnvironmentLinkPrimitives.table
}
