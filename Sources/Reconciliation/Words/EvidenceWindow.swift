package import Records

extension Evidence {
    /// This evidence, or when it is long, the part of it around the words that matter, cut at word
    /// boundaries. Offsets and quote stay those of the article. O(length).
    package func window(around focus: Evidence, words limit: Int = 45) -> Evidence {
        // Most evidence is short: no more blanks than words, no need to look for words.
        if quote.utf8.count(where: { $0 == 0x20 || $0 == 0x0A }) < limit, quote.utf8.count < 6 * limit { return self }
        let scalars = Array(quote.unicodeScalars)
        var starts: [Int] = []
        var ends: [Int] = []
        for i in scalars.indices {
            let blank = Self.isBlank(scalars[i])
            let before = i == 0 || Self.isBlank(scalars[i - 1])
            if !blank, before { starts.append(i) }
            if !blank, i + 1 == scalars.count || Self.isBlank(scalars[i + 1]) { ends.append(i + 1) }
        }
        guard starts.count > limit else { return self }
        let from = focus.start - start
        let to = focus.end - start
        var first = starts.lastIndex { $0 <= max(0, from) } ?? 0
        var last = ends.firstIndex { $0 >= min(scalars.count, to) } ?? ends.count - 1
        if last - first + 1 > limit { last = first + limit - 1 }
        while last - first + 1 < limit {
            if first > 0 { first -= 1 }
            if last - first + 1 < limit, last < ends.count - 1 { last += 1 }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[starts[first]..<ends[last]])
        return Evidence(article: article, start: start + starts[first], end: start + ends[last], quote: String(view))
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value <= 0x20 || scalar.value == 0xA0 || scalar.value >= 0x2000 && scalar.value <= 0x200A
            || scalar.value == 0x3000
    }

    /// The part of this evidence between two byte offsets of its quote.
    package func part(bytes range: Range<Int>) -> Evidence {
        let utf8 = Array(quote.utf8)
        func scalars(_ end: Int) -> Int { utf8[0..<min(end, utf8.count)].count { $0 & 0xC0 != 0x80 } }
        let text = String(decoding: utf8[range.clamped(to: 0..<utf8.count)], as: UTF8.self)
        return Evidence(
            article: article, start: start + scalars(range.lowerBound), end: start + scalars(range.upperBound),
            quote: text)
    }

    /// Whether the two share a character of one article.
    package func overlaps(_ other: Evidence) -> Bool {
        article == other.article && start < other.end && other.start < end
    }

    /// The stretch of this evidence from the start of one part of it to the end of a later part.
    package func between(_ first: Evidence, _ last: Evidence) -> Evidence {
        let scalars = Array(quote.unicodeScalars)
        let from = max(0, min(scalars.count, first.start - start))
        let to = max(from, min(scalars.count, last.end - start))
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[from..<to])
        return Evidence(article: article, start: start + from, end: start + to, quote: String(view))
    }
}
