/// The persons who wrote a page. Rather none than a wrong one.
struct AuthorFinder {
    let tree: HTMLTree
    let facts: PageFacts
    let vocabulary: IntakeVocabulary
    let outlet: String?
    /// The page's own site, such as "example.org".
    let host: String?
    /// The blocks of the article's text.
    var body: [HTMLBlock] = []

    /// The persons, the agencies that are named in their place, and the evidence.
    struct Found {
        var names: [String] = []
        var agencies: [String] = []
        var evidence = ""
    }

    /// In order of trust: structured data, meta elements, marked elements, an element whose name says
    /// that it holds a byline, a line with a label of authorship.
    func find(blocks: [HTMLBlock]) -> Found {
        var agencies: [String] = []
        // One word may be a handle or an initial: a full name that the page shows is better.
        var short: Found?
        func settle(_ raw: [String], _ evidence: String) -> Found? {
            var names: [String] = []
            for value in raw.prefix(40) {
                let read = persons(value)
                agencies += read.agencies
                for name in read.names where !names.contains(where: { Words.fold($0) == Words.fold(name) }) {
                    names.append(name)
                }
            }
            guard !names.isEmpty, names.count <= 12 else { return nil }
            let found = Found(names: names, agencies: agencies, evidence: evidence)
            guard names.contains(where: Self.isFull) else {
                if short == nil { short = found }
                return nil
            }
            // Another person's full name is no better than the author's short one.
            if let handle = short?.names.first, !names.contains(where: { Self.extends($0, handle) }) { return nil }
            return found
        }
        let structured = facts.structured.names("author") + facts.structured.names("creator")
        let stated = structured.filter { !$0.isOrganisation }.map(\.name)
        agencies += structured.compactMap { vocabulary.agency($0.name) }
        if let found = settle(stated, "JSON-LD author") { return found }
        for name in vocabulary.metaNames["author"] ?? [] {
            if let values = facts.meta[name], let found = settle(values, "meta \(name)") { return found }
        }
        if let written = facts.writtenBy, let found = settle([written], "the card's label of authorship") {
            return found
        }
        if let marked = facts.properties["author"] {
            let inner = marked.flatMap { node in
                (facts.properties["name"] ?? []).filter { $0 > node && $0 < Int(tree.nodes[node].end) }
            }
            let nodes = inner.isEmpty ? marked : inner
            if let found = settle(nodes.prefix(6).map { tree.spacedText(of: $0) }, "itemprop author") { return found }
        }
        if let found = settle(firstLinks(facts.authorLinks), "a link to an author") { return found }
        for text in bylineElements() {
            let isLabelled = BylineReader(text, needsLabel: true, vocabulary: vocabulary) != nil
            guard isLabelled || text.contains(" ") || text.first?.isUppercase == true else { continue }
            if let found = settle([text], "an element that is named a byline") { return found }
        }
        let person = facts.structured.onlyPerson
        if let person, let found = settle([person], "the only person of the structured data") { return found }
        for line in labelledLines(blocks) {
            if let read = BylineReader(line, needsLabel: true, vocabulary: vocabulary) {
                if let found = settle(read.names, "a line with a label of authorship") { return found }
                agencies += read.agencies
            }
        }
        if let found = settle(firstLinks(facts.personLinks), "a link to a person") { return found }
        if let short { return short }
        if let found = settle(signature(blocks), "the signature below the text") { return found }
        if let owner {
            return Found(names: [owner], agencies: agencies, evidence: "the person that the site is named for")
        }
        return Found(names: [], agencies: agencies, evidence: "")
    }

    /// Whether a name has two words, or is in a script that does not part them.
    private static func isFull(_ name: String) -> Bool {
        name.contains(" ") || name.unicodeScalars.contains { $0.value >= 0x3040 }
    }

    /// Whether a full name starts with the letters of a short one, or is spelt by all of them.
    private static func extends(_ name: String, _ short: String) -> Bool {
        let (full, handle) = (LatinSpelling.plain(name), LatinSpelling.plain(short))
        return handle.count >= 3 && full.hasPrefix(handle)
    }

    /// The short lines that may be a byline; a label that stands alone is joined with what follows it.
    private func labelledLines(_ blocks: [HTMLBlock]) -> [String] {
        let lines = blocks.flatMap { block in
            block.shape.words <= 30 ? block.text.split(separator: "\n").map(String.init) : []
        }
        return lines.indices.compactMap { i in
            let line = lines[i]
            if line.utf8.count > 60, LineShape(line).words > 16 { return nil }
            guard line.utf8.count <= 40, i + 1 < lines.count,
                line.utf8.last == UInt8(ascii: ":") && vocabulary.bylineLabels.contains(Words.fold(line))
                    || line.utf8.count > 4 && vocabulary.bylineLabels.isWhole(line),
                LineShape(lines[i + 1]).words <= 8
            else { return line }
            return "\(line) \(lines[i + 1])"
        }
    }

