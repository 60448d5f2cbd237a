/// Names of persons that no blank parts, as China, Japan and Korea print them.
enum EastAsianName {
    /// Whether some characters are a name by their script and number: two to four of Han or Hangul, up
    /// to eight where kana spell it.
    static func isOne(_ name: String, _ vocabulary: IntakeVocabulary) -> Bool {
        var kana = 0
        var others = 0
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case 0x3041...0x30FF: kana += 1
            case 0x3005, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: others += 1
            default: return false
            }
        }
        guard (2...(kana > 0 ? 8 : 4)).contains(kana + others) else { return false }
        return !vocabulary.roles.contains(name) && !vocabulary.bylineLabels.contains(name)
    }

    /// A name without the office behind it ("김하늘 기자", "林晓云 记者").
    static func withoutOffice(_ name: String, _ vocabulary: IntakeVocabulary) -> String {
        let words = name.split(separator: " ")
        guard words.count == 2, vocabulary.roles.contains(String(words[1])), isOne(String(words[0]), vocabulary) else {
            return name
        }
        return String(words[0])
    }
}
