/// Reads the names out of a byline.
///
/// Rather no name than a wrong one: desks, offices, agencies and sites are no persons.
struct BylineReader {
    /// The persons, in order.
    let names: [String]
    /// Agencies that the line names in a person's place.
    let agencies: [String]
    /// Whether a label ("By", "Author:") introduces it.
    let isLabelled: Bool

    /// Reads a line that may be a byline; `nil` when it has the shape of none.
    /// - Parameter stated: whether its place alone says that it names authors, so that one word may be
    ///   a name.
    /// - Parameter needsLabel: whether a line without a label is none.
    init?(_ line: String, stated: Bool = false, needsLabel: Bool = false, vocabulary: IntakeVocabulary) {
        if needsLabel, !Self.mayBeLabelled(line, vocabulary) { return nil }
        let clean = CleanLine.clean(line)
        let dated =
            vocabulary.dates.date(in: clean).map { Self.withoutWeekday(Self.removing($0.range, from: clean)) } ?? clean
        var rest = Substring(dated)
        isLabelled = Self.takeLabel(&rest, vocabulary)
        if needsLabel, !isLabelled { return nil }
        rest = Self.upToEnd(rest, vocabulary)
        guard !rest.isEmpty, Words.list(rest).count <= 14 else { return nil }
        var names: [String] = []
        var agencies: [String] = []
        for part in CreditLine.names(Self.withoutBrackets(rest), vocabulary) {
            let bare = Self.withoutHonorific(part.trimmingSuffix { "|,-–—· ".contains($0) }, vocabulary)
            let name = EastAsianName.withoutOffice(bare, vocabulary)
            if let agency = vocabulary.agency(name) {
                agencies.append(agency)
            } else if Self.isPerson(name, stated: stated, vocabulary) || stated && Self.isHandle(name, vocabulary)
                || (stated || isLabelled) && EastAsianName.isOne(name, vocabulary)
            {
                if !names.contains(name) { names.append(name) }
            }
        }
        if !isLabelled, names.isEmpty, agencies.isEmpty { return nil }
        // A label alone is weak: "by land and sea" is no byline.
        if isLabelled, names.isEmpty, agencies.isEmpty {
            let words = Words.list(rest).count
            guard words <= 6, !LineShape(line).endsSentence, !rest.contains(where: \.isNumber) else { return nil }
        }
        self.names = names
        self.agencies = agencies
    }

    /// The names with commas, as a byline prints them; `nil` when there are none.
    var byline: String? { names.isEmpty ? nil : names.joined(separator: ", ") }

    /// Takes a label off the front; whether there was one.
    private static func takeLabel(_ rest: inout Substring, _ vocabulary: IntakeVocabulary) -> Bool {
        var found = false
        while let after = vocabulary.bylineLabels.rest(of: rest) {
            rest = after
            found = true
        }
        return found
    }

    /// Whether a line may be a byline with a label, by its first bytes and by whether it may hold a date.
    private static func mayBeLabelled(_ line: String, _ vocabulary: IntakeVocabulary) -> Bool {
        vocabulary.bylineLabels.mayStart(line)
            || line.withBytes { $0.contains { $0 >= 0x30 && $0 <= 0x39 } }
    }

    /// A line from which a date was taken, without the short weekday that stood before it.
    private static func withoutWeekday(_ line: String) -> String {
        let words = line.split(separator: " ")
        guard words.count >= 3, let last = words.last, last.count <= 4, last.trimmingPrefix(",").count <= 3 else {
            return line
        }
        return words.dropLast().joined(separator: " ")
    }

    /// The text before a word that no name holds, such as "on".
    private static func upToEnd(_ text: Substring, _ vocabulary: IntakeVocabulary) -> Substring {
        var words: [Substring] = []
        for word in text.split(separator: " ") {
            if !words.isEmpty, vocabulary.nameEnds.contains(word.count > 6 ? word.lowercased() : String(word)) { break }
            words.append(word)
        }
        return Substring(words.joined(separator: " "))
    }

    /// One word that may be a name or pen name.
    private static func isHandle(_ name: String, _ vocabulary: IntakeVocabulary) -> Bool {
        guard (2...24).contains(name.count), !name.contains(" "), name.contains(where: \.isLetter),
            !name.contains(where: { ":/?!%#@,".contains($0) }), !OutletFinder.isSiteName(name)
        else { return false }
        let words = Words.list(name)
        return !words.contains { word in
            vocabulary.roles.contains(word) || vocabulary.bylineLabels.contains(word)
                || (vocabulary.published + vocabulary.updated).contains { $0.count > 4 && word.hasPrefix($0) }
        }
    }

    private static func withoutBrackets(_ text: Substring) -> String {
        var depth = 0
        var result = ""
        for character in text {
            if character == "(" || character == "[" { depth += 1 }
            if depth == 0 { result.append(character == "|" ? "\n" : character) }
            if character == ")" || character == "]" { depth = max(0, depth - 1) }
        }
        return result
    }

    private static func withoutHonorific(_ name: String, _ vocabulary: IntakeVocabulary) -> String {
        var words = name.split(separator: " ")
        while words.count > 2, let first = words.first,
            vocabulary.honorifics.contains(first.lowercased().filter { $0 != "." })
        {
            words.removeFirst()
        }
        return words.joined(separator: " ")
    }

    /// Two to five capitalised words, none of which names an office or desk.
    static func isPerson(_ name: String, stated: Bool = false, _ vocabulary: IntakeVocabulary) -> Bool {
        let words = name.split(separator: " ")
        guard (2...5).contains(words.count), name.count <= 48,
            !name.contains(where: { $0.isNumber || "@:/?!%#".contains($0) })
        else { return false }
        // An office's short form beside a name in mixed case is part of an office.
        let shouted = words.count { $0.count >= 3 && $0.allSatisfy { $0.isUppercase } }
        let isShouted = { (word: Substring?) in word.map { $0.allSatisfy(\.isUppercase) } == true }
        // Some print a surname in capitals.
        let surname =
            shouted == 1 && (isShouted(words.last) || stated && words.count >= 3 && isShouted(words.first))
        guard shouted == 0 || shouted == words.count || surname && (stated || words.count == 2)
        else { return false }
        var capitals = 0
        for word in words {
            guard let first = word.first(where: { $0.isLetter }) else { return false }
            // Georgian has capitals for headlines alone.
            let isGeorgian = first.unicodeScalars.first.map { (0x10D0...0x10FF).contains($0.value) } == true
            if first.isUppercase || !first.isLowercase || isGeorgian {
                capitals += 1
            } else if !vocabulary.particles.contains(String(word)) {
                return false
            }
            if Words.list(word).contains(where: { vocabulary.roles.contains($0) }) { return false }
        }
        return capitals >= 2 || capitals == 1 && words.count == 2
    }

    /// A line without a range of its bytes.
    static func removing(_ range: Range<Int>, from line: String) -> String {
        let bytes = Array(line.utf8)
        let rest = String(decoding: bytes[..<range.lowerBound] + bytes[range.upperBound...], as: UTF8.self)
            .trimmingSuffix { " ,|-–—·/".contains($0) }
        return String(rest.drop { " ,|-–—·/".contains($0) })
    }
}
