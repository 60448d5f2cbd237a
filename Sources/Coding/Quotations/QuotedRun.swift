package import Text

/// A stretch of text between two quotation marks.
package struct QuotedRun: Hashable, Sendable {
    /// The quoted words without their marks and without blanks at either end.
    package var inner: Span
    /// The same with the marks.
    package var outer: Span
    /// 0 for a quotation, 1 for one inside it, and so on.
    package var depth: Int
    /// Whether a closing mark was printed.
    package var closed: Bool
    /// The run that this one carries on from the paragraph before, by the printers' rule that each
    /// paragraph of a long quotation opens anew and only the last one closes.
    package var continues: Int?
    /// The words of the run as indices of the analysis; filled by the coder.
    package var words: Range<Int> = 0..<0
    /// The words of the name that opens a transcript's speech, where this is one.
    package var label: Range<Int>?
}

/// Pairs the quotation marks of a whole article.
///
/// A stack per paragraph: a mark closes the innermost open one of its family where its neighbours
/// let it close, and opens otherwise. What glyph and neighbours disagree on, the state decides.
package struct QuotationPairing {
    private let text: SourceText
    private var runs: [QuotedRun] = []

    /// The runs of an article in order of their start.
    ///
    /// - Parameter paragraphs: the blocks in order; a quotation crosses from one to the next only by
    ///   an opening mark repeated at the next one's head. O(bytes).
    package static func runs(of text: SourceText, paragraphs: [Span]) -> [QuotedRun] {
        var pairing = QuotationPairing(text: text)
        let scanner = QuotationMarkScanner(text)
        var carried: Int?
        for (i, paragraph) in paragraphs.enumerated() {
            let marks = scanner.marks(in: paragraph)
            var next: QuotationMark?
            if i + 1 < paragraphs.count {
                let head = pairing.head(of: paragraphs[i + 1])
                next = scanner.marks(in: head).first { $0.span.start == head.start }
            }
            carried = pairing.pair(marks, in: paragraph, carried: carried, next: next)
        }
        return pairing.inOrder()
    }

    private init(text: SourceText) { self.text = text }

    private struct Open {
        var mark: QuotationMark
        var run: Int
    }

    /// Pairs one paragraph's marks and returns the run that goes on in the next, if one does.
    private mutating func pair(
        _ marks: [QuotationMark], in paragraph: Span, carried: Int?, next: QuotationMark?
    ) -> Int? {
        var stack: [Open] = []
        var skip: Set<Int> = []
        for (i, mark) in marks.enumerated() where !skip.contains(i) {
            let open = stack.lastIndex { Self.closes(mark, $0.mark) }
            if mark.family == .single {
                if let open, mark.mayClose, closesSingle(i, marks, from: stack[open].mark) {
                    close(&stack, at: open, with: mark)
                } else if mark.mayOpen, mark.glyph != .closing || !mark.mayClose,
                    let end = singleEnd(after: i, marks)
                {
                    begin(mark, &stack, continues: nil)
                    // An apostrophe between the two may look like an end: it is none.
                    for j in (i + 1)..<end where marks[j].family == .single && !marks[j].mayOpen { skip.insert(j) }
                }
                continue
            }
            let opens: Bool
            if open == nil {
                opens = mark.mayOpen || (mark.glyph != .closing && !mark.mayClose)
            } else if mark.mayOpen != mark.mayClose {
                opens = mark.mayOpen
            } else {
                opens = mark.glyph == .opening
            }
            if let open, !opens {
                close(&stack, at: open, with: mark)
            } else if opens {
                if let open, stack[open].mark.family == mark.family, stack[open].mark.glyph == mark.glyph,
                    !isNested(i, marks)
                {
                    abandon(&stack, from: open, before: mark)
                }
                let first = mark.span.start == firstInk(of: paragraph)
                begin(mark, &stack, continues: first ? carried : nil)
            }
        }
        guard let outermost = stack.first else { return nil }
        if let next, next.family == outermost.mark.family, next.mayOpen, next.glyph == outermost.mark.glyph,
            outermost.mark.family != .single
        {
            finish(&stack, at: paragraph.end)
            return outermost.run
        }
        leave(&stack, in: paragraph)
        return nil
    }

    /// Whether a mark can close another: same family, or a straight single for a back-quoted one.
    private static func closes(_ mark: QuotationMark, _ open: QuotationMark) -> Bool {
        mark.family == open.family
    }

    private mutating func begin(_ mark: QuotationMark, _ stack: inout [Open], continues: Int?) {
        stack.append(Open(mark: mark, run: runs.count))
        runs.append(
            QuotedRun(
                inner: Span(mark.span.end, mark.span.end), outer: mark.span, depth: stack.count - 1,
                closed: false, continues: continues))
    }

    private mutating func close(_ stack: inout [Open], at index: Int, with mark: QuotationMark) {
        while stack.count > index + 1 { drop(&stack) }
        guard let open = stack.popLast() else { return }
        end(open, inner: mark.span.start, outer: mark.span.end, closed: true)
    }

    private mutating func end(_ open: Open, inner: UInt32, outer: UInt32, closed: Bool) {
        runs[open.run].inner = trimmed(Span(open.mark.span.end, max(inner, open.mark.span.end)))
        runs[open.run].outer = Span(open.mark.span.start, max(outer, open.mark.span.end))
        runs[open.run].closed = closed
    }

    /// Takes back an inner mark that nothing closed: an apostrophe or a slip.
    private mutating func drop(_ stack: inout [Open]) {
        guard let open = stack.popLast() else { return }
        runs[open.run].inner = Span(open.mark.span.end, open.mark.span.end)
        runs[open.run].outer = open.mark.span
    }

    /// Ends a quotation that was not closed before another opened.
    private mutating func abandon(_ stack: inout [Open], from index: Int, before mark: QuotationMark) {
        while stack.count > index + 1 { drop(&stack) }
        guard let open = stack.popLast() else { return }
        let limit = sentenceEnd(from: open.mark.span.end, limit: mark.span.start) ?? mark.span.start
        end(open, inner: limit, outer: limit, closed: false)
    }

    /// Ends what is open at a paragraph's end when the quotation goes on in the next.
    private mutating func finish(_ stack: inout [Open], at offset: UInt32) {
        while stack.count > 1 { drop(&stack) }
        guard let open = stack.popLast() else { return }
        end(open, inner: offset, outer: offset, closed: false)
    }

    /// Ends what was never closed: at the end of the paragraph when the quotation opens it or comes
    /// after a colon or comma, else at the end of the sentence; the shorter reading harms less.
    private mutating func leave(_ stack: inout [Open], in paragraph: Span) {
        while stack.count > 1 { drop(&stack) }
        guard let open = stack.popLast() else { return }
        if open.mark.family == .single {
            stack.append(open)
            drop(&stack)
            return
        }
        let start = open.mark.span.start
        let inside = runs.indices.filter {
            $0 > open.run && runs[$0].depth == 1 && runs[$0].closed && !runs[$0].inner.isEmpty
        }
        if inside.contains(where: { isDouble(at: runs[$0].outer.start) }) {
            // A stray mark before whole quotations in marks of the same rank: they stand by themselves.
            for run in runs.indices where run > open.run { runs[run].depth -= 1 }
            stack.append(open)
            drop(&stack)
            return
        }
        let whole = start == firstInk(of: paragraph) || follows(start, anyOf: [0x3A, 0x2C])
        let limit =
            whole
            ? paragraph.end
            : sentenceEnd(from: open.mark.span.end, limit: paragraph.end) ?? paragraph.end
        end(open, inner: limit, outer: limit, closed: false)
    }

    /// Whether an opening mark inside an open quotation of the same glyph is matched by two closers,
    /// so that it is a quotation in a quotation and not a slip.
    private func isNested(_ index: Int, _ marks: [QuotationMark]) -> Bool {
        var depth = 2
        for mark in marks[(index + 1)...] where mark.family == marks[index].family {
            if mark.mayClose, !mark.mayOpen || mark.glyph == .closing {
                depth -= 1
                if depth == 0 { return true }
            } else {
                depth += 1
                if depth > 3 { return false }
            }
        }
        return false
    }

    private func inOrder() -> [QuotedRun] {
        let order = runs.indices.sorted { (runs[$0].outer.start, $0) < (runs[$1].outer.start, $1) }
        let kept = order.filter { !runs[$0].inner.isEmpty }
        var place: [Int: Int] = [:]
        for (new, old) in kept.enumerated() { place[old] = new }
        return kept.map { old in
            var run = runs[old]
            run.continues = run.continues.flatMap { place[$0] }
            return run
        }
    }
}

