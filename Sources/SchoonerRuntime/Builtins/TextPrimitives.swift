/// The tables of characters, strings, symbols and conditions, in one list for the boot.
package enum TextPrimitives {
    package static let table: [Primitive] =
        CharacterPrimitives.table + CharacterCodePrimitives.table + CharacterSetPrimitives.table
        + StringPrimitives.table + StringConversionPrimitives.table + StringComparisonPrimitives.table
        + StringCasePrimitives.table + StringNormalizationPrimitives.table + StringSearchPrimitives.table
        + StringPaddingPrimitives.table + SymbolPrimitives.table + PrintedFormPrimitives.table
        + ConditionPrimitives.table
}
