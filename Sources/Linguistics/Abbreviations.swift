import Text

/// Gives the abbreviation that stands in brackets behind an organisation's name, "International Whaling
/// Commission (IWC)", the name's kind, there and wherever else the text has it alone.
enum Abbreviations {
    /// Adds and corrects names in order of the text. O(words).
    static func settle(_ analysis: inout Analysis) {
        let stated = stated(analysis)
        guard !stated.isEmpty else { return }
        var inName = [Bool](repeating: false, count: analysis.words.count)
        for i in analysis.entities.indices {
            let words = analysis.entities[i].words
            for word in words { inName[word] = true }
            if words.count == 1, stated.contains(analysis.words.forms[words.lowerBound]),
                analysis.isShouted(words.lowerBound)
            {
                analysis.entities[i].kind = .organisation
            }
        }
        let count = analysis.entities.count
        for word in 0..<analysis.words.count
        where !inName[word] && stated.contains(analysis.words.forms[word]) && analysis.isShouted(word) {
            analysis.entities.append(Analysis.EntityMention(kind: .organisation, words: word..<word + 1))
        }
        if analysis.entities.count > count { analysis.entities.sort { $0.firstWord < $1.firstWord } }
    }

    /// The lowered forms that stand in brackets behind a name of an organisation with the same initials.
    private static func stated(_ analysis: Analysis) -> Set<Symbol> {
        var found: Set<Symbol> = []
        for name in analysis.entities where name.kind == .organisation && name.words.count > 1 {
            let word = Int(name.endWord) + 1
            guard word + 1 < analysis.words.count, analysis.bytes(ofWord: word - 1) == [UInt8(ascii: "(")],
                analysis.bytes(ofWord: word + 1) == [UInt8(ascii: ")")], analysis.isShouted(word)
            else { continue }
            let initials = name.words.compactMap { analysis.bytes(ofWord: $0).first }.filter {
                $0 >= 0x41 && $0 <= 0x5A
            }
            if initials.elementsEqual(analysis.bytes(ofWord: word)) { found.insert(analysis.words.forms[word]) }
        }
        return found
    }
}
