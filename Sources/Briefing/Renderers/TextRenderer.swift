import Records

/// A brief as plain text of 80 columns for a terminal.
///
/// Words in which readings differ stand between asterisks, so that colour is never the only sign.
/// `[2:120-164]` cites account 2 of the list at the end of the story, at those Unicode scalars of its
/// text.
public struct TextRenderer: BriefRenderer {
    public static let name = "text"

    /// Whether to use terminal colours.
    public var colour: Bool

    public init(colour: Bool = false) {
        self.colour = colour
    }

    public func render(_ brief: Brief) throws -> String {
        let index = AccountIndex(brief)
        let maker = try OutlineMaker()
        var page = TextLayout(colour: colour)
        let stories = brief.stories.map { maker.outline($0, of: brief, index: index) }
        if stories.count > 1 {
            page.heading("\(stories.count) stories", rule: "=")
            for story in stories {
                page.paragraph(
                    "\(story.headline) (\(story.backing.words); \(story.disagreements.count) disagreements)",
                    lead: "  - ")
            }
        }
        for story in stories { Self.write(story, to: &page) }
        if brief.stories.isEmpty { page.paragraph("No article could be read; there is no story.") }
        if !brief.findings.isEmpty {
            page.heading("Findings")
            for finding in brief.findings { page.paragraph("\(finding.path): \(finding.message)", lead: "  ! ") }
        }
        return page.text
    }

    private static func write(_ story: StoryOutline, to page: inout TextLayout) {
        page.heading(story.headline, rule: "=")
        page.paragraph(story.backing.words)
        if !story.lead.isEmpty {
            page.heading("What happened")
            for event in story.lead { write(event, event.summary, to: &page) }
        }
        page.heading("Disagreements (\(story.disagreements.count))")
        if story.disagreements.isEmpty { page.paragraph("The accounts do not contradict one another.") }
        for (place, claim) in story.disagreements.enumerated() {
            if place > 0 { page.blank() }
            write(claim, number: place + 1, to: &page)
        }
        for (title, claims) in [("Said by one origin only", story.singleSource), ("Agreed", story.corroborated)]
        where !claims.isEmpty {
            page.heading("\(title) (\(claims.count))")
            for claim in claims { writeBriefly(claim, to: &page) }
        }
        if let folded = story.foldedWords {
            page.blank()
            page.paragraph(folded)
        }
        if !story.lookAlikes.isEmpty {
            page.heading("Compared and found to agree (\(story.lookAlikes.count))")
            for pair in story.lookAlikes {
                page.paragraph(pair.reason, lead: "  - ")
                for passage in pair.passages { write(passage, indent: "    ", to: &page) }
            }
        }
        if !story.figures.isEmpty {
            page.heading("Commitments and figures")
            for figure in story.figures { write(figure, to: &page) }
        }
        if !story.positions.isEmpty {
            page.heading("Where they stand")
            writePositions(story.positions, to: &page)
        }
        if !story.relations.isEmpty {
            page.heading("Ties that the accounts assert")
            for relation in story.relations {
                page.paragraph("\(relation.line) -- \(cite(relation.citations))", lead: "  - ")
            }
        }
        if !story.done.isEmpty {
            page.heading("Timeline: done or under way")
            for event in story.done { writeBriefly(event, to: &page) }
        }
        if !story.open.isEmpty {
            page.heading("Timeline: planned, possible or denied")
            for event in story.open { writeBriefly(event, to: &page) }
        }
        if !story.speakers.isEmpty {
            page.heading("Who is quoted")
            for speaker in story.speakers { write(speaker, to: &page) }
        }
        if !story.actors.isEmpty || !story.passing.isEmpty {
            page.heading("Who is named")
            for actor in story.actors { write(actor, to: &page) }
            if !story.passing.isEmpty { writePassing(story.passing, to: &page) }
        }
        page.heading("Accounts")
        for account in story.accounts { write(account, of: story, to: &page) }
        page.heading("What is not covered")
        if story.gaps.isEmpty { page.paragraph("Nothing that the accounts themselves show.") }
        for gap in story.gaps { page.paragraph(gap, lead: "  - ") }
    }
}

