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

    public init() {}

    /// Adds a file; the form is told by its suffix (`.conllu`, `.iob2`, else two columns).
    public mutating func add(path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        var document = Document()
        var sentence: [(form: String, label: UInt8)] = []
        let isTreebank = path.hasSuffix(".conllu")
        var spans = TreebankNames()
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
                    spans = TreebankNames()
                }
                continue
            }
            if isTreebank {
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
                guard fields.count == 10, Int(fields[0]) != nil else { continue }
                sentence.append((String(fields[1]), EntityLabel.outside))
                spans.read(tag: fields[4], misc: fields[9])
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

/// Names out of GUM's `Entity` annotation, which marks whole phrases, nested, with ten types.
///
/// A name is the run of proper names that holds the last proper name of a phrase's first run, for
/// phrases of persons, organisations and places; words such as "of" join parts of organisations'
/// names. Titles before a person's name are left out by the tags alone where they are no proper names.
struct TreebankNames {
    private var tags: [String] = []
    private var opened: [(id: Substring, kind: Substring, start: Int)] = []
    private var phrases: [(kind: Analysis.EntityKind, words: Range<Int>)] = []
    private static let joining: Set<String> = ["IN", "DT", "CC", "HYPH", ",", "POS"]

    /// Reads the brackets of one word's `Entity` field.
    mutating func read(tag: Substring, misc: Substring) {
        let word = tags.count
        tags.append(String(tag))
        guard let field = misc.split(separator: "|").first(where: { $0.hasPrefix("Entity=") }) else { return }
        var at = field.dropFirst(7)
        while let first = at.first {
            if first == "(" {
                let end = at.dropFirst().firstIndex { $0 == "(" || $0 == ")" } ?? at.endIndex
                let parts = at[at.index(after: at.startIndex)..<end].split(separator: "-")
                if parts.count > 1 { opened.append((parts[0], parts[1], word)) }
                at = at[end...]
                if at.first == ")" {
                    close(opened.count - 1, word)
                    at = at.dropFirst()
                }
            } else {
                let end = at.firstIndex(of: ")") ?? at.endIndex
                let id = at[..<end]
                if let index = opened.lastIndex(where: { $0.id == id }) { close(index, word) }
                at = end < at.endIndex ? at[at.index(after: end)...] : at[end...]
            }
        }
    }

    private mutating func close(_ index: Int, _ word: Int) {
        guard opened.indices.contains(index) else { return }
        let (_, kind, start) = opened.remove(at: index)
        switch kind {
        case "person": phrases.append((.person, start..<word + 1))
        case "organization": phrases.append((.organisation, start..<word + 1))
        case "place": phrases.append((.place, start..<word + 1))
        default: break
        }
    }

    /// Writes the labels of the sentence that was read, and forgets it.
    mutating func label(_ sentence: inout [(form: String, label: UInt8)]) {
        defer {
            tags = []
            opened = []
            phrases = []
        }
        // Longer phrases first: a name inside of a longer name is not marked again.
        for phrase in phrases.sorted(by: { ($1.words.count, $0.words.lowerBound) < ($0.words.count, $1.words.lowerBound) }) {
            guard let name = name(in: phrase.words, phrase.kind),
                name.allSatisfy({ sentence[$0].label == EntityLabel.outside })
            else { continue }
            for word in name {
                sentence[word].label = EntityLabel.first(phrase.kind) + (word == name.lowerBound ? 0 : 1)
            }
        }
    }

    private func name(in words: Range<Int>, _ kind: Analysis.EntityKind) -> Range<Int>? {
        func isProper(_ word: Int) -> Bool { tags[word] == "NNP" || tags[word] == "NNPS" }
        // Only phrases that begin with a name, after a determiner and titles: "the European Union".
        var first = words.lowerBound
        while first < words.upperBound, !isProper(first) {
            guard ["DT", "NN", "JJ", "PRP$", "CD"].contains(tags[first]), first - words.lowerBound < 3 else { return nil }
            first += 1
        }
        guard first < words.upperBound else { return nil }
        var end = first
        var word = first
        while word < words.upperBound {
            if isProper(word) || (word == end && ["CD", "FW"].contains(tags[word])) {
                end = word + 1
            } else if !(kind == .organisation && Self.joining.contains(tags[word]) && tags[word] != ","
                && tags[word] != "POS" && word - end < 2 || tags[word] == "HYPH")
            {
                break
            }
            word += 1
        }
        // A further noun heads the phrase: "the Boston police chief" is no name of a place.
        if end < words.upperBound, ["NN", "NNS"].contains(tags[end]) { return nil }
        return end - first > 8 ? nil : first..<end
    }
}
