import Text

/// Writes the sentences of analyses as JSON objects, one a line.
///
/// A sentence is `{"start", "end", "paragraph", "text", "words": [{"start", "end", "form", "lemma",
/// "upos", "xpos", "features"?, "head", "relation", "entity"?}], "mentions": [{"chain", "first", "last", "head"}]}`.
/// Offsets count Unicode scalars of the input; heads and mentions count the sentence's words from 1, with
/// head 0 for the root; entities are tags such as `B-PER`; mentions of one chain stand for one thing.
public struct AnalysisJSON: Sendable {
    private var sentences = 0
    private var chains = 0

    public init() {}

    /// Appends all sentences of an analysis, each after a line break, and after a comma but for the first
    /// of all. O(n).
    ///
    /// - Parameter scalars: how many Unicode scalars of the input stand before this analysis's text.
    public mutating func append(_ analysis: Analysis, scalarsBefore scalars: Int, to bytes: inout [UInt8]) {
        let tags = analysis.entityTags()
        var mentions: [Int: [(chain: Int, mention: Analysis.Chain.Mention)]] = [:]
        for (i, chain) in analysis.chains.enumerated() {
            for mention in chain.mentions {
                mentions[analysis.sentence(ofWord: Int(mention.head)), default: []].append((chains + i, mention))
            }
        }
        for index in analysis.sentences.indices {
            bytes += (sentences == 0 ? "\n" : ",\n").utf8
            sentences += 1
            Self.append(analysis, index, tags, mentions[index] ?? [], scalars, to: &bytes)
        }
        chains += analysis.chains.count
    }

    private static func append(
        _ analysis: Analysis, _ index: Int, _ tags: [String?],
        _ mentions: [(chain: Int, mention: Analysis.Chain.Mention)], _ scalars: Int, to bytes: inout [UInt8]
    ) {
        let sentence = analysis.sentences[index]
        bytes += "{".utf8
        appendOffsets(sentence.span, analysis.text, scalars, to: &bytes)
        bytes += ", \"paragraph\": \(sentence.paragraph), \"text\": ".utf8
        appendString(analysis.text.utf8[sentence.span.range], to: &bytes)
        bytes += ", \"words\": [".utf8
        for word in sentence.words {
            bytes += (word == Int(sentence.firstWord) ? "{" : ", {").utf8
            let span = analysis.span(ofWord: word)
            appendOffsets(span, analysis.text, scalars, to: &bytes)
            bytes += ", \"form\": ".utf8
            appendString(analysis.text.utf8[span.range], to: &bytes)
            bytes += ", \"lemma\": ".utf8
            analysis.symbols.withBytes(of: analysis.words.lemmas[word]) { appendString($0, to: &bytes) }
            let head = Int(analysis.words.heads[word])
            bytes += ", \"upos\": \"\(analysis.words.upos[word].name)\", \"xpos\": ".utf8
            appendString(Array(analysis.pennTag(word).name.utf8), to: &bytes)
            if !analysis.words.features.isEmpty { bytes += ", \"features\": \"\(analysis.features(word))\"".utf8 }
            bytes += ", \"head\": \(head < 0 ? 0 : head - Int(sentence.firstWord) + 1)".utf8
            bytes += ", \"relation\": \"\(analysis.words.relations[word].name)\"".utf8
            if let tag = tags[word] { bytes += ", \"entity\": \"\(tag)\"".utf8 }
            bytes += "}".utf8
        }
        bytes += "], \"mentions\": [".utf8
        let first = Int(sentence.firstWord)
        for (i, item) in mentions.enumerated() {
            let words = item.mention.words
            bytes +=
                "\(i > 0 ? ", " : ""){\"chain\": \(item.chain + 1), \"first\": \(words.lowerBound - first + 1)".utf8
            bytes += ", \"last\": \(words.upperBound - first), \"head\": \(Int(item.mention.head) - first + 1)}".utf8
        }
        bytes += "]}".utf8
    }

    private static func appendOffsets(_ span: Span, _ text: SourceText, _ scalars: Int, to bytes: inout [UInt8]) {
        let start = scalars + text.scalarOffset(ofByte: span.start)
        let end = scalars + text.scalarOffset(ofByte: span.end)
        bytes += "\"start\": \(start), \"end\": \(end)".utf8
    }

    private static func appendString(_ string: some Sequence<UInt8>, to bytes: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(UInt8(ascii: "\""))
        for byte in string {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0A: bytes += "\\n".utf8
            case 0..<0x20: bytes += "\\u00".utf8 + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
