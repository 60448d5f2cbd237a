import Foundation
import Linguistics

/// Names out of GUM's `Entity` annotation, which marks whole phrases, nested, with ten types.
///
/// A name is the run of proper names that holds the last proper name of a phrase's first run, for
/// phrases of persons, organisations and places; words such as "of" join parts of organisations'
/// names. A person's name is the phrase's head with what is flat under it, which leaves out titles.
struct TreebankNames {
    private var tags: [String] = []
    private var forms: [String] = []
    private var heads: [Int] = []
    private var relations: [String] = []
    private let titles: NameLexicon
    private var opened: [(id: Substring, kind: Substring, start: Int)] = []
    private var phrases: [(kind: Analysis.EntityKind, words: Range<Int>)] = []
    private static let joining: Set<String> = ["IN", "DT", "CC", "HYPH", ",", "POS"]

    init(titles: NameLexicon) { self.titles = titles }

    /// Reads one word's columns and the brackets of its `Entity` field.
    mutating func read(_ fields: [Substring]) {
        let word = tags.count
        tags.append(String(fields[4]))
        forms.append(fields[1].lowercased())
        heads.append((Int(fields[6]) ?? 0) - 1)
        relations.append(String(fields[7]))
        guard let field = fields[9].split(separator: "|").first(where: { $0.hasPrefix("Entity=") }) else { return }
        var at = field.dropFirst(7)
        while let first = at.first {
            if first == "(" {
                let end = at.dropFirst().firstIndex { $0 == "(" || $0 == ")" } ?? at.endIndex
                let parts = at[at.index(after: at.startIndex)..<end].split(separator: "-")
                if parts.count > 1 { opened.append((parts[0], parts[1], word)) }
                at = at[end...]
                if at.first == ")" {
                    close(opened.count - 1, word)
                    at = at.dropFirst()
                }
            } else {
                let end = at.firstIndex(of: ")") ?? at.endIndex
                let id = at[..<end]
                if let index = opened.lastIndex(where: { $0.id == id }) { close(index, word) }
                at = end < at.endIndex ? at[at.index(after: end)...] : at[end...]
            }
        }
    }

    private mutating func close(_ index: Int, _ word: Int) {
        guard opened.indices.contains(index) else { return }
        let (_, kind, start) = opened.remove(at: index)
        switch kind {
        case "person": phrases.append((.person, start..<word + 1))
        case "organization": phrases.append((.organisation, start..<word + 1))
        case "place": phrases.append((.place, start..<word + 1))
        default: break
        }
    }

    /// Writes the labels of the sentence that was read, and forgets it.
    mutating func label(_ sentence: inout [(form: String, label: UInt8)]) {
        defer {
            tags = []
            forms = []
            heads = []
            relations = []
            opened = []
            phrases = []
        }
        // Longer phrases first: a name inside of a longer name is not marked again.
        for phrase in phrases.sorted(by: {
            ($1.words.count, $0.words.lowerBound) < ($0.words.count, $1.words.lowerBound)
        }) {
            guard let name = name(in: phrase.words, phrase.kind),
                name.allSatisfy({ sentence[$0].label == EntityLabel.outside })
            else { continue }
            for word in name {
                sentence[word].label = EntityLabel.first(phrase.kind) + (word == name.lowerBound ? 0 : 1)
            }
        }
    }

    private func name(in words: Range<Int>, _ kind: Analysis.EntityKind) -> Range<Int>? {
        func isProper(_ word: Int) -> Bool { tags[word] == "NNP" || tags[word] == "NNPS" }
        if kind == .person { return person(in: words) }
        // Only phrases that begin with a name, after a determiner and titles: "the European Union".
        var first = words.lowerBound
        while first < words.upperBound, !isProper(first) {
            guard ["DT", "NN", "JJ", "PRP$", "CD"].contains(tags[first]), first - words.lowerBound < 3 else {
                return nil
            }
            first += 1
        }
        guard first < words.upperBound else { return nil }
        var end = first
        var word = first
        while word < words.upperBound {
            if isProper(word) || (word == end && ["CD", "FW"].contains(tags[word])) {
                end = word + 1
            } else if !(kind == .organisation && Self.joining.contains(tags[word]) && tags[word] != ","
                && tags[word] != "POS" && word - end < 2 || tags[word] == "HYPH")
            {
                break
            }
            word += 1
        }
        // A further noun heads the phrase: "the Boston police chief" is no name of a place.
        if end < words.upperBound, ["NN", "NNS"].contains(tags[end]) { return nil }
        return end - first > 8 ? nil : first..<end
    }

    /// The head of a person's phrase with the words that are flat under it and touch it.
    private func person(in words: Range<Int>) -> Range<Int>? {
        guard let head = words.first(where: { !words.contains(heads[$0]) }), tags[head] == "NNP" else { return nil }
        var end = head + 1
        while end < words.upperBound, heads[end] == head, relations[end] == "flat" { end += 1 }
        let isTitle =
            forms[head].utf8.withContiguousStorageIfAvailable { titles.kinds(of: $0).contains(.title) } ?? false
        return isTitle && end == head + 1 ? nil : head..<end
    }
}
