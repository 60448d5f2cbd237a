/// When a page was published and when it was last changed.
struct DateFinder {
    let tree: HTMLTree
    let facts: PageFacts
    let vocabulary: IntakeVocabulary
    let url: String?
    let monthFirst: Bool

    /// The dates as ISO 8601 with the evidence for the first.
    struct Found {
        var published: String?
        var evidence = ""
        var updated: String?
    }

    /// In order of trust: structured data, meta elements, marked elements, the time element of the
    /// article, an element named for a date, a line with a label, the address, a date near the title.
    func find(blocks: [HTMLBlock], title: String?) -> Found {
        var found = Found()
        found.updated =
            facts.structured.text("dateModified").flatMap(iso)
            ?? facts.first(vocabulary.metaNames["updated"] ?? []).flatMap { iso($0.value) }
        if let (date, evidence) = published(blocks, title) {
            found.published = local(date, title)
            found.evidence = evidence
        } else if let updated = found.updated {
            found.published = updated
            found.evidence = "the date of the last update, for want of another"
        }
        return found
    }

    private func published(_ blocks: [HTMLBlock], _ title: String?) -> (String, String)? {
        for key in ["datePublished", "dateCreated", "uploadDate"] {
            if let date = facts.structured.text(key).flatMap(iso) { return (date, "JSON-LD \(key)") }
        }
        for name in vocabulary.metaNames["published"] ?? [] {
            for value in facts.meta[name] ?? [] { if let date = iso(value) { return (date, "meta \(name)") } }
        }
        for property in ["datepublished", "datecreated"] {
            for node in facts.properties[property] ?? [] {
                let value =
                    tree.attribute(.datetime, of: node) ?? tree.attribute(.content, of: node) ?? tree.text(of: node)
                if let date = iso(value) { return (date, "itemprop \(property)") }
            }
        }
        if let date = timeElement() { return (date, "the time element") }
        let named = namedElement(title)
        if let named, named.isNear {
            // An element near the headline may show the day of a change or of the visit, which come later.
            let told = facts.first(vocabulary.metaNames["dated"] ?? [])
            if let told, !told.name.contains("created"), let date = iso(told.value),
                date.prefix(10) < named.date.prefix(10)
            {
                return (date, "meta \(told.name), which is before the date in the element named for one")
            }
            return (named.date, "an element that is named for a date")
        }
        // A page cannot have come out after the day that its head says it stands at.
        let head = atHead(blocks, title)
        if let told = facts.first(vocabulary.metaNames["dated"] ?? []), let date = iso(told.value) {
            if let head, head.prefix(10) < date.prefix(10) {
                return (head, "the date below the title, which is before that of meta \(told.name)")
            }
            if told.name.contains("created") || date.prefix(10) == head?.prefix(10) {
                return (date, "meta \(told.name)")
            }
            if let swapped = Self.swapped(told.value, date), labelled(blocks)?.prefix(10) == swapped.prefix(10) {
                return (swapped, "meta \(told.name), month first as a labelled date shows")
            }
        }
        if let head { return (head, "the date beside the title") }
        if let date = titleEnd() { return (date, "the end of the page's title") }
        for name in vocabulary.metaNames["dated"] ?? [] {
            for value in facts.meta[name] ?? [] { if let date = iso(value) { return (date, "meta \(name)") } }
        }
        if let named { return (named.date, "an element that is named for a date") }
        if let date = labelled(blocks) { return (date, "a date with a label of publication") }
        if let date = address() { return (date, "the address") }
        if let date = nearTitle(blocks, title) { return (date, "the date near the title") }
        return nil
    }

    /// The date in the head of the text's first paragraph ("Press release of 25 January 2022"), which
    /// stands for want of any other.
    func leading(_ text: String) -> String? { iso(String(text.prefix(80))) }

    /// The day at the outlet's own place, where the page gives the time in UTC and its address or a
    /// printed date names the day before or after: "yesterday" in the text counts from that day.
    private func local(_ date: String, _ title: String?) -> String {
        guard date.hasSuffix("Z"), date.contains("T") else { return date }
        let day = String(date.prefix(10))
        let shown = [address(), namedElement(title).map { String($0.date.prefix(10)) }].compactMap { $0 }
        if shown.contains(day) { return date }
        return shown.first { abs(Self.number($0) - Self.number(day)) == 1 } ?? date
    }

