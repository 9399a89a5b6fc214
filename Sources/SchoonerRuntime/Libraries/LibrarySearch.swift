#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension LibraryTable {
    /// The file with the definition of a library, by the order of the search: folders of `-I`, the libraries that are part of
    /// this program, the folders of the loaded programs, `SCHOONER_PATH`, the working directory, folders of `-A`.
    func find(_ name: LibraryName) -> String? {
        guard let path = name.path else { return nil }
        if name.parts.first != "scheme" {
            for folder in scheme.invocation.libraryDirectories {
                if let file = file(path, in: folder) { return file }
            }
        }
        if scheme.sources.contains(path) { return SchemeSources.root + path }
        let folders = programFolders + LibraryTable.foldersOfEnvironment + ["."]
        for folder in folders + scheme.invocation.appendedLibraryDirectories {
            if let file = file(path, in: folder) { return file }
        }
        return nil
    }

    /// Whether an `import` of it would find it.
    func isAvailable(_ name: LibraryName) -> Bool {
        name == .global || self[name] != nil || find(name) != nil
    }

    private func file(_ path: String, in folder: String) -> String? {
        let file = folder == "." ? path : folder.hasSuffix("/") ? folder + path : folder + "/" + path
        return access(file, R_OK) == 0 ? file : nil
    }

    private static var foldersOfEnvironment: [String] {
        guard let value = getenv("SCHOONER_PATH") else { return [] }
        return String(cString: value).split(separator: ":").map(String.init)
    }
}