extension QuotationPairing {
    /// Whether a mark ends a single quotation that `opening` began: a curly or straight mark after a
    /// letter may be a plural's possessive, so an end with a stop or comma before it is preferred.
    private func closesSingle(_ index: Int, _ marks: [QuotationMark], from opening: QuotationMark) -> Bool {
        let mark = marks[index]
        guard mark.span.start > opening.span.end else { return false }
        let left = text.utf8[Int(mark.span.start) - 1]
        guard left == 0x73 else { return true }
        // "the states' rights": an end later on, before anything opens again, is the better one.
        return singleEnd(after: index, marks, start: opening) == nil
    }

    /// The index of the mark that ends a single quotation opened at `index`, if any can.
    private func singleEnd(after index: Int, _ marks: [QuotationMark], start: QuotationMark? = nil) -> Int? {
        var possessive: Int?
        for j in (index + 1)..<max(marks.count, index + 1) {
            let mark = marks[j]
            guard mark.family == .single else { continue }
            if mark.mayOpen, !mark.mayClose, mark.glyph != .closing { break }
            guard mark.mayClose, mark.glyph != .opening else { continue }
            // "rock 'n' roll": one letter between two apostrophes.
            if start == nil, mark.span.start <= marks[index].span.end + 1 { return nil }
            let left = text.utf8[Int(mark.span.start) - 1]
            if left == 0x73 {
                if possessive == nil { possessive = j }
            } else {
                return j
            }
        }
        return start == nil ? possessive : nil
    }

