/// Finds the outlet's name in what stands around an article.
struct OutletFinder {
    let lines: [DumpLine]
    let body: Range<Int>
    let vocabulary: IntakeVocabulary

    /// The name and the evidence for it: a copyright line, an address that several lines around the
    /// text name, or the first source of a source line that is no agency.
    func outlet() -> (name: String, evidence: String)? {
        let around = lines.indices.filter { !body.contains($0) || lines[$0].role != .prose }.map { lines[$0].text }
        for line in around {
            if let name = copyright(line) { return (name, "the copyright line") }
        }
        var addresses: [String: (count: Int, first: String)] = [:]
        for line in around {
            for word in Set(line.split(whereSeparator: { " ,;()|/".contains($0) }).map(String.init)) {
                let bare = word.trimmingSuffix { ".:!?".contains($0) }
                if Self.isSiteName(bare) { addresses[bare.lowercased(), default: (0, bare)].count += 1 }
            }
        }
        let most = addresses.filter { $0.value.count >= 2 }.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
        if let most { return (most.value.first, "an address that \(most.value.count) lines around the text name") }
        for line in lines where line.role == .source {
            let names = CreditLine(line.text, vocabulary: vocabulary).source ?? []
            let own = names.first { vocabulary.agency($0) == nil && $0.first?.isUppercase == true }
            if let own, names.count > 1 { return (own, "the source line") }
        }
        return nil
    }

    /// The name beside © and a year.
    private func copyright(_ line: String) -> String? {
        guard let mark = line.firstRange(of: "©") ?? line.firstRange(of: "(c)") else { return nil }
        let before = line[..<mark.lowerBound]
        let after = line[mark.upperBound...]
        guard Words.list(line).count <= 16 else { return nil }
        for side in [before, after] {
            var words: [String] = []
            var isSentence = false
            for raw in side.split(separator: " ") {
                let word = String(raw).trimmingSuffix { ".,;|".contains($0) }
                if words.isEmpty, word.first?.isLetter != true || word.lowercased() == "copyright" { continue }
                guard word.first?.isUppercase == true || Self.isSiteName(word) || word == "of" else {
                    // "All rights reserved" is a sentence and no name.
                    isSentence = word.first?.isLetter == true
                    break
                }
                words.append(word)
                // A full stop ends the name ("Morning Star. All rights reserved"), an abbreviation's does not.
                if raw.hasSuffix("."), word.count > 3 { break }
            }
            guard (1...6).contains(words.count), !isSentence || words.count > 1 || Self.isSiteName(words[0]) else {
                continue
            }
            return words.joined(separator: " ")
        }
        return nil
    }

    /// Whether a word has the form of a site's address, such as "example.org".
    static func isSiteName(_ word: String) -> Bool {
        let labels = word.split(separator: ".", omittingEmptySubsequences: false)
        guard (2...4).contains(labels.count), let top = labels.last, (2...12).contains(top.count) else { return false }
        guard labels.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isAddressByte) }) else { return false }
        return top.allSatisfy(\.isLetter) && labels[0].count >= 2 && labels[0].contains(where: \.isLetter)
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D: true
        default: false
        }
    }
}
