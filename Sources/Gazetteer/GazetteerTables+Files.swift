public import Text

extension GazetteerTables {
    /// Adds a file of a user: a table of any kind, or an actor dictionary of PETRARCH or TABARI.
    ///
    /// The first line that is no comment decides: a table names its columns there. Forms of a user's
    /// file go before those of the package.
    ///
    /// - Throws: `DataTable.Failure` with file and line.
    public mutating func add(text: String, file: String) throws(DataTable.Failure) {
        for line in text.utf8.split(separator: 0x0A) where line.first != 0x23 {
            let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
                .map { Substring($0).trimmed.filter { $0 != "\r" } }
            if Kind.allCases.contains(where: { $0.columns == columns }) {
                try add(DataTable(text, file: file))
                return
            }
            if !Substring(line).trimmed.isEmpty { break }
        }
        for entry in try ActorDictionary(text, file: file).entries { add(entry) }
    }

    /// Adds a dictionary's actor as an organisation row; its codes keep their dates.
    private mutating func add(_ entry: ActorDictionary.Entry) {
        let codes = entry.codes.map { code in
            code.from.isEmpty && code.to.isEmpty ? code.text : "\(code.text) [\(code.from)..\(code.to)]"
        }
        let state = entry.codes.last.map { String($0.text.prefix(3)) } ?? ""
        let fields: [String: String] = [
            "id": "dictionary/" + entry.names[0].lowercased().split(separator: " ").joined(separator: "-"),
            "kind": "group", "code": codes.joined(separator: "|"),
            "country": rows[.states]?.contains { $0["id"] == state } ?? false ? state : "",
            "name": entry.names[0], "other": entry.names.dropFirst().joined(separator: "|"),
        ]
        let columns = Kind.organisations.columns
        add(
            Row(file: entry.file, line: entry.line, columns: columns, fields: columns.map { fields[$0] ?? "" }),
            kind: .organisations)
    }
}
