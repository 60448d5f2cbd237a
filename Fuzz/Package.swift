// swift-tools-version: 6.2
import PackageDescription

// A package of its own, because libFuzzer brings its own entry point: `Fuzz/run` builds and starts it.

let fuzzed: [SwiftSetting] = [.swiftLanguageMode(.v6), .unsafeFlags(["-parse-as-library"])]
let linked: [LinkerSetting] = [.unsafeFlags(["-sanitize=fuzzer"])]

let package = Package(
    name: "chancery-fuzz",
    dependencies: [.package(name: "chancery", path: "..")],
    targets: [
        .target(name: "FuzzDriver", swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "fuzz-analysis",
            dependencies: ["FuzzDriver", .product(name: "Linguistics", package: "chancery")],
            swiftSettings: fuzzed, linkerSettings: linked),
        .executableTarget(
            name: "fuzz-intake",
            dependencies: ["FuzzDriver", .product(name: "Intake", package: "chancery")],
            swiftSettings: fuzzed, linkerSettings: linked),
    ]
)
