import Foundation
import PackagePlugin

/// Puts the Scheme files of a target's `Prelude` and `Libraries` folders into its code, as two generated Swift files.
@main
struct EmbedPrelude: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        guard let target = target as? SourceModuleTarget else { return [] }
        return [try prelude(context, target), try libraries(context, target)]
    }

    private func prelude(_ context: PluginContext, _ target: SourceModuleTarget) throws -> Command {
        let folder = target.directoryURL.appending(path: "Prelude")
        let output = context.pluginWorkDirectoryURL.appending(path: "PreludeSources.swift")
        let order = folder.appending(path: "order.txt")
        let names = try String(contentsOf: order, encoding: .utf8).split(separator: "\n").map(String.init)
        return .buildCommand(
            displayName: "Embedding the Scheme prelude",
            executable: try context.tool(named: "PreludeEmbedder").url,
            arguments: ["prelude", folder.path(), output.path()],
            inputFiles: [order] + names.map { folder.appending(path: $0) },
            outputFiles: [output])
    }

    private func libraries(_ context: PluginContext, _ target: SourceModuleTarget) throws -> Command {
        let folder = target.directoryURL.appending(path: "Libraries")
        let output = context.pluginWorkDirectoryURL.appending(path: "LibrarySources.swift")
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
