import Records
import Text

/// What the types of event are called in a brief, and which of them commit somebody to something.
///
/// Read from `event-phrases.tsv`; a type that the file does not hold is shown by its own name.
struct EventPhrases: Sendable {
    private var phrases: [String: String] = [:]
    private var commitments: Set<String> = []

    init() throws {
        let table = try DataFiles.table("event-phrases.tsv", columns: ["type", "phrase", "commitment"])
        for row in table.rows {
            phrases[row["type"]] = row["phrase"]
            switch row["commitment"] {
            case "yes": commitments.insert(row["type"])
            case "no": break
            default:
                throw DataTable.Failure.badValue(
                    file: table.file, line: row.line, column: "commitment", value: row["commitment"],
                    expected: "yes or no")
            }
        }
    }

    /// The phrase of an event's type, with its mode in brackets where it has one.
    func phrase(_ event: Event) -> String {
        let phrase = phrases[event.type] ?? event.type.lowercased()
        guard let mode = event.mode, !mode.isEmpty else { return phrase }
        return "\(phrase) (\(mode.replacing("_", with: " ")))"
    }

    /// Whether the type binds an actor to do or give something.
    func isCommitment(_ event: Event) -> Bool { commitments.contains(event.type) }
}
