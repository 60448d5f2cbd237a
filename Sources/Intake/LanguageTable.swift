/// Tells a text's language by its frequent words, for the languages of `function_words.tsv`.
struct LanguageTable: Sendable {
    /// A range of letters that mostly one language of news is written in.
    struct Script: Sendable {
        var letters: ClosedRange<UInt32>
        var language: String
    }

    private let codes: [String]
    private let scripts: [Script]
    private var languagesOfWord = NameTable()

    init(_ rows: [(String, [String])], scripts: [Script]) {
        codes = rows.map(\.0)
        self.scripts = scripts
        for (i, row) in rows.enumerated() {
            for word in row.1 { languagesOfWord.add(Array(word.utf8), i) }
        }
    }

    /// The BCP 47 code of the language whose frequent words make up most of the text, or else of the one
    /// that its script tells; `nil` when the text is short of them or two languages come close. Looks at
    /// the first 600 words.
    func language(of text: String) -> String? {
        var counts = [Int](repeating: 0, count: codes.count)
        var seen = 0
        Words.forEachHash(in: text, limit: 600) { word in
            seen += 1
            languagesOfWord.forEach(word) { language, _ in counts[language] += 1 }
        }
        guard let best = counts.indices.max(by: { (counts[$0], $1) < (counts[$1], $0) }), seen >= 8 else {
            return byScript(text)
        }
        let second = counts.indices.filter { $0 != best }.map { counts[$0] }.max() ?? 0
        // Languages that add endings have fewer such words; then no other may come near.
        let isClear = counts[best] * 8 >= seen && counts[best] > second
        let isAlone = counts[best] * 20 >= seen && counts[best] >= 3 * second + 3
        guard counts[best] >= 3, isClear || isAlone else { return byScript(text) }
        return codes[best]
    }

    /// Languages that their script alone tells.
    private func byScript(_ text: String) -> String? {
        var kana = 0
        var han = 0
        var others = 0
        var counts = [Int](repeating: 0, count: scripts.count)
        for scalar in text.unicodeScalars.prefix(2000) {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x400...0x52F, 0x600...0x6FF: others += 1
            case 0..<0x370: break
            case 0x3040...0x30FF: kana += 1
            case 0x4E00...0x9FFF: han += 1
            default:
                for i in scripts.indices where scripts[i].letters.contains(scalar.value) { counts[i] += 1 }
            }
        }
        if let best = counts.indices.max(by: { (counts[$0], $1) < (counts[$1], $0) }), counts[best] > others,
            counts[best] > han + kana
        {
            return scripts[best].language
        }
        if kana * 10 > han, kana + han > others { return "ja" }
        if han > others { return "zh" }
        return nil
    }
}
