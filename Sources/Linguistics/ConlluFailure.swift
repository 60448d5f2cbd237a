/// What is wrong with a CoNLL-U text, and on which line (counted from 1).
public enum ConlluFailure: Error, Hashable, Sendable, CustomStringConvertible {
    case tooFewColumns(line: Int, found: Int)
    case badIdentifier(line: Int, value: String)
    case badHead(line: Int, value: String)
    case unknownTag(line: Int, value: String)
    case unknownRelation(line: Int, value: String)
    case unknownEntity(line: Int, value: String)
    case formNotInText(line: Int, form: String)
    case roots(line: Int, count: Int)
    case cycle(line: Int)

    public var description: String {
        switch self {
        case .tooFewColumns(let line, let found):
            "line \(line): \(found) columns; a word has at least 8 (id, form, lemma, upos, xpos, feats, head, deprel)"
        case .badIdentifier(let line, let value):
            "line \(line): the id '\(value)' does not continue the sentence's count from 1"
        case .badHead(let line, let value):
            "line \(line): the head '\(value)' is no word of the sentence"
        case .unknownTag(let line, let value):
            "line \(line): '\(value)' is no part-of-speech tag"
        case .unknownRelation(let line, let value):
            "line \(line): '\(value)' is no dependency relation"
        case .unknownEntity(let line, let value):
            "line \(line): NER=\(value) is none of B- or I- with PER, ORG, LOC, GPE, or O"
        case .formNotInText(let line, let form):
            "line \(line): the form '\(form)' does not follow in the sentence's '# text'"
        case .roots(let line, let count):
            "line \(line): the sentence that starts here has \(count) roots; it needs one"
        case .cycle(let line):
            "line \(line): the heads of the sentence that starts here form a cycle"
        }
    }
}