    /// The first bytes of a paragraph: enough to see a mark that opens it.
    private func head(of paragraph: Span) -> Span {
        let start = firstInk(of: paragraph)
        return Span(start, min(start + 8, paragraph.end))
    }

    /// Whether the mark at an offset is a double one.
    private func isDouble(at offset: UInt32) -> Bool {
        let bytes = text.utf8
        let i = Int(offset)
        if bytes[i] == 0x22 { return true }
        guard bytes[i] == 0xE2, i + 2 < bytes.count, bytes[i + 1] == 0x80 else { return false }
        return (0x9C...0x9F).contains(bytes[i + 2])
    }

    private func firstInk(of paragraph: Span) -> UInt32 { trimmed(paragraph).start }

    /// Whether the last character that is not blank before an offset is one of these.
    private func follows(_ offset: UInt32, anyOf bytes: [UInt8]) -> Bool {
        var i = Int(offset) - 1
        while i >= 0, text.utf8[i] == 0x20 { i -= 1 }
        return i >= 0 && bytes.contains(text.utf8[i])
    }

    /// The offset after the first stop, question or exclamation mark that a blank and a capital, or
    /// the limit, follow.
    private func sentenceEnd(from start: UInt32, limit: UInt32) -> UInt32? {
        let bytes = text.utf8
        var i = Int(start)
        while i < Int(limit) {
            if bytes[i] == 0x2E || bytes[i] == 0x21 || bytes[i] == 0x3F {
                var j = i + 1
                while j < Int(limit), bytes[j] == 0x20 { j += 1 }
                if j >= Int(limit) { return UInt32(i + 1) }
                if j > i + 1, (0x41...0x5A).contains(bytes[j]) { return UInt32(i + 1) }
            }
            i += 1
        }
        return nil
    }

    private func trimmed(_ span: Span) -> Span {
        let bytes = text.utf8
        var start = Int(span.start)
        var end = Int(span.end)
        while start < end, let length = Self.blank(bytes, start) { start += length }
        while start < end {
            if bytes[end - 1] <= 0x20 {
                end -= 1
            } else if end - 2 >= start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
                end -= 2
            } else {
                break
            }
        }
        return Span(start..<end)
    }

    private static func blank(_ bytes: [UInt8], _ i: Int) -> Int? {
        if bytes[i] <= 0x20 { return 1 }
        if bytes[i] == 0xC2, i + 1 < bytes.count, bytes[i + 1] == 0xA0 { return 2 }
        return nil
    }
}
