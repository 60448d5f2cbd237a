import Text

/// What the class and id of an element say of it, by the words of `element_names.tsv`.
struct ElementNames: Sendable {
    private let furniture: Set<String>
    private let weak: Set<String>
    private let person: Set<String>
    private let label: Set<String>
    private let body: [String]

    init(_ rows: [DataTable.Row]) {
        func names(_ kind: String) -> [String] { rows.filter { $0["kind"] == kind }.flatMap { $0.list("names") } }
        furniture = Set(names("furniture"))
        weak = Set(names("weak"))
        person = Set(names("person"))
        label = Set(names("label"))
        body = names("body")
    }

    /// What a class or id value says.
    struct Verdict: Sendable {
        /// The word that names a part outside the article.
        var furniture: String?
        /// The word that names a part which may hold text too.
        var weak: String?
        /// The word that names a box about a person.
        var person: String?
        /// The word that names a small part.
        var label: String?
        var isBody = false
    }

    /// Reads a class or id value: words are parted by blanks, joints and changes of case. O(n).
    func verdict(_ value: String) -> Verdict {
        var verdict = Verdict()
        for name in value.split(separator: " ") {
            var joined = ""
            for word in Self.words(name) {
                if verdict.furniture == nil, furniture.contains(word) { verdict.furniture = word }
                if verdict.weak == nil, weak.contains(word) { verdict.weak = word }
                if verdict.person == nil, person.contains(word) { verdict.person = word }
                if verdict.label == nil, label.contains(word) { verdict.label = word }
                // "share-bar" is found by its first word, "news-letter" by both together.
                let pair = joined + word
                if verdict.furniture == nil, pair != word, furniture.contains(pair) { verdict.furniture = pair }
                joined = word
            }
            let compact = name.lowercased().filter { $0.isLetter }
            if body.contains(where: { compact.hasSuffix($0) || compact.hasPrefix($0) }) { verdict.isBody = true }
        }
        return verdict
    }

    private static func words(_ name: Substring) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var lowerBefore = false
        for byte in name.utf8.prefix(200) {
            let isUpper = byte >= 0x41 && byte <= 0x5A
            let isLetter = isUpper || byte >= 0x61 && byte <= 0x7A
            if !isLetter || isUpper && lowerBefore {
                if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
                word = []
            }
            if isLetter { word.append(byte | 0x20) }
            lowerBefore = isLetter && !isUpper
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }
}
