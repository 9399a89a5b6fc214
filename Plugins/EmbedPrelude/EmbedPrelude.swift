import Foundation
import PackagePlugin

/// Puts the Scheme files of the runtime's `Prelude` and `Libraries` folders into a target's code, as generated Swift files,
/// and an image of the prelude as it is when it has been loaded.
@main
struct EmbedPrelude: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let runtime = context.package.directoryURL.appending(path: "Sources/SchoonerRuntime")
        let prelude = runtime.appending(path: "Prelude")
        let commands = [
            try embedPrelude(context, prelude), try embedLibraries(context, runtime.appending(path: "Libraries")),
        ]
        // The tool is missing when the package is built without the image.
        guard let imager = try? context.tool(named: "PreludeImager") else { return commands }
        let image = context.pluginWorkDirectoryURL.appending(path: "EmbeddedImage.swift")
        return commands + [
            .buildCommand(
                displayName: "Writing the image of the Scheme prelude", executable: imager.url,
                arguments: [prelude.path(), image.path()], inputFiles: try preludeFiles(prelude), outputFiles: [image])
        ]
    }

    /// The list of the files and the files.
    private func preludeFiles(_ folder: URL) throws -> [URL] {
        let order = folder.appending(path: "order.txt")
        let names = try String(contentsOf: order, encoding: .utf8).split(separator: "\n").map(String.init)
        return [order] + names.map { folder.appending(path: $0) }
    }

    private func embedPrelude(_ context: PluginContext, _ folder: URL) throws -> Command {
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedPrelude.swift")
        return .buildCommand(
            displayName: "Embedding the Scheme prelude",
            executable: try context.tool(named: "PreludeEmbedder").url,
            arguments: ["prelude", folder.path(), output.path()],
            inputFiles: try preludeFiles(folder),
            outputFiles: [output])
    }

    private func embedLibraries(_ context: PluginContext, _ folder: URL) throws -> Command {
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedLibraries.swift")
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path())
            .filter { $0.hasSuffix(".sld") || $0.hasSuffix(".scm") || $0.hasSuffix(".txt") }
            .sorted()
        return .buildCommand(
            displayName: "Embedding the Scheme libraries",
            executable: try context.tool(named: "PreludeEmbedder").url,
            arguments: ["libraries", folder.path(), output.path()] + names,
            inputFiles: names.map { folder.appending(path: $0) },
            outputFiles: [output])
    }
}
