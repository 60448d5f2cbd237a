/// Lines of at most `width` columns, with hanging indents and optional terminal colours.
struct TextLayout {
    enum Style: String {
        case strong = "1"
        case faint = "2"
        case alarm = "1;31"
        case mark = "1;33"
        case good = "32"
    }

    var width = 80
    var colour = false
    private(set) var text = ""

    init(width: Int = 80, colour: Bool = false) {
        self.width = width
        self.colour = colour
    }

    /// The text in a style, or unchanged where colours are off.
    func styled(_ text: String, _ style: Style) -> String {
        colour && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    mutating func blank() {
        if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
    }

    /// A heading: a blank line, the title, a rule of its width.
    mutating func heading(_ title: String, rule: Character = "-") {
        blank()
        text += styled(title, .strong) + "\n"
        text += styled(String(repeating: rule, count: min(width, Self.columns(title))), .faint) + "\n"
    }

    /// Wraps words to the width; the first line starts with `lead`, the others with as many blanks.
    mutating func paragraph(_ words: String, lead: String = "", style: Style? = nil) {
        paragraph(words.split { $0 == " " || $0 == "\n" || $0 == "\t" }.map { ($0.description, style) }, lead: lead)
    }

    /// Wraps words, each with a style of its own.
    mutating func paragraph(_ words: [(text: String, style: Style?)], lead: String = "") {
        let indent = String(repeating: " ", count: Self.columns(lead))
        var line = lead
        var column = Self.columns(lead)
        var isFirst = true
        for word in words {
            let length = Self.columns(word.text)
            if !isFirst, column + 1 + length > width {
                text += line + "\n"
                line = indent
                column = indent.count
                isFirst = true
            }
            if !isFirst {
                line += " "
                column += 1
            }
            line += word.style.map { styled(word.text, $0) } ?? word.text
            column += length
            isFirst = false
        }
        text += line + "\n"
    }

    /// The columns that a terminal gives a text: wide characters of East Asia count twice, combining
    /// marks not at all.
    static func columns(_ text: String) -> Int {
        var count = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: continue
            case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
                0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
                count += 2
            default: count += 1
            }
        }
        return count
    }
}
