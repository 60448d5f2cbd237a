import Records

/// A brief as Markdown, to be kept with notes or pasted into a document.
///
/// Words in which readings differ are set in bold. `[2:120–164]` cites account 2 of the list at the
/// end of the story, at those Unicode scalars of its text, and links to that list.
public struct MarkdownRenderer: BriefRenderer {
    public static let name = "markdown"

    public init() {}

    public func render(_ brief: Brief) throws -> String {
        let index = AccountIndex(brief)
        let maker = try OutlineMaker()
        var lines: [String] = []
        let stories = brief.stories.map { maker.outline($0, of: brief, index: index) }
        if stories.count > 1 {
            lines += stories.map { story in
                "- [\(escapedMarkdown(story.headline))](#\(story.permalink)): \(story.backing.words), "
                    + "\(story.disagreements.count) disagreements"
            }
            lines.append("")
        }
        for story in stories { Self.write(story, to: &lines) }
        if brief.stories.isEmpty { lines += ["No article could be read; there is no story.", ""] }
        if !brief.findings.isEmpty {
            lines += ["## Findings", ""]
            lines += brief.findings.map { "- `\($0.path)`: \(escapedMarkdown($0.message))" }
            lines.append("")
        }
        return lines.joined(separator: "\n") + (lines.last == "" ? "" : "\n")
    }

    private static func write(_ story: StoryOutline, to lines: inout [String]) {
        lines += [anchor(story.permalink) + "# \(escapedMarkdown(story.headline))", ""]
        lines += [story.backing.words + ".", ""]
        section("What happened", story.lead, to: &lines) { event($0, $0.summary) }
        lines += ["## Disagreements (\(story.disagreements.count))", ""]
        if story.disagreements.isEmpty { lines += ["The accounts do not contradict one another.", ""] }
        for (place, claim) in story.disagreements.enumerated() { write(claim, number: place + 1, to: &lines) }
        section("Said by one origin only (\(story.singleSource.count))", story.singleSource, to: &lines, brief)
        section("Agreed (\(story.corroborated.count))", story.corroborated, to: &lines, brief)
        if let folded = story.foldedWords { lines += [folded, ""] }
        section("Compared and found to agree (\(story.lookAlikes.count))", story.lookAlikes, to: &lines) {
            ["- \(escapedMarkdown($0.reason))"] + $0.passages.map { "  - \(passage($0))" }
        }
        MarkdownTables.write(story.figures, to: &lines)
        MarkdownTables.write(story.positions, to: &lines)
        section("Ties that the accounts assert", story.relations, to: &lines) {
            ["- \(escapedMarkdown($0.line)) " + cite($0.citations)]
        }
        section("Timeline: done or under way", story.done, to: &lines) { event($0, []) }
        section("Timeline: planned, possible or denied", story.open, to: &lines) { event($0, []) }
        section("Who is quoted", story.speakers, to: &lines, speaker)
        section("Who is named", story.actors, to: &lines, actor)
        section("Named once", story.passing, to: &lines) {
            ["- \(escapedMarkdown($0.entry.name)) \(cite($0.forms.flatMap(\.citations)))"]
        }
        section("Accounts", story.accounts, to: &lines) { account($0, of: story) }
        section("What is not covered", story.gaps, to: &lines) { ["- \(escapedMarkdown($0))"] }
    }

    private static func section<Item>(
        _ title: String, _ items: [Item], to lines: inout [String], _ write: (Item) -> [String]
    ) {
        guard !items.isEmpty else { return }
        lines += ["## \(title)", ""]
        for item in items { lines += write(item) }
        lines.append("")
    }

    private static func write(_ claim: ClaimOutline, number: Int, to lines: inout [String]) {
        lines += [anchor(claim.permalink) + "### \(number). \(escapedMarkdown(claim.claim.statement))", ""]
        lines += [
            "*\(claim.claim.kind.rawValue), conflicting; \(claim.backing.words).* \(escapedMarkdown(claim.claim.reason))",
            "",
        ]
        if let record = claim.claim.record { lines += [recordLine(record, of: claim), ""] }
        for reading in claim.readings {
            var line = "- **Reading \(reading.number):** \(marked(reading.value)) (\(reading.backing.words))"
            if !reading.statement.isEmpty { line += "  \n  \(marked(reading.statement))" }
            lines.append(line)
            lines += reading.passages.map { "  - \(passage($0))" }
        }
        lines.append("")
    }

    private static func recordLine(_ record: RecordVerdict, of claim: ClaimOutline) -> String {
        let reading = claim.readings.count > 1 ? "reading \(record.reading + 1)" : "this"
        let verdict = record.verdict == .agrees ? "agrees with" : "contradicts"
        return
            "> **Official record \(escapedMarkdown(record.document)) \(verdict) \(reading):** \(escapedMarkdown(record.statement))"
    }

