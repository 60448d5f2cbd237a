/// A line that names where a text comes from ("Source: …") or who of the staff worked on it
/// ("(Reporting by …; editing by …)").
struct CreditLine {
    /// The named sources, when the line is a source line.
    let source: [String]?
    let isStaff: Bool

    init(_ line: String, vocabulary: IntakeVocabulary) {
        var bare = Substring(line)
        if let first = bare.first, "([*—–-".contains(first) { bare = bare.dropFirst() }
        let lowered = bare.lowercased()
        isStaff = vocabulary.staffLabels.contains { lowered.hasPrefix($0 + " ") || lowered.hasPrefix($0 + ":") }
        guard !isStaff, let colon = bare.firstIndex(of: ":"),
            vocabulary.sourceLabels.contains(Words.fold(bare[..<colon]))
        else {
            source = nil
            return
        }
        let rest = String(bare[bare.index(after: colon)...])
        source = Self.names(rest, vocabulary)
    }

    /// The names of a list with commas, strokes or "and".
    static func names(_ list: String, _ vocabulary: IntakeVocabulary) -> [String] {
        var list = list
        for mark in ["/", ";", ", ", " & "] { list = list.replacing(mark, with: "\n") }
        for joint in vocabulary.nameJoints { list = list.replacing(" \(joint) ", with: "\n") }
        return list.split(separator: "\n").map { name in
            String(name.drop { $0 == " " }).trimmingSuffix { " .)]".contains($0) }
        }.filter { !$0.isEmpty }
    }
}

extension String {
    /// The string without the characters at its end that satisfy a condition.
    func trimmingSuffix(_ drop: (Character) -> Bool) -> String {
        var text = Substring(self)
        while let last = text.last, drop(last) { text.removeLast() }
        return String(text)
    }
}
