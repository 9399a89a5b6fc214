import SchoonerRuntime

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension SchemeSources {
    /// The prelude and the libraries that are part of this program.
    ///
    /// With `SCHOONER_NO_IMAGE=1` in the environment they come without the image: interpreters then read, expand and
    /// compile the prelude.
    package static var embedded: SchemeSources {
        SchemeSources(
            prelude: { EmbeddedPrelude.files.map { (name: $0.name.description, text: bytes($0.text)) } },
            preludeFingerprint: EmbeddedPrelude.fingerprint, libraryPaths: EmbeddedLibraries.paths,
            libraryText: { EmbeddedLibraries.text(of: $0).map(bytes) }, image: image)
    }

    private static func bytes(_ text: StaticString) -> [UInt8] {
        Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private static var image: PreludeImage? {
        #if EMBEDS_IMAGE
            if let value = getenv("SCHOONER_NO_IMAGE"), String(cString: value) == "1" { return nil }
            return PreludeImage(EmbeddedImage.text)
        #else
            return nil
        #endif
    }
}
