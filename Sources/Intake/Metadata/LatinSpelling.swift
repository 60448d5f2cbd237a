import Foundation

/// Names in the letters that addresses have.
enum LatinSpelling {
    /// The letters and digits of a name in lower case without marks ("zeitung" for "Zeitung", "muller" for "Müller").
    static func plain(_ name: String) -> String { bare(Words.list(name).joined()) }

    /// Whether a name may be spelt by some letters: one in ASCII has as many of them.
    static func mayBe(_ name: String, _ letters: String) -> Bool {
        name.withBytes { bytes in
            var count = 0
            for byte in bytes {
                if byte >= 0x80 { return true }
                let lower = byte | 0x20
                if lower >= 0x61 && lower <= 0x7A || byte >= 0x30 && byte <= 0x39 { count += 1 }
            }
            return count == letters.utf8.count
        }
    }

    /// The same with the letters that German, Danish and Norwegian put for their own ("mueller").
    static func expanded(_ name: String) -> String {
        var text = Words.list(name).joined()
        for (letter, pair) in [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("å", "aa"), ("ø", "oe"), ("æ", "ae")] {
            text = text.replacing(letter, with: pair)
        }
        return bare(text)
    }

    private static func bare(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var text = text.folding(options: .diacriticInsensitive, locale: nil)
        for (letter, pair) in [
            ("ß", "ss"), ("ø", "o"), ("æ", "ae"), ("œ", "oe"), ("ł", "l"), ("đ", "d"), ("ð", "d"), ("þ", "th"),
            ("ı", "i"),
        ] {
            text = text.replacing(letter, with: pair)
        }
        return text
    }
}
