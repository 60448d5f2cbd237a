import Text

/// What lists know of words that stand in names: given names, places, heads of organisations' names,
/// titles. It helps a trained model; alone it decides nothing.
package struct NameLexicon: Sendable {
    /// What a word, or a run of words, is known as; several may hold.
    package struct Kinds: OptionSet, Sendable {
        package let rawValue: UInt16
        package init(rawValue: UInt16) { self.rawValue = rawValue }
        package static let maleName = Kinds(rawValue: 1)
        package static let femaleName = Kinds(rawValue: 2)
        package static let title = Kinds(rawValue: 4)
        package static let organisationHead = Kinds(rawValue: 8)
        package static let organisation = Kinds(rawValue: 16)
        package static let placeHead = Kinds(rawValue: 32)
        package static let personSuffix = Kinds(rawValue: 64)
        package static let calendar = Kinds(rawValue: 128)
        package static let speech = Kinds(rawValue: 256)
        package static let state = Kinds(rawValue: 512)
        package static let city = Kinds(rawValue: 1024)
        package static let region = Kinds(rawValue: 2048)
        package static let demonym = Kinds(rawValue: 4096)
        /// The word begins a listed name of several words.
        package static let begins = Kinds(rawValue: 8192)
        package static let givenName: Kinds = [.maleName, .femaleName]
        package static let places: Kinds = [.state, .city, .region, .demonym]
    }

    /// The most words that a listed name has.
    static let longestName = 5
    private var table = SymbolTable()
    private var kinds: [Kinds] = []

    /// Reads the lists; throws when a file is missing or malformed.
    package init() throws {
        let named: [String: Kinds] = [
            "organisation-head": .organisationHead, "organisation": .organisation, "title": .title,
            "place-head": .placeHead, "person-suffix": .personSuffix, "calendar": .calendar, "speech": .speech,
            "state": .state, "city": .city, "region": .region, "demonym": .demonym,
            "male": .maleName, "female": .femaleName, "unknown": .givenName,
        ]
        for (file, columns) in [
            ("name-words.tsv", ["word", "kind"]), ("place-names.tsv", ["name", "kind"]),
            ("given-names.tsv", ["name", "gender"]),
        ] {
            for row in try DataFiles.table(file, columns: columns).rows {
                guard let kind = named[row[columns[1]]] else {
                    throw DataTable.Failure.badValue(
                        file: file, line: row.line, column: columns[1], value: row[columns[1]],
                        expected: named.keys.sorted().joined(separator: ", "))
                }
                add(row[columns[0]].lowercased(), kind)
            }
        }
    }

    private mutating func add(_ name: String, _ kind: Kinds) {
        insert(name, kind)
        if let blank = name.firstIndex(of: " ") { insert(String(name[..<blank]), .begins) }
    }

    private mutating func insert(_ name: String, _ kind: Kinds) {
        let symbol = table.intern(name)
        while kinds.count < table.count { kinds.append([]) }
        kinds[Int(symbol.index)].insert(kind)
    }

    /// What the lists say of a lowered word, or of lowered words with one blank between them.
    package func kinds(of name: UnsafeBufferPointer<UInt8>) -> Kinds {
        guard let symbol = table.lookup(name) else { return [] }
        return kinds[Int(symbol.index)]
    }

    /// What the lists say of each word of an analysis, and for words inside a listed name of several
    /// words its kind with `begins` set. O(n).
    package func kinds(in analysis: borrowing Analysis) -> (words: [Kinds], names: [Kinds]) {
        let count = analysis.words.count
        let words = analysis.eachOnce(of: [analysis.words.forms]) { kinds(of: $0) }[0]
        var names = [Kinds](repeating: [], count: count)
        var joined: [UInt8] = []
        for sentence in analysis.sentences {
            for first in sentence.words where words[first].contains(.begins) {
                joined.removeAll(keepingCapacity: true)
                for word in first..<min(first + Self.longestName, sentence.words.upperBound) {
                    if word > first { joined.append(0x20) }
                    analysis.symbols.withBytes(of: analysis.words.forms[word]) { joined.append(contentsOf: $0) }
                    guard word > first else { continue }
                    let found = joined.withUnsafeBufferPointer { kinds(of: $0) }.subtracting(.begins)
                    if !found.isEmpty { for inside in first...word { names[inside] = found.union(.begins) } }
                }
            }
        }
        return (words, names)
    }
}
