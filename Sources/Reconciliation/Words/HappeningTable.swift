internal import Text

/// The words of `happenings.tsv`: sorts of happenings that people fall victim to, and kinds of victims.
struct HappeningTable: Sendable {
    private var sorts: [String: String] = [:]
    private var kinds: [String: String] = [:]

    init() throws {
        for row in try DataFiles.table("happenings.tsv", columns: ["sort", "words"]).rows {
            let parts = row["sort"].split(separator: ":")
            for word in row.list("words") {
                if parts.count == 2, parts[0] == "people" {
                    kinds[stem(word)] = String(parts[1])
                } else {
                    sorts[stem(word)] = row["sort"]
                }
            }
        }
    }

    /// The sort of happening that a word with this stem names.
    func sort(_ stem: String) -> String? { sorts[stem] }

    /// The kind of people that a word with this stem names.
    func people(_ stem: String) -> String? { kinds[stem] }
}
