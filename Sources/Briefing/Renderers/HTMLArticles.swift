import Records

/// The articles' texts at the end of the page, each sentence with an address of its own.
struct HTMLArticles {
    let index: AccountIndex
    let stories: [StoryOutline]

    func write(to page: inout HTMLWriter) {
        guard !index.accounts.isEmpty else { return }
        page.element("section", [("id", "articles")]) { page in
            page.element("h2", text: "The articles")
            for account in index.accounts { write(account, to: &page) }
        }
    }

    private func write(_ account: AccountIndex.Account, to page: inout HTMLWriter) {
        let article = account.article
        page.element("article", [("class", "account"), ("id", account.permalink)]) { page in
            page.element("h3", text: "[\(account.number)] \(article.title ?? account.name)")
            page.element("p", [("class", "facts")]) { page in
                page.text(
                    [account.name, article.published.map { DateWords.day($0) } ?? "date not known", article.byline]
                        .compactMap { $0 }.joined(separator: " · "))
                if let root = index[account.root], root.number != account.number {
                    page.text(" · ")
                    page.element("span", [("class", "badge")]) { page in
                        page.text("copies ")
                        page.element("a", [("href", "#\(root.permalink)")], text: "[\(root.number)] \(root.name)")
                    }
                }
                if let place = article.url ?? article.path {
                    page.text(" · ")
                    page.element("code", text: place)
                }
            }
            page.element("div", [("class", "text"), ("lang", article.language)]) { body(account, to: &$0) }
        }
    }

    /// Paragraphs of sentences; what stands between sentences is kept, so that no word is lost.
    private func body(_ account: AccountIndex.Account, to page: inout HTMLWriter) {
        let scalars = account.article.text.unicodeScalars.count
        var pieces: [(text: String, anchor: String?)] = []
        var offset = 0
        for sentence in account.sentences where sentence.lowerBound >= offset && sentence.upperBound <= scalars {
            if sentence.lowerBound > offset {
                pieces.append((index.words(offset..<sentence.lowerBound, of: account), nil))
            }
            pieces.append((index.words(sentence, of: account), PassageMaker.anchor(account, sentence.lowerBound)))
            offset = sentence.upperBound
        }
        if offset < scalars { pieces.append((index.words(offset..<scalars, of: account), nil)) }
        var isOpen = false
        for piece in pieces {
            let isBreak = piece.anchor == nil && piece.text.allSatisfy(\.isWhitespace)
            if isBreak, piece.text.contains("\n") {
                if isOpen { page.raw("</p>\n") }
                isOpen = false
                continue
            }
            if !isOpen { page.raw("<p>") }
            isOpen = true
            if let anchor = piece.anchor {
                page.element("span", [("id", anchor), ("class", "sentence")], text: piece.text)
            } else {
                page.text(piece.text)
            }
        }
        if isOpen { page.raw("</p>\n") }
    }
}
