public import Records
internal import Text

/// Where articles come from: which copies which, sentence by sentence.
public struct Origins: Sendable, Hashable {
    /// Article id to the id of the article that it copies as a whole or for the most part.
    public var copies: [String: String]
    /// For each article in input order, for each of its sentences: the key of the origin that
    /// stands behind it. Keys are article ids, or `agency:` and a name for an agency that is
    /// credited but not among the articles.
    public var keys: [[String]]

    /// By article id: the stretches that stand in an earlier article too, and in which.
    public var passages: [String: [Article.Copied]]

    /// The origin of a piece of evidence: that of the sentence in which it starts.
    func key(_ article: Int, sentence: Int) -> String {
        sentence >= 0 && sentence < keys[article].count ? keys[article][sentence] : keys[article].first ?? ""
    }
}

/// Tells copies from independent accounts by shared runs of words, credits and what outlets say of
/// each other.
///
/// A sentence is a copy when most of its three-word shingles (Broder 1997) stand in one sentence of
/// an earlier article; quoted words do not count, because every outlet prints what was said. An
/// article is a copy when half of its own words stand in copied sentences of one earlier article, or
/// a fifth of them when both credit the same agency. Sorted shingles make it O(n log n).
public struct OriginFinder: Sendable {
    private static let sentencePart = 0.6
    private static let articlePart = 0.5
    private static let creditedPart = 0.2
    /// Shingles found in more sentences than this are formulas, not evidence of copying.
    private static let commonest = 48
    private let agencies: AgencyNames

    /// Reads the names of news agencies; throws when the list is missing.
    public init() throws { agencies = try AgencyNames() }

    private struct Shingle {
        var hash: UInt64
        var sentence: Int32
    }

    private struct Sentence {
        var article: Int32
        var index: Int32
        var shingles: Int32
        var words: Int32
    }

    /// Finds the origins of articles. The order of the articles does not matter.
    public func find(_ coded: [CodedArticle]) -> Origins {
        let outlets = coded.map { agencies.normal($0.article.outlet) }
        let credits = coded.map { agencies.credited($0.article) }
        var isSource = Set<String>()
        for credit in credits { if let credit { isSource.insert(credit) } }
        // Earlier accounts are the sources of later ones; of one day, the credited agency comes first.
        let order = coded.indices.sorted { a, b in
            let dayA = (coded[a].article.published ?? "9999").prefix(10)
            let dayB = (coded[b].article.published ?? "9999").prefix(10)
            let agencyA = outlets[a].map { isSource.contains($0) } ?? false
            let agencyB = outlets[b].map { isSource.contains($0) } ?? false
            if agencyA != agencyB { return agencyA }
            return (dayA, coded[a].article.id) < (dayB, coded[b].article.id)
        }
        var rank = [Int](repeating: 0, count: coded.count)
        for (r, a) in order.enumerated() { rank[a] = r }

        var sentences: [Sentence] = []
        var shingles: [Shingle] = []
        var first = [Int](repeating: 0, count: coded.count + 1)
        for (a, article) in coded.enumerated() {
            first[a] = sentences.count
            let quoted = article.quotations.filter { $0.kind != .indirect }
                .flatMap { $0.parts.isEmpty ? [$0.evidence] : $0.parts }
            for (s, sentence) in article.sentences.enumerated() {
                let hashes = Self.shingles(sentence, without: quoted)
                let id = Int32(sentences.count)
                sentences.append(
                    Sentence(
                        article: Int32(a), index: Int32(s), shingles: Int32(hashes.shingles.count),
                        words: Int32(hashes.words)))
                for hash in hashes.shingles { shingles.append(Shingle(hash: hash, sentence: id)) }
            }
        }
        first[coded.count] = sentences.count
        // A sentence that puts another name or number into a copied one says something of its own.
        let source = copiedSentences(sentences, &shingles, rank: rank).filter { id, from in
            !Self.changesFacts(
                coded[Int(sentences[id].article)].sentences[Int(sentences[id].index)],
                of: coded[Int(sentences[from].article)].sentences[Int(sentences[from].index)])
        }

        var copies: [String: String] = [:]
        var copiedFrom = [Int: Int]()
        for a in order {
            var words: [Int: Int] = [:]
            var total = 0
            for id in first[a]..<first[a + 1] {
                total += Int(sentences[id].words)
                if let from = source[id] { words[Int(sentences[from].article), default: 0] += Int(sentences[id].words) }
            }
            guard total > 0, let best = words.max(by: { ($0.value, -rank[$0.key]) < ($1.value, -rank[$1.key]) }) else {
                continue
            }
            let sharesCredit = credits[a] != nil && (credits[a] == credits[best.key] || credits[a] == outlets[best.key])
            let part = Double(best.value) / Double(total)
            guard part >= (sharesCredit ? Self.creditedPart : Self.articlePart) else { continue }
            copiedFrom[a] = copiedFrom[best.key] ?? best.key
            copies[coded[a].article.id] = coded[copiedFrom[a]!].article.id
        }

        let base = coded.indices.map { a -> String in
            if copiedFrom[a] == nil, let credit = credits[a] {
                if let member = order.first(where: { outlets[$0] == credit && $0 != a }) {
                    return coded[member].article.id
                }
                return "agency:" + credit
            }
            return coded[a].article.id
        }
        // A sentence that is quotation for the most part is nobody's proof of copying, but in a copy it came
        // with the rest.
        func verbatim(_ id: Int, _ a: Int, _ from: Int?) -> Int? {
            guard let from else { return nil }
            let words = coded[a].sentences[id - first[a]].quote
            return coded[from].sentences.contains { $0.quote == words } ? from : nil
        }
        var keys: [[String]] = []
        for a in coded.indices {
            keys.append(
                (first[a]..<first[a + 1]).map { id in
                    guard let from = source[id] else { return base[verbatim(id, a, copiedFrom[a]) ?? a] }
                    var root = from
                    while let next = source[root] { root = next }
                    return base[Int(sentences[root].article)]
                })
            if keys[a].isEmpty { keys[a] = [base[a]] }
        }
        var passages: [String: [Article.Copied]] = [:]
        for a in coded.indices {
            for id in first[a]..<first[a + 1] {
                guard let from = source[id] else { continue }
                let sentence = coded[a].sentences[id - first[a]]
                let other = coded[Int(sentences[from].article)].article.id
                if let last = passages[coded[a].article.id]?.last, last.from == other,
                    last.end <= sentence.start, id > first[a], last.end == coded[a].sentences[id - first[a] - 1].end
                {
                    passages[coded[a].article.id]![passages[coded[a].article.id]!.count - 1].end = sentence.end
                } else {
                    passages[coded[a].article.id, default: []].append(
                        Article.Copied(from: other, start: sentence.start, end: sentence.end))
                }
            }
        }
        return Origins(copies: copies, keys: keys, passages: passages)
    }

