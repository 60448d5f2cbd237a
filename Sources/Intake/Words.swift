/// Words of a line in folded form, for comparing lines with one another.
enum Words {
    /// Calls `body` with each word in lower case; words are runs of letters and digits. O(n).
    static func forEach(in text: some StringProtocol, limit: Int = .max, _ body: (String) -> Void) {
        var word: [UInt8] = []
        var ascii = true
        var count = 0
        func end() {
            if word.isEmpty { return }
            let text = String(decoding: word, as: UTF8.self)
            body(ascii ? text : text.lowercased())
            word.removeAll(keepingCapacity: true)
            ascii = true
            count += 1
        }
        for scalar in text.unicodeScalars {
            if count == limit { return }
            let value = scalar.value
            if value < 0x80 {
                let byte = UInt8(value)
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
                default: end()
                }
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.append(contentsOf: String(scalar).utf8)
                ascii = false
            } else {
                end()
            }
        }
        if count < limit { end() }
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
