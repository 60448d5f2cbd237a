import Records

/// Claims on the page: disagreements with their readings side by side, the others as one line each.
enum HTMLClaim {
    static func writeFully(_ claim: ClaimOutline, to page: inout HTMLWriter) {
        page.element("article", [("class", "claim"), ("id", claim.permalink)]) { page in
            page.element("h3") { page in
                page.text(claim.claim.statement + " ")
                link(claim.permalink, "this disagreement", to: &page)
            }
            page.element("p", [("class", "facts")]) { page in
                page.element("span", [("class", "badge conflicting")], text: "≠ conflicting")
                page.text(" ")
                page.element("span", [("class", "badge")], text: claim.claim.kind.rawValue)
                page.text(" ")
                page.element("span", [("class", "backing")], text: claim.backing.words)
            }
            page.element("p", [("class", "reason")], text: claim.claim.reason)
            if let record = claim.claim.record { write(record, of: claim, to: &page) }
            page.element("div", [("class", "readings")]) { page in
                for reading in claim.readings { write(reading, of: claim.claim, to: &page) }
            }
        }
    }

    static func writeBriefly(_ claim: ClaimOutline, to page: inout HTMLWriter) {
        page.element("div", [("class", "brief-claim"), ("id", claim.permalink)]) { page in
            page.element("p") { page in
                page.element("strong", text: claim.line)
                page.text(" ")
                page.element("span", [("class", "backing")], text: claim.backing.words)
                page.text(" ")
                link(claim.permalink, "this claim", to: &page)
            }
            if let record = claim.claim.record { write(record, of: claim, to: &page) }
            HTMLPassage.write(claim.firstPassages, to: &page)
        }
    }

    private static func write(_ record: RecordVerdict, of claim: ClaimOutline, to page: inout HTMLWriter) {
        let agrees = record.verdict == .agrees
        page.element("p", [("class", "record \(record.verdict.rawValue)")]) { page in
            page.element(
                "strong",
                text: (agrees ? "✓ Official record agrees with " : "✗ Official record contradicts ")
                    + (claim.readings.count > 1 ? "reading \(record.reading + 1)" : "this"))
            page.text(" ")
            page.element("span", [("class", "badge")], text: record.document)
            page.text(" \(record.statement)")
        }
    }

    private static func write(_ reading: ReadingOutline, of claim: Claim, to page: inout HTMLWriter) {
        var kind = "reading"
        if let record = claim.record, record.reading == reading.number - 1 { kind += " \(record.verdict.rawValue)" }
        page.element("div", [("class", kind)]) { page in
            page.element("h4") { page in
                page.element("span", [("class", "number")], text: "\(reading.number)")
                page.text(" ")
                HTMLPassage.marked(reading.value, to: &page)
            }
            if !reading.statement.isEmpty {
                page.element("p") { page in HTMLPassage.marked(reading.statement, to: &page) }
            }
            page.element("p", [("class", "backing")], text: reading.backing.words)
            HTMLPassage.write(reading.passages, to: &page)
        }
    }

    /// The sign by which a reader gets the address of something.
    private static func link(_ address: String, _ what: String, to page: inout HTMLWriter) {
        page.element(
            "a", [("class", "permalink"), ("href", "#\(address)"), ("aria-label", "Link to \(what)")], text: "¶")
    }
}
