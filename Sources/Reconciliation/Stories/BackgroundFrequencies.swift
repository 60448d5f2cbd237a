internal import Text

/// How common words are in English texts of all kinds, so that a handful of articles can be weighed
/// as a large collection is.
struct BackgroundFrequencies: Sendable {
    let documents: Int
    private let counts: [String: Int]

    init() throws {
        let table = try DataFiles.table("background.tsv", columns: ["count", "stems"])
        guard let documents = table.head["documents"].flatMap({ Int($0) }) else {
            throw DataTable.Failure.noHeading(file: table.file, key: "documents")
        }
        self.documents = documents
        var counts: [String: Int] = [:]
        for row in table.rows {
            guard let count = Int(row["count"]) else {
                throw DataTable.Failure.badValue(
                    file: table.file, line: row.line, column: "count", value: row["count"], expected: "a number")
            }
            for stem in row.list("stems") { counts[stem] = count }
        }
        self.counts = counts
    }

    /// In how many of the documents the stem stands.
    subscript(stem: String) -> Int { counts[stem] ?? 0 }
}
