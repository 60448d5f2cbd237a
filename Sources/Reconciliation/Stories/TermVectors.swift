internal import Foundation
internal import Records
internal import Text

/// Articles as unit vectors of weighted words.
///
/// A word counts once however often it stands in an article: what tells stories apart is which
/// names, numbers and words they use, not how often. Its weight is the 1.3rd power of its inverse
/// document frequency, over the articles and the background together; words printed with a capital
/// or a digit weigh twice. These choices were made on the development part of ECB+.
struct TermVectors: Sendable {
    struct Entry: Sendable {
        var term: Int32
        var weight: Float
    }

    private(set) var vectors: [[Entry]] = []
    /// How many articles hold each term.
    private(set) var frequencies: [Int32] = []

    private static let capitalWeight: Float = 2
    private static let power = 1.3

    init(_ articles: [Article], background: BackgroundFrequencies, kinds: WordKinds) {
        var numbers: [String: Int32] = [:]
        var common: [Int] = []
        var known: [UInt64: Int32] = [:]
        var rows: [[Int32: Bool]] = []
        for article in articles {
            var row: [Int32: Bool] = [:]
            for text in [article.title ?? "", article.text] {
                let folded = FoldedText(text)
                for i in 0..<folded.count {
                    let hash = folded.hash(i)
                    let term: Int32
                    if let found = known[hash] {
                        term = found
                    } else {
                        let word = folded[i]
                        let kind = kinds[word]
                        if kind == .function || kind == .negation || kind == .modal || word.utf8.count < 2 {
                            term = -1
                        } else {
                            let root = stem(kinds.neutral(word))
                            if let number = numbers[root] {
                                term = number
                            } else {
                                term = Int32(numbers.count)
                                numbers[root] = term
                                common.append(background[root])
                                frequencies.append(0)
                            }
                        }
                        known[hash] = term
                    }
                    guard term >= 0 else { continue }
                    row[term] = (row[term] ?? false) || folded.capitals[i] || folded.isNumber(i)
                }
            }
            for term in row.keys { frequencies[Int(term)] += 1 }
            rows.append(row)
        }
        let all = Double(articles.count + background.documents)
        let idf = frequencies.indices.map { t in
            Float(pow(max(0, log((1 + all) / (0.5 + Double(frequencies[t]) + Double(common[t])))), Self.power))
        }
        vectors = rows.map { row in
            var entries = row.map {
                Entry(term: $0.key, weight: idf[Int($0.key)] * ($0.value ? Self.capitalWeight : 1))
            }
            entries.sort { $0.term < $1.term }
            let norm = entries.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
            if norm > 0 { for i in entries.indices { entries[i].weight /= norm } }
            return entries
        }
    }

    /// The dot product of two sparse vectors. O(n + m).
    static func dot(_ a: [Entry], _ b: [Entry]) -> Float {
        var sum: Float = 0
        var i = 0
        var j = 0
        while i < a.count, j < b.count {
            if a[i].term == b[j].term {
                sum += a[i].weight * b[j].weight
                i += 1
                j += 1
            } else if a[i].term < b[j].term {
                i += 1
            } else {
                j += 1
            }
        }
        return sum
    }

    /// The sum of two sparse vectors. O(n + m).
    static func sum(_ a: [Entry], _ b: [Entry]) -> [Entry] {
        var out: [Entry] = []
        out.reserveCapacity(a.count + b.count)
        var i = 0
        var j = 0
        while i < a.count || j < b.count {
            if j == b.count || i < a.count && a[i].term < b[j].term {
                out.append(a[i])
                i += 1
            } else if i == a.count || b[j].term < a[i].term {
                out.append(b[j])
                j += 1
            } else {
                out.append(Entry(term: a[i].term, weight: a[i].weight + b[j].weight))
                i += 1
                j += 1
            }
        }
        return out
    }
}
