/// Words of a line in folded form, for comparing lines with one another.
enum Words {
    /// Calls `body` with each word in lower case; words are runs of letters and digits. O(n).
    static func forEach(in text: some StringProtocol, limit: Int = .max, _ body: (String) -> Void) {
        text.withBytes { bytes in
            var word: [UInt8] = []
            var ascii = true
            var count = 0
            var i = 0
            func end() {
                if word.isEmpty { return }
                let text = String(decoding: word, as: UTF8.self)
                body(ascii ? text : text.lowercased())
                word.removeAll(keepingCapacity: true)
                ascii = true
                count += 1
            }
            while i < bytes.count {
                if count == limit { return }
                let byte = bytes[i]
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                    word.append(byte)
                    i += 1
                case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                    word.append(byte | 0x20)
                    i += 1
                case 0..<0x80:
                    end()
                    i += 1
                default:
                    let start = i
                    let kind = ScalarClass.of(UTF8Scalar.next(bytes, &i))
                    if !kind.isWord {
                        end()
                    } else {
                        word.append(contentsOf: bytes[start..<i])
                        ascii = false
                    }
                }
            }
            if count < limit { end() }
        }
    }

    /// Calls `body` with the hash of each word in lower case, without building the word. O(n).
    static func forEachHash(in text: some StringProtocol, limit: Int = .max, _ body: (NameTable.Hash) -> Void) {
        text.withBytes { bytes in
            var hash = NameTable.Hash()
            var count = 0
            var i = 0
            while i < bytes.count, count < limit {
                let value = UTF8Scalar.next(bytes, &i)
                let isWord: Bool
                if value < 0x80 {
                    isWord =
                        value >= 0x61 && value <= 0x7A || value >= 0x41 && value <= 0x5A
                        || value >= 0x30 && value <= 0x39
                    if isWord { hash.add(UInt8(value >= 0x41 && value <= 0x5A ? value | 0x20 : value)) }
                } else {
                    isWord = ScalarClass.of(value).isWord
                    if isWord { hash.add(scalar: ScalarClass.lower(value)) }
                }
                if !isWord, !hash.isEmpty {
                    body(hash)
                    hash = NameTable.Hash()
                    count += 1
                }
            }
            if count < limit, !hash.isEmpty { body(hash) }
        }
    }

    /// A hash of the words in lower case: equal for two lines that differ in case and punctuation alone.
    static func hash(of text: some StringProtocol) -> UInt64 {
        var all = NameTable.Hash()
        forEachHash(in: text) { all.add($0) }
        return all.value
    }

    /// The words of a text in lower case, in order.
    static func list(_ text: some StringProtocol) -> [String] {
        var words: [String] = []
        forEach(in: text) { words.append($0) }
        return words
    }

    /// The words of a text in lower case with single blanks between them: equal for two lines that
    /// differ in case and punctuation alone. Hyphens and apostrophes count as blanks.
    static func fold(_ text: some StringProtocol) -> String {
        list(text).joined(separator: " ")
    }
}
