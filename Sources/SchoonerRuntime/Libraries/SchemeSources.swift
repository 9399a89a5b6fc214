/// The part of the runtime that is written in Scheme, as whoever makes an interpreter hands it over: the module that
/// embeds it, or the tool that writes its image.
package struct SchemeSources: Sendable {
    /// The files of the prelude in the order of their loading.
    let prelude: @Sendable () -> [(name: String, text: [UInt8])]
    /// Changes with every byte of the prelude.
    let preludeFingerprint: UInt64
    /// The files of the libraries, by their paths below the folder of libraries.
    let libraryPaths: [String]
    private let libraryText: @Sendable (String) -> [UInt8]?
    /// The prelude as it is when it has been loaded; nil to load it at every start.
    package var image: PreludeImage?

    /// What the name of an embedded file begins with, in positions and for `include`.
    static let root = "<schooner>/"

    /// - Parameters:
    ///   - prelude: the files of the prelude, asked for only when there is no image to begin with.
    ///   - preludeFingerprint: a number that goes with the text of the prelude; see `fingerprint(of:)`.
    ///   - libraryText: the text of one of the paths; nil for any other.
    package init(
        prelude: @escaping @Sendable () -> [(name: String, text: [UInt8])], preludeFingerprint: UInt64,
        libraryPaths: [String], libraryText: @escaping @Sendable (String) -> [UInt8]?, image: PreludeImage?
    ) {
        self.prelude = prelude
        self.preludeFingerprint = preludeFingerprint
        self.libraryPaths = libraryPaths
        self.libraryText = libraryText
        self.image = image
    }

    /// The same without the image: the interpreter reads, expands and compiles the prelude.
    package var withoutImage: SchemeSources {
        var sources = self
        sources.image = nil
        return sources
    }

    /// The fingerprint of a text: FNV-1a over its bytes.
    package static func fingerprint(of text: some Sequence<UInt8>) -> UInt64 {
        text.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    /// The text of an embedded file of the libraries.
    /// - Parameter path: with or without `root`.
    func text(of path: String) -> [UInt8]? {
        libraryText(path.hasPrefix(SchemeSources.root) ? String(path.dropFirst(SchemeSources.root.count)) : path)
    }

    func contains(_ path: String) -> Bool { libraryPaths.contains(path) }

    /// The SRFI libraries that are there, as features: `srfi-1`.
    var srfiFeatures: [String] {
        libraryPaths.compactMap { path in
            guard path.hasPrefix("srfi/"), path.hasSuffix(".sld") else { return nil }
            return "srfi-" + path.dropFirst(5).dropLast(4)
        }
    }

    /// For each name of MIT Scheme's global environment that a library holds, the library: `global-names.txt`, one library
    /// a line, its name and then those names.
    func homesOfGlobals() -> [String: LibraryName] {
        var homes: [String: LibraryName] = [:]
        guard let text = text(of: "global-names.txt") else { return homes }
        for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
            guard let end = line.firstIndex(of: ")"), line.hasPrefix("(") else { continue }
            let parts = line[..<end].dropFirst().split(separator: " ").map(String.init)
            for name in line[end...].dropFirst().split(separator: " ") { homes[String(name)] = LibraryName(parts) }
        }
        return homes
    }
}
