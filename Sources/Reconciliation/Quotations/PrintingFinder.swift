public import Records

/// Finds all printings of some words: who printed them, in whose mouth, and where the wording differs.
public struct PrintingFinder: Sendable {
    private let finder: OriginFinder
    private let aligner: QuotationAligner
    private let kinds: WordKinds
    private let changes: ChangeKinds
    /// So many printings are shown where none is of these words, and each shares so many words with content.
    private static let nearest = 3
    private static let nearestShared = 2

    /// Reads the word lists; throws when one is missing or malformed.
    public init() throws {
        finder = try OriginFinder()
        aligner = try QuotationAligner()
        kinds = try WordKinds()
        changes = try ChangeKinds()
    }

    /// One place where words stand that may be those asked for.
    private struct Candidate {
        var article: Int
        var sentence: Int
        var text: String
        var quotation: Quotation?
        var evidence: Evidence
    }

    /// Finds the printings of some words in coded articles. O(sentences · words²).
    public func find(_ words: String, in coded: [CodedArticle]) -> QuotationSearch {
        let asked = aligner.printing(of: words)
        guard !asked.words.isEmpty else {
            return QuotationSearch(
                words: words, found: false, reason: "There are no words to look for.", origins: 0, printings: [])
        }
        let origins = finder.find(coded)
        var found: [(printing: QuotationSearch.Printing, shared: Int)] = []
        var near: [(printing: QuotationSearch.Printing, shared: Double)] = []
        for a in coded.indices {
            var taken: [Evidence] = []
            for candidate in candidates(coded[a], a) {
                guard !taken.contains(where: { $0.overlaps(candidate.evidence) }) else { continue }
                let printing = aligner.printing(of: candidate.text)
                let origin = origins.key(a, sentence: candidate.sentence)
                if let comparison = compare(asked, printing) {
                    taken.append(candidate.evidence)
                    found.append(
                        (
                            self.printing(candidate, coded[a], origin, asked, printing, comparison), comparison.shared
                        ))
                } else {
                    let shared = Self.shared(asked, printing)
                    guard shared >= Self.nearestShared else { continue }
                    let likeness = 2 * Double(shared) / Double(asked.contentCount + printing.contentCount)
                    near.append((self.printing(candidate, coded[a], origin, asked, printing, nil), likeness))
                }
            }
        }
        if found.isEmpty { return nothing(words, near) }
        found.sort { a, b in
            let x = (Self.rank(a.printing), -a.shared)
            let y = (Self.rank(b.printing), -b.shared)
            return x != y ? x < y : a.printing.evidence < b.printing.evidence
        }
        let all = found.map(\.printing)
        return QuotationSearch(
            words: words, found: true, reason: Self.reason(all), origins: Set(all.map(\.origin)).count, printings: all)
    }

    /// Short words have to stand as they are; longer ones may be cut or changed.
    private func compare(_ asked: QuotationAligner.Printing, _ other: QuotationAligner.Printing) -> QuotationComparison?
    {
        if asked.contentCount < 2 {
            guard Self.runs(asked.keys, in: other.keys) else { return nil }
            return QuotationComparison(
                wording: asked.keys.count == other.keys.count ? .identical : .shortened, changes: [],
                shared: asked.contentCount)
        }
        return aligner.compare(asked, other, short: true)
    }

    /// Attributions as a whole, their parts, and sentences in which no quotation stands.
    private func candidates(_ coded: CodedArticle, _ a: Int) -> [Candidate] {
        func sentence(_ place: Evidence) -> Int { coded.sentences.lastIndex { $0.start <= place.start } ?? 0 }
        let quoted = coded.quotations
        var out: [Candidate] = []
        for quotation in quoted.attributions() where quotation.kind != .indirect {
            out.append(
                Candidate(
                    article: a, sentence: sentence(quotation.evidence), text: quotation.text, quotation: quotation,
                    evidence: quotation.evidence))
        }
        for quotation in quoted.sorted(by: {
            ($0.kind == .indirect ? 1 : 0, $0.evidence) < ($1.kind == .indirect ? 1 : 0, $1.evidence)
        }) {
            out.append(
                Candidate(
                    article: a, sentence: sentence(quotation.evidence), text: quotation.text, quotation: quotation,
                    evidence: quotation.evidence))
        }
        for (s, place) in coded.sentences.enumerated() {
            out.append(Candidate(article: a, sentence: s, text: place.quote, quotation: nil, evidence: place))
        }
        return out
    }

