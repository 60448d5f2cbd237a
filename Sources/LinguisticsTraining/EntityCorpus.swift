import Foundation
import Linguistics
import Text

/// Texts whose words carry entity labels, read from IOB2, from two-column files, or from the `Entity`
/// annotation in a treebank's MISC column.
public struct EntityCorpus: Sendable {
    /// One document: its sentences' words and labels.
    struct Document: Sendable {
        var sentences: [[(form: String, label: UInt8)]] = []
    }

    var documents: [Document] = []

    private let titles: NameLexicon

    /// Makes a corpus without documents; throws when a word list is missing.
    public init() throws { titles = try NameLexicon() }

    /// Adds a file; the form is told by its suffix (`.conllu`, `.iob2`, else two columns).
    public mutating func add(path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        var document = Document()
        var sentence: [(form: String, label: UInt8)] = []
        let isTreebank = path.hasSuffix(".conllu")
        var spans = TreebankNames(titles: titles)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                if isTreebank { spans.label(&sentence) }
                if !sentence.isEmpty { document.sentences.append(sentence) }
                sentence = []
                continue
            }
            if line.hasPrefix("#") || line.hasPrefix("-DOCSTART-") {
                if line.hasPrefix("# newdoc") || line.hasPrefix("-DOCSTART-"), !document.sentences.isEmpty {
                    documents.append(document)
                    document = Document()
                    spans = TreebankNames(titles: titles)
                }
                continue
            }
            if isTreebank {
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
                guard fields.count == 10, Int(fields[0]) != nil else { continue }
                sentence.append((String(fields[1]), EntityLabel.outside))
                spans.read(fields)
            } else if path.hasSuffix(".iob2") {
                let fields = line.split(separator: "\t")
                guard fields.count > 2 else { continue }
                sentence.append((String(fields[1]), Self.label(fields[2], after: sentence.last?.label)))
            } else {
                let fields = line.split(separator: " ")
                guard fields.count == 2 else { continue }
                sentence.append((String(fields[0]), Self.label(fields[1], after: sentence.last?.label)))
            }
        }
        if !sentence.isEmpty { document.sentences.append(sentence) }
        if !document.sentences.isEmpty { documents.append(document) }
    }

    /// The label of an IOB tag; kinds that are not ours are outside.
    private static func label(_ tag: Substring, after previous: UInt8?) -> UInt8 {
        guard tag.count > 2, let kind = Analysis.EntityKind(name: tag.dropFirst(2)) else { return EntityLabel.outside }
        let first = EntityLabel.first(kind)
        guard tag.hasPrefix("I-"), let previous, previous == first || previous == first + 1 else { return first }
        return first + 1
    }

    /// A document as a tagged and parsed text, one paragraph a sentence.
    static func analysis(_ document: Document, model: Model) -> Analysis {
        var bytes: [UInt8] = []
        var words = Analysis.Words()
        var symbols = SymbolTable()
        var sentences: [Analysis.Sentence] = []
        for sentence in document.sentences {
            let first = words.count
            let start = bytes.count
            for (form, _) in sentence {
                words.starts.append(UInt32(bytes.count))
                bytes += form.utf8
                words.ends.append(UInt32(bytes.count))
                bytes.append(0x20)
                words.forms.append(symbols.intern(form.lowercased()))
                words.tokenLengths.append(0)
            }
            sentences.append(
                Analysis.Sentence(
                    span: Span(start..<bytes.count), words: first..<words.count, paragraph: sentences.count))
        }
        var analysis = Analysis(text: SourceText(repairing: bytes), symbols: symbols)
        analysis.words = words
        analysis.sentences = sentences
        analysis.paragraphs = sentences.map(\.span)
        model.annotate(&analysis)
        return analysis
    }
}
