import Text

/// Gives each tagged word its lemma: a rule looked up by form and tag, else by the longest ending and
/// tag that training saw.
public struct Lemmatizer: Sendable {
    /// The longest ending, in bytes, that is looked up.
    package static let longestEnding = 7

    private let rules: [LemmaRule]
    private let table: HashedRules
    private let irregular: IrregularVerbs
    private let classes: WordClasses

    init(_ model: ModelFile, irregular: IrregularVerbs, classes: WordClasses) throws(ModelFile.Failure) {
        self.irregular = irregular
        self.classes = classes
        var reader = SectionReader(try model.section("lemmas"))
        let endings = try reader.strings()
        var rules: [LemmaRule] = []
        for ending in endings {
            let casing = LemmaRule.Casing(rawValue: UInt8(truncatingIfNeeded: try reader.number()))
            let dropped = try reader.number()
            guard let casing, dropped < 256 else { throw reader.failure("a rule is out of range") }
            rules.append(LemmaRule(casing: casing, dropped: dropped, ending: ending))
        }
        guard !rules.isEmpty else { throw reader.failure("holds no rules") }
        table = try HashedRules(&reader, rules: rules.count)
        self.rules = rules
    }

    /// Fills `lemmas` of all words, which must be tagged. O(bytes).
    public func lemmatize(_ analysis: inout Analysis) {
        let count = analysis.words.count
        guard analysis.words.xpos.count == count else { return }
        analysis.words.lemmas = analysis.words.forms
        var lemma: [UInt8] = []
        let text = analysis.text
        text.utf8.withUnsafeBufferPointer { text in
            for word in 0..<count {
                let range = Int(analysis.words.starts[word])..<Int(analysis.words.ends[word])
                let printed = UnsafeBufferPointer(rebasing: text[range])
                // Most lemmas are the lowered form, whose symbol is there already.
                let isForm = analysis.symbols.withBytes(of: analysis.words.forms[word]) { lowered in
                    lemmatize(printed, lowered, analysis.words.upos[word], analysis.words.xpos[word], into: &lemma)
                    return lemma.elementsEqual(lowered)
                }
                guard !isForm else { continue }
                analysis.words.lemmas[word] = lemma.withUnsafeBufferPointer { analysis.symbols.intern($0) }
            }
        }
    }

    /// Writes the lemma of one word.
    @inline(__always)
    private func lemmatize(
        _ printed: UnsafeBufferPointer<UInt8>, _ lowered: UnsafeBufferPointer<UInt8>, _ upos: UniversalTag,
        _ xpos: UInt8, into lemma: inout [UInt8]
    ) {
        let isPast = xpos == PennTag.vbd.rawValue || xpos == PennTag.vbn.rawValue
        if isPast, let known = irregular.lemma(of: lowered) {
            lemma.removeAll(keepingCapacity: true)
            lemma.append(contentsOf: known)
            return
        }
        let whole = Self.key(printed, lowered, length: lowered.count + 1, upos: upos, xpos: xpos)
        if table[whole] == nil, let kind = Self.kind(xpos), classes.stem(of: lowered, as: kind, into: &lemma) {
            return
        }
        let rule = rules[rule(whole, printed: printed, lowered: lowered, upos: upos, xpos: xpos)]
        rule.apply(printed: printed, lowered: lowered, into: &lemma)
    }

    @inline(__always)
    private func rule(
        _ whole: UInt64, printed: UnsafeBufferPointer<UInt8>, lowered: UnsafeBufferPointer<UInt8>,
        upos: UniversalTag, xpos: UInt8
    ) -> Int {
        if let found = table[whole] { return found }
        var length = min(Self.longestEnding, lowered.count)
        while length >= 0 {
            if let found = table[Self.key(printed, lowered, length: length, upos: upos, xpos: xpos)] { return found }
            length -= 1
        }
        return 0
    }

    /// What a regular ending would have made the word, by its tag; `nil` for a tag that no ending makes.
    @inline(__always)
    private static func kind(_ xpos: UInt8) -> WordClasses.Kinds? {
        switch PennTag(rawValue: xpos) {
        case .vbd, .vbn: .past
        case .vbg: .gerund
        case .vbz: .third
        case .nns: .plural
        case .jjr, .jjs: .compared
        default: nil
        }
    }

    /// The key of an ending of `length` bytes, or of the whole form when `length` is beyond it.
    package static func key(
        _ printed: UnsafeBufferPointer<UInt8>, _ lowered: UnsafeBufferPointer<UInt8>, length: Int,
        upos: UniversalTag, xpos: UInt8
    ) -> UInt64 {
        let cased = WordAtoms.shape(printed) >> 5 & 3
        var hash = UInt64(xpos) << 16 | UInt64(upos.rawValue) << 8 | UInt64(cased)
        let whole = length > lowered.count
        hash = (hash << 8 | UInt64(whole ? 255 : length)) &* 0x9E37_79B9_7F4A_7C15
        for i in (whole ? 0 : lowered.count - length)..<lowered.count {
            hash = (hash ^ UInt64(lowered[i])) &* 0x0000_0100_0000_01b3
        }
        hash ^= hash >> 31
        return hash | 1
    }
}
