import Text

/// What the class and id of an element say of it, by the words of `element_names.tsv`.
struct ElementNames: Sendable {
    /// What a word says.
    private enum Kind: Int, CaseIterable { case furniture, weak, person, label, note, readers }

    private var words = NameTable()
    /// Names of elements that hold the body, by their first and by their last letter.
    private var bodiesByFirst = [[[UInt8]]](repeating: [], count: 256)
    private var bodiesByLast = [[[UInt8]]](repeating: [], count: 256)

    init(_ rows: [DataTable.Row]) {
        for row in rows {
            for name in row.list("names") {
                let bytes = Array(name.utf8)
                switch row["kind"] {
                case "furniture": words.add(bytes, Kind.furniture.rawValue)
                case "weak": words.add(bytes, Kind.weak.rawValue)
                case "person": words.add(bytes, Kind.person.rawValue)
                case "label": words.add(bytes, Kind.label.rawValue)
                case "readers":
                    words.add(bytes, Kind.furniture.rawValue)
                    words.add(bytes, Kind.readers.rawValue)
                case "note": words.add(bytes, Kind.note.rawValue)
                default:
                    guard let first = bytes.first, let last = bytes.last else { continue }
                    bodiesByFirst[Int(first)].append(bytes)
                    bodiesByLast[Int(last)].append(bytes)
                }
            }
        }
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
        /// Whether the name is that of what readers wrote.
        var isReaders = false
        /// Whether the name is that of notes to the text.
        var isNote = false
    }

    /// Reads a class or id value: words are parted by blanks, joints and changes of case. O(n), without
    /// building a word.
    func verdict(_ value: UnsafeBufferPointer<UInt8>) -> Verdict {
        var verdict = Verdict()
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 200) { letters in
            var i = 0
            while i < value.count {
                while i < value.count, value[i] <= 0x20 { i += 1 }
                let start = i
                while i < value.count, value[i] > 0x20 { i += 1 }
                if i > start {
                    read(UnsafeBufferPointer(rebasing: value[start..<min(i, start + 200)]), letters, &verdict)
                }
            }
        }
        return verdict
    }

    /// Reads one name. "share-bar" is found by its first word, "news-letter" by both together.
    private func read(
        _ name: UnsafeBufferPointer<UInt8>, _ letters: UnsafeMutableBufferPointer<UInt8>, _ verdict: inout Verdict
    ) {
        var count = 0
        var word = NameTable.Hash()
        var pair: NameTable.Hash?
        var before: NameTable.Hash?
        var lowerBefore = false
        func end() {
            guard !word.isEmpty else { return }
            words.forEach(word) { note($0, $1, &verdict) }
            if let pair, verdict.furniture == nil {
                words.forEach(pair) { if $0 == Kind.furniture.rawValue { note($0, $1, &verdict) } }
            }
            before = word
            pair = word
            word = NameTable.Hash()
        }
        for byte in name {
            let isUpper = byte >= 0x41 && byte <= 0x5A
            let isLetter = isUpper || byte >= 0x61 && byte <= 0x7A
            if !isLetter || isUpper && lowerBefore { end() }
            if isLetter {
                if word.isEmpty { pair = before }
                word.add(byte | 0x20)
                pair?.add(byte | 0x20)
                letters[count] = byte | 0x20
                count += 1
            }
            lowerBefore = isLetter && !isUpper
        }
        end()
        if !verdict.isBody, count > 0 { verdict.isBody = isBody(UnsafeBufferPointer(rebasing: letters[..<count])) }
    }

    private func note(_ kind: Int, _ word: String, _ verdict: inout Verdict) {
        switch Kind(rawValue: kind) {
        case .furniture: verdict.furniture = verdict.furniture ?? word
        case .weak: verdict.weak = verdict.weak ?? word
        case .person: verdict.person = verdict.person ?? word
        case .label: verdict.label = verdict.label ?? word
        case .note: verdict.isNote = true
        case .readers: verdict.isReaders = true
        case nil: break
        }
    }

    /// Whether a name starts or ends with that of a body.
    private func isBody(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
        bodiesByFirst[Int(letters[0])].contains { letters.starts(with: $0) }
            || bodiesByLast[Int(letters[letters.count - 1])].contains { body in
                body.count <= letters.count
                    && body.indices.allSatisfy { letters[letters.count - body.count + $0] == body[$0] }
            }
    }
}
