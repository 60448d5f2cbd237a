package import Text

/// The event ontologies that events are coded by: PLOVER types, modes and contexts, CAMEO codes and
/// the mapping between them.
public struct EventOntology: Sendable {
    /// PLOVER types in the manual's order.
    public let types: [EventType]
    /// CAMEO codes in the order of their digits.
    public let codes: [CameoCode]
    /// PLOVER contexts in the manual's order.
    public let contexts: [EventContext]
    private let typeIndex: [String: Int]
    private let codeIndex: [String: Int]

    /// The ontologies that come with the program.
    ///
    /// - Throws: `DataTable.Failure` with file and line, or a file error when the installation lacks one.
    public static func standard() throws -> EventOntology {
        try EventOntology(
            plover: DataFiles.table("plover.tsv", columns: ["type", "quad", "recipient", "score", "modes"]),
            cameo: DataFiles.table("cameo.tsv", columns: ["code", "label", "goldstein", "plover", "mode"]),
            contexts: DataFiles.table("contexts.tsv", columns: ["context", "lemmas"]))
    }

    /// Builds the ontologies from their tables and checks that types, codes and modes fit together.
    package init(plover: DataTable, cameo: DataTable, contexts: DataTable) throws(DataTable.Failure) {
        var types: [EventType] = []
        for row in plover.rows {
            guard let quad = EventType.Quad(rawValue: row["quad"]) else {
                throw plover.bad(row, "quad", expected: "verbal- or material- cooperation or conflict")
            }
            guard let score = Double(row["score"]) else { throw plover.bad(row, "score", expected: "a number") }
            types.append(
                EventType(
                    name: row["type"], quad: quad, needsRecipient: row["recipient"] == "yes", score: score,
                    modes: row.list("modes")))
        }
        let typeIndex = Dictionary(types.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { a, _ in a })
        var codes: [CameoCode] = []
        for row in cameo.rows {
            guard let value = Double(row["goldstein"]) else {
                throw cameo.bad(row, "goldstein", expected: "a number")
            }
            let type = row["plover"]
            let mode = row["mode"]
            if !type.isEmpty {
                guard let index = typeIndex[type] else { throw cameo.bad(row, "plover", expected: "a PLOVER type") }
                if !mode.isEmpty, !types[index].modes.contains(mode) {
                    throw cameo.bad(row, "mode", expected: "one of \(types[index].modes)")
                }
            }
            codes.append(
                CameoCode(
                    code: row["code"], label: row["label"], goldstein: value,
                    plover: type.isEmpty ? nil : type, mode: mode.isEmpty ? nil : mode))
        }
        self.types = types
        self.codes = codes
        self.contexts = contexts.rows.map { EventContext(name: $0["context"], lemmas: $0.list("lemmas")) }
        self.typeIndex = typeIndex
        codeIndex = Dictionary(codes.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { a, _ in a })
    }

    /// The PLOVER type of this name, or `nil`. O(1).
    public func type(_ name: String) -> EventType? { typeIndex[name].map { types[$0] } }

    /// The CAMEO code with these digits, or `nil`. O(1).
    public func cameo(_ code: String) -> CameoCode? { codeIndex[code].map { codes[$0] } }

    /// The PLOVER type that a CAMEO code maps to, or `nil` where there is none.
    public func plover(ofCameo code: String) -> EventType? { cameo(code)?.plover.flatMap(type) }

    /// The Goldstein value of a code, or of its base or root where the code is not listed.
    public func goldstein(ofCameo code: String) -> Double? {
        var digits = Substring(code)
        while digits.count >= 2 {
            if let found = cameo(String(digits)) { return found.goldstein }
            digits = digits.dropLast()
        }
        return nil
    }
}

extension DataTable {
    func bad(_ row: Row, _ column: String, expected: String) -> Failure {
        .badValue(file: file, line: row.line, column: column, value: row[column], expected: expected)
    }
}
