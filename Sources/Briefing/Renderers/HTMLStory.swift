import Records

/// One story of the page: its sections in the order in which an analyst reads them.
struct HTMLStory {
    let story: StoryOutline
    /// Keeps the addresses of sections apart where a page holds several stories.
    let prefix: String

    func write(to page: inout HTMLWriter) {
        let sections = sections
        page.element("article", [("class", "story"), ("id", story.permalink)]) { page in
            page.element("header") { page in
                page.element("h1", text: story.headline)
                page.element("p", [("class", "backing")]) { page in
                    page.text(story.backing.words)
                    page.text(": " + Self.unique(story.accounts.map(\.name)).joined(separator: ", "))
                }
                page.element("nav", [("aria-label", "Sections of this brief")]) { page in
                    page.element("ul") { page in
                        for section in sections {
                            page.element("li") { page in
                                page.element("a", [("href", "#\(prefix)\(section.id)")], text: section.title)
                            }
                        }
                    }
                }
            }
            for section in sections {
                page.element("section", [("id", "\(prefix)\(section.id)"), ("class", section.id)]) { page in
                    page.element("h2", text: section.title)
                    section.body(&page)
                }
            }
        }
    }

    private struct Section {
        var id: String
        var title: String
        var body: (inout HTMLWriter) -> Void
    }

    private var sections: [Section] {
        var sections: [Section] = []
        func add(_ id: String, _ title: String, when shown: Bool, _ body: @escaping (inout HTMLWriter) -> Void) {
            if shown { sections.append(Section(id: id, title: title, body: body)) }
        }
        add("lead", "What happened", when: !story.lead.isEmpty) { write(story.lead, \.summary, to: &$0) }
        add("disagreements", "Disagreements (\(story.disagreements.count))", when: true) { page in
            if story.disagreements.isEmpty { page.element("p", text: "The accounts do not contradict one another.") }
            for claim in story.disagreements { HTMLClaim.writeFully(claim, to: &page) }
        }
        add("single", "Said by one origin only (\(story.singleSource.count))", when: !story.singleSource.isEmpty) {
            for claim in story.singleSource { HTMLClaim.writeBriefly(claim, to: &$0) }
        }
        add("agreed", "Agreed (\(story.corroborated.count))", when: !story.corroborated.isEmpty) {
            for claim in story.corroborated { HTMLClaim.writeBriefly(claim, to: &$0) }
            if let folded = story.foldedWords { $0.element("p", text: folded) }
        }
        add("alike", "Compared and found to agree (\(story.lookAlikes.count))", when: !story.lookAlikes.isEmpty) {
            page in
            for pair in story.lookAlikes {
                page.element("div", [("class", "brief-claim")]) { page in
                    page.element("p") { page in
                        page.element("span", [("class", "badge")], text: "≈ \(pair.kind.rawValue)")
                        page.text(" \(pair.reason)")
                    }
                    HTMLPassage.write(pair.passages, to: &page)
                }
            }
        }
        add("figures", "Commitments and figures", when: !story.figures.isEmpty) {
            HTMLTables.write(story.figures, to: &$0)
        }
        add("positions", "Where they stand", when: !story.positions.isEmpty || !story.relations.isEmpty) { page in
            if !story.positions.isEmpty { HTMLPositions.write(story.positions, to: &page) }
            if !story.relations.isEmpty {
                page.element("h3", text: "Ties that the accounts assert")
                HTMLPositions.write(story.relations, to: &page)
            }
        }
        add("timeline", "Timeline", when: !story.done.isEmpty || !story.open.isEmpty) { page in
            HTMLTables.timeline("Done or under way", story.done, to: &page)
            HTMLTables.timeline("Planned, possible or denied", story.open, to: &page)
        }
        add("quotations", "Who is quoted", when: !story.speakers.isEmpty) {
            for speaker in story.speakers { HTMLTables.write(speaker, to: &$0) }
        }
        add("actors", "Who is named", when: !story.actors.isEmpty || !story.passing.isEmpty) { page in
            HTMLTables.write(story.actors, to: &page)
            if !story.passing.isEmpty { HTMLTables.writePassing(story.passing, to: &page) }
        }
        add("gaps", "What is not covered", when: true) { page in
            if story.gaps.isEmpty {
                page.element("p", text: "Nothing that the accounts themselves show.")
            } else {
                page.element("ul") { page in for gap in story.gaps { page.element("li", text: gap) } }
            }
        }
        return sections
    }

    private func write(_ events: [EventOutline], _ passages: (EventOutline) -> [Passage], to page: inout HTMLWriter) {
        page.element("ul", [("class", "events")]) { page in
            for event in events {
                page.element("li") { page in HTMLTables.write(event, passages(event), to: &page) }
            }
        }
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