extension TextRenderer {
    fileprivate typealias Word = (text: String, style: TextLayout.Style?)

    private static func write(_ claim: ClaimOutline, number: Int, to page: inout TextLayout) {
        page.paragraph(claim.claim.statement, lead: "\(number). ", style: .strong)
        page.paragraph(
            "\(claim.claim.kind.rawValue), conflicting; \(claim.backing.words). \(claim.claim.reason)", lead: "   ",
            style: .faint)
        if let record = claim.claim.record { write(claim, record: record, indent: "   ", to: &page) }
        for reading in claim.readings {
            let letter = Self.letter(reading.number)
            page.paragraph(
                words(reading.value) + faint("(\(reading.backing.words))"), lead: "   \(letter)) ")
            if !reading.statement.isEmpty { page.paragraph(words(reading.statement), lead: "      ") }
            for passage in reading.passages { write(passage, indent: "      ", to: &page) }
        }
    }

    /// The verdict of the record; of a claim with one reading, on the claim itself.
    private static func write(_ claim: ClaimOutline, record: RecordVerdict, indent: String, to page: inout TextLayout) {
        let reading = claim.readings.count > 1 ? letter(record.reading + 1) : "this"
        let verdict = record.verdict == .agrees ? "agrees with" : "contradicts"
        page.paragraph(
            "Official record \(record.document) \(verdict) \(reading): \(record.statement)", lead: indent + "= ",
            style: record.verdict == .agrees ? .good : .alarm)
    }

    private static func writeBriefly(_ claim: ClaimOutline, to page: inout TextLayout) {
        page.paragraph(
            claim.line.split(separator: " ").map { (String($0), nil) }
                + faint("(\(claim.backing.words))"), lead: "  - ")
        if let record = claim.claim.record { write(claim, record: record, indent: "    ", to: &page) }
        for passage in claim.firstPassages { write(passage, indent: "    ", to: &page) }
    }

    private static func write(_ event: EventOutline, _ passages: [Passage], to page: inout TextLayout) {
        let places = passages.isEmpty ? " -- " + cite(event.citations) : ""
        page.paragraph(line(event) + faint("(\(event.backing.words))" + places), lead: "  - ")
        for passage in passages { write(passage, indent: "    ", to: &page) }
    }

    /// One line and the places that tell of it; their sentences stand elsewhere in the brief.
    private static func writeBriefly(_ event: EventOutline, to page: inout TextLayout) {
        let sign = event.event.modality == .happened || event.event.modality == .ongoing ? "*" : "o"
        page.paragraph(
            line(event) + faint("-- " + cite(event.citations)), lead: "  \(sign) ")
    }

    private static func line(_ event: EventOutline) -> [Word] {
        let standing = event.standing.map { " [\($0)]" } ?? ""
        return "\(event.date ?? "undated"): \(event.line)\(standing)".split(separator: " ").map { (String($0), nil) }
    }

    private static func write(_ figure: FigureOutline, to page: inout TextLayout) {
        var line = "\(figure.amount): \(figure.subject)"
        if let role = figure.role { line += " [\(role)]" }
        var details: [String] = []
        if let who = figure.who { details.append("by \(who)") }
        if let when = figure.when { details.append(when) }
        if let standing = figure.standing { details.append(standing) }
        if let words = figure.words { details.append("in the words of \(words)") }
        if !details.isEmpty { line += "; " + details.joined(separator: ", ") }
        page.paragraph(line, lead: "  # ")
        page.paragraph(figure.backing.words, lead: "    ", style: .faint)
        for passage in figure.passages { write(passage, indent: "    ", to: &page) }
    }

    private static func write(_ speaker: SpeakerOutline, to page: inout TextLayout) {
        var name = speaker.speaker?.name ?? "Speaker not known"
        if let role = speaker.role { name += ", \(role)" }
        page.paragraph(name, lead: "  ", style: .strong)
        for saying in speaker.sayings {
            page.paragraph(
                quoted(saying.passage, saying.quotation.kind)
                    + faint("-- " + cite(saying.passage.citations)), lead: "    - ")
            for variant in saying.variants {
                page.paragraph(
                    [(text: "\(variant.quotation.wording?.rawValue ?? "variant"):", style: .faint)]
                        + quoted(variant.passage, variant.quotation.kind)
                        + faint("-- " + cite(variant.passage.citations)), lead: "      ~ ")
            }
        }
    }

