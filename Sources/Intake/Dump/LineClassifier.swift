/// Gives each line of a dump a first role by its own shape and by what repeats it.
struct LineClassifier {
    let vocabulary: IntakeVocabulary

    /// Fills in roles and dates. O(total length).
    func classify(_ lines: inout [DumpLine]) {
        for i in lines.indices { lines[i].role = role(&lines[i]) }
        markRepeats(&lines)
        markCaptions(&lines)
        markNotes(&lines)
    }

    func role(_ line: inout DumpLine) -> DumpLine.Role {
        let shape = line.shape
        if shape.letters == 0, shape.words == 0 { return .furniture("no words on the line") }
        let credits = CreditLine(line.text, vocabulary: vocabulary)
        if shape.words <= 40, credits.isStaff { return .staff }
        if shape.words <= 16 {
            if credits.source != nil { return .source }
            line.date = vocabulary.dates.date(in: line.text)
            if let date = line.date {
                let rest = BylineReader.removing(date.range, from: line.text)
                if BylineReader(rest, needsLabel: true, vocabulary: vocabulary) != nil { return .byline }
                if Words.list(rest).count <= 6 { return dateRole(line.text, date) }
            }
            if BylineReader(line.text, needsLabel: true, vocabulary: vocabulary) != nil { return .byline }
        }
        if let reason = furniture(line) { return .furniture(reason) }
        if Self.isListItem(line.text) { return .listItem }
        if shape.isProse { return .prose }
        return shape.isShortSentence ? .shortSentence : .short
    }

    private func dateRole(_ text: String, _ date: FoundDate) -> DumpLine.Role {
        let label = String(decoding: Array(text.utf8)[..<date.range.lowerBound], as: UTF8.self)
        let words = Words.list(label)
        let isUpdate = words.contains { word in vocabulary.updated.contains { word.hasPrefix($0) } }
        return isUpdate ? .updateDate : .date
    }

    /// Shapes that no line of an article has.
    private func furniture(_ line: DumpLine) -> String? {
        let text = line.text
        let shape = line.shape
        if shape.letters == 0 { return "numbers alone" }
        if shape.words <= 12 {
            if text.contains("©") || text.lowercased().hasPrefix("copyright") { return "copyright line" }
            if text.contains("%s") || text.contains("%d") || text.contains("{{") {
                return "template that was left unfilled"
            }
        }
        if shape.words <= 4, !shape.endsSentence, let last = text.split(separator: " ").last, shape.digits > 0 {
            let number = last.trimmingPrefix("(").utf8
            let counted = number.allSatisfy { $0 >= 0x28 && $0 <= 0x39 }
            if counted, text.contains(":") || last.hasPrefix("(") { return "a label and a number" }
        }
        let lowered = text.lowercased()
        if !text.contains(" "), lowered.hasPrefix("http") || lowered.hasPrefix("www.") || lowered.hasPrefix("@") {
            return "an address alone"
        }
        return nil
    }

    /// Whether the line starts with a bullet or a number and a bracket or full stop.
    static func isListItem(_ text: String) -> Bool {
        var rest = Substring(text)
        guard let first = rest.first else { return false }
        if "•‣▪●◦*–—-".contains(first), rest.dropFirst().first == " " { return rest.count > 8 }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count) else { return false }
        rest = rest.dropFirst(digits.count)
        guard let mark = rest.first, mark == "." || mark == ")" else { return false }
        return rest.dropFirst().first == " " && rest.count > 8
    }

    /// Menus and forms say the same words again and again; an article does not.
    private func markRepeats(_ lines: inout [DumpLine]) {
        var first: [String: Int] = [:]
        var openings: [String: Int] = [:]
        for i in lines.indices {
            let words = Words.list(lines[i].text)
            if words.isEmpty { continue }
            let fold = words.joined(separator: " ")
            if let earlier = first[fold] {
                let number = lines[earlier].number
                // The first of two equal headlines stays a candidate for the title.
                lines[i].role = .furniture("repeats line \(number)")
                if case .short = lines[earlier].role, words.count <= 3 {
                    lines[earlier].role = .furniture("is repeated on line \(lines[i].number)")
                }
                continue
            }
            first[fold] = i
            if words.count >= 5, words.count <= 14 { openings[words.prefix(4).joined(separator: " "), default: 0] += 1 }
        }
        for i in lines.indices where lines[i].shape.words <= 14 {
            let opening = Words.list(lines[i].text).prefix(4).joined(separator: " ")
            if openings[opening, default: 0] >= 3 {
                lines[i].role = .furniture("one of several lines that begin alike")
            }
        }
    }

    private func markCaptions(_ lines: inout [DumpLine]) {
        for i in lines.indices where lines[i].shape.words <= 60 && lines[i].shape.words >= 4 {
            switch lines[i].role {
            case .prose, .short, .shortSentence, .date: break
            default: continue
            }
            guard CaptionShape.hasCredit(lines[i].text, vocabulary: vocabulary) else { continue }
            lines[i].role = .caption
            // Pages print a caption twice, for two sizes of screen.
            if i > 0, lines[i - 1].role == .caption, Self.alike(lines[i - 1].text, lines[i].text) {
                lines[i].role = .furniture("repeats the caption of line \(lines[i - 1].number)")
            }
        }
    }

    private static func alike(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Set(Words.list(a)), Set(Words.list(b)))
        return a.intersection(b).count * 10 >= max(a.count, b.count) * 7
    }

    /// Numbered notes: a run that counts up from 1, referred to in the text by the same marks.
    private func markNotes(_ lines: inout [DumpLine]) {
        var expected = 1
        var run: [Int] = []
        for i in lines.indices {
            guard let number = Self.noteNumber(lines[i].text) else { continue }
            if number == expected {
                run.append(i)
                expected += 1
            } else if number == 1 {
                run = [i]
                expected = 2
            }
        }
        guard let first = run.first else { return }
        let referred = run.indices.contains { k in
            lines[..<first].contains { $0.text.contains("[\(k + 1)]") }
        }
        guard referred || run.count >= 2 else { return }
        for i in run { lines[i].role = .note }
    }

    private static func noteNumber(_ text: String) -> Int? {
        guard text.hasPrefix("["), let close = text.prefix(6).firstIndex(of: "]") else { return nil }
        return Int(text[text.index(after: text.startIndex)..<close])
    }
}
