import Foundation
public import Linguistics
import Text

/// Sentences with gold annotation, read from CoNLL-U.
///
/// The words stand in an `Analysis` over a text that is put together from the forms, so that training
/// and use see words in the same way; the gold annotation stands beside it in arrays of the same order.
public struct Treebank: Sendable {
    /// What is wrong with a CoNLL-U file, and where.
    public enum Failure: Error, Sendable, CustomStringConvertible {
        case badLine(file: String, line: Int, reason: String)

        public var description: String {
            switch self {
            case .badLine(let file, let line, let reason): "\(file):\(line): \(reason)"
            }
        }
    }

    /// Forms, sentences and spans; the annotation in it is whatever a model put there.
    public var analysis: Analysis
    public private(set) var upos: [UniversalTag] = []
    public private(set) var xpos: [PennTag] = []
    public private(set) var lemmas: [String] = []
    /// The head's index over the whole treebank; -1 for a root.
    public private(set) var heads: [Int32] = []
    public private(set) var relations: [Relation] = []
    /// The document that each sentence belongs to, counted from 0.
    public private(set) var documents: [Int] = []

    /// Reads files one after another.
    public init(paths: [String]) throws {
        let contents = try paths.map { ($0, try String(contentsOfFile: $0, encoding: .utf8)) }
        try self.init(contents)
    }

    /// Reads CoNLL-U texts, each with a name for messages.
    public init(_ contents: [(name: String, text: String)]) throws(Failure) {
        analysis = Analysis(text: SourceText(""), symbols: SymbolTable())
        var rows: [Row] = []
        var text: [UInt8] = []
        var symbols = SymbolTable()
        var words = Analysis.Words()
        var sentences: [Analysis.Sentence] = []
        var document = -1
        for (name, content) in contents {
            var number = 0
            var multiwordEnd = 0
            for line in content.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
                number += 1
                if line.isEmpty {
                    if !rows.isEmpty {
                        if document < 0 { document = 0 }
                        try close(&rows, name, number, &text, &symbols, &words, &sentences, document)
                    }
                    multiwordEnd = 0
                    continue
                }
                if line.first == UInt8(ascii: "#") {
                    if line.starts(with: "# newdoc".utf8) { document += 1 }
                    continue
                }
                let fields = line.split(separator: 9, omittingEmptySubsequences: false).map {
                    String(decoding: $0, as: UTF8.self)
                }
                guard fields.count == 10 else {
                    throw .badLine(file: name, line: number, reason: "\(fields.count) fields where 10 are expected")
                }
                if fields[0].contains(".") { continue }
                if let dash = fields[0].firstIndex(of: "-") {
                    multiwordEnd = Int(fields[0][fields[0].index(after: dash)...]) ?? 0
                    continue
                }
                guard let id = Int(fields[0]), id == rows.count + 1, let head = Int(fields[6]),
                    let upos = UniversalTag(name: fields[3]), let relation = Relation(name: fields[7])
                else { throw .badLine(file: name, line: number, reason: "a number, tag or relation is not known") }
                let glued = id < multiwordEnd || fields[9].contains("SpaceAfter=No")
                rows.append(
                    Row(
                        form: fields[1], lemma: fields[2], upos: upos, xpos: PennTag(name: fields[4]) ?? .none,
                        head: head,
                        relation: relation, glued: glued))
            }
            if !rows.isEmpty {
                try close(&rows, name, number, &text, &symbols, &words, &sentences, max(document, 0))
            }
        }
        guard let source = SourceText(validating: text) else {
            throw .badLine(file: contents.first?.name ?? "", line: 0, reason: "is not UTF-8")
        }
        analysis = Analysis(text: source, symbols: symbols)
        analysis.words = words
        analysis.sentences = sentences
    }

    private struct Row {
        let form: String
        let lemma: String
        let upos: UniversalTag
        let xpos: PennTag
        let head: Int
        let relation: Relation
        let glued: Bool
    }

    private mutating func close(
        _ rows: inout [Row], _ name: String, _ line: Int, _ text: inout [UInt8], _ symbols: inout SymbolTable,
        _ words: inout Analysis.Words, _ sentences: inout [Analysis.Sentence], _ document: Int
    ) throws(Failure) {
        let base = words.count
        let start = UInt32(text.count)
        for row in rows {
            guard row.head >= 0, row.head <= rows.count else {
                throw .badLine(file: name, line: line, reason: "the sentence before has a head that is not there")
            }
            words.starts.append(UInt32(text.count))
            text.append(contentsOf: row.form.utf8)
            words.ends.append(UInt32(text.count))
            if !row.glued { text.append(32) }
            words.forms.append(symbols.intern(row.form.lowercased()))
            words.tokenLengths.append(0)
            upos.append(row.upos)
            xpos.append(row.xpos)
            lemmas.append(row.lemma)
            heads.append(row.head == 0 ? -1 : Int32(base + row.head - 1))
            relations.append(row.relation)
        }
        sentences.append(
            Analysis.Sentence(span: Span(start, UInt32(text.count)), words: base..<words.count, paragraph: 0))
        documents.append(document)
        rows.removeAll(keepingCapacity: true)
    }

    /// How many words there are.
    public var count: Int { upos.count }
}

extension Treebank {
    /// The pairs of tags that occur, in a fixed order.
    public func tagSet() -> TagSet {
        let pairs = Set((0..<count).map { TagSet.Pair(upos: upos[$0], xpos: xpos[$0]) })
        return TagSet(
            pairs: pairs.sorted { ($0.upos.rawValue, $0.xpos.rawValue) < ($1.upos.rawValue, $1.xpos.rawValue) })
    }

    /// Each word's gold label in a tag set; -1 where the set lacks the pair.
    public func labels(in tagSet: TagSet) -> [Int] {
        var numbers: [TagSet.Pair: Int] = [:]
        for (i, pair) in tagSet.pairs.enumerated() { numbers[pair] = i }
        return (0..<count).map { numbers[TagSet.Pair(upos: upos[$0], xpos: xpos[$0])] ?? -1 }
    }
}
