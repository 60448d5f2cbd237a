internal import Linguistics
internal import Text

/// Small questions about single words that the quotation rules ask.
struct WordTests {
    let analysis: Analysis
    let closed: ClosedWords

    init(_ analysis: Analysis, _ closed: ClosedWords) {
        self.analysis = analysis
        self.closed = closed
    }

    /// The word as printed, letters lowered.
    func form(_ word: Int) -> String { analysis.symbols[analysis.words.forms[word]] }

    func isPronoun(_ word: Int) -> Bool { analysis.words.upos[word] == .pron }

    /// Whether a word holds no letter or digit.
    func isPunctuation(_ word: Int) -> Bool {
        if analysis.words.upos[word] == .punct { return true }
        let bytes = analysis.text.utf8[analysis.span(ofWord: word).range]
        guard let first = bytes.first else { return true }
        if first == 0xE2 { return bytes.dropFirst().first == 0x80 && bytes.count <= 3 }
        if first == 0xC2 { return bytes.dropFirst().first.map { $0 == 0xAB || $0 == 0xBB } ?? true }
        return !bytes.contains {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 >= 0x80
        }
    }

    func isQuotationMark(_ word: Int) -> Bool {
        switch form(word) {
        case "\"", "“", "”", "„", "‟", "«", "»", "``", "''", "'", "‘", "’", "‹", "›": true
        default: false
        }
    }

    /// Whether a word is a dash that parts what stands around it: no hyphen inside a compound.
    func isDash(_ word: Int) -> Bool {
        switch form(word) {
        case "–", "—", "--", "―": return true
        case "-":
            let bytes = analysis.text.utf8
            let start = Int(analysis.words.starts[word])
            return start > 0 && bytes[start - 1] <= 0x20
        default: return false
        }
    }

    /// Whether a word is printed with a capital first letter.
    func isCapitalised(_ word: Int) -> Bool {
        let bytes = analysis.text.utf8
        let start = Int(analysis.words.starts[word])
        let first = bytes[start]
        if first < 0x80 { return (0x41...0x5A).contains(first) }
        // Latin-1 capitals, and Greek and Cyrillic ones closely enough.
        return first == 0xC3 && start + 1 < bytes.count && bytes[start + 1] < 0x9F
            || first == 0xD0 && start + 1 < bytes.count && bytes[start + 1] < 0xB0
    }

    /// Whether a word can head a finite clause: a verb or auxiliary that is no participle in -ing and
    /// no infinitive, as far as its tag tells.
    func isFiniteVerb(_ word: Int) -> Bool {
        let tag = analysis.words.upos[word]
        guard tag == .verb || tag == .aux else { return false }
        switch analysis.pennTag(word) {
        case .vbg, .vbn, .vb: return false
        default: return true
        }
    }
}
