// swift-tools-version: 6.2
import PackageDescription

// Targets stand in the order in which data flows. A target depends only on targets above it;
// Tests/HouseTests reads this file and holds that.

let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "chancery",
    products: [
        .executable(name: "chancery", targets: ["chancery"]),
        .executable(name: "chancery-train", targets: ["chancery-train"]),
        .library(name: "Linguistics", targets: ["Text", "Linguistics"]),
        .library(name: "Intake", targets: ["Text", "Records", "Intake"]),
        .library(
            name: "Chancery",
            targets: ["Text", "Records", "Intake", "Coding", "Reconciliation", "Briefing", "Pipeline"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        .target(name: "Text", swiftSettings: house),
        .target(name: "Records", dependencies: ["Text"], swiftSettings: house),
        .target(
            name: "Ontologies", dependencies: ["Text", "Records"],
            resources: [.copy("Data")], swiftSettings: house),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev", "pkg-config"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev", "pkg-config"])]),
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev", "pkg-config"])]),
        .target(
            name: "Intake", dependencies: ["Text", "Records", "CLibXML2", "CZlib", "CCurl"],
            resources: [.copy("Data")], swiftSettings: house),
        .target(name: "CDenseLayers"),
        .target(
            name: "Linguistics", dependencies: ["Text", "CDenseLayers"],
            resources: [.copy("Data")], swiftSettings: house),
        .target(
            name: "LinguisticsTraining", dependencies: ["Text", "Linguistics"], resources: [.copy("Data")],
            swiftSettings: house),
        .target(
            name: "Gazetteer", dependencies: ["Text", "Records", "Linguistics"],
            resources: [.copy("Data")], swiftSettings: house),
        .target(
            name: "Coding",
            dependencies: ["Text", "Records", "Ontologies", "Linguistics", "Gazetteer"],
            resources: [.copy("Data")], swiftSettings: house),
        .target(
            name: "Reconciliation",
            dependencies: ["Text", "Records", "Ontologies", "Gazetteer"],
            resources: [.copy("Data")], swiftSettings: house),
        .target(
            name: "Briefing", dependencies: ["Text", "Records"],
            resources: [.copy("Data")], swiftSettings: house),
        .target(
            name: "Pipeline",
            dependencies: [
                "Text", "Records", "Ontologies", "Intake", "Linguistics", "Gazetteer", "Coding",
                "Reconciliation", "Briefing",
            ],
            swiftSettings: house),
        .executableTarget(
            name: "chancery",
            dependencies: [
                "Text", "Records", "Ontologies", "Intake", "Linguistics", "Gazetteer", "Coding", "Briefing", "Pipeline",
                arguments,
            ],
            swiftSettings: house),
        .executableTarget(
            name: "chancery-train",
            dependencies: ["Text", "Linguistics", "LinguisticsTraining", arguments],
            swiftSettings: house),

        .executableTarget(
            name: "chancery-benchmark",
            dependencies: [
                "Text", "Records", "Intake", "Linguistics", "Gazetteer", "Coding", "Reconciliation",
                "Briefing", "Pipeline", arguments,
            ],
            path: "Benchmarks", exclude: ["Audits", "peers.py", "udpipe.py"], swiftSettings: house),

        .testTarget(name: "HouseTests", swiftSettings: house),
        .testTarget(name: "TextTests", dependencies: ["Text"], swiftSettings: house),
        .testTarget(name: "RecordsTests", dependencies: ["Text", "Records"], swiftSettings: house),
        .testTarget(
            name: "OntologiesTests", dependencies: ["Text", "Records", "Ontologies"],
            swiftSettings: house),
        .testTarget(
            name: "IntakeTests", dependencies: ["Text", "Records", "Intake"], swiftSettings: house),
        .testTarget(
            name: "LinguisticsTests", dependencies: ["Text", "Linguistics", "LinguisticsTraining", "CDenseLayers"],
            swiftSettings: house),
        .testTarget(
            name: "GazetteerTests", dependencies: ["Text", "Records", "Linguistics", "Gazetteer"],
            swiftSettings: house),
        .testTarget(
            name: "CodingTests",
            dependencies: ["Text", "Records", "Ontologies", "Linguistics", "Gazetteer", "Coding"],
            swiftSettings: house),
        .testTarget(
            name: "ReconciliationTests",
            dependencies: ["Text", "Records", "Ontologies", "Gazetteer", "Reconciliation"],
            swiftSettings: house),
        .testTarget(
            name: "BriefingTests", dependencies: ["Text", "Records", "Briefing"],
            swiftSettings: house),
        .testTarget(
            name: "PipelineTests", dependencies: ["Text", "Records", "Intake", "Coding", "Briefing", "Pipeline"],
            swiftSettings: house),
    ]
)
