/// A regular ending of English, and what it makes of which words.
struct Inflection: Sendable {
    let bytes: (UInt8, UInt8, UInt8)
    let length: Int
    let ofVerb: WordClasses.Kinds
    let ofNoun: WordClasses.Kinds
    let ofAdjective: WordClasses.Kinds

    private init(
        _ ending: StaticString, ofVerb: WordClasses.Kinds = [], ofNoun: WordClasses.Kinds = [],
        ofAdjective: WordClasses.Kinds = []
    ) {
        let start = ending.utf8Start
        length = ending.utf8CodeUnitCount
        bytes = (start[0], length > 1 ? start[1] : 0, length > 2 ? start[2] : 0)
        self.ofVerb = ofVerb
        self.ofNoun = ofNoun
        self.ofAdjective = ofAdjective
    }

    /// All of them: a closed class, and part of the language's spelling as the tokenizer's contractions are.
    static let endings = [
        Inflection("s", ofVerb: .third, ofNoun: .plural),
        Inflection("ed", ofVerb: .past),
        Inflection("ing", ofVerb: .gerund),
        Inflection("er", ofAdjective: .compared),
        Inflection("est", ofAdjective: .compared),
    ]

    var isPlainS: Bool { length == 1 }

    func makes(_ kind: WordClasses.Kinds) -> Bool { ofVerb == kind || ofNoun == kind || ofAdjective == kind }

    @inline(__always)
    func ends(_ form: UnsafeBufferPointer<UInt8>) -> Bool {
        let n = form.count
        guard n > length + 1 else { return false }
        switch length {
        case 1: return form[n - 1] == bytes.0
        case 2: return form[n - 2] == bytes.0 && form[n - 1] == bytes.1
        default: return form[n - 3] == bytes.0 && form[n - 2] == bytes.1 && form[n - 1] == bytes.2
        }
    }
}
