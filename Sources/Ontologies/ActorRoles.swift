import Text

/// The three-letter role codes of CAMEO actors, in words.
public enum ActorRoles {
    /// The name of every role by its code.
    ///
    /// - Throws: `DataTable.Failure` with file and line, or a file error when the installation lacks it.
    public static func names() throws -> [String: String] {
        let table = try DataFiles.table("actor-roles.tsv", columns: ["code", "name"])
        return Dictionary(table.rows.map { ($0["code"], $0["name"]) }, uniquingKeysWith: { first, _ in first })
    }
}
