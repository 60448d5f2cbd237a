import Linguistics
import Records
import Text

/// The linking of one article: its atoms, the forms found in it, and what was decided so far.
struct ArticleLinking {
    /// A form of the gazetteer at some words of the text, with all that it may stand for.
    struct Item {
        var words: Range<Int>
        var span: Span
        /// Readings as names of states, organisations, places, by adjective, capital or seat too.
        var bodies: [Alias] = []
        var roles: [AliasTrie.Entry] = []
        /// Persons whose full name this is.
        var persons: [Int32] = []
        /// Persons who may be called so.
        var shorts: [Int32] = []
    }

    /// Who is meant, before it is written out as a reference.
    enum Target: Hashable {
        case actor(Int32)
        /// A state's government, by role words or metonymy.
        case government(Int32)
        case people(Int32)
        /// Those who hold a role in a body; `former` when they held it once.
        case role(body: Int32, role: Int32, former: Bool)
        /// An actor that the text alone gives.
        case local(Int)
    }

    /// A mention while it is put together.
    struct Draft {
        var words: Range<Int>
        var span: Span
        var way: LinkedMention.Way
        var targets: [Target]
        var role: String?
        var group: GroupReference?
        /// The office's index and body, for later mentions of the same office.
        var office: (role: Int32, body: Int32)?
    }

    /// A person or body made from the text.
    struct LocalActor {
        var id: String
        var name: String
        var kind: ActorKind
        var country: String?
        var code: String?
        var role: String?
    }

    let index: ActorIndex
    let analysis: Analysis
    let day: Int32?
    /// Whether words carry tags and heads.
    let hasTags: Bool
    var atoms = NameAtoms()
    /// For each word its first atom; one more entry than words.
    var firstAtom: [Int32] = []
    var items: [Item] = []
    /// For each word the item that it stands in, or -1.
    var itemOfWord: [Int32] = []
    var drafts: [Draft] = []
    /// For each word the draft that it belongs to, or -1.
    var draftOfWord: [Int32] = []
    var locals: [LocalActor] = []
    /// Persons met so far, by the symbol or, for letters unknown to the index, by the folded surname.
    var personsMet: [String: Target] = [:]
    /// How often the article names each person of the gazetteer in full.
    var timesNamed: [Int32: Int] = [:]
    /// Groups that the text names, with the word at which it does.
    var groupsMet: [(word: Int, group: Int32)] = []
    /// States met in the article with the number of their mentions.
    var statesMet: [Int32: Int] = [:]

    init(index: ActorIndex, analysis: Analysis, article: Article) {
        self.index = index
        self.analysis = analysis
        day = (article.published ?? article.dateline?.date).flatMap { DatedPeriod.day($0) }
        hasTags = analysis.words.upos.contains { $0 != .x }
        cutAtoms()
        scan()
    }

    /// Cuts all words into atoms with the index's symbols.
    private mutating func cutAtoms() {
        let words = analysis.words
        atoms.reserve(words.count + words.count / 8)
        firstAtom.reserveCapacity(words.count + 1)
        var scratch: [UInt8] = []
        scratch.reserveCapacity(64)
        let symbols = index.symbols
        let folding = index.folding
        analysis.text.utf8.withUnsafeBufferPointer { bytes in
            for word in 0..<words.count {
                firstAtom.append(Int32(atoms.count))
                let start = Int(words.starts[word])
                let end = Int(words.ends[word])
                guard start < end else { continue }
                atoms.append(
                    UnsafeBufferPointer(rebasing: bytes[start..<end]), word: Int32(word),
                    offset: words.starts[word], folding: folding, scratch: &scratch
                ) { symbols.lookup($0)?.index ?? NameAtoms.unknown }
            }
        }
        firstAtom.append(Int32(atoms.count))
    }

    /// Finds the longest form at each atom, sentence by sentence.
    private mutating func scan() {
        itemOfWord = Array(repeating: -1, count: analysis.words.count)
        draftOfWord = itemOfWord
        for sentence in analysis.sentences {
            let end = Int(firstAtom[sentence.words.upperBound])
            var atom = Int(firstAtom[sentence.words.lowerBound])
            while atom < end {
                atom = scanForm(at: atom, end: end) ?? atom + 1
            }
        }
    }

