import Linguistics
import Text

/// The lemmas and lowered forms of an analysis in the numbers of a rule vocabulary, -1 where no rule
/// names the word.
struct RuleWords: Sendable {
    let lemmas: [Int32]
    let forms: [Int32]

    init(_ analysis: Analysis, in vocabulary: RuleVocabulary) {
        let symbols = analysis.symbols
        let numbers = analysis.eachOnce(of: [analysis.words.forms, analysis.words.lemmas]) {
            vocabulary.number(ofBytes: $0)
        }
        var (forms, lemmas) = (numbers[0], numbers[1])
        for word in lemmas.indices where lemmas[word] < 0 {
            let tag = analysis.words.upos[word]
            guard tag == .verb || tag == .noun else { continue }
            lemmas[word] = forms[word] >= 0 ? forms[word] : Self.stem(analysis.words.forms[word], symbols, vocabulary)
        }
        if let hyphen = symbols.lookup("-") {
            let all = analysis.words.forms
            for word in all.indices.dropFirst() where all[word] == hyphen {
                Self.join(around: word, of: analysis, in: vocabulary, &forms, &lemmas)
            }
        }
        self.forms = forms
        self.lemmas = lemmas
    }

    /// Gives the head of "call-up" the number that the rules have for the whole, and the other half none:
    /// the tokenizer divides at hyphens, as the treebanks do, and the rules name words as they are written.
    private static func join(
        around hyphen: Int, of analysis: Analysis, in vocabulary: RuleVocabulary, _ forms: inout [Int32],
        _ lemmas: inout [Int32]
    ) {
        let words = analysis.words
        let first = hyphen - 1
        let last = hyphen + 1
        guard last < words.count, words.ends[first] == words.starts[hyphen],
            words.ends[hyphen] == words.starts[last]
        else { return }
        let found = whole(first, last, analysis, vocabulary)
        guard found >= 0 else { return }
        let head = Int(words.heads[last]) == first ? first : last
        let other = head == first ? last : first
        forms[head] = found
        lemmas[head] = found
        forms[other] = -1
        lemmas[other] = -1
    }

    /// The number of two words as one, with their hyphen or grown together ("re-deployment"), or -1.
    private static func whole(_ first: Int, _ last: Int, _ analysis: Analysis, _ vocabulary: RuleVocabulary) -> Int32 {
        let words = analysis.words
        let opening = analysis.symbols.withBytes(of: words.forms[first]) { Array($0) }
        for ending in [words.lemmas[last], words.forms[last]] {
            let closing = analysis.symbols.withBytes(of: ending) { Array($0) }
            for joint in [[UInt8(ascii: "-")], []] {
                let found = (opening + joint + closing).withUnsafeBufferPointer { vocabulary.number(ofBytes: $0) }
                if found >= 0 { return found }
            }
        }
        return -1
    }

    /// The word of the rules that a form is inflected from, for lemmas that came out wrong, or -1.
    private static func stem(_ form: Symbol, _ symbols: SymbolTable, _ vocabulary: RuleVocabulary) -> Int32 {
        symbols.withBytes(of: form) { bytes in
            for ending in endings
            where bytes.count > ending.count + 2 && bytes.suffix(ending.count).elementsEqual(ending) {
                let stem = UnsafeBufferPointer(rebasing: bytes.prefix(bytes.count - ending.count))
                let found = vocabulary.number(ofBytes: stem)
                if found >= 0 { return found }
                if stem.count > 3, stem[stem.count - 1] == stem[stem.count - 2] {
                    let single = vocabulary.number(ofBytes: UnsafeBufferPointer(rebasing: stem.dropLast()))
                    if single >= 0 { return single }
                }
            }
            return -1
        }
    }

    private static let endings = ["s", "d", "ed", "es", "ing"].map { Array($0.utf8) }
}
