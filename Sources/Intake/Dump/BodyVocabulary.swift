/// The words that an article's own sentences use, by which a title or subhead is told from a menu entry.
struct BodyVocabulary {
    private let stems: Set<String>

    /// Takes the words of four letters and more, cut to five, so that inflected forms meet.
    init(_ lines: some Sequence<DumpLine>) {
        var stems: Set<String> = []
        for line in lines where line.role == .prose {
            Words.forEach(in: line.text) { if let stem = Self.stem($0) { stems.insert(stem) } }
        }
        self.stems = stems
    }

    /// The share of a line's longer words that the body uses too; 0 for a line without any.
    func share(of line: String) -> Double {
        var all = 0
        var known = 0
        Words.forEach(in: line) { word in
            guard let stem = Self.stem(word) else { return }
            all += 1
            if stems.contains(stem) { known += 1 }
        }
        return all == 0 ? 0 : Double(known) / Double(all)
    }

    private static func stem(_ word: String) -> String? {
        // CJK words are short; elsewhere three letters are mostly grammar.
        let letters = word.unicodeScalars.count
        if let first = word.unicodeScalars.first, first.value >= 0x3040 { return word }
        return letters >= 4 ? String(String.UnicodeScalarView(word.unicodeScalars.prefix(5))) : nil
    }
}
