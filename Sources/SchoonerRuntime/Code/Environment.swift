// Top-level environments: `[parent, table, count, name, flags]`, the table an open-addressing vector of symbol and
// cell in turn. Cells are `[value, name, environment, flags]`; code refers to cells directly, so a look-up by name happens once,
// when code is compiled.

package enum EnvironmentLayout {
    package static let parent = 0
    package static let table = 1
    package static let count = 2
    package static let name = 3
    package static let flags = 4
}

package enum CellLayout {
    package static let value = 0
    package static let name = 1
    package static let environment = 2
    package static let flags = 3

    /// Some code was compiled on the belief that the cell keeps its value.
    package static let assumed = 1
    /// Some code of a child environment uses this cell by inheritance.
    package static let inherited = 2
    /// Bits from here on: the inlinable operation that the value stands for, plus one.
    package static let inlineShift = 8
}

extension Heap {
    /// A new top-level environment; `parent` is an environment or #f.
    package func makeEnvironment(parent: Value, name: Value = .false) -> Value {
        let table = vector(count: 64, fill: .false)
        return object(.environment, parent, table, .zero, name, .zero)
    }

    /// The cell that the environment itself binds to the symbol; nil when it binds none.
    package func ownCell(_ environment: Value, _ symbol: Value) -> Value? {
        let table = environment[slot: EnvironmentLayout.table]
        let mask = table.length / 2 - 1
        var index = symbol[slot: 1].fixnum & mask
        while true {
            let key = table[slot: index * 2]
            if key == symbol { return table[slot: index * 2 + 1] }
            if key.isFalse { return nil }
            index = (index + 1) & mask
        }
    }

    /// The cell that the symbol means in the environment, inherited ones included; nil when there is none.
    /// An unbound cell of a child does not hide its parent's binding.
    package func lookUpCell(_ environment: Value, _ symbol: Value) -> Value? {
        var current = environment
        var unboundCell: Value?
        while current.isType(.environment) {
            if let cell = ownCell(current, symbol) {
                if cell[slot: CellLayout.value] != .unbound { return cell }
                if unboundCell == nil { unboundCell = cell }
            }
            current = current[slot: EnvironmentLayout.parent]
        }
        return unboundCell
    }

    /// Binds the symbol to an existing cell (an import).
    package func bind(_ environment: Value, _ symbol: Value, to cell: Value) {
        var table = environment[slot: EnvironmentLayout.table]
        let count = environment[slot: EnvironmentLayout.count].fixnum
        if (count + 1) * 4 > table.length {
            let old = table
            table = vector(count: old.length * 2, fill: .false)
            for index in stride(from: 0, to: old.length, by: 2) where old[slot: index].isTrue {
                place(table, old[slot: index], old[slot: index + 1])
            }
            set(environment, slot: EnvironmentLayout.table, table)
        }
        if place(table, symbol, cell) {
            set(environment, slot: EnvironmentLayout.count, Value(fixnum: count + 1))
        }
    }

    @discardableResult
    private func place(_ table: Value, _ symbol: Value, _ cell: Value) -> Bool {
        let mask = table.length / 2 - 1
        var index = symbol[slot: 1].fixnum & mask
        while table[slot: index * 2].isTrue && table[slot: index * 2] != symbol { index = (index + 1) & mask }
        let isNew = table[slot: index * 2].isFalse
        set(table, slot: index * 2, symbol)
        set(table, slot: index * 2 + 1, cell)
        return isNew
    }

    /// The environment's own cell for the symbol, made unbound when there is none.
    package func cell(_ environment: Value, _ symbol: Value) -> Value {
        if let cell = ownCell(environment, symbol) { return cell }
        let cell = object(.globalCell, .unbound, symbol, environment, .zero)
        bind(environment, symbol, to: cell)
        return cell
    }

    /// Defines the variable in the environment itself, without telling code that was compiled before; for boot only.
    package func define(_ environment: Value, _ name: String, _ value: Value) {
        set(cell(environment, intern(name)), slot: CellLayout.value, value)
    }

    /// The symbols that the environment itself binds.
    package func boundNames(_ environment: Value) -> [Value] {
        let table = environment[slot: EnvironmentLayout.table]
        return stride(from: 0, to: table.length, by: 2).compactMap { index in
            table[slot: index].isTrue && table[slot: index + 1][slot: CellLayout.value] != .unbound
                ? table[slot: index] : nil
        }
    }
}