    /// The person whose name is both the site's name and its host.
    private var owner: String? {
        guard let outlet,
            let host, let read = BylineReader(outlet, vocabulary: vocabulary), read.names.count == 1,
            !vocabulary.articles.contains(Words.list(outlet).first ?? "")
        else { return nil }
        let compact = Words.fold(read.names[0]).replacing(" ", with: "")
        let letters = host.filter { $0.isLetter }
        return compact.count >= 8 && letters.contains(compact) ? read.names[0] : nil
    }

    /// A person's name that stands by itself below the last sentences of the article.
    private func signature(_ blocks: [HTMLBlock]) -> [String] {
        guard let last = body.last, let place = blocks.firstIndex(where: { $0.node == last.node }) else { return [] }
        for i in [place, place + 1] where i < blocks.count {
            let block = blocks[i]
            guard (2...4).contains(block.shape.words), block.linkShare < 0.5, !block.shape.endsSentence,
                block.kind == .paragraph || block.kind == .cell, block.excluded == nil
            else { continue }
            // Only what comes behind a sentence signs it.
            guard i > 0, blocks[i - 1].shape.isProse, BylineReader.isPerson(block.text, vocabulary) else { continue }
            return [block.text]
        }
        return []
    }

    /// The texts of the first link to an author and of those directly behind it.
    private func firstLinks(_ links: [Int]) -> [String] {
        var texts: [String] = []
        var last: Int?
        for link in links {
            let text = tree.spacedText(of: link)
            if text.isEmpty { continue }
            if let last, link - last > 10 { break }
            texts.append(text)
            last = Int(tree.nodes[link].end)
        }
        return texts
    }

    /// Texts of small elements whose class says byline or author; those of comments and of boxes about
    /// an author come last.
    private func bylineElements() -> [String] {
        var first: [String] = []
        var later: [String] = []
        var i = 0
        while i < tree.nodes.count {
            defer { i += 1 }
            let node = tree.nodes[i]
            let marks = facts.marks[i]
            guard !marks.isEmpty, node.tag != .text else { continue }
            if marks.contains(.comment), node.tag != .body, node.tag != .html {
                if node.textEnd - node.textStart < 20_000 { i = Int(node.end) - 1 }
                continue
            }
            guard marks.contains(.byline), node.textEnd > node.textStart, node.textEnd - node.textStart < 160 else {
                continue
            }
            let text = tree.spacedText(of: i)
            if marks.contains(.aside) { later.append(text) } else { first.append(text) }
        }
        return Array((first + later).prefix(12))
    }

    /// The names in one value, without sites, desks, agencies and addresses.
    private func persons(_ value: String) -> (names: [String], agencies: [String]) {
        guard value.utf8.count <= 200, !value.contains("://"), !value.contains("{") else { return ([], []) }
        let value = value.contains("@") ? withoutAddresses(value) : value
        if value.isEmpty || isSite(value) { return ([], []) }
        // "Example Post, Vienna, Austria": what follows a site's name is its place.
        if let first = value.split(separator: ",").first, value.contains(","), isSite(String(first)) { return ([], []) }
        let printed = Self.uninverted(value)
        guard let read = BylineReader(printed, stated: true, vocabulary: vocabulary) else { return ([], []) }
        return (read.names.filter { !isSite($0) }, read.agencies)
    }

    /// "Lee, Ann" as libraries print it, the other way round; two single words with a comma between them
    /// are no two authors.
    private static func uninverted(_ value: String) -> String {
        let parts = value.split(separator: ",").map { CleanLine.clean($0) }
        guard parts.count == 2, !parts[0].contains(" "), parts[1].split(separator: " ").count <= 2,
            parts.allSatisfy({ $0.first?.isUppercase == true && !$0.contains(where: \.isNumber) }),
            parts[1].split(separator: " ").dropFirst().allSatisfy({ $0.count <= 2 && $0.first?.isUppercase == true })
        else { return value }
        return "\(parts[1]) \(parts[0])"
    }

    private func withoutAddresses(_ value: String) -> String {
        value.split(separator: " ").filter { !$0.contains("@") }.joined(separator: " ")
    }

    private func isSite(_ name: String) -> Bool {
        let words = Words.list(name)
        let fold = words.joined(separator: " ")
        if let outlet, Words.fold(outlet) == fold { return true }
        guard let host, let last = words.last else { return false }
        let letters = host.filter { $0.isLetter || $0.isNumber }
        if words.count == 1 { return last.count >= 3 && letters.contains(last) }
        // "The Example" of example.org.
        let labels = host.split(separator: ".").map(String.init)
        let startsLikeOne = words.first.map { vocabulary.articles.contains($0) } == true
        return startsLikeOne && (letters.contains(words.joined()) || labels.contains(last))
            || last.count >= 5 && labels.contains(last)
    }
}
