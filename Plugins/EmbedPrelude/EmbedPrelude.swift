import Foundation
import PackagePlugin

/// Puts the Scheme files of a target's `Prelude` folder into its code, as one generated Swift file.
@main
struct EmbedPrelude: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        guard let target = target as? SourceModuleTarget else { return [] }
        let folder = target.directoryURL.appending(path: "Prelude")
        let output = context.pluginWorkDirectoryURL.appending(path: "PreludeSources.swift")
        let order = folder.appending(path: "order.txt")
        let names = try String(contentsOf: order, encoding: .utf8).split(separator: "\n").map(String.init)
        return [
            .buildCommand(
                displayName: "Embedding the Scheme prelude",
                executable: try context.tool(named: "PreludeEmbedder").url,
                arguments: [folder.path(), output.path()],
                inputFiles: [order] + names.map { folder.appending(path: $0) },
                outputFiles: [output])
        ]
    }
}
