public import Records

/// A table of coded events for a judge to mark: a row an event, tab-separated, with a heading.
///
/// The judge writes `y` or `n` into `type_right` (is this type of event told here, with this standing?)
/// and `actors_right` (are these the parties, each on its side?); a row left blank is not counted.
public struct AuditSheet: Sendable {
    /// One event of the sheet.
    package struct Row: Sendable {
        package var article: String
        package var start: Int
        package var end: Int
        package var sentence: String
        package var fields: [String]
    }

    /// The columns; `start` and `end` count Unicode scalars of the article's text.
    public static let columns = [
        "article", "start", "end", "sentence", "words", "type", "mode", "cameo", "modality", "date", "place", "actors",
        "targets", "reported_by", "rule", typeMark, actorsMark, "note",
    ]
    static let typeMark = "type_right"
    static let actorsMark = "actors_right"

    private var sample: EventSample<Row>

    /// Makes an empty sheet.
    ///
    /// - Parameters:
    ///   - size: how many events to draw.
    ///   - seed: what the draw depends on beside the events.
    public init(size: Int, seed: UInt64) { sample = EventSample(size: size, seed: seed) }

    /// How many events there were to draw from.
    public var offered: Int { sample.offered }

    /// Offers the events of an article to the draw.
    public mutating func offer(_ coded: CodedArticle) {
        for event in coded.events {
            guard let evidence = event.evidence.first else { continue }
            sample.offer(Self.row(event, evidence, coded))
        }
    }

    private static func row(_ event: Event, _ evidence: Evidence, _ coded: CodedArticle) -> Row {
        let sentence = coded.sentences.first { $0.start <= evidence.start && evidence.start < $0.end }
        let day = event.date.map { $0.from == $0.to ? $0.from : "\($0.from)/\($0.to)" }
        return Row(
            article: coded.article.id, start: evidence.start, end: evidence.end, sentence: sentence?.quote ?? "",
            fields: [
                evidence.quote, event.type, event.mode ?? "", event.cameo ?? "", event.modality.rawValue, day ?? "",
                event.place ?? "", names(event.actors), names(event.targets), event.reportedBy?.name ?? "", event.rule,
            ])
    }

    private static func names(_ actors: [ActorReference]) -> String {
        actors.map { actor in actor.code.map { "\(actor.name) [\($0)]" } ?? actor.name }.joined(separator: "; ")
    }

    /// The sheet as tab-separated text.
    ///
    /// - Parameter words: whether to print sentences and clauses. A sheet without them can be kept where
    ///   the articles may not be; offsets still lead back to the words.
    public func table(words: Bool = true) -> String {
        let rows = sample.items.map { row in
            var fields = row.fields
            if !words { fields[0] = "" }
            return
                ([row.article, String(row.start), String(row.end), words ? row.sentence : ""] + fields + ["", "", ""])
                .map(Self.oneLine).joined(separator: "\t")
        }
        return ([Self.columns.joined(separator: "\t")] + rows).joined(separator: "\n") + "\n"
    }

    private static func oneLine(_ field: String) -> String {
        field.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