    /// Adds the longest form that starts at an atom and returns the atom after it.
    private mutating func scanForm(at first: Int, end: Int) -> Int? {
        var node: Int32 = 0
        var best: (end: Int, node: Int32)?
        var atom = first
        while atom < end, atoms.symbols[atom] < NameAtoms.barrier,
            let next = index.trie.step(node, atoms.symbols[atom])
        {
            node = next
            atom += 1
            guard index.trie.hasEntries(at: node) else { continue }
            let isWordEnd =
                atom == end || atoms.words[atom] != atoms.words[atom - 1]
                || atoms.starts[atom] > atoms.ends[atom - 1]
            if isWordEnd, index.trie.entries(at: node).contains(where: { accepts($0, first..<atom) }) {
                best = (atom, node)
            }
        }
        guard let best else { return nil }
        let words = Int(atoms.words[first])..<Int(atoms.words[best.end - 1]) + 1
        var item = Item(words: words, span: Span(atoms.starts[first], atoms.ends[best.end - 1]))
        let entries = index.trie.entries(at: best.node).filter { accepts($0, first..<best.end) }
        let isUsers = entries.contains { $0.isPreferred }
        for entry in entries where entry.isPreferred || !isUsers {
            switch entry.alias.kind {
            case .role: item.roles.append(entry)
            case .shortName: item.shorts.append(entry.alias.target)
            case .name where index.actors[Int(entry.alias.target)].sort == .person:
                if !item.persons.contains(entry.alias.target) { item.persons.append(entry.alias.target) }
            default: item.bodies.append(entry.alias)
            }
        }
        for word in words { itemOfWord[word] = Int32(items.count) }
        items.append(item)
        return best.end
    }

    /// Whether the text's capitals allow a form.
    private func accepts(_ entry: AliasTrie.Entry, _ form: Range<Int>) -> Bool {
        let capitals = atoms.capitals[form.lowerBound]
        if entry.endsInCapital, !atoms.capitals[form.upperBound - 1].contains(.first) { return false }
        if entry.needsCapitals { return capitals.contains([.several, .all]) }
        return !entry.needsCapital || capitals.contains(.first)
    }

    // MARK: - Words around

    /// The classes of a word that is one atom.
    @inline(__always)
    func classes(_ word: Int) -> LinkingWords.Classes {
        guard word >= 0, word < analysis.words.count else { return [] }
        let atom = Int(firstAtom[word])
        guard atom + 1 == Int(firstAtom[word + 1]) else { return [] }
        return index.linkingWords.classes(of: atoms.symbols[atom])
    }

    /// The classes of a word's lemma.
    func lemmaClasses(_ word: Int) -> LinkingWords.Classes {
        guard word >= 0 else { return [] }
        let symbol = analysis.symbols.withBytes(of: analysis.words.lemmas[word]) { index.symbols.lookup($0) }
        return classes(word).union(symbol.map { index.linkingWords.classes(of: $0.index) } ?? [])
    }

    /// Whether a word starts with a capital letter.
    func isCapitalised(_ word: Int) -> Bool {
        let atom = Int(firstAtom[word])
        return atom < Int(firstAtom[word + 1]) && atoms.capitals[atom].contains(.first)
    }

    /// Whether a word is a lone sign such as a comma.
    func isSign(_ word: Int, _ byte: UInt8) -> Bool {
        let start = analysis.words.starts[word]
        return analysis.words.ends[word] == start + 1 && analysis.text.utf8[Int(start)] == byte
    }

    /// A word's letters, folded and lowered, atoms joined by blanks.
    func folded(_ word: Int) -> String {
        (Int(firstAtom[word])..<Int(firstAtom[word + 1])).map { foldedAtom($0) }.joined(separator: " ")
    }

    /// An atom's letters, folded and lowered.
    func foldedAtom(_ atom: Int) -> String {
        let symbol = atoms.symbols[atom]
        if symbol < NameAtoms.barrier { return index.symbols[Symbol(index: symbol)] }
        let text = analysis.text[Span(atoms.starts[atom], atoms.ends[atom])]
        return index.folding.slug(text)
    }

    /// The sentence that holds a word, as a range of words.
    func sentence(of word: Int) -> Range<Int> {
        analysis.sentences[analysis.sentence(ofWord: word)].words
    }

    /// The word of a run that the rest of the sentence depends on.
    ///
    /// The first whose head lies outside, modifiers and signs only where nothing else does; without a
    /// parse, the last word.
    func head(of words: Range<Int>) -> Int {
        guard hasTags else { return words.upperBound - 1 }
        var modifier: Int?
        for word in words where !words.contains(Int(analysis.words.heads[word])) {
            switch analysis.words.relations[word] {
            case .punct, .case, .det, .amod, .compound, .nummod, .advmod, .cc, .nmodPoss: modifier = word
            default: return word
            }
        }
        return modifier ?? words.upperBound - 1
    }

    /// Adds a mention unless its words are taken.
    mutating func add(_ draft: Draft) {
        guard !draft.words.isEmpty else { return }
        for word in draft.words { draftOfWord[word] = Int32(drafts.count) }
        drafts.append(draft)
    }

    /// The bytes of some words without a possessive ending.
    func span(of words: Range<Int>) -> Span {
        analysis.span(ofWords: words)
    }
}
