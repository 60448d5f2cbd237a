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
                    if kind.isDisjoint(with: [.alphabetic, .numeric]) {
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
