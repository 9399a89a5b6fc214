#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

let words = CommandLine.arguments
do throws(CommandOptions.Problem) {
    let options = try CommandOptions(Array(words.dropFirst()))
    if !options.unhandled.isEmpty {
        let list = options.unhandled.map { "\"\($0)\"" }.joined(separator: " ")
        StandardStreams.complain(";Warning: Unhandled command line options: (\(list))\n")
    }
    if options.showsHelp || options.showsVersion {
        StandardStreams.print(options.showsHelp ? CommandHelp.text : CommandHelp.version + "\n")
    } else {
        exit(ProgramRun(options, words: words).run())
    }
} catch {
    StandardStreams.complain("schooner: \(error.message)\nTry schooner --help.\n")
    exit(64)
}
