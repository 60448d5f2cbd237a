/// One line of a plain-text dump: its cleaned words, its shape, and what it was taken for.
struct DumpLine: Sendable {
    /// What a line is for.
    enum Role: Hashable, Sendable {
        case prose
        case shortSentence
        /// A few words that end no sentence: a subhead, a menu entry, a title.
        case short
        case caption
        case note
        case listItem
        case date
        case updateDate
        case byline
        case source
        case staff
        /// Certainly no text, for this reason.
        case furniture(String)
    }

    var text: String
    /// The line of the input on which it starts, counted from 1.
    let number: Int
    /// Whether a blank line stands before it.
    let afterBlank: Bool
    let shape: LineShape
    var role: Role = .short
    /// The line's date, when it has one.
    var date: FoundDate?

    init(_ text: String, number: Int, afterBlank: Bool) {
        self.text = text
        self.number = number
        self.afterBlank = afterBlank
        shape = LineShape(text)
    }

    /// Whether the line may be a headline by its shape: one sentence at most, and no full stop.
    var isHeadline: Bool {
        switch role {
        case .prose, .short, .shortSentence: break
        default: return false
        }
        guard (2...30).contains(shape.words), shape.innerEnds == 0, let last = text.last else { return false }
        return !".:;,”\"".contains(last)
    }

    /// Cuts a text into cleaned lines; the lines of a hard-wrapped text are joined to paragraphs.
    static func lines(of utf8: [UInt8]) -> [DumpLine] {
        var raw: [(text: String, number: Int, afterBlank: Bool)] = []
        var number = 0
        var blank = false
        for line in utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            // A bare CR ends a line in old files; CRLF leaves an empty rest that is no line.
            for (i, piece) in line.split(separator: 0x0D, omittingEmptySubsequences: false).enumerated() {
                if i > 0, piece.isEmpty { continue }
                if i == 0 { number += 1 }
                let text = CleanLine.clean(String(decoding: piece, as: UTF8.self))
                if text.isEmpty {
                    blank = true
                } else {
                    raw.append((text, number, blank))
                    blank = false
                }
            }
        }
        let width = HardWrap.width(of: raw.map { ($0.text.unicodeScalars.count, $0.afterBlank) })
        guard let width else { return raw.map { DumpLine($0.text, number: $0.number, afterBlank: $0.afterBlank) } }
        var joined: [(text: String, number: Int, afterBlank: Bool)] = []
        var open = false
        for line in raw {
            if open, !line.afterBlank, let last = joined.indices.last {
                joined[last].text += " " + line.text
            } else {
                joined.append(line)
            }
            open = line.text.unicodeScalars.count * 10 >= width * 7
        }
        return joined.map { DumpLine($0.text, number: $0.number, afterBlank: $0.afterBlank) }
    }
}

/// Tells text that was broken to a fixed width from text with a paragraph a line.
enum HardWrap {
    /// The width, or `nil` for text that is not wrapped.
    ///
    /// In wrapped text most lines that have a follower in their block come close to the longest,
    /// and none is longer than a terminal or a mail would have it.
    static func width(of lines: [(length: Int, afterBlank: Bool)]) -> Int? {
        guard lines.count >= 6, let longest = lines.map(\.length).max(), (50...120).contains(longest) else {
            return nil
        }
        var followed = 0
        var full = 0
        for i in lines.indices.dropLast() where !lines[i + 1].afterBlank {
            followed += 1
            if lines[i].length * 10 >= longest * 8 { full += 1 }
        }
        return followed >= 4 && full * 10 >= followed * 7 ? longest : nil
    }
}
