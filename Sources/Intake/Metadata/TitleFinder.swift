/// The article's title, by agreement between what the page shows and what it tells machines.
struct TitleFinder {
    let tree: HTMLTree
    let facts: PageFacts
    let vocabulary: IntakeVocabulary
    let outlet: String?

    /// The title and where it stood.
    ///
    /// In order of trust: a level-one heading that the machine-readable title or the title element
    /// repeats; the headline of the structured data; the title of the meta elements without the
    /// site's name; the title element without it; the only heading.
    func title() -> (text: String, evidence: String)? {
        let told = facts.first(vocabulary.metaNames["title"] ?? [])
        let headline = facts.structured.text("headline")
        let others = [headline, told?.value, facts.title].compactMap { $0 }
        if let heading = heading(agreeingWith: others) ?? repeated(others) {
            return (heading, "the level-one heading that the page's title repeats")
        }
        if let headline, Words.list(headline).count >= 2 { return (headline, "JSON-LD headline") }
        if let told { return (withoutSite(told.value), "meta \(told.name)") }
        if let title = facts.title {
            let bare = withoutSite(title)
            if Words.list(bare).count >= 2 { return (bare, "the title element") }
        }
        if let only = facts.headings.first { return (only.text, "the level-one heading") }
        return facts.title.map { ($0, "the title element") }
    }

    private func heading(agreeingWith others: [String]) -> String? {
        var best: (score: Double, text: String)?
        for (node, whole) in facts.headings {
            let text = withoutKicker(node, whole, others)
            let words = Words.list(text)
            guard !words.isEmpty, words.count <= 45, !isSite(text) else { continue }
            for other in others {
                let agreement = Self.agreement(words, Words.list(other))
                if agreement > (best?.score ?? 0.6) { best = (agreement, text) }
            }
        }
        return best?.text
    }

    /// A heading whose parts are elements of their own: the longest part, when a machine-readable title
    /// holds it; a kicker or a section's name stands in the others.
    private func withoutKicker(_ node: Int, _ whole: String, _ others: [String]) -> String {
        var parts: [String] = []
        var child = node + 1
        while child < Int(tree.nodes[node].end) {
            let text = tree.text(of: child)
            if !text.isEmpty { parts.append(text) }
            child = Int(tree.nodes[child].end)
        }
        guard (2...4).contains(parts.count), let longest = parts.max(by: { $0.count < $1.count }) else { return whole }
        // A part that starts with a comma or colon goes on from the one before.
        if longest.first.map({ ",:;.!?)".contains($0) }) == true { return whole }
        let fold = " " + Words.fold(longest) + " "
        guard longest.count * 2 > whole.count, Words.list(longest).count >= 3 else { return tree.spacedText(of: node) }
        return others.contains { (" " + Words.fold($0) + " ").contains(fold) } ? longest : tree.spacedText(of: node)
    }

    /// A heading of a lower level that is a part of the page's title, between its joints.
    private func repeated(_ others: [String]) -> String? {
        for other in others {
            var parts = other
            for joint in Self.joints { parts = parts.replacing(joint, with: "\n") }
            let folds = Set(parts.split(separator: "\n").map { Words.fold($0) })
            for heading in (facts.headings + facts.subheads).map(\.text) {
                let fold = Words.fold(heading)
                if !fold.isEmpty, fold.contains(" "), folds.contains(fold), !isSite(heading) { return heading }
            }
        }
        return nil
    }

    private static let joints = [
        " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " « ", ": ", " / ", " >> ", " // ",
    ]

    /// The share of the heading's words that stand in the other title, times the share of the other's
    /// words up to the site's name that stand in the heading.
    private static func agreement(_ heading: [String], _ other: [String]) -> Double {
        let known = Set(other)
        let inside = Double(heading.count { known.contains($0) }) / Double(heading.count)
        let own = Set(heading)
        let covered = Double(other.count { own.contains($0) }) / Double(max(1, other.count))
        return inside * min(1, 0.4 + covered)
    }

    private func isSite(_ text: String) -> Bool { outlet.map { Words.fold($0) == Words.fold(text) } == true }

    /// Takes a site's name off a title's end or start, where a joint sets it off.
    func withoutSite(_ title: String) -> String {
        for joint in Self.joints {
            guard let last = title.ranges(of: joint).last else { continue }
            let before = String(title[..<last.lowerBound])
            let after = String(title[last.upperBound...])
            if names(after) || Words.list(after).count <= 5 && joint == " | " {
                return Words.list(before).count >= 2 ? withoutSite(before) : before
            }
            if let first = title.firstRange(of: joint), names(String(title[..<first.lowerBound])) {
                return String(title[first.upperBound...])
            }
        }
        return title
    }

    /// Whether some words name the outlet.
    private func names(_ text: String) -> Bool {
        let words = Words.fold(text)
        guard !words.isEmpty, words.count >= 2 else { return false }
        if OutletFinder.isSiteName(text) { return true }
        guard let outlet else { return false }
        let own = Words.fold(outlet)
        let (a, b) = (words.filter { $0 != " " }, own.filter { $0 != " " })
        return a == b || a.count >= 4 && b.contains(a) || b.count >= 4 && a.contains(b) && a.count <= b.count * 3
    }
}
