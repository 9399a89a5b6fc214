// swift-tools-version: 6.3
import PackageDescription

let package = Package(
    name: "Embedding",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "schooner", path: "../..")],
    targets: [
        .executableTarget(name: "Embedding", dependencies: [.product(name: "Schooner", package: "schooner")])
    ],
    swiftLanguageModes: [.v6]
)
