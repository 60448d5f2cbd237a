import Text

/// The three-letter parts of CAMEO actor codes, in words.
public enum ActorRoles {
    /// What a part of an actor's code tells of it.
    public enum Kind: String, Sendable {
        /// What it does or is: government, rebels, media, an international body.
        case role
        /// Which well-known body it is.
        case group
        /// Which faith it is of.
        case religion
        /// The region that stands where others have a country.
        case region
    }

    /// One part: what it tells and its name.
    public struct Part: Sendable {
        /// What the part tells of an actor.
        public let kind: Kind
        /// What the part stands for, in English.
        public let name: String
    }

    /// Every part by its code.
    ///
    /// - Throws: `DataTable.Failure` with file and line, or a file error when the installation lacks it.
    public static func parts() throws -> [String: Part] {
        let table = try DataFiles.table("actor-roles.tsv", columns: ["code", "kind", "name"])
        var parts: [String: Part] = [:]
        for row in table.rows {
            guard let kind = Kind(rawValue: row["kind"]) else {
                throw DataTable.Failure.badValue(
                    file: table.file, line: row.line, column: "kind", value: row["kind"],
                    expected: "role, group, religion or region")
            }
            parts[row["code"]] = Part(kind: kind, name: row["name"])
        }
        return parts
    }
}
