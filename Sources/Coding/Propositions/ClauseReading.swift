import Linguistics
import Records
import Text

/// The frames of one analysis with all that they were read from: what the proposition, event and
/// position coders share. A class, never changed, since all of them hold it.
final class ClauseReading {
    let analysis: Analysis
    let tree: DependencyTree
    let words: RuleWords
    let frames: [PredicateFrame]
    /// The verbal or copular frame of a word, or -1.
    let clauseOfWord: [Int32]
    /// The noun frame of a word, or -1.
    let nounOfWord: [Int32]
    /// Evidence is cut to about this many words: nobody reads a longer one.
    private static let longest = 50

    init(
        _ analysis: Analysis, words: RuleWords, vocabulary: RuleVocabulary, lexicon: ClauseLexicon,
        factuality: FactualityReader
    ) {
        self.analysis = analysis
        tree = DependencyTree(analysis)
        self.words = words
        var builder = FrameBuilder(
            analysis: analysis, tree: tree, words: words, vocabulary: vocabulary, lexicon: lexicon,
            factuality: factuality)
        builder.build()
        frames = builder.frames
        clauseOfWord = builder.clauseOfWord
        nounOfWord = builder.nounOfWord
    }

    /// The nearest frame above a word, the word's own included, or `nil`.
    func frame(above word: Int) -> Int? {
        var node = word
        for _ in 0..<32 {
            if nounOfWord[node] >= 0, clauseOfWord[node] < 0 { return Int(nounOfWord[node]) }
            if clauseOfWord[node] >= 0 { return Int(clauseOfWord[node]) }
            let head = Int(analysis.words.heads[node])
            if head < 0 { return nil }
            node = head
        }
        return nil
    }

    /// The shortest run of words that holds a frame's predicate and its own arguments.
    func words(of index: Int) -> Range<Int> {
        let frame = frames[index]
        var low = frame.word
        var high = frame.word
        let sentence = analysis.sentences[frame.sentence].words
        for child in tree.children(of: frame.word) {
            switch analysis.words.relations[Int(child)] {
            case .aux, .auxPass, .cop, .compoundPrt, .advmod, .det, .nmodPoss, .amod, .mark, .nummod:
                if Int(child) > low - 12 { low = min(low, Int(child)) }
                if Int(child) < high + 4 { high = max(high, Int(child)) }
            default: break
            }
        }
        for argument in frame.arguments.sorted(by: { abs($0.word - frame.word) < abs($1.word - frame.word) }) {
            guard sentence.contains(argument.word) else { continue }
            let range = argument.clause ? tree.extent(of: argument.word) : tree.phrase(of: argument.word)
            if argument.inherited, frame.kind != .noun, argument.word < low - 25 { continue }
            let wide = max(high, range.upperBound - 1) - min(low, range.lowerBound) + 1
            let use = wide <= Self.longest ? range : argument.word..<argument.word + 1
            if max(high, use.upperBound - 1) - min(low, use.lowerBound) + 1 > Self.longest { continue }
            low = min(low, use.lowerBound)
            high = max(high, use.upperBound - 1)
        }
        return max(low, sentence.lowerBound)..<min(high + 1, sentence.upperBound)
    }

    func evidence(of index: Int, article: String) -> Evidence {
        Evidence(article: article, text: analysis.text, span: analysis.span(ofWords: words(of: index)))
    }
}
