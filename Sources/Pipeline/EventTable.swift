import Ontologies
public import Records

/// Events as rows of a table: CSV for a spreadsheet, or the 61 columns of GDELT 2.0.
public struct EventTable: Sendable {
    public enum Format: Sendable { case csv, gdelt }

    private let format: Format
    private let ontology: EventOntology

    /// Makes a writer of rows; throws when the ontology's files are missing or damaged.
    public init(format: Format) throws {
        self.format = format
        ontology = try EventOntology.standard()
    }

    /// The line of column names, where the format has one.
    public var heading: String? {
        format == .csv
            ? "article,event,type,mode,cameo,goldstein,from,to,place,actor,actor_code,target,target_code,modality,reported_by,rule,quote"
            : nil
    }

    /// A row for each pair of actor and target of each event; events of one party alone give one row.
    public func rows(_ coded: CodedArticle) -> [String] {
        coded.events.flatMap { event in
            pairs(of: event).map { source, target in
                switch format {
                case .csv: csv(event, source, target, coded)
                case .gdelt: gdelt(event, source, target, coded)
                }
            }
        }
    }

    private func pairs(of event: Event) -> [(ActorReference?, ActorReference?)] {
        if event.targets.isEmpty {
            guard event.actors.count > 1 else { return [(event.actors.first, nil)] }
            return event.actors.flatMap { a in event.actors.filter { $0 != a }.map { (a, $0) } }
        }
        guard !event.actors.isEmpty else { return event.targets.map { (nil, $0) } }
        return event.actors.flatMap { a in event.targets.map { (a, $0) } }
    }

    private func csv(
        _ event: Event, _ source: ActorReference?, _ target: ActorReference?, _ coded: CodedArticle
    ) -> String {
        [
            coded.article.id, event.id, event.type, event.mode ?? "", event.cameo ?? "",
            event.goldstein.map { "\($0)" } ?? "", event.date?.from ?? "", event.date?.to ?? "", event.place ?? "",
            source?.name ?? "", source?.code ?? "", target?.name ?? "", target?.code ?? "", event.modality.rawValue,
            event.reportedBy?.name ?? "", event.rule, event.evidence.first?.quote ?? "",
        ].map(Self.quoted).joined(separator: ",")
    }

    /// A CSV field (RFC 4180).
    private static func quoted(_ field: String) -> String {
        guard field.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }

    // MARK: GDELT 2.0

    private func gdelt(
        _ event: Event, _ source: ActorReference?, _ target: ActorReference?, _ coded: CodedArticle
    ) -> String {
        var columns = [String](repeating: "", count: 61)
        let day = String((event.date?.from ?? coded.article.published ?? "").prefix(10).replacing("-", with: ""))
        columns[0] = event.id
        columns[1] = day
        columns[2] = String(day.prefix(6))
        columns[3] = String(day.prefix(4))
        fill(&columns, at: 5, source)
        fill(&columns, at: 15, target)
        columns[25] = "1"
        let code = event.cameo ?? ""
        columns[26] = code
        columns[27] = String(code.prefix(3))
        columns[28] = String(code.prefix(2))
        columns[29] = ontology.type(event.type).map { String($0.quad.number) } ?? ""
        columns[30] = event.goldstein.map { "\($0)" } ?? ""
        columns[31] = String(event.evidence.count)
        columns[32] = "1"
        columns[33] = "1"
        columns[52] = event.place ?? ""
        columns[59] = String((coded.article.published ?? "").prefix(10).replacing("-", with: ""))
        columns[60] = coded.article.url ?? coded.article.id
        return columns.map { $0.replacing("\t", with: " ").replacing("\n", with: " ") }.joined(separator: "\t")
    }

    /// Actor columns: code, name, country, and the role codes that follow the country's three letters.
    private func fill(_ columns: inout [String], at first: Int, _ actor: ActorReference?) {
        guard let actor else { return }
        let code = actor.code ?? actor.country ?? ""
        columns[first] = code
        columns[first + 1] = actor.name.uppercased()
        columns[first + 2] = actor.country ?? ""
        let roles = code.dropFirst(3)
        for (index, start) in stride(from: 0, to: min(roles.count, 9), by: 3).enumerated() {
            columns[first + 7 + index] = String(roles.dropFirst(start).prefix(3))
        }
    }
}
