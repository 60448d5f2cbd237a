import Foundation
import Testing

/// What the manifest must hold: targets in the order in which data flows, arrows one way.
@Suite struct TargetsTests {
    @Test func aTargetDependsOnlyOnTargetsAboveIt() throws {
        let targets = try House.targets()
        #expect(targets.count > 15)
        var above: Set<String> = []
        for target in targets {
            for dependency in target.dependencies {
                #expect(above.contains(dependency), "\(target.name) depends on \(dependency), which stands below it")
            }
            #expect(above.insert(target.name).inserted, "two targets are called \(target.name)")
        }
    }

    @Test func theLineOfTheHouseIsKept() throws {
        let line = [
            "Text", "Records", "Ontologies", "Intake", "Linguistics", "Gazetteer", "Coding", "Reconciliation",
            "Briefing", "Pipeline", "chancery",
        ]
        let names = try House.targets().map(\.name).filter { line.contains($0) }
        #expect(names == line)
    }

    @Test func briefingKnowsNothingOfHowStatementsAreMade() throws {
        let briefing = try #require(House.targets().first { $0.name == "Briefing" })
        #expect(Set(briefing.dependencies) == ["Text", "Records"])
    }

    @Test func noTargetOrFileHasANameThatSaysNothing() throws {
        let banned: Set<String> = ["core", "common", "helpers", "utilities", "utils", "misc"]
        for target in try House.targets() { #expect(!banned.contains(target.name.lowercased())) }
        for file in House.files(in: ["Sources", "Tests"], ending: ".swift") {
            for part in file.split(separator: "/") {
                #expect(!banned.contains(part.split(separator: ".")[0].lowercased()), "\(file)")
            }
        }
    }

    @Test func everyTargetWithSourcesIsInTheManifest() throws {
        let names = Set(try House.targets().map(\.name))
        for folder in ["Sources", "Tests"] {
            let entries = try FileManager.default.contentsOfDirectory(
                atPath: House.root.appendingPathComponent(folder).path)
            for entry in entries.sorted() where entry != "Cases" && !entry.hasPrefix(".") {
                #expect(names.contains(entry), "\(folder)/\(entry) is no target")
            }
        }
    }
}
