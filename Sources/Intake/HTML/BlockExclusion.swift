/// Marks the blocks that elements outside the article hold: by element, by name, by being a list of
/// teasers.
///
/// No verdict holds against the bulk of the page's sentences: an element that has more than two
/// fifths of them is no sidebar whatever its class says.
struct BlockExclusion {
    let tree: HTMLTree
    let names: ElementNames

    /// Fills in `excluded`; gives the elements whose name says that they hold the body.
    func apply(to blocks: inout [HTMLBlock]) -> [Int] {
        var prefix: [Double] = [0]
        for block in blocks { prefix.append(prefix[prefix.count - 1] + max(0, block.weight)) }
        let all = prefix[prefix.count - 1]
        let nodes = blocks.map(\.node)
        let others = otherArticles { node in
            let held = Self.lowerBound(nodes, node)..<Self.lowerBound(nodes, Int(tree.nodes[node].end))
            return prefix[held.upperBound] - prefix[held.lowerBound]
        }
        var bodies: [Int] = []
        var i = 0
        while i < tree.nodes.count {
            let node = tree.nodes[i]
            defer { i += 1 }
            if node.tag == .text || node.tag == .html || node.tag == .body { continue }
            let verdict = others[i] != nil ? Verdict(reason: .plain("another article")) : verdict(i)
            if verdict.isBody { bodies.append(i) }
            if verdict.isNote, !verdict.isBody, Self.mayHoldNotes(node.tag), !cards(i) {
                let held = Self.lowerBound(nodes, i)..<Self.lowerBound(nodes, Int(node.end))
                if prefix[held.upperBound] - prefix[held.lowerBound] <= 0.4 * all {
                    // What is in it may still be something else, such as a list of keywords.
                    for b in held { blocks[b].isNote = true }
                    continue
                }
            }
            guard let reason = verdict.reason ?? (cards(i) ? .plain("a list of teasers") : nil) else { continue }
            let held = Self.lowerBound(nodes, i)..<Self.lowerBound(nodes, Int(node.end))
            let weight = prefix[held.upperBound] - prefix[held.lowerBound]
            // Readers may write more than the author did, below the text.
            let isBelow = verdict.isReaders && prefix[held.lowerBound] >= 60
            guard !held.isEmpty, weight <= 0.4 * all || others[i] == true || isBelow else { continue }
            switch verdict.force {
            case .strong: break
            case .weak: guard Self.isScraps(blocks[held]) else { continue }
            case .person: guard weight <= 0.2 * all, Self.words(blocks[held]) <= 150 else { continue }
            case .label:
                guard Self.words(blocks[held]) <= 40, !blocks[held].contains(where: Self.isLead) else { continue }
            }
            // A header or teaser may hold the article's first sentence.
            let mayLead = verdict.force == .weak && node.tag != .nav
            for b in held where blocks[b].excluded == nil && !(mayLead && Self.isLead(blocks[b])) {
                // A few words in an element of their own may start a paragraph that is none of it.
                if blocks[b].element < i, Int(node.textEnd - node.textStart) * 2 < blocks[b].text.utf8.count {
                    continue
                }
                blocks[b].excluded = reason.text
            }
            // What is in an excluded element needs no second verdict.
            i = Int(node.end) - 1
        }
        return bodies
    }

    /// How much a verdict needs besides the name that it rests on.
    private enum Force { case strong, weak, person, label }

    private struct Verdict {
        var reason: Reason?
        var force = Force.strong
        var isBody = false
        var isNote = false
        var isReaders = false
    }

    /// Why an element is none of the article, put into words only where it is used.
    private enum Reason {
        case plain(String)
        case named(String)
        case role(String)

        var text: String {
            switch self {
            case .plain(let text): text
            case .named(let word): "an element named \"\(word)\""
            case .role(let role): "an element with the role \(role)"
            }
        }
    }

    /// Articles below the one that has the level-one heading: what the site has besides, where there are
    /// three or more, and what it puts below for who reads on, which has a level-one heading of its own
    /// (those are true in the result, and may hold most of the page). The entries of a live blog stand in
    /// no article of their own heading.
    private func otherArticles(weight: (Int) -> Double) -> [Int: Bool] {
        let articles = tree.all(.article)
        guard articles.count >= 2,
            let heading = tree.all(.h1).first(where: { tree.nodes[$0].textEnd > tree.nodes[$0].textStart }),
            let own = articles.last(where: { $0 < heading && Int(tree.nodes[$0].end) > heading })
        else { return [:] }
        let end = Int(tree.nodes[own].end)
        let others = articles.filter { $0 >= end && weight($0) > 0 }
        guard weight(own) >= 40 else { return [:] }
        var found: [Int: Bool] = [:]
        for other in others {
            let isWhole = weight(other) >= 40 && !tree.all(.h1, in: other).isEmpty
            if isWhole || others.count >= 3 { found[other] = isWhole }
        }
        return found
    }

