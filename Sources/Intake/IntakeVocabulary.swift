import Text

/// The word lists of this module, read once.
struct IntakeVocabulary: Sendable {
    let months: [String: Int]
    let zones: [String: Int]
    /// Starts of words that mark a date as one of an update, and of a publication.
    let updated: [String]
    let published: [String]
    let bylineLabels: LabelTable
    let roles: Set<String>
    let honorifics: Set<String>
    let particles: Set<String>
    /// Words between two names ("and"), in several languages.
    let nameJoints: [String]
    /// Words that end a name in running text ("on", "am").
    let nameEnds: Set<String>
    /// Words for a firm's legal form, with which names of publishers end.
    let legalForms: Set<String>
    /// Articles, with which names of outlets start.
    let articles: Set<String>
    let dateWords: DateScanner.SmallWords
    let sourceLabels: Set<String>
    let pictureLabels: Set<String>
    let staffLabels: [String]
    /// Agencies by their folded names and short forms.
    let agencies: [String: String]
    /// Outlets by the host of their site.
    let outlets: [String: String]
    let recordFields: [String: [String]]
    let languages: LanguageTable
    /// Codes of languages by their English names in lower case.
    let languageNames: [String: String]
    let elementNames: ElementNames
    let elementMarks: ElementMarks
    let phrases: PhraseTable
    /// Words that pages put beside their name in the text of a logo.
    let logoWords: Set<String>
    /// Names of meta elements by the field that they hold, in order of trust.
    let metaNames: [String: [String]]

    init() throws {
        func rows(_ file: String, _ columns: [String]) throws -> [DataTable.Row] {
            try DataFiles.table(file, columns: columns).rows
        }
        func number(_ row: DataTable.Row, _ column: String, _ file: String) throws -> Int {
            guard let value = Int(row[column]) else {
                throw DataTable.Failure.badValue(
                    file: file, line: row.line, column: column, value: row[column], expected: "a whole number")
            }
            return value
        }
        var months: [String: Int] = [:]
        for row in try rows("months.tsv", ["language", "month", "forms"]) {
            let month = try number(row, "month", "months.tsv")
            for form in row.list("forms") { months[form] = month }
        }
        self.months = months
        var zones: [String: Int] = [:]
        for row in try rows("time_zones.tsv", ["zone", "minutes"]) {
            zones[row["zone"]] = try number(row, "minutes", "time_zones.tsv")
        }
        self.zones = zones
        let labels = try rows("date_labels.tsv", ["kind", "starts"])
        updated = labels.filter { $0["kind"] == "updated" }.flatMap { $0.list("starts") }
        published = labels.filter { $0["kind"] == "published" }.flatMap { $0.list("starts") }
        bylineLabels = LabelTable(
            try rows("byline_labels.tsv", ["language", "labels"]).flatMap { $0.list("labels") })
        roles = Set(try rows("byline_roles.tsv", ["word"]).map { $0["word"] })
        let names = try rows("name_words.tsv", ["kind", "words"])
        func named(_ kind: String) -> [String] { names.filter { $0["kind"] == kind }.flatMap { $0.list("words") } }
        honorifics = Set(named("honorific"))
        particles = Set(named("particle"))
        nameJoints = named("joint")
        nameEnds = Set(named("end"))
        legalForms = Set(named("legal"))
        articles = Set(named("article"))
        logoWords = Set(named("logo"))
        let small = try rows("date_words.tsv", ["kind", "words"])
        func words(_ kind: String) -> Set<String> {
            Set(small.filter { $0["kind"] == kind }.flatMap { $0.list("words") })
        }
        dateWords = .init(ordinals: words("ordinal"), joints: words("joint"), timeJoints: words("time"))
        let credits = try rows("credit_labels.tsv", ["kind", "labels"])
        func credit(_ kind: String) -> [String] {
            credits.filter { $0["kind"] == kind }.flatMap { $0.list("labels") }
        }
        sourceLabels = Set(credit("source"))
        pictureLabels = Set(credit("picture"))
        staffLabels = credit("staff")
        var agencies: [String: String] = [:]
        for row in try rows("agencies.tsv", ["name", "aliases"]) {
            for alias in row.list("aliases") { agencies[Words.fold(alias)] = row["name"] }
        }
        self.agencies = agencies
        outlets = Dictionary(
            try rows("outlets.tsv", ["host", "name"]).map { ($0["host"], $0["name"]) },
            uniquingKeysWith: { first, _ in first })
        var fields: [String: [String]] = [:]
        for row in try rows("record_fields.tsv", ["field", "keys", "tools"]) { fields[row["field"]] = row.list("keys") }
        recordFields = fields
        var metaNames: [String: [String]] = [:]
        for row in try rows("meta_names.tsv", ["field", "names", "vocabulary"]) {
            metaNames[row["field"]] = row.list("names")
        }
        self.metaNames = metaNames
        elementNames = ElementNames(try rows("element_names.tsv", ["kind", "names"]))
        var languageNames: [String: String] = [:]
        for row in try rows("language_names.tsv", ["code", "names"]) {
            for name in row.list("names") { languageNames[name] = row["code"] }
        }
        self.languageNames = languageNames
        elementMarks = ElementMarks(try rows("page_words.tsv", ["kind", "words"]))
        phrases = PhraseTable(try rows("page_phrases.tsv", ["kind", "language", "phrases"]))
        languages = LanguageTable(
            try rows("function_words.tsv", ["language", "words"]).map { ($0["language"], $0.list("words")) },
            scripts: try rows("script_languages.tsv", ["first", "last", "language"]).map { row in
                guard let first = UInt32(row["first"], radix: 16), let last = UInt32(row["last"], radix: 16),
                    first <= last
                else {
                    throw DataTable.Failure.badValue(
                        file: "script_languages.tsv", line: row.line, column: "first", value: row["first"],
                        expected: "a hexadecimal scalar value, not above the last")
                }
                return .init(letters: first...last, language: row["language"])
            })
    }

    /// The agency of this name, whatever its case; `nil` for anything else.
    func agency(_ name: some StringProtocol) -> String? {
        agencies[Words.fold(name)]
    }

    /// The outlet of a host, whatever subdomain it names.
    func outlet(ofHost host: String) -> String? {
        var name = Substring(host)
        while true {
            if let outlet = outlets[String(name)] { return outlet }
            guard let dot = name.firstIndex(of: ".") else { return nil }
            name = name[name.index(after: dot)...]
        }
    }

    var dates: DateScanner { DateScanner(months: months, zones: zones, small: dateWords) }
}
