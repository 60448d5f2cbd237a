internal import Linguistics
internal import Text

/// A place in a text where a cue stands.
struct CueMatch: Sendable {
    /// The cue's words, particle and second words included.
    var words: Range<Int>
    /// The senses that the form has, as indices into the lexicon's cues.
    var cues: [Int]
}

/// The cues of a lexicon, compiled against the symbols of one text.
struct CueMatcher {
    let lexicon: CueLexicon
    private var byFirst: [Symbol: [Int]] = [:]
    private var rest: [[Symbol]] = []
    private var cueOfForm: [Int] = []

    /// Looks every form up once. O(forms).
    init(_ lexicon: CueLexicon, symbols: SymbolTable) {
        self.lexicon = lexicon
        for form in lexicon.forms {
            var found: [Symbol] = []
            for word in form.words {
                guard let symbol = symbols.lookup(word) else { break }
                found.append(symbol)
            }
            guard found.count == form.words.count else { continue }
            byFirst[found[0], default: []].append(rest.count)
            rest.append(Array(found.dropFirst()))
            cueOfForm.append(form.cue)
        }
    }

    /// The cue matches of a text in order; of two that start together the longer one. O(words).
    func matches(in analysis: Analysis) -> [CueMatch] {
        var matches: [CueMatch] = []
        let forms = analysis.words.forms
        for word in forms.indices {
            guard let candidates = byFirst[forms[word]] else { continue }
            var length = -1
            var cues: [Int] = []
            for candidate in candidates {
                let tail = rest[candidate]
                guard word + tail.count < forms.count,
                    (0..<tail.count).allSatisfy({ forms[word + 1 + $0] == tail[$0] }),
                    fits(lexicon.cues[cueOfForm[candidate]].part, analysis, word)
                else { continue }
                if tail.count > length {
                    length = tail.count
                    cues = []
                }
                if tail.count == length, !cues.contains(cueOfForm[candidate]) { cues.append(cueOfForm[candidate]) }
            }
            if !cues.isEmpty { matches.append(CueMatch(words: word..<(word + 1 + length), cues: cues)) }
        }
        return matches
    }

    /// Whether the tag lets a word be that part of speech; a text without tags lets it be any.
    private func fits(_ part: Cue.PartOfSpeech, _ analysis: Analysis, _ word: Int) -> Bool {
        switch (part, analysis.words.upos[word]) {
        case (.phrase, _), (_, .x): true
        case (.verb, .verb), (.verb, .aux): true
        // A name without a capital is a verb that the tagger missed ("Ana voiced hope").
        case (.verb, .propn): !WordTests(analysis).isCapitalised(word)
        case (.noun, .noun): true
        case (.adjective, .adj), (.adjective, .verb): true
        default: false
        }
    }
}
