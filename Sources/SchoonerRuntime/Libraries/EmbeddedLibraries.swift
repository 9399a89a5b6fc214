/// The libraries that are part of this program: the files of this folder, by their paths below it.
enum EmbeddedLibraries {
    /// What the name of an embedded file begins with, in positions and for `include`.
    static let root = "<schooner>/"

    /// The text of an embedded file.
    /// - Parameter path: with or without `root`.
    static func text(_ path: String) -> [UInt8]? {
        let path = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
        guard let text = LibrarySources.text(of: path) else { return nil }
        return Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    static func contains(_ path: String) -> Bool { LibrarySources.text(of: path) != nil }

    /// The SRFI libraries that are there, as features: `srfi-1`.
    static let srfiFeatures: [String] = LibrarySources.paths.compactMap { path in
        guard path.hasPrefix("srfi/"), path.hasSuffix(".sld") else { return nil }
        return "srfi-" + path.dropFirst(5).dropLast(4)
    }

    /// For each name of MIT Scheme's global environment that a library holds, the library: `global-names.txt`, one library
    /// a line, its name and then those names.
    static func homesOfGlobals() -> [String: LibraryName] {
        var homes: [String: LibraryName] = [:]
        guard let text = LibrarySources.text(of: "global-names.txt") else { return homes }
        for line in text.description.split(separator: "\n") {
            guard let end = line.firstIndex(of: ")"), line.hasPrefix("(") else { continue }
            let parts = line[..<end].dropFirst().split(separator: " ").map(String.init)
            for name in line[end...].dropFirst().split(separator: " ") { homes[String(name)] = LibraryName(parts) }
        }
        return homes
    }
}

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
