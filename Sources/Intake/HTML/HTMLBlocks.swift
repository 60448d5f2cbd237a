/// Cuts a tree into blocks. O(nodes + text), without recursion.
struct HTMLBlocks {
    private(set) var blocks: [HTMLBlock] = []
    private let tree: HTMLTree
    private var bytes: [UInt8] = []
    private var linkBytes = 0
    private var firstNode = -1
    private var breaks = 0
    /// A `<br>` in the gathered bytes; no text holds this control character.
    private static let lineEnd: UInt8 = 0x1E

    init(_ tree: HTMLTree) {
        self.tree = tree
        var open: [Int] = []
        var i = 0
        while i < tree.nodes.count {
            while let last = open.last, Int(tree.nodes[last].end) <= i {
                flush(open)
                open.removeLast()
            }
            let node = tree.nodes[i]
            if node.tag == .text {
                gather(i, open)
            } else if node.tag.isControl || Self.isHidden(tree, i), !holdsBulk(node) {
                i = Int(node.end)
                continue
            } else if node.tag == .br {
                breaks += 1
                if breaks > 1 { flush(open) } else { bytes.append(Self.lineEnd) }
            } else if node.tag == .td || node.tag == .th, isData(open) {
                if !bytes.isEmpty { bytes.append(contentsOf: [0x20, 0x1F, 0x20]) }
            } else if node.tag.isBlock {
                flush(open)
                open.append(i)
            } else if node.tag == .head {
                i = Int(node.end)
                continue
            }
            i += 1
        }
        flush(open)
    }

    /// Whether an element has two fifths of the page's text. A button that is never closed, or a page
    /// that is hidden until its scripts run, hides nothing.
    private func holdsBulk(_ node: HTMLTree.Node) -> Bool {
        Int(node.textEnd - node.textStart) * 5 > tree.text.count * 2
    }

    /// Whether the open row is one of data: several short cells without blocks in them.
    private func isData(_ open: [Int]) -> Bool {
        guard let row = open.last, tree.nodes[row].tag == .tr else { return false }
        let node = tree.nodes[row]
        guard node.textEnd - node.textStart < 500, Int(node.end) - row < 400 else { return false }
        var cells = 0
        for i in (row + 1)..<Int(node.end) {
            let tag = tree.nodes[i].tag
            if tag == .td || tag == .th { cells += 1 } else if tag.isBlock && tag != .div && tag != .p { return false }
        }
        return cells >= 2
    }

    private static func isHidden(_ tree: HTMLTree, _ i: Int) -> Bool {
        guard tree.hasAttributes(i) else { return false }
        if tree.withAttribute(.hidden, of: i, { _ in true }) != nil { return true }
        guard let style = tree.attribute(.style, of: i) else { return false }
        let compact = style.lowercased().replacing(" ", with: "")
        return compact.contains("display:none") || compact.contains("visibility:hidden")
    }

    private mutating func gather(_ i: Int, _ open: [Int]) {
        let node = tree.nodes[i]
        let range = Int(node.textStart)..<Int(node.textEnd)
        if range.allSatisfy({ tree.text[$0] <= 0x20 }) {
            if !bytes.isEmpty { bytes.append(0x20) }
            return
        }
        if node.isInLink, let mark = NoteMark(tree, i) {
            if case .number(let number) = mark {
                let isBracketed = bytes.last == UInt8(ascii: "[")
                if !isBracketed { bytes.append(UInt8(ascii: "[")) }
                bytes.append(contentsOf: tree.text[number])
                if !isBracketed { bytes.append(UInt8(ascii: "]")) }
            }
            return
        }
        breaks = 0
        if firstNode < 0 { firstNode = i }
        if let last = open.last, tree.nodes[last].tag == .pre {
            bytes.append(contentsOf: tree.text[range].map { $0 == 0x0A ? Self.lineEnd : $0 })
        } else {
            bytes.append(contentsOf: tree.text[range])
        }
        if node.isInLink { linkBytes += range.count }
    }

    private mutating func flush(_ open: [Int]) {
        defer {
            bytes.removeAll(keepingCapacity: true)
            linkBytes = 0
            firstNode = -1
            breaks = 0
        }
        guard firstNode >= 0 else { return }
        let text = text()
        guard !text.isEmpty else { return }
        blocks.append(
            HTMLBlock(
                text: text, element: open.last ?? 0, node: firstNode, shape: LineShape(text),
                linkShare: Double(linkBytes) / Double(max(1, bytes.count)), kind: kind(open)))
    }

    /// The gathered bytes as lines, the cells of a row parted by tabs.
    private func text() -> String {
        bytes.withUnsafeBufferPointer { all in
            guard all.contains(where: { $0 == Self.lineEnd || $0 == 0x1F }) else { return CleanLine.clean(all) }
            return all.split(separator: Self.lineEnd).lazy
                .map { CleanLine.clean(UnsafeBufferPointer(rebasing: $0)) }.filter { !$0.isEmpty }
                .joined(separator: "\n").replacing(" \u{1F} ", with: "\t").replacing("\u{1F}", with: "\t")
        }
    }

    /// The kind that the innermost telling element gives.
    private func kind(_ open: [Int]) -> HTMLBlock.Kind {
        for node in open.reversed().prefix(4) {
            let tag = tree.nodes[node].tag
            if let level = tag.headingLevel { return .heading(level) }
            switch tag {
            case .li, .dd, .dt: return .listItem
            case .figcaption, .caption: return .caption
            case .figure: return .caption
            case .tr: return .row
            case .td, .th: return .cell
            case .pre: return .preformatted
            case .p, .blockquote, .article, .section, .main, .body: return .paragraph
            default: continue
            }
        }
        return .paragraph
    }
}
