import Text

/// The word lists that the tokenizer and the splitter look at, read from this target's data.
struct TokenizerWords: Sendable {
    /// What a listed form is; a form may be several things.
    struct Kinds: OptionSet, Sendable {
        let rawValue: UInt16
        static let title = Kinds(rawValue: 1)
        static let calendar = Kinds(rawValue: 2)
        static let suffix = Kinds(rawValue: 4)
        static let running = Kinds(rawValue: 8)
        static let number = Kinds(rawValue: 16)
        static let place = Kinds(rawValue: 32)
        static let measure = Kinds(rawValue: 64)
        static let final = Kinds(rawValue: 128)
        static let latin = Kinds(rawValue: 256)
        static let hyphenPrefix = Kinds(rawValue: 512)
        static let unit = Kinds(rawValue: 1024)
        static let domain = Kinds(rawValue: 2048)
        static let face = Kinds(rawValue: 4096)
        static let contraction = Kinds(rawValue: 8192)
        static let abbreviations: Kinds = [
            .title, .calendar, .suffix, .running, .number, .place, .measure, .final, .latin,
        ]
    }

    private var table = SymbolTable()
    private var kinds: [Kinds] = []
    /// Byte lengths of a contraction's words, by symbol.
    private var cuts: [UInt32: [UInt8]] = [:]
    /// The words before which a contraction is cut, by symbol; absent where it always is.
    private var followers: [UInt32: Set<UInt32>] = [:]

    /// Reads the lists; throws when a file is missing or malformed.
    init() throws {
        let named: [String: Kinds] = [
            "title": .title, "month": .calendar, "day": .calendar, "suffix": .suffix, "running": .running,
            "number": .number, "place": .place, "measure": .measure, "final": .final, "latin": .latin,
        ]
        let abbreviations = try DataFiles.table("abbreviations.tsv", columns: ["form", "kind"])
        for row in abbreviations.rows {
            guard let kind = named[row["kind"]] else {
                throw DataTable.Failure.badValue(
                    file: abbreviations.file, line: row.line, column: "kind", value: row["kind"],
                    expected: named.keys.sorted().joined(separator: ", "))
            }
            add(row["form"], kind)
        }
        let lists: [(String, Kinds)] = [
            ("hyphen-prefixes.tsv", .hyphenPrefix), ("units.tsv", .unit), ("domains.tsv", .domain),
            ("emoticons.tsv", .face),
        ]
        for (file, kind) in lists {
            for row in try DataFiles.table(file, columns: ["form"]).rows { add(row["form"], kind) }
        }
        let contractions = try DataFiles.table("contractions.tsv", columns: ["form", "words", "before"])
        for row in contractions.rows {
            let words = row["words"].split(separator: " ")
            guard words.joined() == row["form"], words.count > 1 else {
                throw DataTable.Failure.badValue(
                    file: contractions.file, line: row.line, column: "words", value: row["words"],
                    expected: "two or more words that spell the form")
            }
            let symbol = add(row["form"], .contraction)
            cuts[symbol] = words.map { UInt8(truncatingIfNeeded: $0.utf8.count) }
            let before = row["before"].split(separator: " ")
            if !before.isEmpty { followers[symbol] = Set(before.map { add(String($0), []) }) }
        }
    }

    @discardableResult
    private mutating func add(_ form: String, _ kind: Kinds) -> UInt32 {
        let symbol = table.intern(form)
        while kinds.count < table.count { kinds.append([]) }
        kinds[Int(symbol.index)].insert(kind)
        return symbol.index
    }

    /// What the list says of a lowered form.
    func kinds(of word: UnsafeBufferPointer<UInt8>) -> Kinds {
        guard let symbol = table.lookup(word) else { return [] }
        return kinds[Int(symbol.index)]
    }

    /// Byte lengths of the words of a lowered form, when it is a listed contraction; `follows` says
    /// whether the next word is one of some, and is asked only where that matters.
    func cuts(of word: UnsafeBufferPointer<UInt8>, follows: (Set<UInt32>) -> Bool) -> [UInt8]? {
        guard let symbol = table.lookup(word), let found = cuts[symbol.index] else { return nil }
        if let wanted = followers[symbol.index], !follows(wanted) { return nil }
        return found
    }

    /// Whether a lowered form is one of some words.
    func isOne(_ word: UnsafeBufferPointer<UInt8>, of words: Set<UInt32>) -> Bool {
        table.lookup(word).map { words.contains($0.index) } ?? false
    }
}
