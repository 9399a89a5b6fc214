/// All primitives of the ports.
package enum PortPrimitives {
    package static let table: [Primitive] =
        CharacterInputPrimitives.table + ByteInputPrimitives.table + OutputPrimitives.table + DatumPrimitives.table
        + MemoryPortPrimitives.table + FilePortPrimitives.table + PortClosingPrimitives.table
        + PortPredicatePrimitives.table + PortSettingPrimitives.table + FileNamePrimitives.table
        + FileSystemPrimitives.table + SubprocessPrimitives.table + CustomPortPrimitives.table
        + BinaryPortDevicePrimitives.table + FormEditingPrimitives.table
}
