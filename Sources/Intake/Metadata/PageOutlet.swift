/// The name of the outlet that a page belongs to.
struct PageOutlet {
    let facts: PageFacts
    let vocabulary: IntakeVocabulary
    let host: String?
    /// The publisher's name in microdata.
    let publisher: String?
    private let label: String

    init(facts: PageFacts, vocabulary: IntakeVocabulary, host: String?, publisher: String?) {
        self.facts = facts
        self.vocabulary = vocabulary
        self.host = host
        self.publisher = publisher
        label = Self.label(of: host)
    }

    /// A name that the page gives, and where.
    private typealias Candidate = (name: String, evidence: String)

    /// In order of trust: a name of several words whose first letters are the host's ("dw" and
    /// "Deutsche Welle"); the site's name in OpenGraph, the publisher and the site of the structured
    /// data, other meta elements; the end of the title, a picture, the feeds or a copyright line, each
    /// only when its letters are the host's; the host. The table of hosts gives a name in Latin letters to
    /// an outlet that has none of its own there, or gives none at all.
    func find() -> (name: String, evidence: String)? {
        let told = told.filter { isName($0.name) }
        let shown = shown
        if let full = (told + shown).first(where: { Self.spells($0.name, label) }) { return full }
        // A site that calls itself by its address, or a firm, is better named by what it shows; of
        // names, the one that is the host's goes before one that has nothing of the host.
        let names = told.filter { !OutletFinder.isSiteName($0.name) && !isFirm($0.name) }
        let all = names + shown
        // Of names with the host's letters the one of most words: others run them together.
        let same = all.filter { isLabel($0.name) }
        let own =
            same.enumerated().max { a, b in
                (Words.list(a.element.name).count, b.offset) < (Words.list(b.element.name).count, a.offset)
            }?.element ?? all.first { resembles($0.name) }
        let named = own ?? names.first
        if let host, let known = vocabulary.outlet(ofHost: host), named.map({ !Self.isLatin($0.name) }) ?? true {
            return (known, "the host of the address, which is a known outlet's")
        }
        if let named, !Self.isLatin(named.name),
            let latin = all.first(where: { Self.isLatin($0.name) && resembles($0.name) })
        {
            return latin
        }
        if let named, !Self.isLatin(named.name), label.count >= 4 {
            return (printedLabel, "the host of the address, since the page names itself in other letters alone")
        }
        if let named { return named }
        if let firm = told.first(where: { isFirm($0.name) }), let word = firm.name.split(separator: " ").first,
            LatinSpelling.plain(String(word)) == label
        {
            return (String(word), firm.evidence)
        }
        if let address = told.first { return (Self.withoutDomain(address.name), address.evidence) }
        if let last = titleParts.last, Words.list(last).count <= 4, facts.title?.contains(" | ") == true {
            return (last, "the end of the title element")
        }
        return host.map { ($0, "the host of the address") }
    }

    /// What the page tells machines.
    private var told: [Candidate] {
        var all: [Candidate] = (facts.meta["og:site_name"] ?? []).prefix(1).map { ($0, "OpenGraph site name") }
        all += facts.structured.names("publisher").map { ($0.name, "JSON-LD publisher") }
        if let publisher { all.append((publisher, "itemprop publisher")) }
        if let name = facts.structured.siteName { all.append((name, "JSON-LD site name")) }
        if let name = facts.structured.organisationName { all.append((name, "JSON-LD organisation")) }
        if let (meta, value) = facts.first(vocabulary.metaNames["outlet"] ?? []) { all.append((value, "meta \(meta)")) }
        return all
    }

    /// What the page shows: parts of its title, pictures, the titles of its feeds.
    private var shown: [Candidate] {
        var all: [Candidate] = []
        let parts = titleParts
        if parts.count > 1 { all += parts.reversed().map { ($0, "the end of the title element") } }
        all += facts.logos.map { (withoutLogo($0), "a picture named like the host") }
            .filter { isLabel($0.0) || isLabel(withoutArticle($0.0)) || Self.spells($0.0, label) }
        all += facts.feedTitles.flatMap(Self.parts).map { ($0, "the title of a feed") }
        return all.filter { isName($0.name) && Words.list($0.name).count <= 6 }
    }

