/// Tells a text's language by its frequent words, for the languages of `function_words.tsv`.
struct LanguageTable: Sendable {
    private let codes: [String]
    private var languagesOfWord = NameTable()

    init(_ rows: [(String, [String])]) {
        codes = rows.map(\.0)
        for (i, row) in rows.enumerated() {
            for word in row.1 { languagesOfWord.add(Array(word.utf8), i) }
        }
    }

    /// The BCP 47 code of the language whose frequent words make up most of the text; `nil` when the
    /// text is short of them or two languages come close. Looks at the first 600 words.
    func language(of text: String) -> String? {
        var counts = [Int](repeating: 0, count: codes.count)
        var seen = 0
        Words.forEachHash(in: text, limit: 600) { word in
            seen += 1
            languagesOfWord.forEach(word) { language, _ in counts[language] += 1 }
        }
        guard let best = counts.indices.max(by: { (counts[$0], $1) < (counts[$1], $0) }), seen >= 8 else { return nil }
        let second = counts.indices.filter { $0 != best }.map { counts[$0] }.max() ?? 0
        guard counts[best] >= 3, counts[best] * 8 >= seen, counts[best] > second else {
            return Self.byScript(text)
        }
        return codes[best]
    }

    /// Languages that their script alone tells.
    private static func byScript(_ text: String) -> String? {
        var kana = 0
        var han = 0
        var hangul = 0
        var others = 0
        for scalar in text.unicodeScalars.prefix(2000) {
            switch scalar.value {
            case 0x3040...0x30FF: kana += 1
            case 0x4E00...0x9FFF: han += 1
            case 0xAC00...0xD7AF: hangul += 1
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x370...0x6FF: others += 1
            default: break
            }
        }
        if hangul > others { return "ko" }
        if kana * 10 > han, kana + han > others { return "ja" }
        if han > others { return "zh" }
        return nil
    }
}
