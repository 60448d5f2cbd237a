import Records

/// Events, figures, quotations and actors on the page.
enum HTMLTables {
    /// An event with its sentences; where none are given, with its places.
    static func write(_ event: EventOutline, _ passages: [Passage], to page: inout HTMLWriter) {
        page.element("p") { page in
            page.element("strong", text: event.date ?? "Undated")
            page.text(" · \(event.line) ")
            if event.event.modality != .happened {
                page.element(
                    "span", [("class", "badge \(event.event.modality.rawValue)")], text: event.event.modality.rawValue)
                page.text(" ")
            }
            if let reporter = event.event.reportedBy {
                page.element("span", [("class", "badge")], text: "as said by \(reporter.name)")
                page.text(" ")
            }
            page.element("span", [("class", "backing")], text: event.backing.words)
        }
        if passages.isEmpty {
            page.element("p") { HTMLPassage.cite(event.citations, to: &$0) }
        } else {
            HTMLPassage.write(passages, to: &page)
        }
    }

    static func timeline(_ title: String, _ events: [EventOutline], to page: inout HTMLWriter) {
        guard !events.isEmpty else { return }
        page.element("h3", text: title)
        page.element("ol", [("class", "line")]) { page in
            for event in events {
                page.element("li", [("id", event.permalink), ("class", event.event.modality.rawValue)]) { page in
                    write(event, [], to: &page)
                }
            }
        }
    }

    static func write(_ figures: [FigureOutline], to page: inout HTMLWriter) {
        page.element(
            "div",
            [("class", "wide"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Commitments and figures")]
        ) {
            page in
            page.element("table") { page in
                page.element("thead") { page in
                    page.element("tr") { page in
                        for title in ["How much", "Of what", "Who, to whom", "When", "Standing", "Source"] {
                            page.element("th", [("scope", "col")], text: title)
                        }
                    }
                }
                page.element("tbody") { page in
                    for figure in figures { row(figure, to: &page) }
                }
            }
        }
    }

    private static func row(_ figure: FigureOutline, to page: inout HTMLWriter) {
        page.element("tr", [("id", figure.permalink)]) { page in
            page.element("th", [("scope", "row")]) { page in
                page.text(figure.amount)
                if let role = figure.role {
                    page.text(" ")
                    page.element("span", [("class", "badge")], text: role)
                }
            }
            page.element("td", text: figure.subject)
            page.element("td", text: figure.who ?? "–")
            page.element("td", text: figure.when ?? "–")
            page.element("td") { page in
                if let standing = figure.standing {
                    page.element("span", [("class", "badge \(FigureOutline.mark(standing))")], text: standing)
                } else {
                    page.text("–")
                }
                if let words = figure.words { page.text(", in the words of \(words)") }
            }
            page.element("td") { page in
                page.element("span", [("class", "backing")], text: figure.backing.words)
                HTMLPassage.write(figure.passages, to: &page)
            }
        }
    }

    static func write(_ speaker: SpeakerOutline, to page: inout HTMLWriter) {
        page.element("div", [("class", "speaker")]) { page in
            page.element("h3") { page in
                page.text(speaker.speaker?.name ?? "Speaker not known")
                if let role = speaker.role { page.element("span", [("class", "role")], text: ", \(role)") }
            }
            page.element("ul", [("class", "sayings")]) { page in
                for saying in speaker.sayings { write(saying, to: &page) }
            }
        }
    }

    private static func write(_ saying: SpeakerOutline.Saying, to page: inout HTMLWriter) {
        page.element("li", [("id", saying.permalink)]) { page in
            write(saying.passage, of: saying.quotation, to: &page)
            guard !saying.variants.isEmpty else { return }
            page.text(" ")
            page.element("span", [("class", "backing")], text: saying.backing.words)
            page.element("ul") { page in
                for variant in saying.variants {
                    page.element("li") { page in
                        page.element(
                            "span", [("class", "badge")], text: variant.quotation.wording?.rawValue ?? "variant")
                        page.text(" ")
                        write(variant.passage, of: variant.quotation, to: &page)
                    }
                }
            }
        }
    }

    private static func write(_ passage: Passage, of quotation: Quotation, to page: inout HTMLWriter) {
        page.element(quotation.kind == .indirect ? "span" : "q") { HTMLPassage.marked(passage, to: &$0) }
        page.text(quotation.kind == .indirect ? " (reported) " : " ")
        HTMLPassage.cite(passage.citations, to: &page)
    }

    static func write(_ actors: [ActorOutline], to page: inout HTMLWriter) {
        page.element("dl", [("class", "who")]) { page in
            for actor in actors {
                page.element("div", [("id", actor.permalink)]) { page in
                    page.element("dt") { page in
                        page.text(actor.entry.name)
                        if let role = actor.role { page.element("span", [("class", "role")], text: ", \(role)") }
                        page.text(" ")
                        let kind = [actor.entry.kind.rawValue, actor.entry.code].compactMap { $0 }
                        page.element("span", [("class", "badge")], text: kind.joined(separator: " "))
                    }
                    page.element("dd") { page in
                        page.element("span", [("class", "backing")], text: actor.backing.words)
                        forms(actor.forms, to: &page)
                    }
                }
            }
        }
    }

    /// The actors that are named but once, in one paragraph.
    static func writePassing(_ actors: [ActorOutline], to page: inout HTMLWriter) {
        page.element("p", [("class", "passing")]) { page in
            page.text("Named once: ")
            for (place, actor) in actors.enumerated() {
                if place > 0 { page.text(", ") }
                page.element("span", [("id", actor.permalink)]) { page in
                    if let citation = actor.forms.first?.citations.first {
                        page.element("a", [("href", "#\(citation.anchor)")], text: actor.entry.name)
                    } else {
                        page.text(actor.entry.name)
                    }
                }
            }
            page.text(".")
        }
    }

    private static func forms(_ forms: [ActorOutline.Form], to page: inout HTMLWriter) {
        guard !forms.isEmpty else { return }
        page.text(" · printed ")
        for (place, form) in forms.enumerated() {
            if place > 0 { page.text(", ") }
            page.element("q") { page in
                if let first = form.citations.first {
                    page.element("a", [("href", "#\(first.anchor)")], text: form.text)
                } else {
                    page.text(form.text)
                }
            }
            page.text(" ×\(form.count)")
        }
    }
}