    /// The text of a logo without the words that say so.
    private func withoutLogo(_ text: String) -> String {
        var words = text.split { $0 == " " || $0 == "-" && text.lowercased().contains("logo") }
        while let last = words.last, vocabulary.logoWords.contains(last.lowercased()) { words.removeLast() }
        while let first = words.first, vocabulary.logoWords.contains(first.lowercased()) { words.removeFirst() }
        return words.joined(separator: " ")
    }

    private func withoutArticle(_ name: String) -> String {
        let words = name.split(separator: " ")
        guard words.count > 1, let first = words.first, vocabulary.articles.contains(first.lowercased()) else {
            return name
        }
        return words.dropFirst().joined(separator: " ")
    }

    private var titleParts: [String] { facts.title.map(Self.parts) ?? [] }

    private static func parts(_ title: String) -> [String] {
        var rest = title
        for joint in [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " « ", " › ", "：", "｜"] {
            rest = rest.replacing(joint, with: "\n")
        }
        return rest.split(separator: "\n").map { CleanLine.clean($0) }
    }

    private func isName(_ name: String) -> Bool {
        name.utf8.count <= 80 && !name.contains("://") && Words.list(name).count <= 8 && !name.isEmpty
    }

    /// The letters of the host's own label: "example" of "news.example.co.uk".
    private static func label(of host: String?) -> String {
        guard let host else { return "" }
        var labels = host.split(separator: ".").dropLast()
        // Second-level domains of countries are short: co.uk, com.au, or.jp.
        if labels.count > 1, let last = labels.last, last.count <= 3 { labels = labels.dropLast() }
        return (labels.last ?? "").lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// The same as the address prints it, its words capitalised.
    private var printedLabel: String {
        guard let host else { return "" }
        let own = host.split(separator: ".").first { $0.lowercased().filter { $0.isLetter || $0.isNumber } == label }
        return (own ?? "").split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(
            separator: " ")
    }

    /// Whether a name's letters are the host's.
    private func isLabel(_ name: String) -> Bool {
        label.utf8.count >= 2
            && (LatinSpelling.mayBe(name, label)
                && (LatinSpelling.plain(name) == label || LatinSpelling.expanded(name) == label))
    }

    /// Whether a name ends with a word for a firm's legal form.
    private func isFirm(_ name: String) -> Bool {
        Words.list(name).last.map { vocabulary.legalForms.contains($0) } ?? false
    }

    /// Whether a name can be read by who reads Latin letters.
    private static func isLatin(_ name: String) -> Bool {
        name.unicodeScalars.contains { $0.properties.isAlphabetic && $0.value < 0x250 }
    }

    /// Whether a name's letters are the host's, or one holds the other.
    private func resembles(_ name: String) -> Bool {
        if isLabel(name) { return true }
        let compact = LatinSpelling.plain(name)
        guard compact.count >= 2, label.count >= 2 else { return false }
        return compact.count >= 4 && label.contains(compact)
            || label.count >= 4 && compact.contains(label) && compact.count <= label.count * 3
    }

    /// Whether the first letters of a name's words spell the host's label.
    private static func spells(_ name: String, _ label: String) -> Bool {
        // A word for each letter has blanks between them.
        guard label.utf8.count >= 2, name.utf8.count >= 4 * label.utf8.count - 1 else { return false }
        let words = Words.list(name)
        guard words.count >= 2, words.count == label.count, words.allSatisfy({ $0.count > 2 }) else { return false }
        return String(words.compactMap(\.first)) == label
    }

    /// "example" for "example.org".
    private static func withoutDomain(_ name: String) -> String {
        guard OutletFinder.isSiteName(name), let dot = name.lastIndex(of: "."), name[..<dot].count >= 2 else {
            return name
        }
        return String(name[..<dot])
    }
}