    private func printing(
        _ candidate: Candidate, _ coded: CodedArticle, _ origin: String, _ asked: QuotationAligner.Printing,
        _ printing: QuotationAligner.Printing, _ comparison: QuotationComparison?
    ) -> QuotationSearch.Printing {
        let steps = WordAlignment(asked.keys, printing.keys).steps
        let isMore = Self.runs(asked.keys, in: printing.keys) && printing.keys.count > asked.keys.count
        let isPart = Self.runs(printing.keys, in: asked.keys) && printing.keys.count < asked.keys.count
        var wording = comparison?.wording
        if isMore, wording == .shortened { wording = .identical }
        let extent: QuotationSearch.Extent =
            isMore || comparison?.wording == .shortened && printing.keys.count > asked.keys.count
            ? .more : isPart || wording == .shortened ? .part : .whole
        let changes = (comparison?.changes ?? []).map { change in
            QuotationSearch.Change(
                asked: Self.slice(asked, change.firstWords), printed: Self.slice(printing, change.secondWords),
                kind: self.changes.kind(of: change))
        }
        let first = Set(steps.filter(\.equal).compactMap(\.first))
        let second = Set(steps.filter(\.equal).compactMap(\.second))
        return QuotationSearch.Printing(
            article: coded.article.id, outlet: coded.article.outlet, origin: origin,
            speaker: candidate.quotation?.speaker, speakerSurface: candidate.quotation?.speakerSurface,
            text: candidate.text, kind: candidate.quotation?.kind, wording: wording, extent: extent,
            matters: wording == .altered && changes.contains(where: \.matters), changes: changes,
            asked: Self.words(asked) { !first.contains($0) }, printed: Self.words(printing) { !second.contains($0) },
            evidence: candidate.evidence)
    }

    /// The words of a text with the marks around them.
    private static func words(_ p: QuotationAligner.Printing, differs: (Int) -> Bool) -> [QuotationSearch.Word] {
        let bytes = Array(p.text.utf8)
        return p.words.indices.map { i in
            let from = i == 0 ? 0 : Int(p.folded.starts[i])
            let to = i + 1 < p.words.count ? Int(p.folded.starts[i + 1]) : bytes.count
            var end = to
            while end > from, bytes[end - 1] <= 0x20 { end -= 1 }
            var start = from
            while start < end, bytes[start] <= 0x20 { start += 1 }
            return QuotationSearch.Word(text: String(decoding: bytes[start..<end], as: UTF8.self), differs: differs(i))
        }
    }

    private static func slice(_ p: QuotationAligner.Printing, _ range: Range<Int>) -> String {
        guard !range.isEmpty, range.upperBound <= p.words.count else { return "" }
        let bytes = Array(p.text.utf8)
        return String(
            decoding: bytes[Int(p.folded.starts[range.lowerBound])..<Int(p.folded.stops[range.upperBound - 1])],
            as: UTF8.self)
    }

    private static func runs(_ short: [String], in long: [String]) -> Bool {
        guard !short.isEmpty, short.count <= long.count else { return false }
        return (0...(long.count - short.count)).contains { long[$0..<($0 + short.count)].elementsEqual(short) }
    }

    private static func shared(_ a: QuotationAligner.Printing, _ b: QuotationAligner.Printing) -> Int {
        let other = Set(b.keys.indices.filter { b.content[$0] }.map { b.keys[$0] })
        return Set(a.keys.indices.filter { a.content[$0] }.map { a.keys[$0] }).intersection(other).count
    }

    /// The same words first; words in a mouth before words without marks.
    private static func rank(_ p: QuotationSearch.Printing) -> Int {
        let order: Int =
            switch p.wording {
            case .identical: p.extent == .whole ? 0 : 1
            case .shortened: 2
            case .reordered: 3
            case .altered: p.matters ? 5 : 4
            case nil: 6
            }
        return order * 2 + (p.kind == nil || p.kind == .indirect ? 1 : 0)
    }

    private func nothing(_ words: String, _ near: [(printing: QuotationSearch.Printing, shared: Double)])
        -> QuotationSearch
    {
        let best = near.sorted { a, b in
            a.shared != b.shared ? a.shared > b.shared : a.printing.evidence < b.printing.evidence
        }
        var chosen: [QuotationSearch.Printing] = []
        for item in best where chosen.count < Self.nearest {
            if !chosen.contains(where: { $0.evidence.overlaps(item.printing.evidence) }) {
                chosen.append(item.printing)
            }
        }
        return QuotationSearch(
            words: words, found: false,
            reason: chosen.isEmpty
                ? "No account prints these words, nor anything near them."
                : "No account prints these words; the nearest that accounts print is shown.",
            origins: 0, printings: chosen)
    }

    private static func reason(_ all: [QuotationSearch.Printing]) -> String {
        func origins(_ some: [QuotationSearch.Printing]) -> Int { Set(some.map(\.origin)).count }
        func count(_ n: Int) -> String { n == 1 ? "1 origin" : "\(n) origins" }
        var parts: [String] = []
        let whole = all.filter { $0.wording == .identical }
        if !whole.isEmpty { parts.append("as asked by \(count(origins(whole)))") }
        let cut = all.filter { $0.wording == .shortened }
        if !cut.isEmpty { parts.append("in part by \(count(origins(cut)))") }
        let turned = all.filter { $0.wording == .reordered }
        if !turned.isEmpty { parts.append("in another order by \(count(origins(turned)))") }
        let light = all.filter { $0.wording == .altered && !$0.matters }
        if !light.isEmpty { parts.append("with small changes by \(count(origins(light)))") }
        let heavy = all.filter(\.matters)
        if !heavy.isEmpty { parts.append("with words that change the meaning by \(count(origins(heavy)))") }
        var text = "Printed " + Wording.list(parts) + "."
        var speakers: [ActorReference] = []
        for speaker in all.compactMap(\.speaker) where !speakers.contains(where: { !Identity.distinct($0, speaker) }) {
            speakers.append(speaker)
        }
        if speakers.count > 1 {
            text += " The words are put into different mouths: \(Wording.list(speakers.map(\.name)))."
        }
        return text
    }
}
