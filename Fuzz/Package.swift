// swift-tools-version: 6.2
import PackageDescription

// A package of its own, because libFuzzer brings its own entry point: `Fuzz/run` builds and starts it.

let package = Package(
    name: "chancery-fuzz",
    dependencies: [.package(name: "chancery", path: "..")],
    targets: [
        .executableTarget(
            name: "fuzz-analysis",
            dependencies: [.product(name: "Linguistics", package: "chancery")],
            swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(["-parse-as-library"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
    ]
)