    private static func brief(_ claim: ClaimOutline) -> [String] {
        var lines = ["- " + anchor(claim.permalink) + "\(escapedMarkdown(claim.line)) (\(claim.backing.words))"]
        if let record = claim.claim.record { lines.append("  " + recordLine(record, of: claim)) }
        return lines + claim.firstPassages.map { "  - \(passage($0))" }
    }

    /// An event with its sentences, or with its places alone where those stand elsewhere.
    private static func event(_ event: EventOutline, _ passages: [Passage]) -> [String] {
        let standing = event.standing.map { " *[\(escapedMarkdown($0))]*" } ?? ""
        let line = "- **\(event.date ?? "undated")**: \(escapedMarkdown(event.line))\(standing)"
        if passages.isEmpty { return [line + " " + cite(event.citations)] }
        return [line + " (\(event.backing.words))"] + passages.map { "  - \(passage($0))" }
    }

    private static func speaker(_ speaker: SpeakerOutline) -> [String] {
        var lines = ["- **\(escapedMarkdown(speaker.speaker?.name ?? "Speaker not known"))**"]
        if let role = speaker.role { lines[0] += ", \(escapedMarkdown(role))" }
        for saying in speaker.sayings {
            lines.append("  - \(quoted(saying.passage, saying.quotation.kind)) \(cite(saying.passage.citations))")
            for variant in saying.variants {
                lines.append(
                    "    - *\(variant.quotation.wording?.rawValue ?? "variant")*: "
                        + "\(quoted(variant.passage, variant.quotation.kind)) \(cite(variant.passage.citations))")
            }
        }
        return lines
    }

    private static func actor(_ actor: ActorOutline) -> [String] {
        var line = "- **\(escapedMarkdown(actor.entry.name))**"
        if let role = actor.role { line += ", \(escapedMarkdown(role))" }
        line += " (" + [actor.entry.kind.rawValue, actor.entry.code].compactMap { $0 }.joined(separator: ", ") + "); "
        line += actor.backing.words
        let forms = actor.forms.map {
            "“\(escapedMarkdown($0.text))” ×\($0.count) \(cite(Array($0.citations.prefix(1))))"
        }
        return [forms.isEmpty ? line : line + "; printed " + forms.joined(separator: ", ")]
    }

    private static func account(_ account: AccountIndex.Account, of story: StoryOutline) -> [String] {
        var parts = ["**\(escapedMarkdown(account.name))**"]
        parts.append(account.article.published.map { DateWords.day($0) } ?? "date not known")
        if let title = account.article.title { parts.append("“\(escapedMarkdown(title))”") }
        if let byline = account.article.byline { parts.append("by \(escapedMarkdown(byline))") }
        if let url = account.article.url {
            parts.append("<\(url)>")
        } else if let path = account.article.path {
            parts.append("`\(path)`")
        }
        if let source = story.accounts.first(where: { $0.article.id == account.root && $0.number != account.number }) {
            parts.append("copies [\(source.number)]")
        }
        return ["- " + anchor(account.permalink) + "[\(account.number)] " + parts.joined(separator: ", ")]
    }

    static func passage(_ passage: Passage) -> String {
        "“\(marked(passage))” " + cite(passage.citations)
    }

    private static func quoted(_ passage: Passage, _ kind: Quotation.Kind) -> String {
        kind == .indirect ? marked(passage) : "“\(marked(passage))”"
    }

    private static func marked(_ passage: Passage) -> String {
        passage.runs.map { $0.differs ? "**\(escapedMarkdown($0.text))**" : escapedMarkdown($0.text) }.joined()
    }

    private static func marked(_ words: [WordDifference.Word]) -> String {
        words.map { $0.differs ? "**\(escapedMarkdown($0.text))**" : escapedMarkdown($0.text) }.joined(separator: " ")
    }

    static func cite(_ citations: [Citation]) -> String {
        citations.map { citation in
            "— \(escapedMarkdown(citation.name)) [[\(citation.account):\(citation.start)–\(citation.end)]](#\(citation.article))"
        }.joined(separator: "; ")
    }

    static func anchor(_ name: String) -> String { "<a id=\"\(name)\"></a>" }
}

/// The text with the characters that Markdown reads as marks made plain.
func escapedMarkdown(_ text: String) -> String {
    var result = ""
    for character in text {
        switch character {
        case "\\", "`", "*", "_", "[", "]", "<", "#", "|", "~":
            result.append("\\")
            result.append(character)
        case "&": result += "&amp;"
        case "\n": result.append(" ")
        default: result.append(character)
        }
    }
    return result
}
