// Names that MIT Scheme binds globally and that live in libraries here.

extension Interpreter {
    /// Loads the library that holds a name of the system environment which nothing binds yet, and binds the name.
    /// - Returns: whether there is one.
    func loadGlobal(_ symbol: Value) throws(Signal) -> Bool {
        guard let home = libraries.homesOfGlobals[symbol.symbolText] else { return false }
        if libraries[home]?.isLoaded != true {
            // A name that the library itself looks for in vain must not bring us back.
            guard libraries.loadingOnDemand.insert(home).inserted else { return false }
            defer { libraries.loadingOnDemand.remove(home) }
            let name = heap.list(home.parts.map { libraryNamePart($0) })
            _ = try scheduler.runNested(libraryProcedure("%load-on-demand"), [name])
        }
        let cell = try libraries.exported(symbol.symbolText, of: home)
        heap.bind(systemEnvironment, symbol, to: cell)
        return true
    }

    /// The same for a name that code or a primitive looks for in some environment.
    func loadGlobal(_ symbol: Value, seenFrom environment: Value) throws(Signal) -> Bool {
        var current = environment
        while current.isType(.environment), current != systemEnvironment {
            current = current[slot: EnvironmentLayout.parent]
        }
        return current == systemEnvironment ? try loadGlobal(symbol) : false
    }
}
