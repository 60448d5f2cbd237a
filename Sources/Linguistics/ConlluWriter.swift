import Text

/// Writes analyses as CoNLL-U, byte by byte into a buffer that the caller empties.
///
/// FEATS is `_` where the analysis holds no features, DEPS always; MISC carries `SpaceAfter=No`, `Offset=start:end` in Unicode scalars of the
/// whole input, and `NER=` with B- or I- and PER, ORG, LOC or GPE. Words of a multiword token carry
/// their own offsets; the token's line carries the space and the offsets of the whole.
public struct ConlluWriter: Sendable {
    /// What has been written and not yet taken.
    public private(set) var bytes: [UInt8] = []
    private var paragraphs = 0
    private var sentences = 0

    public init() {}

    /// Gives what has been written and starts anew, keeping the counts.
    public mutating func take() -> [UInt8] {
        let taken = bytes
        bytes.removeAll(keepingCapacity: true)
        return taken
    }

    /// Writes all sentences of an analysis. O(n).
    ///
    /// - Parameter scalars: how many Unicode scalars of the input stand before this analysis's text.
    public mutating func write(_ analysis: Analysis, scalarsBefore scalars: Int = 0) {
        let tags = analysis.entityTags()
        var paragraph: Int32 = -1
        for sentence in analysis.sentences {
            if sentence.paragraph != paragraph {
                paragraph = sentence.paragraph
                paragraphs += 1
                bytes += "# newpar id = p".utf8
                bytes += String(paragraphs).utf8
                bytes.append(UInt8(ascii: "\n"))
            }
            sentences += 1
            bytes += "# sent_id = s".utf8
            bytes += String(sentences).utf8
            bytes += "\n# text = ".utf8
            writeText(analysis.text.utf8[sentence.span.range])
            bytes.append(UInt8(ascii: "\n"))
            write(sentence, of: analysis, tags: tags, scalarsBefore: scalars)
            bytes.append(UInt8(ascii: "\n"))
        }
    }

    private mutating func write(
        _ sentence: Analysis.Sentence, of analysis: Analysis, tags: [String?], scalarsBefore scalars: Int
    ) {
        let words = analysis.words
        let first = Int(sentence.firstWord)
        var tokenEnd = 0
        for word in sentence.words {
            let length = Int(words.tokenLengths[word])
            if length > 1 {
                tokenEnd = word + length
                let span = analysis.span(ofWords: word..<tokenEnd)
                bytes += "\(word - first + 1)-\(tokenEnd - first)\t".utf8
                writeForm(analysis.text.utf8[span.range])
                bytes += "\t_\t_\t_\t_\t_\t_\t_\t".utf8
                writeSpace(after: tokenEnd - 1, in: analysis, sentence)
                writeOffset(span, analysis.text, scalars)
                bytes.append(UInt8(ascii: "\n"))
            }
            let span = analysis.span(ofWord: word)
            write(word - first + 1)
            bytes.append(9)
            writeForm(analysis.text.utf8[span.range])
            bytes.append(9)
            analysis.symbols.withBytes(of: words.lemmas[word]) { lemma in
                if lemma.isEmpty { bytes.append(UInt8(ascii: "_")) } else { writeForm(lemma) }
            }
            bytes.append(9)
            bytes += words.upos[word].name.utf8
            bytes.append(9)
            bytes += analysis.pennTag(word).name.utf8
            bytes.append(9)
            if words.features.isEmpty {
                bytes.append(UInt8(ascii: "_"))
            } else {
                bytes += analysis.featureNames[Int(words.features[word])].utf8
            }
            bytes.append(9)
            let head = words.heads[word]
            write(head < 0 ? 0 : Int(head) - first + 1)
            bytes.append(9)
            bytes += words.relations[word].name.utf8
            bytes += "\t_\t".utf8
            if word >= tokenEnd { writeSpace(after: word, in: analysis, sentence) }
            writeOffset(span, analysis.text, scalars)
            if let tag = tags[word] {
                bytes += "|NER=".utf8
                bytes += tag.utf8
            }
            bytes.append(UInt8(ascii: "\n"))
        }
    }

    private mutating func writeSpace(after word: Int, in analysis: Analysis, _ sentence: Analysis.Sentence) {
        let next = word + 1
        if next < analysis.words.count, analysis.words.starts[next] == analysis.words.ends[word] {
            bytes += "SpaceAfter=No|".utf8
        }
    }

    private mutating func writeOffset(_ span: Span, _ text: SourceText, _ scalars: Int) {
        bytes += "Offset=".utf8
        write(scalars + text.scalarOffset(ofByte: span.start))
        bytes.append(UInt8(ascii: ":"))
        write(scalars + text.scalarOffset(ofByte: span.end))
    }

    /// A number that is not negative, in decimal digits.
    private mutating func write(_ number: Int) {
        var rest = number
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    /// A form never holds a tab or a line break in CoNLL-U; a blank stands for either.
    private mutating func writeForm(_ form: some Sequence<UInt8>) {
        for byte in form { bytes.append(byte < 0x20 ? 0x20 : byte) }
    }

    /// A sentence's text on one line: runs of white space become one blank.
    private mutating func writeText(_ text: ArraySlice<UInt8>) {
        var blank = false
        for byte in text {
            if byte <= 0x20 {
                blank = true
            } else {
                if blank { bytes.append(0x20) }
                blank = false
                bytes.append(byte)
            }
        }
    }
}

extension Analysis {
    /// For each word the entity tag in IOB2, such as `B-PER`, or `nil` outside of entities.
    func entityTags() -> [String?] {
        var tags = [String?](repeating: nil, count: words.count)
        for entity in entities {
            for word in entity.words {
                tags[word] = (word == Int(entity.firstWord) ? "B-" : "I-") + entity.kind.name
            }
        }
        return tags
    }
}
