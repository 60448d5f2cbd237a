import Text

/// The country codes of event data that are not those of ISO 3166.
public struct CountryCodes: Sendable {
    private let fipsOfISO: [String: String]

    /// The codes that come with the program.
    ///
    /// - Throws: `DataTable.Failure` with file and line, or a file error when the installation lacks it.
    public static func standard() throws -> CountryCodes {
        let table = try DataFiles.table("country-codes.tsv", columns: ["iso3", "fips"])
        return CountryCodes(
            fipsOfISO: Dictionary(table.rows.map { ($0["iso3"], $0["fips"]) }, uniquingKeysWith: { first, _ in first }))
    }

    /// The FIPS 10-4 code, which GDELT has for places, of an ISO 3166-1 alpha-3 code. O(1).
    public func fips(_ iso: String) -> String? { fipsOfISO[iso] }
}
