/// Sentences with their sources on the page.
enum HTMLPassage {
    /// A list of passages; the cited words are set off within their sentence.
    static func write(_ passages: [Passage], to page: inout HTMLWriter) {
        guard !passages.isEmpty else { return }
        page.element("ul", [("class", "passages")]) { page in
            for passage in passages {
                page.element("li") { page in
                    page.element("q") { marked(passage, to: &$0) }
                    page.text(" ")
                    cite(passage.citations, to: &page)
                }
            }
        }
    }

    /// A sentence: the cited words set off within it, those that other readings lack marked.
    static func marked(_ passage: Passage, to page: inout HTMLWriter) {
        let isWhole = passage.runs.allSatisfy { $0.isCited || $0.text.allSatisfy { !$0.isLetter && !$0.isNumber } }
        for run in passage.runs {
            let isSetOff = run.isCited && !isWhole
            if run.differs {
                page.element("mark", [("class", isSetOff ? "cited" : nil)], text: run.text)
            } else if isSetOff {
                page.element("span", [("class", "cited")], text: run.text)
            } else {
                page.text(run.text)
            }
        }
    }

    /// Words, those that other readings lack marked.
    static func marked(_ words: [WordDifference.Word], to page: inout HTMLWriter) {
        var place = 0
        while place < words.count {
            var end = place + 1
            while end < words.count, words[end].differs == words[place].differs { end += 1 }
            let run = words[place..<end].map(\.text).joined(separator: " ")
            if place > 0 { page.text(" ") }
            if words[place].differs { page.element("mark", text: run) } else { page.text(run) }
            place = end
        }
    }

    /// Outlet and date, each a link to the sentence in the article below.
    static func cite(_ citations: [Citation], to page: inout HTMLWriter) {
        page.element("cite") { page in
            for (place, citation) in citations.enumerated() {
                if place > 0 { page.text("; ") }
                let title = "Characters \(citation.start) to \(citation.end) of article \(citation.account)"
                page.element("a", [("href", "#\(citation.anchor)"), ("title", title)]) { page in
                    page.text("\(citation.name) [\(citation.account)]")
                    if let date = citation.date { page.text(", \(date)") }
                }
                if citation.isCopy { page.text(" (copy)") }
            }
        }
    }
}
