import Records
import Text

/// Builds coded articles from sentences, with evidence found by its words.
struct ArticleBuilder {
    var coded: CodedArticle

    init(_ id: String, outlet: String? = nil, published: String? = nil, credits: [String] = [], _ sentences: [String]) {
        let text = sentences.joined(separator: " ")
        coded = CodedArticle(
            article: Article(id: id, outlet: outlet, published: published, credits: credits, text: text))
        var at = 0
        for sentence in sentences {
            let count = sentence.unicodeScalars.count
            coded.sentences.append(Evidence(article: id, start: at, end: at + count, quote: sentence))
            at += count + 1
        }
    }

    /// The evidence of some words: their first occurrence in the text.
    func evidence(_ words: String) -> Evidence {
        let scalars = Array(coded.article.text.unicodeScalars)
        let wanted = Array(words.unicodeScalars)
        for start in 0...(scalars.count - wanted.count) where Array(scalars[start..<(start + wanted.count)]) == wanted {
            return Evidence(article: coded.article.id, start: start, end: start + wanted.count, quote: words)
        }
        preconditionFailure("no such words: \(words)")
    }

    func sentence(of evidence: Evidence) -> Int {
        coded.sentences.lastIndex { $0.start <= evidence.start } ?? 0
    }

    mutating func quote(_ words: String, by speaker: ActorReference?) {
        let place = evidence(words)
        coded.quotations.append(
            Quotation(
                id: "\(coded.article.id)-q\(coded.quotations.count)", speaker: speaker, text: words, kind: .direct,
                cue: "said", evidence: place, parts: [place]))
    }

    mutating func figure(
        _ words: String, _ kind: Figure.Kind, _ value: Double, unit: String? = nil, counted: String? = nil,
        bound: Figure.Bound = .exact, role: Figure.Role? = nil, choice: String? = nil, years: Double? = nil,
        previous: Double? = nil
    ) {
        let place = evidence(words)
        coded.figures.append(
            Figure(
                kind: kind, value: value, unit: unit, counted: counted, bound: bound, role: role, choice: choice,
                years: years, previous: previous, sentence: sentence(of: place), evidence: place))
    }

    mutating func proposition(
        _ predicate: String, in clause: String, negated: Bool = false, modality: Modality = .happened,
        times: [TimeExpression] = [],
        _ arguments: [(role: String, head: String, actors: [ActorReference], group: GroupReference?, figure: Int?)]
    ) {
        let place = evidence(clause)
        coded.propositions.append(
            Proposition(
                predicate: predicate, negated: negated, modality: modality,
                arguments: arguments.map {
                    Proposition.Argument(
                        role: $0.role, head: $0.head, actors: $0.actors, group: $0.group, figure: $0.figure,
                        evidence: place)
                },
                times: times, sentence: sentence(of: place), evidence: place))
    }
}

extension ActorReference {
    static func person(_ name: String, _ country: String) -> ActorReference {
        ActorReference(id: name.lowercased(), name: name, country: country, kind: .person)
    }

    static func state(_ code: String, _ name: String) -> ActorReference {
        ActorReference(id: code, name: name, country: code, kind: .state, code: code)
    }
}
