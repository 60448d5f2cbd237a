internal import Records

/// Whether two references mean one actor, though ids may come from different texts.
enum Identity {
    /// The same id, or persons of whom one name is the tail of the other.
    static func same(_ a: ActorReference, _ b: ActorReference) -> Bool {
        if a.id == b.id { return true }
        guard a.kind == b.kind else { return false }
        if a.name == b.name { return true }
        // Names that are one end alike; told by a byte before words are cut.
        guard let p = a.name.utf8.last, let q = b.name.utf8.last, p | 0x20 == q | 0x20 else { return false }
        let x = FoldedText(a.name).words
        let y = FoldedText(b.name).words
        if x == y { return true }
        guard a.kind == .person, let last = x.last, last == y.last else { return false }
        if let c = a.country, let d = b.country, c != d { return false }
        return x.count == 1 || y.count == 1 || x.first == y.first || x.first?.prefix(1) == y.first?.prefix(1)
    }

    /// Whether two references cannot mean one voice: two persons of different names, or two bodies of
    /// different states. A person and the state or body that the person speaks for can.
    static func distinct(_ a: ActorReference, _ b: ActorReference) -> Bool {
        if same(a, b) { return false }
        if a.kind == .person, b.kind == .person {
            let x = FoldedText(a.name).words
            let y = FoldedText(b.name).words
            return !similar(x.last ?? "", y.last ?? "")
        }
        guard a.kind != .person, b.kind != .person, let c = a.country, let d = b.country else { return false }
        return c != d
    }

    /// The state that an actor is, belongs to or acts for; its own id where there is none.
    static func state(_ actor: ActorReference) -> String { actor.country ?? actor.id }

    /// Whether two words may be spellings of one name: few edits for their length.
    static func similar(_ a: String, _ b: String) -> Bool {
        let x = Array(a.utf8)
        let y = Array(b.utf8)
        guard x.first == y.first else { return false }
        var row = Array(0...y.count)
        for i in x.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in y.indices {
                let cost = x[i] == y[j] ? diagonal : diagonal + 1
                diagonal = row[j + 1]
                row[j + 1] = min(cost, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[y.count] * 3 <= max(x.count, y.count)
    }
}