    /// Days since the year 0 in the proleptic Gregorian calendar (Hinnant's days_from_civil).
    private static func number(_ day: String) -> Int {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return 0 }
        let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
        let month = (parts[1] + 9) % 12
        return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2]
    }

    private func iso(_ value: String) -> String? {
        vocabulary.dates.dates(in: value, monthFirst: monthFirst).first { ($0.year ?? 0) >= 1990 }?.iso
    }

    /// The first time element that is none of an update.
    private func timeElement() -> String? {
        for (node, value) in facts.times {
            let name = (tree.attribute(.class, of: node) ?? "") + " " + (tree.attribute(.itemprop, of: node) ?? "")
            if isUpdate(name.replacing("-", with: " ")) || name.lowercased().contains("modified") { continue }
            if standsOutside(node) { continue }
            if let date = iso(value) { return date }
        }
        return facts.times.lazy.filter { !standsOutside($0.node) }.compactMap { iso($0.value) }.first
    }

    /// Whether a node stands in what readers wrote, or in a list of other pages.
    private func standsOutside(_ node: Int) -> Bool {
        var current = node
        for _ in 0..<12 where current > 0 {
            let element = tree.nodes[current]
            switch element.tag {
            case .aside, .nav, .footer: return true
            case .article, .main, .body, .html: return false
            default: break
            }
            if facts.marks[current].contains(.comment), element.textEnd - element.textStart < 20_000 { return true }
            current = Int(element.parent)
        }
        return false
    }

    /// The small element whose class or id speaks of a date, "publish" before "date" before "meta", and
    /// of equals the one nearest to the level-one heading.
    private func namedElement(_ title: String?) -> (date: String, isNear: Bool)? {
        let fold = title.map { Words.fold($0) }
        let heading =
            facts.headings.first { Words.fold($0.text) == fold } ?? facts.subheads.first { Words.fold($0.text) == fold }
        let headingNode = (heading ?? facts.headings.first)?.node ?? 0
        var best: (rank: Int, distance: Int, date: String)?
        for i in tree.nodes.indices {
            guard let rank = Self.rank(facts.marks[i]), !standsOutside(i) else { continue }
            let node = tree.nodes[i]
            guard node.textEnd > node.textStart, node.textEnd - node.textStart < 200 else { continue }
            let distance = i < headingNode ? 2 * (headingNode - i) : i - headingNode
            if let best, (best.rank, best.distance) <= (rank, distance) { continue }
            let text = tree.spacedText(of: i)
            guard text.contains(where: \.isNumber) else { continue }
            let name = (tree.attribute(.class, of: i) ?? "") + " " + (tree.attribute(.id, of: i) ?? "")
            if isUpdate(name.replacing("-", with: " ")) || isUpdate(text) && rank > 0 { continue }
            if let date = iso(text) { best = (rank, distance, date) }
        }
        return best.map { ($0.date, $0.rank <= 1 && $0.distance <= 150) }
    }

    /// The part of the page's title behind its last joint, when it is a date and nothing else.
    private func titleEnd() -> String? {
        guard let title = facts.title, let last = title.split(separator: "|").last else { return nil }
        let part = CleanLine.clean(last)
        guard let date = vocabulary.dates.date(in: part, monthFirst: monthFirst), date.range.count == part.utf8.count
        else { return nil }
        return date.iso
    }

    private static func rank(_ marks: ElementMarks.Found) -> Int? {
        if marks.contains(.published) { return 0 }
        if marks.contains(.dated) { return 1 }
        return marks.contains(.informed) ? 2 : nil
    }

    private func isUpdate(_ text: String) -> Bool {
        Words.list(text).prefix(6).contains { word in vocabulary.updated.contains { word.hasPrefix($0) } }
    }

    private func labelled(_ blocks: [HTMLBlock]) -> String? {
        for (i, block) in blocks.enumerated() where block.shape.words <= 30 && block.shape.digits > 0 {
            guard let date = vocabulary.dates.date(in: block.text, monthFirst: monthFirst) else { continue }
            var before = String(decoding: Array(block.text.utf8)[..<date.range.lowerBound], as: UTF8.self)
            // The label may be a line of its own.
            if date.range.lowerBound == 0, i > 0, blocks[i - 1].shape.words <= 4, blocks[i - 1].text.hasSuffix(":") {
                before = blocks[i - 1].text
            }
            let words = Words.list(before).suffix(4)
            if words.contains(where: { word in vocabulary.published.contains { word.hasPrefix($0) && $0.count > 2 } }) {
                return date.iso
            }
        }
        return nil
    }

    /// The date in a line of a few words directly below the title, or else above it, whatever its label.
    private func atHead(_ blocks: [HTMLBlock], _ title: String?) -> String? {
        guard let hash = title.map({ Words.hash(of: $0) }),
            let place = blocks.firstIndex(where: { $0.shape.words <= 45 && Words.hash(of: $0.text) == hash })
        else { return nil }
        let beside = blocks.dropFirst(place + 1).prefix(4) + blocks.prefix(place).suffix(2)
        return beside.lazy.filter { $0.shape.words <= 8 && $0.shape.digits >= 5 && $0.linkShare < 0.5 }
            .compactMap { iso($0.text) }.first
    }

    /// A day printed with strokes the other way round ("11/01/2023"), where both ways are days.
    private static func swapped(_ value: String, _ iso: String) -> String? {
        let parts = iso.prefix(10).split(separator: "-")
        guard parts.count == 3, value.prefix(10).utf8.contains(UInt8(ascii: "/")), let day = Int(parts[2]), day <= 12,
            parts[1] != parts[2]
        else { return nil }
        return "\(parts[0])-\(parts[2])-\(parts[1])" + iso.dropFirst(10)
    }

    /// "/2023/02/28/", "/2023-02-28-", "20230228".
    private func address() -> String? {
        guard let url else { return nil }
        let path = url.replacing("_", with: "-")
        for found in vocabulary.dates.dates(in: path) where found.isoDay != nil {
            return found.isoDay
        }
        return nil
    }

    private func nearTitle(_ blocks: [HTMLBlock], _ title: String?) -> String? {
        let fold = title.map { Words.fold($0) }
        let place = blocks.firstIndex { Words.fold($0.text) == fold } ?? 0
        let order =
            Array(blocks.indices.dropFirst(place).prefix(12)) + Array(blocks.indices.prefix(place).suffix(6).reversed())
        for short in [true, false] {
            for i in order where (blocks[i].shape.words <= 12) == short || !short {
                if isUpdate(blocks[i].text), short { continue }
                if let date = iso(String(blocks[i].text.prefix(200))) { return date }
            }
        }
        let alone = blocks.filter { $0.shape.words <= 12 && $0.linkShare < 0.5 && !$0.text.contains("©") }
        if let date = alone.lazy.filter({ !isUpdate($0.text) }).compactMap({ iso($0.text) }).first { return date }
        let tail = blocks.suffix(20).filter { $0.shape.words <= 12 && !$0.text.contains("©") }
        return tail.lazy.compactMap { iso($0.text) }.first
    }
}
