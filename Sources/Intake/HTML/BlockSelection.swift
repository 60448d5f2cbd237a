import Records

/// Chooses, within the element that holds the article, the blocks that are its text.
struct BlockSelection {
    let blocks: [HTMLBlock]
    let range: Range<Int>
    let title: String?
    let vocabulary: IntakeVocabulary
    /// Whether lines that hold a time alone head the entries of a live blog.
    var keepsTimes = false
    private let titleHash: UInt64?

    init(
        blocks: [HTMLBlock], range: Range<Int>, title: String?, vocabulary: IntakeVocabulary, keepsTimes: Bool = false
    ) {
        self.blocks = blocks
        self.range = range
        self.title = title
        self.vocabulary = vocabulary
        self.keepsTimes = keepsTimes
        titleHash = title.map { Words.hash(of: $0) }
    }

    /// The chosen blocks in order, and the others with reasons.
    func select() -> ([HTMLBlock], [Article.Cut]) {
        var reasons: [String?] = range.map { reason(blocks[$0]) }
        markReaders(&reasons)
        markRepeats(&reasons)
        let prose = range.filter {
            reasons[$0 - range.lowerBound] == nil && !blocks[$0].isNote && carries(blocks[$0])
        }
        guard let first = prose.first, let last = prose.last else { return ([], []) }
        for i in range where reasons[i - range.lowerBound] == nil && !blocks[i].isNote {
            let block = blocks[i]
            if i < first {
                // Above the first sentence stand labels; a subhead directly above it belongs to it.
                if case .heading(let level) = block.kind, level > 1, i == first - 1 || block.shape.words >= 8 {
                    continue
                }
                if block.kind == .listItem, block.shape.words >= 6 { continue }
                if keepsTimes, i + 3 >= first, isTime(block) { continue }
                reasons[i - range.lowerBound] = "a short line above the first sentence"
            } else if i > last {
                if block.kind == .listItem || block.kind == .cell || block.kind == .preformatted { continue }
                reasons[i - range.lowerBound] = "a short line below the last sentence"
            }
        }
        dropAuthorBox(&reasons)
        dropLabels(&reasons)
        dropEmptyHeadings(&reasons)
        var kept: [HTMLBlock] = []
        var cuts: [Article.Cut] = []
        for i in range {
            if let reason = reasons[i - range.lowerBound] {
                cuts.append(.init(text: blocks[i].text, reason: reason))
            } else {
                kept.append(blocks[i])
            }
        }
        return (kept, cuts)
    }

    /// "27 comments" with a good part of the text above it heads what readers wrote.
    private func markReaders(_ reasons: inout [String?]) {
        var words = 0
        for i in range where reasons[i - range.lowerBound] == nil {
            let block = blocks[i]
            if block.shape.isProse { words += block.shape.words }
            guard words >= 60, block.shape.digits > 0, block.shape.words <= 5, !block.shape.endsSentence else {
                continue
            }
            let label = String(String.UnicodeScalarView(block.text.unicodeScalars.filter { !isDigit($0) }))
            guard vocabulary.phrases.phrase(.readers, in: label, whole: true) != nil else { continue }
            for j in i..<range.upperBound where reasons[j - range.lowerBound] == nil && !blocks[j].isNote {
                reasons[j - range.lowerBound] = "what readers wrote"
            }
            return
        }
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }

    /// Galleries and print versions give a block twice.
    private func markRepeats(_ reasons: inout [String?]) {
        var seen: Set<UInt64> = []
        for i in range where reasons[i - range.lowerBound] == nil && blocks[i].shape.words >= 8 {
            if !seen.insert(Words.hash(of: blocks[i].text)).inserted {
                reasons[i - range.lowerBound] = "repeats an earlier block"
            }
        }
    }

    private func carries(_ block: HTMLBlock) -> Bool {
        switch block.kind {
        case .heading, .caption: false
        case .row: true
        default:
            block.shape.isProse || block.shape.isShortSentence
                || block.shape.words >= 9 && block.shape.lower * 100 >= block.shape.words * 45
        }
    }

