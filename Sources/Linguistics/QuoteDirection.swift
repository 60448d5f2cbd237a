import Text

/// Tells opening from closing straight quotation marks by the white space around them, which is surer
/// than any tagger where the mark clings to one side only.
enum QuoteDirection {
    /// Sets the tags of straight double marks that have white space on exactly one side. O(words).
    static func settle(_ analysis: inout Analysis) {
        let text = analysis.text
        text.utf8.withUnsafeBufferPointer { bytes in
            for word in 0..<analysis.words.count {
                let start = Int(analysis.words.starts[word])
                let end = Int(analysis.words.ends[word])
                guard end - start == 1, bytes[start] == UInt8(ascii: "\"") else { continue }
                let isOpenBefore = start == 0 || isSpace(bytes, before: start)
                let isOpenAfter = end == bytes.count || isSpace(bytes, at: end)
                guard isOpenBefore != isOpenAfter else { continue }
                analysis.words.upos[word] = .punct
                analysis.words.xpos[word] = (isOpenBefore ? PennTag.openQuote : .closeQuote).rawValue
            }
        }
    }

    private static func isSpace(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
        bytes[i] <= 0x20 || bytes[i] == 0xC2 && i + 1 < bytes.count && bytes[i + 1] == 0xA0
    }

    private static func isSpace(_ bytes: UnsafeBufferPointer<UInt8>, before i: Int) -> Bool {
        bytes[i - 1] <= 0x20 || bytes[i - 1] == 0xA0 && i > 1 && bytes[i - 2] == 0xC2
    }
}
