import Text

/// The small words that decide how a name is meant, from `linking-words.tsv`, by symbol.
struct LinkingWords: Sendable {
    struct Classes: OptionSet, Sendable {
        let rawValue: UInt64
        static let possessive = Classes(rawValue: 1 << 0)
        static let of = Classes(rawValue: 1 << 1)
        static let `for` = Classes(rawValue: 1 << 2)
        static let within = Classes(rawValue: 1 << 3)
        static let and = Classes(rawValue: 1 << 4)
        static let article = Classes(rawValue: 1 << 5)
        static let locative = Classes(rawValue: 1 << 6)
        static let towards = Classes(rawValue: 1 << 7)
        static let actors = Classes(rawValue: 1 << 8)
        static let former = Classes(rawValue: 1 << 9)
        static let past = Classes(rawValue: 1 << 10)
        static let acting = Classes(rawValue: 1 << 11)
        static let all = Classes(rawValue: 1 << 12)
        static let none = Classes(rawValue: 1 << 13)
        static let other = Classes(rawValue: 1 << 14)
        static let most = Classes(rawValue: 1 << 15)
        static let some = Classes(rawValue: 1 << 16)
        static let one = Classes(rawValue: 1 << 17)
        static let title = Classes(rawValue: 1 << 18)
        static let particle = Classes(rawValue: 1 << 19)
        static let goalVerb = Classes(rawValue: 1 << 20)
        static let placeVerb = Classes(rawValue: 1 << 21)
        static let placeSubject = Classes(rawValue: 1 << 22)
        static let placeNoun = Classes(rawValue: 1 << 23)
        static let placeApposition = Classes(rawValue: 1 << 24)
        static let count = Classes(rawValue: 1 << 25)
        static let portfolio = Classes(rawValue: 1 << 26)
        static let rank = Classes(rawValue: 1 << 27)
        static let deputy = Classes(rawValue: 1 << 28)
        static let implied = Classes(rawValue: 1 << 29)
        static let direction = Classes(rawValue: 1 << 30)
        static let wordName = Classes(rawValue: 1 << 31)
        static let stateNoun = Classes(rawValue: 1 << 32)
        static let pair = Classes(rawValue: 1 << 33)

        /// The classes by their names in the data.
        static let named: [String: Classes] = [
            "possessive": .possessive, "of": .of, "for": .for, "within": .within, "and": .and,
            "article": .article, "locative": .locative, "towards": .towards, "actors": .actors,
            "former": .former, "past": .past, "acting": .acting, "all": .all, "none": .none,
            "other": .other, "most": .most, "some": .some, "one": .one, "title": .title,
            "particle": .particle, "goal-verb": .goalVerb, "place-verb": .placeVerb,
            "place-subject": .placeSubject, "place-noun": .placeNoun,
            "place-apposition": .placeApposition, "portfolio": .portfolio, "rank": .rank,
            "deputy": .deputy, "implied": .implied, "direction": .direction, "word-name": .wordName,
            "state-noun": .stateNoun, "pair": .pair,
        ]
    }

    /// By symbol index; beyond the end, none.
    private var classes: [Classes] = []
    private var counts: [UInt32: Int] = [:]

    init(_ table: DataTable, symbols: inout SymbolTable) throws(DataTable.Failure) {
        for row in table.rows {
            let name = row["class"]
            let number = name.hasPrefix("count-") ? Int(name.dropFirst(6)) : nil
            guard let set = number == nil ? Classes.named[name] : .count else {
                throw .badValue(
                    file: table.file, line: row.line, column: "class", value: name,
                    expected: Classes.named.keys.sorted().joined(separator: ", ") + " or count-N")
            }
            for word in row.list("words") {
                let symbol = symbols.intern(word).index
                while classes.count <= Int(symbol) { classes.append([]) }
                classes[Int(symbol)].insert(set)
                if let number { counts[symbol] = number }
            }
        }
    }

    /// The classes of an atom's symbol.
    @inline(__always)
    func classes(of symbol: UInt32) -> Classes {
        symbol < UInt32(classes.count) ? classes[Int(symbol)] : []
    }

    /// The number that a numeral stands for.
    func count(of symbol: UInt32) -> Int? { counts[symbol] }
}
