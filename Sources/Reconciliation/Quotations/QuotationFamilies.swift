internal import Records

/// One printing of a quotation in a story.
struct QuotedPrinting: Sendable {
    var article: Int
    /// The index in the article's quotations; `nil` for words that coding passed over.
    var index: Int?
    var origin: String
    var printing: QuotationAligner.Printing
    var speaker: ActorReference?
    /// The offices that the account gives the speaker.
    var titles: [OfficeTitle]
    var quotation: Quotation

    /// Whether two printings are in mouths that cannot be one: two names, or two offices of one rank.
    static func distinctSpeakers(_ a: QuotedPrinting, _ b: QuotedPrinting) -> Bool {
        if let x = a.speaker, let y = b.speaker { return Identity.distinct(x, y) }
        return a.titles.contains { x in b.titles.allSatisfy { OfficeTitles.exclude(x, $0) } } && !b.titles.isEmpty
    }
}

extension QuotationAligner {
    /// Compares two printings of a story, more freely where one person says both to different accounts.
    func compare(_ a: QuotedPrinting, _ b: QuotedPrinting) -> QuotationComparison? {
        let oneMouth =
            a.article != b.article && (a.speaker.flatMap { x in b.speaker.map { Identity.same(x, $0) } } ?? false)
        return compare(a.printing, b.printing, oneMouth: oneMouth)
    }
}

/// The printings of a story's quotations, those of one utterance together.
struct QuotationFamilies: Sendable {
    private(set) var printings: [QuotedPrinting] = []
    /// Indices into `printings`; the first is the one that others are variants of.
    private(set) var families: [[Int]] = []

    /// Words with which a printing is looked up must not stand in more printings than this.
    private static let commonest = 400

    init(
        _ coded: [CodedArticle], origin: (Int, Int) -> String, aligner: QuotationAligner, offices: OfficeTitles
    ) {
        for (a, article) in coded.enumerated() {
            func add(_ quotation: Quotation, _ index: Int?) {
                let sentence = article.sentences.lastIndex { $0.start <= quotation.evidence.start } ?? 0
                var titles = quotation.speaker.map { offices.titles(of: $0.id, in: article) } ?? []
                if titles.isEmpty, let surface = quotation.speakerSurface, let title = offices.title(in: surface) {
                    titles = [title]
                }
                // A printed quotation is the outlet's own though the sentence around it be copied.
                printings.append(
                    QuotedPrinting(
                        article: a, index: index, origin: origin(a, sentence),
                        printing: aligner.printing(of: quotation.text),
                        speaker: quotation.speaker, titles: titles, quotation: quotation))
            }
            for (q, quotation) in article.quotations.enumerated() where quotation.kind != .indirect {
                add(quotation, q)
            }
            for run in UncodedPrintings.find(in: article) {
                add(UncodedPrintings.quotation(run, in: article), nil)
            }
        }
        var parent = Array(printings.indices)
        func root(_ i: Int) -> Int {
            var i = i
            while parent[i] != i { i = parent[i] }
            return i
        }
        var postings: [String: [Int]] = [:]
        for i in printings.indices {
            var shared: [Int: Int] = [:]
            let keys = Set(
                printings[i].printing.keys.indices.filter { printings[i].printing.content[$0] }
                    .map { printings[i].printing.keys[$0] })
            for key in keys {
                let list = postings[key] ?? []
                if list.count < Self.commonest { for j in list { shared[j, default: 0] += 1 } }
                postings[key, default: []].append(i)
            }
            for (j, _) in shared.sorted(by: { $0.key < $1.key }) where root(i) != root(j) {
                guard let comparison = aligner.compare(printings[j], printings[i]) else { continue }
                if Self.belong(printings[j], printings[i], comparison) {
                    parent[max(root(i), root(j))] = min(root(i), root(j))
                }
            }
        }
        var members: [Int: [Int]] = [:]
        for i in printings.indices { members[root(i), default: []].append(i) }
        families = members.keys.sorted().map { key in
            // The fullest printing is the one to compare with; of equals, the first.
            members[key]!.sorted {
                (-printings[$0].printing.words.count, $0) < (-printings[$1].printing.words.count, $1)
            }
        }
    }

    /// Whether two printings are of one utterance: one mouth, or words too alike for chance.
    static func belong(_ a: QuotedPrinting, _ b: QuotedPrinting, _ comparison: QuotationComparison) -> Bool {
        if QuotedPrinting.distinctSpeakers(a, b) {
            switch comparison.wording {
            // A whole sentence that is the same to the word is one utterance though it be short.
            case .identical: return comparison.shared >= 3 && a.printing.words.count >= 6
            case .shortened: return comparison.shared >= 4
            case .reordered: return comparison.shared >= 4
            case .altered: return comparison.shared >= 5
            }
        }
        return true
    }
}
