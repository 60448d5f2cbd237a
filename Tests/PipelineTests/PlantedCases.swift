import Briefing
import Foundation
import Records
import Text

/// The sample articles of the package and what is planted in them.
enum PlantedCases {
    /// One planted thing: its sides, each a list of places that give the same answer.
    struct Case {
        var id: String
        var isConflict: Bool
        var what: String
        var sides: [[(article: String, quote: String)]]
    }

    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static var paths: [String] {
        get throws {
            let folder = root.appendingPathComponent("Samples")
            return try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { $0.hasSuffix(".txt") }.sorted().map { folder.appendingPathComponent($0).path }
        }
    }

    static func read() throws -> [Case] {
        let file = root.appendingPathComponent("Tests/Cases/samples/planted.tsv")
        let table = try DataTable(
            String(contentsOf: file, encoding: .utf8), file: "planted.tsv",
            columns: ["id", "role", "what", "side", "article", "quote"])
        var cases: [Case] = []
        for row in table.rows {
            if cases.last?.id != row["id"] {
                cases.append(Case(id: row["id"], isConflict: row["role"] == "conflict", what: row["what"], sides: []))
            }
            let side = Int(row["side"]) ?? 1
            while cases[cases.count - 1].sides.count < side { cases[cases.count - 1].sides.append([]) }
            cases[cases.count - 1].sides[side - 1].append((row["article"], row["quote"]))
        }
        return cases
    }

    /// Whether two readings of a claim stand on two different sides of a planted thing.
    static func separates(_ claim: Claim, _ planted: Case) -> Bool {
        let sides = claim.readings.map { reading in
            Set(
                planted.sides.indices.filter { side in
                    planted.sides[side].contains { place in
                        reading.evidence.contains { $0.article == place.article && share($0.quote, place.quote) >= 0.6 }
                    }
                })
        }
        for (i, a) in sides.enumerated() {
            for b in sides[(i + 1)...] where !a.isEmpty && !b.isEmpty && a != b { return true }
        }
        return false
    }

    /// The share of the shorter text's words that the other one has too.
    private static func share(_ a: String, _ b: String) -> Double {
        let a = words(a)
        let b = words(b)
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        var counts: [String: Int] = [:]
        for word in a { counts[word, default: 0] += 1 }
        var common = 0
        for word in b where counts[word, default: 0] > 0 {
            counts[word, default: 0] -= 1
            common += 1
        }
        return Double(common) / Double(min(a.count, b.count))
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
