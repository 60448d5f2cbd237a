import Records

/// A page to an article: the stages in order.
struct HTMLArticle {
    let vocabulary: IntakeVocabulary

    /// What a page gave.
    struct Reading {
        /// `nil` when the page holds no words.
        var article: Article?
        /// What is odd in the page.
        var notice: String?
        /// Where it stands among the pages of its article.
        var page: PageLink?
    }

    /// Reads a page.
    ///
    /// - Parameters:
    ///   - page: valid UTF-8.
    ///   - url: the address that the page came from, where it is known.
    func read(_ page: [UInt8], id: String, path: String, url: String?) -> Reading {
        let first = read(HTMLLightener(page), id: id, path: path, url: url)
        if first.article.map({ LineShape($0.text).words >= 25 }) == true { return first }
        // Some pages hold their text only where it is shown without scripts, or in a script's state.
        let light = HTMLLightener(page, keepsFallbacks: true)
        var second = read(light, id: id, path: path, url: url)
        let state = EmbeddedState(light.states, keys: vocabulary.recordFields["text"] ?? []).paragraphs()
        if !state.isEmpty, LineShape(second.article?.text ?? "").words < 25 {
            var builder = BodyBuilder()
            for paragraph in state { builder.append(paragraph) }
            var article = second.article ?? Article(id: id, path: path, url: url, text: "")
            article.text = builder.text
            article.parts = []
            article.language = vocabulary.languages.language(of: article.text) ?? article.language
            article.sources.removeAll { $0.field == "text" }
            article.sources.append(.init(field: "text", evidence: "the state that the page carries for its scripts"))
            second.article = article
        }
        let words = { (article: Article?) in article.map { LineShape($0.text).words } ?? 0 }
        if words(second.article) <= words(first.article) { second.article = first.article }
        if second.article?.text.isEmpty == true { second.article = nil }
        if second.article == nil, second.notice == nil, light.scriptBytes > 2000 {
            second.notice = "its text is put there by scripts; save the page from a browser"
        }
        second.notice = second.notice ?? first.notice
        return second
    }

    private func read(_ light: HTMLLightener, id: String, path: String, url: String?) -> Reading {
        let tree = HTMLTree(light.page)
        guard !tree.nodes.isEmpty else { return Reading(notice: light.notice) }
        let facts = PageFacts(tree, structuredData: light.structuredData, marks: vocabulary.elementMarks)
        let address = PageAddress(facts: facts, given: url)
        var article = Article(id: id, path: path, url: address.url, text: "")
        func note(_ field: String, _ evidence: String) {
            article.sources.append(.init(field: field, evidence: evidence))
        }
        let outlet = PageOutlet(
            facts: facts, vocabulary: vocabulary, host: address.host, publisher: facts.publisher(tree)
        ).find()
        if let outlet {
            article.outlet = outlet.name
            note("outlet", outlet.evidence)
        }
        if let title = TitleFinder(tree: tree, facts: facts, vocabulary: vocabulary, outlet: outlet?.name).title() {
            article.title = title.text
            note("title", title.evidence)
        }
        let all = HTMLBlocks(tree).blocks
        var body = BodyExtractor(tree: tree, vocabulary: vocabulary)
            .extract(
                all, title: article.title, printed: facts.structured.body,
                isLive: facts.structured.isLive || facts.isLive)
        addEntries(facts.structured, to: &body)
        fill(&article, body)
        note("text", body.stage)
        for passed in body.passed { note("text", "passed over: \(passed)") }
        let authors = AuthorFinder(
            tree: tree, facts: facts, vocabulary: vocabulary, outlet: outlet?.name, host: address.host,
            body: body.blocks
        ).find(blocks: all)
        if !authors.names.isEmpty {
            article.byline = authors.names.joined(separator: ", ")
            note("byline", authors.evidence)
        }
        article.credits = authors.agencies.reduce(into: article.credits) { if !$0.contains($1) { $0.append($1) } }
        article.language = language(facts, article.text)
        let monthFirst =
            facts.language?.lowercased() == "en-us" || facts.meta["og:locale"]?.first?.lowercased() == "en_us"
        let finder = DateFinder(
            tree: tree, facts: facts, vocabulary: vocabulary, url: address.url, monthFirst: monthFirst)
        var dates = finder.find(blocks: all, title: article.title)
        if dates.published == nil, let date = finder.leading(article.text) {
            dates.published = date
            dates.evidence = "the head of the text"
        }
        article.published = dates.published
        article.updated = dates.updated
        if dates.published != nil { note("published", dates.evidence) }
        article.section =
            facts.structured.text("articleSection") ?? facts.first(vocabulary.metaNames["section"] ?? [])?.value
        if let found = DatelineReader(article.text, published: article.published, vocabulary: vocabulary) {
            article.dateline = found.dateline
            article.credits += found.credits.filter { !article.credits.contains($0) }
            article.parts.insert(.init(kind: .dateline, start: 0, end: found.length), at: 0)
        }
        return Reading(
            article: article, notice: light.notice ?? tree.notice ?? limit(of: article, facts),
            page: PageLink(own: article.url, next: facts.nextPage, hasPrevious: facts.hasPreviousPage))
    }

