import Text

/// Names whose kind is known before any text is read, such as those of a gazetteer: the recognizer then
/// gives way to them wherever they stand.
///
/// Only names that can be taken at their word count: names of several words that begin and end with a
/// capital, abbreviations of three capitals or more, and geopolitical names of one word that nobody is given as a
/// name ("Azerbaijan", and not "Jordan").
public struct KnownNames: Sendable {
    private(set) var names: [(text: String, kind: Analysis.EntityKind)] = []

    public init() {}

    /// Adds a name as it is printed, without an article.
    public mutating func add(_ text: String, kind: Analysis.EntityKind) { names.append((text, kind)) }
}

/// Known names as paths of lowered forms; one step is one probe.
struct KnownNameFinder: Sendable {
    /// What ends at a node.
    private struct End {
        var kind: Analysis.EntityKind
        /// The words that need a capital, the first in the lowest bit.
        var capitals: UInt32
    }

    /// The most words that a name has.
    private static let longest = 16
    /// The fewest letters of a state's name of one word.
    private static let shortestState = 4
    private var steps: [UInt64: Int32] = [:]
    private var ends: [Int32: End] = [:]
    private var nodes: Int32 = 1
    /// By symbol: whether a name begins with it.
    private var begins: [Bool] = []

    /// Lays names out, their words interned in `symbols`. O(length of all names).
    init(_ known: KnownNames, tokenizer: Tokenizer, lexicon: NameLexicon, symbols: inout SymbolTable) {
        var lowering = FormLowering()
        for (name, kind) in known.names {
            let text = SourceText(name)
            var words = Analysis.Words()
            tokenizer.tokenize(text, paragraph: text.span, into: &words)
            guard (1...Self.longest).contains(words.count) else { continue }
            var path: [Symbol] = []
            var capitals: UInt32 = 0
            var isAbbreviation = false
            text.utf8.withUnsafeBufferPointer { bytes in
                for word in 0..<words.count {
                    let form = UnsafeBufferPointer(rebasing: bytes[Int(words.starts[word])..<Int(words.ends[word])])
                    path.append(lowering.symbol(of: form, in: &symbols))
                    if Self.isCapital(form) { capitals |= 1 << UInt32(word) }
                    isAbbreviation = form.count >= 3 && form.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
                }
            }
            let last = UInt32(words.count - 1)
            let isSure = capitals & 1 == 1 && capitals >> last & 1 == 1
            guard words.count > 1 ? isSure : isAbbreviation || isSure && isPlace(kind, name, lexicon) else { continue }
            insert(path, End(kind: kind, capitals: capitals))
        }
    }

    /// Whether one word names a state and nobody.
    private func isPlace(_ kind: Analysis.EntityKind, _ name: String, _ lexicon: NameLexicon) -> Bool {
        var lowered = name.lowercased()
        return kind == .geopolitical && lowered.utf8.count >= Self.shortestState
            && lowered.withUTF8 { lexicon.kinds(of: $0).isDisjoint(with: .givenName) }
    }

    private mutating func insert(_ path: [Symbol], _ end: End) {
        while begins.count <= Int(path[0].index) { begins.append(false) }
        begins[Int(path[0].index)] = true
        var node: Int32 = 0
        for symbol in path {
            let key = Self.key(node, symbol)
            if let next = steps[key] {
                node = next
            } else {
                steps[key] = nodes
                node = nodes
                nodes += 1
            }
        }
        // The first to name it keeps it.
        if ends[node] == nil { ends[node] = end }
    }

    /// Puts the known names of an analysis in the place of what was found there, unless a longer name holds
    /// them or runs into them. O(words).
    func settle(_ analysis: inout Analysis) {
        guard !begins.isEmpty else { return }
        var found: [Analysis.EntityMention] = []
        for sentence in analysis.sentences {
            var word = Int(sentence.firstWord)
            while word < sentence.words.upperBound {
                if let name = longest(at: word, in: sentence, analysis) {
                    found.append(name)
                    word = name.words.upperBound
                } else {
                    word += 1
                }
            }
        }
        guard !found.isEmpty else { return }
        var kept: [Analysis.EntityMention] = []
        var next = 0
        for name in found {
            while next < analysis.entities.count, analysis.entities[next].endWord <= name.firstWord {
                kept.append(analysis.entities[next])
                next += 1
            }
            var past = next
            while past < analysis.entities.count, analysis.entities[past].firstWord < name.endWord { past += 1 }
            let met = analysis.entities[next..<past]
            guard met.allSatisfy({ $0.firstWord >= name.firstWord && $0.endWord <= name.endWord }) else { continue }
            kept.append(name)
            next = past
        }
        analysis.entities = kept + analysis.entities[next...]
    }

    /// The longest known name that begins at a word.
    private func longest(
        at first: Int, in sentence: Analysis.Sentence, _ analysis: Analysis
    ) -> Analysis.EntityMention? {
        let index = Int(analysis.words.forms[first].index)
        guard index < begins.count, begins[index] else { return nil }
        var node: Int32 = 0
        var best: Analysis.EntityMention?
        var capitals: UInt32 = 0
        for word in first..<min(first + Self.longest, sentence.words.upperBound) {
            guard let next = steps[Self.key(node, analysis.words.forms[word])] else { break }
            node = next
            if Self.isCapital(analysis.bytes(ofWord: word)) { capitals |= 1 << UInt32(word - first) }
            guard let end = ends[node], end.capitals & ~capitals == 0 else { continue }
            if word == first {
                let isName = end.kind == .geopolitical && analysis.words.upos[first] == .propn
                guard isName || isAbbreviation(first, in: sentence, analysis) else { continue }
            }
            best = Analysis.EntityMention(kind: end.kind, words: first..<word + 1)
        }
        return best
    }

    /// Whether a word is all capitals where its neighbours are not: in a line of capitals "WHO" is a pronoun.
    private func isAbbreviation(_ word: Int, in sentence: Analysis.Sentence, _ analysis: Analysis) -> Bool {
        func isBeside(_ word: Int) -> Bool { sentence.words.contains(word) && analysis.isShouted(word) }
        return analysis.isShouted(word) && !isBeside(word - 1) && !isBeside(word + 1)
    }

    private static func key(_ node: Int32, _ symbol: Symbol) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(symbol.index)
    }

    /// Whether a form begins with a capital of ASCII or of the letters beyond it that names begin with.
    private static func isCapital(_ form: some Collection<UInt8>) -> Bool {
        form.first.map { $0 >= 0x41 && $0 <= 0x5A || $0 >= 0xC3 } ?? false
    }
}
