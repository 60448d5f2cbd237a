import Records

/// Reads the dateline at the head of a report: "APIA, Oct 14 (Island Wire) -", "MOSCOW, September 16.",
/// "NEW DELHI:", "(Reuters) —".
struct DatelineReader {
    let dateline: Article.Dateline
    /// What stands in brackets: the agency.
    let credits: [String]
    /// Unicode scalars of the dateline, its dash included.
    let length: Int

    /// Reads a paragraph's first words; `nil` when they are no dateline.
    ///
    /// - Parameter published: the publication date, which gives a day and month their year.
    init?(_ paragraph: String, published: String?, vocabulary: IntakeVocabulary) {
        let head = String(paragraph.prefix(110))
        guard let (prefix, length) = Self.split(head, vocabulary) else { return nil }
        var place = prefix
        var credits: [String] = []
        if let open = place.firstIndex(of: "("), let close = place.lastIndex(of: ")"), open < close {
            credits = CreditLine.names(String(place[place.index(after: open)..<close]), vocabulary)
            place = String(place[..<open]) + String(place[place.index(after: close)...])
        }
        var date: String?
        if let found = vocabulary.dates.dates(in: place, needsYear: false).first {
            date = Self.resolve(found, published)
            place = BylineReader.removing(found.range, from: place)
        }
        place = place.trimmingSuffix { " ,.:/–—-".contains($0) }
        credits += place.split(separator: "/").dropFirst().map { CleanLine.clean($0) }
        place = place.split(separator: "/").first.map { CleanLine.clean($0) } ?? place
        guard Self.isPlace(place) || place.isEmpty && !credits.isEmpty else { return nil }
        let hasEvidence = date != nil || !credits.isEmpty || prefix.contains { $0.isNumber } || Self.isCapitals(place)
        guard hasEvidence, credits.allSatisfy({ $0.first?.isUppercase == true && Words.list($0).count <= 4 }) else {
            return nil
        }
        dateline = .init(place: place.isEmpty ? nil : place, date: date)
        self.credits = credits.map { vocabulary.agency($0) ?? $0 }
        self.length = length
    }

    /// The words before a dash, or before a colon or full stop when they are plainly a place and day.
    private static func split(_ head: String, _ vocabulary: IntakeVocabulary) -> (String, Int)? {
        for mark in [" - ", " – ", " — ", " -- ", " —", "— ", ") "] {
            guard let found = head.firstRange(of: mark) else { continue }
            let prefix = String(head[..<found.lowerBound]) + (mark == ") " ? ")" : "")
            if Words.list(prefix).count <= 10, mark != ") " || prefix.hasPrefix("(") {
                return (prefix, head[..<found.upperBound].unicodeScalars.count)
            }
        }
        if let colon = head.firstRange(of: ": "), isCapitals(String(head[..<colon.lowerBound])) {
            return (String(head[..<colon.lowerBound]), head[..<colon.upperBound].unicodeScalars.count)
        }
        if let dot = head.firstRange(of: ". ") {
            let prefix = String(head[..<dot.lowerBound])
            let dates = vocabulary.dates.dates(in: prefix, needsYear: false)
            if let date = dates.first, date.range.upperBound == prefix.utf8.count, Words.list(prefix).count <= 6,
                isCapitals(BylineReader.removing(date.range, from: prefix))
            {
                return (prefix, head[..<dot.upperBound].unicodeScalars.count)
            }
        }
        return nil
    }

    /// One to five capitalised words with commas between them.
    private static func isPlace(_ text: String) -> Bool {
        let words = text.split { $0 == " " || $0 == "," }
        return (1...5).contains(words.count)
            && words.allSatisfy { word in
                word.first?.isUppercase == true || ["of", "de", "da", "del", "la", "al"].contains(word)
            }
    }

    private static func isCapitals(_ text: String) -> Bool {
        let letters = text.filter(\.isLetter)
        return letters.count >= 3 && letters.allSatisfy(\.isUppercase) && Words.list(text).count <= 5
    }

    /// A day without a year takes the one that puts it nearest before the publication.
    private static func resolve(_ date: FoundDate, _ published: String?) -> String? {
        if date.year != nil { return date.isoDay }
        guard let published, let year = Int(published.prefix(4)) else { return nil }
        var date = date
        date.year = year
        // A report of late December that was printed in January.
        if let day = date.isoDay, day.prefix(7) > published.prefix(7), date.month == 12,
            published.dropFirst(5).hasPrefix("01")
        {
            date.year = year - 1
        }
        return date.isPossible ? date.isoDay : nil
    }
}
