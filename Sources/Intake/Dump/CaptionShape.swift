/// Tells a picture's caption by the credit at its end.
enum CaptionShape {
    /// Whether the line ends in a credit: words after the last sentence, or in brackets, that name a
    /// maker and an agency ("Ann Lee/Pool via Reuters", "[Ann Lee/AFP]", "/ State Press", "Photo: Ann Lee").
    static func hasCredit(_ line: String, vocabulary: IntakeVocabulary) -> Bool {
        if let tail = bracketed(line), isCredit(tail, vocabulary) { return true }
        let hasMark = line.withBytes { $0.contains { $0 == 0x2F || $0 == 0x7C || $0 == 0xC2 } }
        for mark in hasMark ? [" / ", " | ", " © ", "©"] : [] {
            if let found = line.ranges(of: mark).last, found.lowerBound > line.startIndex {
                let tail = line[found.upperBound...]
                if isName(tail), Words.list(tail).count <= 6, !tail.contains(where: \.isNumber) { return true }
            }
        }
        guard let end = lastSentenceEnd(line) else { return labelled(line, vocabulary) }
        let tail = line[end...]
        return !tail.isEmpty && isCredit(tail, vocabulary) || labelled(line, vocabulary)
    }

    /// What stands in brackets at the line's end.
    private static func bracketed(_ line: String) -> Substring? {
        guard let last = line.last, last == "]" || last == ")" else { return nil }
        let open: Character = last == "]" ? "[" : "("
        guard let start = line.lastIndex(of: open), start > line.startIndex else { return nil }
        return line[line.index(after: start)...].dropLast()
    }

    /// A name with a stroke or "via" in it, an agency, or a label and a name.
    private static func isCredit(_ tail: Substring, _ vocabulary: IntakeVocabulary) -> Bool {
        let words = Words.list(tail)
        guard (1...8).contains(words.count), isName(tail) else { return false }
        if tail.contains("/") || words.dropFirst().contains("via") { return true }
        if let first = words.first, vocabulary.pictureLabels.contains(first), tail.contains(":") || words.count <= 4 {
            return true
        }
        return vocabulary.agency(tail) != nil || tail.contains("©")
    }

    /// "Photo: Ann Lee" behind the caption's words.
    private static func labelled(_ line: String, _ vocabulary: IntakeVocabulary) -> Bool {
        guard let colon = line.utf8.lastIndex(of: UInt8(ascii: ":")) else { return false }
        let tail = line[line.index(after: colon)...]
        let words = Words.list(tail)
        guard let label = Words.list(line[..<colon]).last, vocabulary.pictureLabels.contains(label) else {
            return false
        }
        // "Ann Lee, photo: Archives of the lake"
        let startsName = tail.first { $0.isLetter }?.isUppercase == true && !tail.contains(". ")
        return words.count <= 6 && (isName(tail) || startsName && !line.hasSuffix("."))
    }

    /// Whether the line starts with a label of a picture and a colon ("Picture: the pier from the lake").
    static func isLabelled(_ line: String, vocabulary: IntakeVocabulary) -> Bool {
        guard let colon = line.utf8.prefix(24).firstIndex(of: UInt8(ascii: ":")) else { return false }
        let words = Words.list(line[..<colon])
        return words.count == 1 && vocabulary.pictureLabels.contains(words[0])
    }

    /// Whether the words are capitalised, small joining words aside.
    private static func isName(_ text: Substring) -> Bool {
        var capitals = 0
        for word in text.split(whereSeparator: { $0 == " " || $0 == "/" }) {
            guard let first = word.first(where: { $0.isLetter }) else { continue }
            if first.isUppercase || !first.isLowercase {
                capitals += 1
            } else if word.count > 4 {
                return false
            }
        }
        return capitals > 0
    }

    /// Where the words after the last sentence start. O(n) over the bytes.
    private static func lastSentenceEnd(_ line: String) -> String.Index? {
        let end: Int? = line.withBytes { bytes in
            var end: Int?
            var i = 0
            var letters = 0
            while i < bytes.count {
                let value = UTF8Scalar.next(bytes, &i)
                let isEnd = value == 0x2E || value == 0x21 || value == 0x3F || value == 0x22 || value == 0x201D
                if isEnd, letters > 1, i < bytes.count, bytes[i] == 0x20 { end = i + 1 }
                letters = ScalarClass.of(value).isWord ? letters + 1 : 0
            }
            return end
        }
        return end.map { line.utf8.index(line.startIndex, offsetBy: $0) }
    }
}
