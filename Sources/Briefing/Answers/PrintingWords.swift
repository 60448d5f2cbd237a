import Records

/// What is said of a printing in every form of the answer to a search for words.
enum PrintingWords {
    /// How the wording stands to what was asked for.
    static func wording(_ printing: QuotationSearch.Printing) -> String {
        switch (printing.wording, printing.extent) {
        case (nil, _): "near"
        case (.identical, .more): "identical, with more around it"
        case (.identical, _): "identical"
        case (.shortened, .part): "shortened"
        case (.shortened, _): "shortened, with more around it"
        case (.reordered, _): "reordered"
        case (.altered, _): printing.matters ? "altered, and it matters" : "altered, in small words only"
        }
    }

    /// In whose mouth it is printed.
    static func speaker(_ printing: QuotationSearch.Printing) -> String {
        if let speaker = printing.speaker { return speaker.name }
        if let surface = printing.speakerSurface { return "\u{201C}\(surface)\u{201D}" }
        return printing.kind == nil ? "without quotation marks" : "no speaker named"
    }

    /// Where it is printed, and what it copies.
    static func source(_ printing: QuotationSearch.Printing, _ articles: [Article]) -> String {
        let article = articles.first { $0.id == printing.article }
        let source = CheckText.source(article, printing.evidence)
        return printing.origin == printing.article ? source : "\(source), after \(printing.origin)"
    }

    /// A change in one line.
    static func change(_ change: QuotationSearch.Change) -> String {
        func quoted(_ words: String) -> String { "\u{201C}\(words)\u{201D}" }
        let what =
            change.asked.isEmpty
            ? "adds \(quoted(change.printed))"
            : change.printed.isEmpty
                ? "leaves out \(quoted(change.asked))" : "has \(quoted(change.printed)) for \(quoted(change.asked))"
        return "\(what) (\(change.kind.rawValue)\(change.matters ? "" : ", changes nothing"))"
    }
}