    private static func write(_ actor: ActorOutline, to page: inout TextLayout) {
        var line = actor.entry.name
        if let role = actor.role { line += ", \(role)" }
        line += " (" + [actor.entry.kind.rawValue, actor.entry.code].compactMap { $0 }.joined(separator: ", ") + ")"
        page.paragraph("\(line); \(actor.backing.words)", lead: "  - ")
        let forms = actor.forms.map { form in
            let first = form.citations.first.map { cite([$0]) } ?? ""
            return "\"\(form.text)\" x\(form.count) \(first)"
        }
        if !forms.isEmpty { page.paragraph("printed " + forms.joined(separator: ", "), lead: "    ", style: .faint) }
    }

    private static func writePassing(_ actors: [ActorOutline], to page: inout TextLayout) {
        let names = actors.map { actor in
            "\(actor.entry.name) (\(cite(actor.forms.flatMap(\.citations))))"
        }
        page.paragraph("named once: " + names.joined(separator: "; "), lead: "  - ")
    }

    private static func write(
        _ account: AccountIndex.Account, of story: StoryOutline, to page: inout TextLayout
    ) {
        var parts = [account.name]
        parts.append(account.article.published.map { DateWords.day($0) } ?? "date not known")
        if let title = account.article.title { parts.append("\"\(title)\"") }
        if let byline = account.article.byline { parts.append("by \(byline)") }
        if let path = account.article.url ?? account.article.path { parts.append(path) }
        if account.root != account.article.id,
            let source = story.accounts.first(where: { $0.article.id == account.root })
        {
            parts.append("copies [\(source.number)]")
        }
        page.paragraph(parts.joined(separator: ", "), lead: "  [\(account.number)] ")
    }

    /// The sentence, the words that differ marked, and where it stands.
    private static func write(_ passage: Passage, indent: String, to page: inout TextLayout) {
        var line = marked(passage.runs.map { ($0.text, $0.differs) })
        line += faint("-- \(cite(passage.citations))")
        page.paragraph(line, lead: indent + "> ")
    }

    private static func faint(_ text: String) -> [Word] {
        text.split(separator: " ").map { (text: String($0), style: .faint) }
    }

    private static func words(_ words: [WordDifference.Word]) -> [Word] {
        marked(
            words.enumerated().flatMap { place, word in
                let joins = place > 0 && word.differs && words[place - 1].differs
                return place > 0 ? [(" ", joins), (word.text, word.differs)] : [(word.text, word.differs)]
            })
    }

    /// Words of joined pieces; what is marked stands between asterisks and is set off by colour too.
    private static func marked(_ pieces: [(text: String, isMarked: Bool)]) -> [Word] {
        var words: [Word] = [(text: "", style: nil)]
        var isMarked = false
        for piece in pieces {
            if piece.isMarked != isMarked {
                isMarked = piece.isMarked
                words[words.count - 1].text += "*"
                if isMarked { words[words.count - 1].style = .mark }
            }
            for character in piece.text {
                if character == " " {
                    words.append((text: "", style: isMarked ? .mark : nil))
                } else {
                    words[words.count - 1].text.append(character)
                }
            }
        }
        if isMarked { words[words.count - 1].text += "*" }
        return words.filter { !$0.text.isEmpty }
    }

    private static func quoted(_ passage: Passage, _ kind: Quotation.Kind) -> [Word] {
        var line = marked(passage.runs.map { ($0.text, $0.differs) })
        guard kind != .indirect, !line.isEmpty else { return line }
        line[0].text = "\"" + line[0].text
        line[line.count - 1].text += "\""
        return line
    }

    static func cite(_ citations: [Citation]) -> String {
        citations.map { "\($0.name) [\($0.account):\($0.start)-\($0.end)]" }.joined(separator: "; ")
    }

    private static func letter(_ number: Int) -> String {
        number <= 26 ? String(UnicodeScalar(UInt8(96 + number))) : "r\(number)"
    }
}