    /// Whether an element of this kind that is named for notes holds them, and is not the mark of one in the text.
    private static func mayHoldNotes(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .li, .p, .div, .section, .aside, .footer, .ol, .ul, .dl, .dd, .td, .tr, .table, .small: true
        default: false
        }
    }

    private static func words(_ blocks: ArraySlice<HTMLBlock>) -> Int { blocks.reduce(0) { $0 + $1.shape.words } }

    /// Whether links or short lines fill the blocks.
    private static func isScraps(_ blocks: ArraySlice<HTMLBlock>) -> Bool {
        var all = 0
        var text = 0
        for block in blocks {
            all += block.shape.words
            if block.linkShare < 0.25, block.shape.isProse { text += block.shape.words }
        }
        return text * 2 < all
    }

    /// A sentence without links, as at the head of an article.
    private static func isLead(_ block: HTMLBlock) -> Bool {
        block.shape.isProse && block.linkShare < 0.1 && block.shape.words >= 12 && block.kind != .caption
    }

    private func verdict(_ i: Int) -> Verdict {
        var verdict = Verdict()
        let tag = tree.nodes[i].tag
        switch tag {
        case .nav: verdict.reason = .plain("navigation")
        case .footer: verdict.reason = .plain("a footer")
        case .aside: verdict.reason = .plain("an aside")
        case .form, .fieldset: verdict.reason = .plain("a form")
        case .address: verdict = Verdict(reason: .plain("an address"), force: .label)
        case .header: verdict = Verdict(reason: .plain("a header"), force: .weak)
        default: break
        }
        guard tree.hasAttributes(i) else { return verdict }
        if let role = tree.attribute(.role, of: i)?.lowercased() {
            if Self.roles.contains(role) { verdict = Verdict(reason: .role(role)) }
            if Self.noteRoles.contains(role) { verdict.isNote = true }
        }
        if tree.attribute(.itemprop, of: i)?.lowercased() == "articlebody" { verdict.isBody = true }
        for attribute in [HTMLAttribute.class, .id] {
            guard let named = tree.withAttribute(attribute, of: i, names.verdict) else { continue }
            if named.isBody { verdict.isBody = true }
            if named.isNote { verdict.isNote = true }
            if named.isReaders { verdict.isReaders = true }
            // A quotation that is embedded from elsewhere is part of the text.
            guard verdict.reason == nil || verdict.force != .strong, !named.isBody, tag != .blockquote else { continue }
            if let word = named.furniture {
                verdict.reason = .named(word)
                verdict.force = .strong
            } else if verdict.reason == nil {
                for (word, force) in [(named.weak, Force.weak), (named.person, .person), (named.label, .label)] {
                    guard let word else { continue }
                    verdict.reason = .named(word)
                    verdict.force = force
                    break
                }
            }
        }
        return verdict
    }

    private static let roles: Set<String> = [
        "navigation", "search", "complementary", "contentinfo", "dialog", "menu", "menubar", "toolbar", "banner",
        "alert", "alertdialog", "tablist",
    ]

    /// Of the module for digital publishing of ARIA.
    private static let noteRoles: Set<String> = ["doc-footnote", "doc-endnote", "doc-endnotes", "note"]

    /// A list of teasers: three or more children alike, each a few words of which a link is a good part.
    private func cards(_ i: Int) -> Bool {
        let node = tree.nodes[i]
        switch node.tag {
        case .div, .ul, .ol, .section, .table, .tbody, .main: break
        default: return false
        }
        var child = i + 1
        var cards = 0
        var others = 0
        while child < Int(node.end) {
            let tag = tree.nodes[child].tag
            if tag != .text, tag != .br, tag != .hr {
                if isCard(child) { cards += 1 } else { others += 1 }
            }
            child = Int(tree.nodes[child].end)
            if cards + others > 200 { break }
        }
        return cards >= 3 && cards > 2 * others
    }

    private func isCard(_ i: Int) -> Bool {
        let node = tree.nodes[i]
        switch node.tag {
        case .div, .li, .article, .section, .a, .tr, .td: break
        default: return false
        }
        let size = Int(node.textEnd - node.textStart)
        // A teaser has a few elements; going through more of them for each one around them would cost squares.
        guard size > 0, size < 900, Int(node.end) - i < 400 else { return false }
        var links = 0
        var hasLinkedHeading = false
        for j in i..<Int(node.end) {
            let inner = tree.nodes[j]
            if inner.tag == .text, inner.isInLink { links += Int(inner.textEnd - inner.textStart) }
            if inner.tag.headingLevel != nil, inner.isInLink || Self.isLinked(tree, j) { hasLinkedHeading = true }
        }
        return links >= 15 && (hasLinkedHeading || links * 4 >= size && size < 600)
    }

    /// Whether all text of an element stands in links.
    private static func isLinked(_ tree: HTMLTree, _ node: Int) -> Bool {
        var links = 0
        var all = 0
        for j in node..<Int(tree.nodes[node].end) where tree.nodes[j].tag == .text {
            let size = Int(tree.nodes[j].textEnd - tree.nodes[j].textStart)
            all += size
            if tree.nodes[j].isInLink { links += size }
        }
        return all > 10 && links * 10 >= all * 8
    }

    /// The first index whose value is at least `value`; the array is sorted.
    static func lowerBound(_ array: [Int], _ value: Int) -> Int {
        var low = 0
        var high = array.count
        while low < high {
            let middle = (low + high) / 2
            if array[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
