internal import Linguistics
internal import Text

/// A place in a text where a cue stands.
struct CueMatch: Sendable {
    /// The cue's words, particle and second words included.
    var words: Range<Int>
    /// The senses that the form has, as indices into the lexicon's cues.
    var cues: [Int]
}

/// The cues of a lexicon, compiled against the symbols of one table; it serves every text whose table
/// extends that one.
struct CueMatcher: Sendable {
    /// One form of a cue: the words after its first, and the cue.
    private struct Form {
        var rest: [Symbol]
        var cue: Int
    }

    let lexicon: CueLexicon
    private let symbols: SymbolTable
    /// The forms that start with a word, by the word's symbol; empty past the last cue word.
    private var formsOfFirst: [[Form]] = []

    /// Looks every form up once. O(forms).
    init(_ lexicon: CueLexicon, symbols: SymbolTable) {
        self.lexicon = lexicon
        self.symbols = symbols
        for form in lexicon.forms {
            let found = form.words.compactMap { symbols.lookup($0) }
            guard let first = found.first, found.count == form.words.count else { continue }
            while formsOfFirst.count <= Int(first.index) { formsOfFirst.append([]) }
            formsOfFirst[Int(first.index)].append(Form(rest: Array(found.dropFirst()), cue: form.cue))
        }
    }

    /// Whether the matcher serves a text with this table.
    func serves(_ table: SymbolTable) -> Bool { table.extends(symbols) }

    /// The cue matches of a text in order; of two that start together the longer one. O(words).
    func matches(in analysis: Analysis) -> [CueMatch] {
        var matches: [CueMatch] = []
        let forms = analysis.words.forms
        for word in forms.indices {
            let first = Int(forms[word].index)
            guard first < formsOfFirst.count, !formsOfFirst[first].isEmpty else { continue }
            var length = -1
            var cues: [Int] = []
            for candidate in formsOfFirst[first] {
                let tail = candidate.rest
                guard word + tail.count < forms.count,
                    (0..<tail.count).allSatisfy({ forms[word + 1 + $0] == tail[$0] }),
                    fits(lexicon.cues[candidate.cue].part, analysis, word)
                else { continue }
                if tail.count > length {
                    length = tail.count
                    cues = []
                }
                if tail.count == length, !cues.contains(candidate.cue) { cues.append(candidate.cue) }
            }
            if !cues.isEmpty, !isHyphenated(word, length + 1, analysis) {
                matches.append(CueMatch(words: word..<(word + 1 + length), cues: cues))
            }
        }
        return matches
    }

    /// Whether a cue is part of a compound: "so-called", "said-to-be".
    private func isHyphenated(_ word: Int, _ count: Int, _ analysis: Analysis) -> Bool {
        let bytes = analysis.text.utf8
        let start = Int(analysis.words.starts[word])
        let end = Int(analysis.words.ends[word + count - 1])
        if start > 1, bytes[start - 1] == 0x2D, bytes[start - 2] > 0x20, bytes[start - 2] != 0x2D { return true }
        return end + 1 < bytes.count && bytes[end] == 0x2D && bytes[end + 1] > 0x20 && bytes[end + 1] != 0x2D
    }

    /// Whether a few words, no verb among them, part a word from a quotation that a comma ends.
    private func followsQuotation(_ analysis: Analysis, _ word: Int) -> Bool {
        let tests = WordTests(analysis, lexicon.closed)
        var at = word - 1
        while at > 1, word - at < 6 {
            if tests.isQuotationMark(at) {
                var before = at - 1
                while before > 0, tests.isQuotationMark(before) { before -= 1 }
                return tests.form(before) == ","
            }
            switch analysis.words.upos[at] {
            case .det, .propn, .noun, .pron, .adj: at -= 1
            default: return false
            }
        }
        return false
    }

    /// Whether the tag lets a word be that part of speech; a text without tags lets it be any.
    private func fits(_ part: Cue.PartOfSpeech, _ analysis: Analysis, _ word: Int) -> Bool {
        switch (part, analysis.words.upos[word]) {
        case (.phrase, _), (_, .x): true
        case (.verb, .verb), (.verb, .aux): true
        // A name without a capital is a verb that the tagger missed ("Ana voiced hope").
        case (.verb, .propn): !WordTests(analysis, lexicon.closed).isCapitalised(word)
        // "“…,” the article read": parsers take a verb for a noun where its content is out of sight.
        case (.verb, .noun): followsQuotation(analysis, word)
        case (.noun, .noun): true
        case (.adjective, .adj), (.adjective, .verb): true
        default: false
        }
    }
}
