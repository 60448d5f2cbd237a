internal import Foundation
internal import Text

/// The names by which record files call their columns, choices and organs.
struct RecordNames: Sendable {
    /// By column the names that it may have, in lower case.
    let columns: [String: [String]]
    private let choices: [String: OfficialRecord.Choice]
    private let prefixes: [(prefix: String, names: [String])]
    private let kinds: WordKinds

    /// Reads the tables; throws when one is missing or malformed.
    init() throws {
        var columns: [String: [String]] = [:]
        for row in try DataFiles.table("record-columns.tsv", columns: ["column", "names"]).rows {
            columns[row["column"]] = row.list("names")
        }
        self.columns = columns
        let values = try DataFiles.table("record-values.tsv", columns: ["choice", "values"])
        var choices: [String: OfficialRecord.Choice] = [:]
        for row in values.rows {
            guard let choice = OfficialRecord.Choice(rawValue: row["choice"]) else {
                throw DataTable.Failure.badValue(
                    file: values.file, line: row.line, column: "choice", value: row["choice"],
                    expected: OfficialRecord.Choice.allCases.map(\.rawValue).joined(separator: ", "))
            }
            for value in row.list("values") { choices[value] = choice }
        }
        self.choices = choices
        // The longest beginning first, so that a council of the Assembly is not taken for the Assembly.
        prefixes = try DataFiles.table("record-bodies.tsv", columns: ["prefix", "names"]).rows
            .map { (prefix: $0["prefix"], names: $0.list("names")) }
            .sorted { $0.prefix.utf8.count > $1.prefix.utf8.count }
        kinds = try WordKinds()
    }

    /// The choice that a field means; `nil` for anything else.
    func choice(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> OfficialRecord.Choice? {
        if field.count == 1, let byte = field.first {
            switch byte {
            case 0x59: return .inFavour
            case 0x4E: return .against
            case 0x41: return .abstained
            case 0x58: return .absent
            default: break
            }
        }
        return choice(String(decoding: field, as: UTF8.self))
    }

    func choice(_ text: String) -> OfficialRecord.Choice? {
        choices[text.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()]
    }

    /// The names of the organ that symbols belong to.
    func bodies(of symbols: [String], isCouncil: Bool) -> [String] {
        for symbol in symbols where !symbol.isEmpty {
            if let found = prefixes.first(where: { symbol.hasPrefix($0.prefix) }) { return found.names }
        }
        return isCouncil ? prefixes.first { $0.prefix == "S/" }?.names ?? [] : []
    }

    /// The words with content of a title, each once, in order.
    func topic(of text: String) -> [String] {
        let folded = FoldedText(text)
        var seen: Set<String> = []
        return (0..<folded.count).compactMap { i in
            let word = folded[i]
            guard kinds[word] == .content, word.utf8.count > 2, seen.insert(word).inserted else { return nil }
            return word
        }
    }
}