    /// Why a block is none of the article's text, judged by itself.
    private func reason(_ block: HTMLBlock) -> String? {
        if let excluded = block.excluded { return excluded }
        if block.isNote { return block.shape.words == 0 ? "no words" : nil }
        if block.kind == .caption { return "a caption" }
        if keepsTimes, isTime(block) { return nil }
        if block.shape.letters == 0, block.kind != .row, block.kind != .cell { return "no words" }
        if block.kind == .paragraph, block.shape.words <= 60, CaptionShape.hasCredit(block.text, vocabulary: vocabulary)
        {
            return "a caption, by the credit at its end"
        }
        if block.kind == .paragraph, block.shape.words <= 30,
            CaptionShape.isLabelled(block.text, vocabulary: vocabulary)
        {
            return "a caption, by its label"
        }
        if isCookieNotice(block) { return "a notice about cookies" }
        if let reason = phrase(block) { return reason }
        if block.kind == .paragraph, block.shape.words <= 1, !block.shape.endsSentence { return "a single word" }
        if isTitle(block) { return "repeats the title" }
        if block.linkShare > 0.8, block.shape.words <= 25, !(block.shape.isProse && block.shape.innerEnds > 0) {
            return "a link"
        }
        if block.linkShare > 0.5, !block.shape.endsSentence { return "mostly links" }
        guard block.shape.words <= 16, block.kind == .paragraph || block.kind == .cell else { return nil }
        var line = DumpLine(block.text.replacing("\n", with: " "), number: 0, afterBlank: true)
        line.role = LineClassifier(vocabulary: vocabulary).role(&line)
        switch line.role {
        case .furniture(let reason): return reason
        // A dash before a name and a date signs a quotation.
        case .date, .updateDate: return line.text.hasPrefix("—") ? nil : "a date line"
        case .byline: return "a byline"
        case .source: return "a source line"
        default: return nil
        }
    }

    /// What the block says of itself: that it leads to other articles, or is about newsletters, accounts,
    /// rights or shops.
    private func phrase(_ block: HTMLBlock) -> String? {
        guard block.shape.words <= 45, block.kind != .row else { return nil }
        if block.shape.words <= 8, let label = vocabulary.phrases.phrase(.label, in: block.text, whole: true) {
            return "says \"\(label)\""
        }
        let joint = block.text.utf8.prefix(60).firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "|") }
        if block.shape.words <= 20, let colon = joint,
            let label = vocabulary.phrases.phrase(.label, in: block.text[..<colon], whole: true)
        {
            return "says \"\(label)\""
        }
        // "Read also" and a title that is a link.
        if block.linkShare > 0.3, let label = vocabulary.phrases.opening(.label, of: block.text) {
            return "says \"\(label)\""
        }
        guard !block.kind.isHeading, let notice = vocabulary.phrases.phrase(.notice, in: block.text, whole: false)
        else { return nil }
        return "says \"\(notice)\""
    }

    /// A box about the author below the text, with its heading.
    private func dropAuthorBox(_ reasons: inout [String?]) {
        let kept = range.filter { reasons[$0 - range.lowerBound] == nil }
        for i in kept.suffix(5).dropFirst(max(0, 5 - kept.count)) where i != kept.first {
            let block = blocks[i]
            guard block.shape.words <= 6, vocabulary.phrases.phrase(.about, in: block.text, whole: true) != nil else {
                continue
            }
            for j in kept where j >= i { reasons[j - range.lowerBound] = "a box about the author" }
            return
        }
    }

    /// A line that is a time of day or a date and little else.
    private func isTime(_ block: HTMLBlock) -> Bool {
        guard block.shape.words <= 8, block.shape.digits >= 3 else { return false }
        if vocabulary.dates.date(in: block.text) != nil { return true }
        let marks = block.text.utf8.count { $0 == 0x3A || $0 == 0x2E || $0 == 0x68 }
        return block.shape.words <= 4 && block.shape.digits <= 4 && marks == 1
    }

    /// Cookies named again and again, on a page that is about something else.
    private func isCookieNotice(_ block: HTMLBlock) -> Bool {
        guard block.shape.words <= 150, block.text.contains("ookie") else { return false }
        guard block.text.lowercased().ranges(of: "cookie").count >= 2 else { return false }
        return title?.lowercased().contains("cookie") != true
    }

    private func isTitle(_ block: HTMLBlock) -> Bool {
        guard let titleHash else { return false }
        if case .heading(1) = block.kind { return true }
        return block.shape.words <= 40 && Words.hash(of: block.text) == titleHash
    }

    /// A short line directly above something that was cut as links or furniture is its label.
    private func dropLabels(_ reasons: inout [String?]) {
        for i in range.reversed() where reasons[i - range.lowerBound] == nil {
            let block = blocks[i]
            guard block.shape.words <= 8, !block.shape.isProse, block.kind == .paragraph || block.kind.isHeading,
                i + 1 < range.upperBound, let below = reasons[i + 1 - range.lowerBound],
                ["a link", "mostly links", "a list of teasers"].contains(below)
            else { continue }
            if block.shape.isShortSentence, !block.text.hasSuffix("?") { continue }
            reasons[i - range.lowerBound] = "a label above what was cut"
        }
    }

    /// A heading with nothing under it headed what was cut.
    private func dropEmptyHeadings(_ reasons: inout [String?]) {
        var below = false
        for i in range.reversed() where reasons[i - range.lowerBound] == nil {
            if case .heading = blocks[i].kind {
                // A heading as long as a sentence is the article's lead.
                if !below, blocks[i].shape.words < 8 {
                    reasons[i - range.lowerBound] = "a heading with nothing under it"
                }
                below = false
            } else {
                below = true
            }
        }
    }
}