    /// What of the article is not on the page: behind a paywall.
    private func limit(of article: Article, _ facts: PageFacts) -> String? {
        let words = LineShape(article.text).words
        let isTier = facts.meta["article:content_tier"]?.first.map { $0.lowercased() != "free" } == true
        if facts.structured.isPaid || isTier || facts.hasPaywall {
            if words < 250 || facts.structured.wordCount.map({ words * 10 < $0 * 6 }) == true {
                return "behind a paywall: the page shows only the first \(words) words"
            }
        }
        return nil
    }

    /// The entries of a live blog from the structured data, when they hold more than the page shows.
    private func addEntries(_ structured: StructuredData, to body: inout BodyExtractor.Result) {
        let entries = structured.liveEntries
        guard entries.count > 1 else { return }
        let shown = body.blocks.reduce(0) { $0 + $1.shape.words }
        guard entries.reduce(0, { $0 + LineShape($1.text).words }) > shown else { return }
        body.passed.append("\(body.stage) has \(shown) words")
        body.stage = "the entries of a live blog in the structured data"
        body.blocks = entries.flatMap { entry in
            let time = entry.time.flatMap { vocabulary.dates.date(in: $0)?.iso } ?? entry.time
            let head = [time, entry.headline].compactMap { $0 }.joined(separator: " ")
            var blocks = head.isEmpty ? [] : HTMLBlock.paragraphs(of: head)
            for i in blocks.indices { blocks[i].kind = .heading(3) }
            return blocks + FragmentText.paragraphs(entry.text).flatMap(HTMLBlock.paragraphs)
        }
    }

    private func fill(_ article: inout Article, _ body: BodyExtractor.Result) {
        var builder = BodyBuilder()
        for block in body.blocks {
            switch block.kind {
            case _ where block.isNote: builder.append(block.text, .footnote)
            case .heading: builder.append(block.text, .subhead)
            case .listItem: builder.append(block.text, .list)
            default: builder.append(block.text)
            }
        }
        article.text = builder.text
        article.parts = builder.parts
        article.cuts = body.cuts
    }

    /// What the text shows, in the region that the page declares for it; else what the page declares.
    private func language(_ facts: PageFacts, _ text: String) -> String? {
        let declared = facts.language ?? facts.meta["og:locale"]?.first?.replacing("_", with: "-")
        guard let seen = vocabulary.languages.language(of: text) else { return declared }
        guard let declared, declared.lowercased().hasPrefix(seen) else { return seen }
        return declared
    }
}

/// Where a page lives, by its own account and by where it was fetched.
struct PageAddress {
    let url: String?
    /// The host without "www.".
    let host: String?

    init(facts: PageFacts, given: String?) {
        let candidates = [facts.canonical, facts.meta["og:url"]?.first, facts.structured.url, given]
        url = candidates.compactMap { $0 }.map(Self.unarchived)
            .first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
        host = url.flatMap { url in
            let rest = url.drop { $0 != "/" }.drop { $0 == "/" }
            let name = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }.lowercased()
            let bare = name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
            return bare.isEmpty ? nil : bare
        }
    }
    /// The address that an archive's address holds behind the time of its capture.
    private static func unarchived(_ url: String) -> String {
        guard let inner = url.ranges(of: "/http").last, inner.lowerBound > url.startIndex,
            url.contains("web.archive.org/")
        else { return url }
        return String(url[url.index(after: inner.lowerBound)...])
    }
}
