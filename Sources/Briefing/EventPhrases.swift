import Records
import Text

/// What the types of event are called in a brief.
///
/// Read from `event-phrases.tsv`; a type that the file does not hold is shown by its own name.
struct EventPhrases: Sendable {
    private var phrases: [String: String] = [:]

    init() throws {
        let table = try DataFiles.table("event-phrases.tsv", columns: ["type", "phrase"])
        for row in table.rows {
            phrases[row["type"]] = row["phrase"]
        }
    }

    /// The phrase of an event's type, with its mode in brackets where it has one.
    func phrase(_ event: Event) -> String {
        let phrase = phrases[event.type] ?? event.type.lowercased()
        guard let mode = event.mode, !mode.isEmpty else { return phrase }
        return "\(phrase) (\(mode.replacing("_", with: " ")))"
    }
}