    /// Whether a sentence holds a number, or a name inside it, that the other one lacks.
    private static func changesFacts(_ copy: Evidence, of original: Evidence) -> Bool {
        let a = FoldedText(copy.quote)
        let b = FoldedText(original.quote)
        let known = Set((0..<b.count).map { b[$0] })
        // The first word has a capital whatever it is; one that stands in capitals further on is a name.
        let replaced = (0..<a.count).count { i in
            (a.isNumber(i) || a.capitals[i]) && !known.contains(a[i]) && (i > 0 || b.count > 0 && b.capitals[0])
        }
        let lost = Set((0..<a.count).map { a[$0] })
        let dropped = (0..<b.count).contains { i in (b.isNumber(i) || b.capitals[i]) && !lost.contains(b[i]) }
        return replaced > 0 && dropped && replaced <= 3
    }

    /// For each sentence, the sentence of an earlier article that it copies.
    private func copiedSentences(_ sentences: [Sentence], _ shingles: inout [Shingle], rank: [Int]) -> [Int: Int] {
        shingles.sort { ($0.hash, $0.sentence) < ($1.hash, $1.sentence) }
        var shared: [UInt64: Int32] = [:]
        var start = 0
        while start < shingles.count {
            var end = start
            while end < shingles.count, shingles[end].hash == shingles[start].hash { end += 1 }
            if end - start > 1, end - start <= Self.commonest {
                for i in start..<end {
                    for j in start..<end where i != j {
                        let a = sentences[Int(shingles[i].sentence)]
                        let b = sentences[Int(shingles[j].sentence)]
                        guard a.article != b.article, rank[Int(b.article)] < rank[Int(a.article)] else { continue }
                        let key = UInt64(UInt32(shingles[i].sentence)) << 32 | UInt64(UInt32(shingles[j].sentence))
                        shared[key, default: 0] += 1
                    }
                }
            }
            start = end
        }
        var best: [Int: (from: Int, count: Int)] = [:]
        for (key, count) in shared {
            let a = Int(key >> 32)
            let b = Int(key & 0xFFFF_FFFF)
            let needed = Self.sentencePart * Double(sentences[a].shingles)
            guard Double(count) >= needed, sentences[a].shingles >= 4 else { continue }
            let old = best[a]
            let better =
                old.map {
                    (Int(count), -rank[Int(sentences[b].article)], -b) > (
                        $0.count, -rank[Int(sentences[$0.from].article)], -$0.from
                    )
                } ?? true
            if better { best[a] = (b, Int(count)) }
        }
        return best.mapValues(\.from)
    }

    /// The distinct three-word shingles of a sentence outside quoted words, and its number of words.
    private static func shingles(_ sentence: Evidence, without quoted: [Evidence]) -> (shingles: [UInt64], words: Int) {
        let folded = FoldedText(sentence.quote)
        var kept: [UInt64] = []
        kept.reserveCapacity(folded.count)
        let inside = quoted.filter { $0.start < sentence.end && sentence.start < $0.end }
        var scalars = 0
        var at = 0
        let bytes = Array(sentence.quote.utf8)
        for word in 0..<folded.count {
            if !inside.isEmpty {
                while at < Int(folded.starts[word]) {
                    if bytes[at] & 0xC0 != 0x80 { scalars += 1 }
                    at += 1
                }
                let place = sentence.start + scalars
                if inside.contains(where: { $0.start <= place && place < $0.end }) { continue }
            }
            kept.append(folded.hash(word))
        }
        guard kept.count >= 3 else { return ([], kept.count) }
        var hashes = Set<UInt64>()
        for i in 0..<(kept.count - 2) {
            hashes.insert((kept[i] &* 0x9E37_79B9_7F4A_7C15) ^ (kept[i + 1] &* 0xC2B2_AE3D_27D4_EB4F) &+ kept[i + 2])
        }
        return (hashes.sorted(), kept.count)
    }
}
