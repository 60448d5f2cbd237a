/// Lays the sentences of a CoNLL-U text out as one text, and finds each word's bytes in it.
package struct ConlluLayout {
    package private(set) var text = ""
    package private(set) var wordSpans: [Range<Int>] = []
    package private(set) var sentenceSpans: [Range<Int>] = []
    package private(set) var paragraphs: [Range<Int>] = []
    package private(set) var paragraphOfSentence: [Int] = []

    package init() {}

    /// Appends a sentence, after a blank or, where a paragraph starts, after a blank line.
    package mutating func add(_ sentence: ConlluSentence) throws(ConlluFailure) {
        let breaks = paragraphs.isEmpty || sentence.startsParagraph || sentence.startsDocument
        if !text.isEmpty { text += breaks ? "\n\n" : " " }
        let start = text.utf8.count
        let printed = Self.units(of: sentence)
        text += sentence.text ?? printed.map { $0.form + ($0.spaceAfter ? " " : "") }.joined()
        while text.utf8.count > start, text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
        let bytes = Array(text.utf8)[start...]
        var at = start
        for unit in printed {
            guard let span = Self.find(Array(unit.form.utf8), in: bytes, at: at) else {
                throw .formNotInText(line: unit.line, form: unit.form)
            }
            let forms = sentence.words[unit.words].map { $0.form.utf8.count }
            wordSpans += Self.parts(of: span, bytes: bytes, lengths: forms)
            at = span.upperBound
        }
        sentenceSpans.append(start..<text.utf8.count)
        if breaks {
            paragraphs.append(start..<text.utf8.count)
        } else {
            paragraphs[paragraphs.count - 1] = paragraphs[paragraphs.count - 1].lowerBound..<text.utf8.count
        }
        paragraphOfSentence.append(paragraphs.count - 1)
    }

    private static func units(of sentence: ConlluSentence) -> [ConlluSentence.Token] {
        var units: [ConlluSentence.Token] = []
        var tokens = sentence.tokens[...]
        var word = 0
        while word < sentence.words.count {
            if let token = tokens.first, token.words.lowerBound == word {
                tokens.removeFirst()
                units.append(token)
                word = token.words.upperBound
            } else {
                let item = sentence.words[word]
                units.append(
                    ConlluSentence.Token(
                        form: item.form, words: word..<word + 1,
                        spaceAfter: !item.misc.contains("SpaceAfter=No"), line: item.line))
                word += 1
            }
        }
        return units
    }

    /// The bytes of a form at the first place after white space where it stands.
    private static func find(_ form: [UInt8], in bytes: ArraySlice<UInt8>, at: Int) -> Range<Int>? {
        var at = at
        while at < bytes.endIndex {
            if bytes.endIndex - at >= form.count, bytes[at..<at + form.count].elementsEqual(form) {
                return at..<at + form.count
            }
            if bytes[at] == 0x20 || bytes[at] == 0x09 {
                at += 1
            } else if bytes[at...].starts(with: [0xC2, 0xA0]) {
                at += 2
            } else {
                return nil
            }
        }
        return nil
    }

    /// Cuts a token's span into its words. Where the words do not spell the token ("au" for "à le"),
    /// later words take their length from the end and the first takes what is left.
    private static func parts(of span: Range<Int>, bytes: ArraySlice<UInt8>, lengths: [Int]) -> [Range<Int>] {
        var cuts = [span.upperBound]
        for length in lengths.dropFirst().reversed() {
            var cut = max(span.lowerBound, cuts[cuts.count - 1] - length)
            while cut > span.lowerBound, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
            cuts.append(cut)
        }
        cuts.append(span.lowerBound)
        cuts.reverse()
        return (0..<lengths.count).map { cuts[$0]..<cuts[$0 + 1] }
    }
}
