// swift-tools-version: 6.3
import PackageDescription

/// Whether programs begin with an image of the loaded prelude. Making it takes the runtime built for the tools of the build as
/// well; without it (`SCHOONER_NO_IMAGE=1 swift build`) builds are shorter, and programs start 20 ms later.
let embedsImage = Context.environment["SCHOONER_NO_IMAGE"] != "1"

let package = Package(
    name: "schooner",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Schooner", targets: ["Schooner"]),
        .library(name: "SchoonerTesting", targets: ["SchoonerTesting"]),
        .executable(name: "schooner", targets: ["SchoonerCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    ],
    targets: [
        .target(name: "CSchoonerSystem"),
        .target(name: "SchoonerNumbers"),
        .target(name: "SchoonerText"),
        .target(name: "SchoonerReactor", dependencies: ["CSchoonerSystem"]),
        .target(
            name: "SchoonerRuntime",
            dependencies: [
                "CSchoonerSystem", "SchoonerNumbers", "SchoonerText", "SchoonerReactor",
                .product(name: "DequeModule", package: "swift-collections"),
            ],
            exclude: [
                "Prelude", "Libraries/chibi", "Libraries/mit", "Libraries/scheme", "Libraries/schooner",
                "Libraries/srfi", "Libraries/global-names.txt",
            ]),
        // Tools of the build, and the module that they fill: the part of the runtime that is written in Scheme.
        .executableTarget(name: "PreludeEmbedder"),
        .executableTarget(name: "PreludeImager", dependencies: ["SchoonerRuntime"]),
        .plugin(
            name: "EmbedPrelude", capability: .buildTool(),
            dependencies: embedsImage ? ["PreludeEmbedder", "PreludeImager"] : ["PreludeEmbedder"]),
        .target(
            name: "SchoonerLibrary", dependencies: ["SchoonerRuntime"],
            swiftSettings: embedsImage ? [.define("EMBEDS_IMAGE")] : [], plugins: ["EmbedPrelude"]),
        .target(name: "Schooner", dependencies: ["SchoonerLibrary", "SchoonerRuntime"]),
        // The same source as the nested package's, so that a test can run it.
        .executableTarget(
            name: "EmbeddingExample", dependencies: ["Schooner"], path: "Examples/Embedding/Sources/Embedding"),
        .target(name: "SchoonerREPL", dependencies: ["SchoonerRuntime", "SchoonerReactor"]),
        .executableTarget(
            name: "SchoonerCommand",
            dependencies: ["SchoonerLibrary", "SchoonerREPL", "SchoonerRuntime", "SchoonerText"]),
        .target(name: "SchoonerTesting", dependencies: ["SchoonerReactor", "Schooner"]),
        .testTarget(
            name: "SchoonerNumbersTests",
            dependencies: ["SchoonerNumbers", .product(name: "BigInt", package: "BigInt")]),
        .testTarget(name: "SchoonerTextTests", dependencies: ["SchoonerText"]),
        .testTarget(
            name: "SchoonerReactorTests", dependencies: ["SchoonerReactor", "SchoonerTesting"]),
        .testTarget(
            name: "SchoonerRuntimeTests",
            dependencies: ["SchoonerLibrary", "SchoonerRuntime", "SchoonerReactor", "SchoonerTesting"]),
        .testTarget(
            name: "SchoonerTests",
            dependencies: ["Schooner", "SchoonerLibrary", "SchoonerRuntime", "SchoonerTesting", "EmbeddingExample"],
            exclude: ["Programs"]),
        .testTarget(
            name: "SchoonerCommandTests", dependencies: ["CSchoonerSystem", "SchoonerCommand", "SchoonerTesting"],
            exclude: ["MITPrograms"]),
    ],
    swiftLanguageModes: [.v6]
)
