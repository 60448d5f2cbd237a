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
        func range(of node: Int) -> Range<Int> {
            Self.lowerBound(nodes, node)..<Self.lowerBound(nodes, Int(tree.nodes[node].end))
        }
        var bodies: [Int] = []
        var i = 0
        while i < tree.nodes.count {
            let node = tree.nodes[i]
            defer { i += 1 }
            if node.tag == .text || node.tag == .html || node.tag == .body { continue }
            let verdict = verdict(i)
            if verdict.isBody { bodies.append(i) }
            guard var reason = verdict.reason ?? cards(i) else { continue }
            let held = range(of: i)
            guard !held.isEmpty, prefix[held.upperBound] - prefix[held.lowerBound] <= 0.4 * all else { continue }
            if verdict.isSmall {
                let words = blocks[held].reduce(0) { $0 + $1.shape.words }
                guard words <= 40 else { continue }
                reason = "an element named \"\(reason)\""
            }
            for b in held where blocks[b].excluded == nil { blocks[b].excluded = reason }
            // What is in an excluded element needs no second verdict.
            i = Int(node.end) - 1
        }
        return bodies
    }

    private struct Verdict {
        var reason: String?
        var isSmall = false
        var isBody = false
    }

    private func verdict(_ i: Int) -> Verdict {
        var verdict = Verdict()
        switch tree.nodes[i].tag {
        case .nav: verdict.reason = "navigation"
        case .footer: verdict.reason = "a footer"
        case .aside: verdict.reason = "an aside"
        case .form, .fieldset: verdict.reason = "a form"
        case .address: verdict = Verdict(reason: "address", isSmall: true)
        case .header: verdict = Verdict(reason: "header", isSmall: true)
        default: break
        }
        guard tree.hasAttributes(i) else { return verdict }
        if let role = tree.attribute(.role, of: i)?.lowercased() {
            switch role {
            case "navigation", "search", "complementary", "contentinfo", "dialog", "menu", "menubar", "toolbar", "banner",
                "alert", "alertdialog", "tablist":
                verdict.reason = "an element with the role \(role)"
            default: break
            }
        }
        if tree.attribute(.itemprop, of: i)?.lowercased() == "articlebody" { verdict.isBody = true }
        for attribute in [HTMLAttribute.class, .id] {
            guard let value = tree.attribute(attribute, of: i), !value.isEmpty else { continue }
            let named = names.verdict(value)
            if named.isBody { verdict.isBody = true }
            guard verdict.reason == nil || verdict.isSmall, !named.isBody else { continue }
            if let word = named.furniture {
                verdict.reason = "an element named \"\(word)\""
                verdict.isSmall = false
            } else if let word = named.label, verdict.reason == nil {
                verdict.reason = word
                verdict.isSmall = true
            }
        }
        return verdict
    }

    /// A list of teasers: three or more children alike, each a few words of which a link is a good part.
    private func cards(_ i: Int) -> String? {
        let node = tree.nodes[i]
        switch node.tag {
        case .div, .ul, .ol, .section, .table, .tbody, .main: break
        default: return nil
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
        return cards >= 3 && cards > 2 * others ? "a list of teasers" : nil
    }

    private func isCard(_ i: Int) -> Bool {
        let node = tree.nodes[i]
        switch node.tag {
        case .div, .li, .article, .section, .a, .tr, .td: break
        default: return false
        }
        let size = Int(node.textEnd - node.textStart)
        guard size > 0, size < 600 else { return false }
        var links = 0
        for j in i..<Int(node.end) where tree.nodes[j].tag == .text && tree.nodes[j].isInLink {
            links += Int(tree.nodes[j].textEnd - tree.nodes[j].textStart)
        }
        return links * 4 >= size && links >= 15
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
