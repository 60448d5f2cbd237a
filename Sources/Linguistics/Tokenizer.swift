public import Text

/// Cuts text into words by the conventions of the English Universal Dependencies treebanks.
///
/// Contractions and possessives are tokens of several words (`do` + `n't`, `Oria` + `'s`); hyphens and
/// slashes inside words are words, except after prefixes (`anti-war`) and in numbers of telephones and
/// dates; abbreviations, initials, decimals, hosts, addresses and faces stay whole. Every byte that is
/// not white space lies in exactly one word, for any valid UTF-8. A value without state: safe to share.
public struct Tokenizer: Sendable {
    let lists: TokenizerWords

    /// Reads the word lists; throws when the installation lacks one or it is malformed.
    public init() throws {
        lists = try TokenizerWords()
    }

    /// Appends the words of one paragraph: their spans, and the lengths of multiword tokens. O(n).
    public func tokenize(_ text: SourceText, paragraph: Span, into words: inout Analysis.Words) {
        text.utf8.withUnsafeBufferPointer { bytes in
            CharacterClass.ascii.withUnsafeBufferPointer { ascii in
                var scanner = TokenScanner(
                    reader: CharacterReader(bytes: bytes, ascii: ascii), lists: lists,
                    end: Int(paragraph.end))
                swap(&scanner.starts, &words.starts)
                swap(&scanner.ends, &words.ends)
                swap(&scanner.tokenLengths, &words.tokenLengths)
                scanner.scan(from: Int(paragraph.start))
                swap(&scanner.starts, &words.starts)
                swap(&scanner.ends, &words.ends)
                swap(&scanner.tokenLengths, &words.tokenLengths)
            }
        }
    }
}
