internal import Records

/// Whom a count of victims is about: what they fell victim to, on which side they stood, and what kind of
/// people they were. Two tolls are of one thing only where none of the three differs.
struct TollScope: Sendable, Hashable {
    /// Sorts of happening that the text gives as the cause.
    var sorts: Set<String> = []
    /// Stems of the words of the sentence that names the happening, without the actors' names.
    var circumstances: Set<Int32> = []
    /// The day of the happening, where the text tells it.
    var day: DaySpan?
    /// The states or peoples to which the victims belong: codes, and the first letters of printed names.
    var victims: Set<String> = []
    /// The kind of people that the words name.
    var people: String?

    /// Why two tolls are of different things; `nil` when they may be of one.
    func apart(from other: TollScope) -> String? {
        if let p = people, let q = other.people, p != q { return "the one counts \(p), the other \(q)" }
        if !victims.isEmpty, !other.victims.isEmpty, victims.isDisjoint(with: other.victims) {
            return "each counts the victims of one side"
        }
        if let p = day, let q = other.day, p.distance(to: q) > Self.slack, p.length <= 7, q.length <= 7,
            sharedCircumstances(other) < 2
        {
            return "they count the victims of two happenings, on different days"
        }
        if !sorts.isEmpty, !other.sorts.isEmpty, sorts.isDisjoint(with: other.sorts), sharedCircumstances(other) == 0 {
            return "they count the victims of different happenings"
        }
        return nil
    }

    /// Whether the two may be of one thing but one of them says more narrowly whom it counts.
    func isWiderOrNarrower(than other: TollScope) -> Bool { (people == nil) != (other.people == nil) }

    /// How much speaks for one happening: its sort, and its day.
    func bond(with other: TollScope) -> Double {
        var bond = sorts.isDisjoint(with: other.sorts) ? 0 : 0.5
        if let p = day, let q = other.day, p.distance(to: q) <= 1 { bond += 0.8 }
        return bond
    }

    /// Whether both name one sort of happening, and a day or a circumstance of it in common.
    func tellsOfOne(with other: TollScope) -> Bool {
        bond(with: other) > 1 || !sorts.isDisjoint(with: other.sorts) && sharedCircumstances(other) > 0
    }

    private func sharedCircumstances(_ other: TollScope) -> Int {
        circumstances.intersection(other.circumstances).count
    }

    /// Days that one happening may be told apart by mistake.
    private static let slack = 2
}

/// Reads the scope of the tolls of one article, each from its sentence and, where that is silent, from the
/// sentences before it.
struct TollReader {
    let pool: StatementPool
    let article: Int
    /// How far back a sentence looks for the happening that it speaks of.
    private static let reach = 3
    private static let nameLength = 4
    /// Families of acts whose day is that of the happening which they name.
    private static let timed: Set<String> = ["conflict", "accident", "phase"]

    /// The scope of a figure; `nil` for figures that count no victims.
    func scope(_ figure: Figure, concepts: Set<Int>, thing: String?) -> TollScope? {
        guard figure.kind == .people || figure.kind == .count,
            figure.fate.map({ $0 != .displaced && $0 != .detained })
                ?? concepts.contains(where: { pool.concepts.families[$0] == "casualty" })
        else { return nil }
        let coded = pool.coded[article]
        let sentence = coded.sentences[figure.sentence]
        var scope = TollScope()
        scope.people = people(figure, sentence)
        scope.victims = victims(figure, sentence)
        if scope.people == nil, let thing { scope.people = pool.happenings.people(thing) }
        // A headline is told out in the sentence after it.
        let places = (0...Self.reach).map { figure.sentence - $0 } + (figure.sentence == 0 ? [1] : [])
        for at in places where at >= 0 && at < coded.sentences.count {
            let words = happenings(coded.sentences[at].quote)
            guard !words.isEmpty else { continue }
            scope.sorts = words
            let beside = timeWords(at).union(names(at))
            scope.circumstances = Set(
                pool.sentenceTerms[article][at].filter {
                    !pool.isName($0) && !pool.isGeneric($0) && !pool.isActStem($0) && !beside.contains($0)
                })
            break
        }
        scope.day = day(of: figure, sorts: scope.sorts)
        return scope
    }

    /// Stems of the words by which a sentence tells its times.
    private func timeWords(_ sentence: Int) -> Set<Int32> {
        var found: Set<Int32> = []
        for statement in pool.ofSentence[article][sentence] {
            for time in pool.statements[statement].times {
                found.formUnion(FoldedText(time.evidence.quote).words.compactMap { pool.number(stem($0)) })
            }
        }
        return found
    }

    /// Stems of the words that a sentence prints with a capital, its first left out: names are all over a story.
    private func names(_ sentence: Int) -> Set<Int32> {
        let folded = FoldedText(pool.coded[article].sentences[sentence].quote)
        return Set(
            (0..<folded.count).filter { $0 > 0 && folded.capitals[$0] }
                .compactMap { pool.number(stem(pool.kinds.neutral(folded[$0]))) })
    }

    private func happenings(_ text: String) -> Set<String> {
        Set(FoldedText(text).words.compactMap { pool.happenings.sort(stem($0)) })
    }

    /// The kind of people named beside the number, or as the whole of which it counts some.
    private func people(_ figure: Figure, _ sentence: Evidence) -> String? {
        let own = FoldedText(figure.evidence.quote).words + behind(figure, sentence, 4)
        if let kind = own.lazy.compactMap({ pool.happenings.people(stem($0)) }).first { return kind }
        let ahead = sentence.between(
            sentence,
            Evidence(article: sentence.article, start: figure.evidence.start, end: figure.evidence.start, quote: ""))
        let words = FoldedText(ahead.quote).words.suffix(6)
        if let among = words.firstIndex(of: "among"), among + 1 < words.endIndex {
            return words[(among + 1)...].lazy.compactMap { pool.happenings.people(stem($0)) }.first
        }
        return nil
    }

    /// The words right behind the number, up to the end of its phrase.
    private func behind(_ figure: Figure, _ sentence: Evidence, _ count: Int) -> [String] {
        var words: [String] = []
        for word in self.words(after: figure, sentence, count) {
            // "Five of them children": the words between say that it is a part.
            if pool.kinds[word] != .content, words.contains(where: { pool.kinds[$0] == .content }) { break }
            words.append(word)
        }
        return words
    }

    /// The words that follow the number, up to the next mark.
    private func words(after figure: Figure, _ sentence: Evidence, _ count: Int) -> [String] {
        let tail = sentence.between(
            Evidence(article: sentence.article, start: figure.evidence.end, end: figure.evidence.end, quote: ""),
            Evidence(article: sentence.article, start: sentence.end, end: sentence.end, quote: ""))
        return Array(FoldedText(String(tail.quote.prefix { !",;.:".contains($0) })).words.prefix(count))
    }

    /// The peoples named in the figure's own words, by "on the … side", or as those who lost them.
    private func victims(_ figure: Figure, _ sentence: Evidence) -> Set<String> {
        var found = names(inside: figure.evidence)
        // "Four of our men": those of the outlet's own side, whichever that is.
        if found.isEmpty, (FoldedText(figure.evidence.quote).words + words(after: figure, sentence, 3)).contains("our")
        {
            return ["our \(article)"]
        }
        if found.isEmpty, let side = sideNamed(in: sentence) { found = side }
        if found.isEmpty {
            for i in pool.ofSentence[article][figure.sentence] {
                let statement = pool.statements[i]
                guard statement.evidence.start <= figure.evidence.start, figure.evidence.end <= statement.evidence.end
                else { continue }
                let losses = FoldedText(statement.evidence.quote).words.contains { $0 == "losses" || $0 == "loss" }
                guard statement.predicate == "lose" || losses else { continue }
                for agent in statement.agents where agent.kind == .state { found.insert(Identity.state(agent)) }
            }
        }
        if found.isEmpty, let head = figure.counted?.split(separator: " ").last {
            // "Three Tarsian guards were killed. Nine guards were wounded": the same people.
            let before = pool.coded[article].figures.last { other in
                other.evidence.end <= figure.evidence.start && figure.sentence - other.sentence <= Self.reach
                    && other.counted?.split(separator: " ").last == head && !names(inside: other.evidence).isEmpty
            }
            if let before { return names(inside: before.evidence) }
        }
        return found
    }

    /// Codes of the actors printed inside a stretch, and the first letters of its names.
    private func names(inside evidence: Evidence) -> Set<String> {
        var found: Set<String> = []
        let folded = FoldedText(evidence.quote)
        for i in 0..<folded.count where folded.capitals[i] && pool.kinds[folded[i]] == .content && i > 0 {
            if folded[i].utf8.count >= Self.nameLength { found.insert(String(folded[i].prefix(Self.nameLength))) }
        }
        for actor in pool.coded[article].actors
        where actor.surfaces.contains(where: { evidence.start <= $0.evidence.start && $0.evidence.end <= evidence.end })
        {
            if let country = actor.country { found.insert(country) }
        }
        return found
    }

    /// The name before "side" ("on the Armenian side").
    private func sideNamed(in sentence: Evidence) -> Set<String>? {
        let folded = FoldedText(sentence.quote)
        guard let side = (0..<folded.count).first(where: { folded[$0] == "side" }), side > 0, folded.capitals[side - 1]
        else { return nil }
        let found = names(
            inside: sentence.part(bytes: Int(folded.starts[max(0, side - 2)])..<Int(folded.stops[side - 1])))
        return found.isEmpty ? nil : found
    }

    /// The day on which those whom a figure counts fell victim: that of its own clause, or the only one that the
    /// article gives for a clause of victims.
    private func day(of figure: Figure, sorts: Set<String>) -> DaySpan? {
        let own = pool.ofSentence[article][figure.sentence].map { pool.statements[$0] }
            .filter { $0.evidence.start <= figure.evidence.start && figure.evidence.end <= $0.evidence.end }
            .sorted {
                ($0.evidence.end - $0.evidence.start, $0.proposition) < (
                    $1.evidence.end - $1.evidence.start, $1.proposition
                )
            }
        if let day = own.lazy.compactMap(day).first { return day }
        let all = Set(
            pool.ofSentence[article].joined().compactMap { i in
                let named = happenings(pool.statements[i].evidence.quote)
                return named.isEmpty || sorts.isEmpty || !named.isDisjoint(with: sorts) ? day(pool.statements[i]) : nil
            })
        return all.count == 1 ? all.first : nil
    }

    /// The day of a clause that tells of victims or names what they fell victim to.
    private func day(_ statement: Statement) -> DaySpan? {
        let families = Set(statement.concepts.map { pool.concepts.family($0) })
        let words = FoldedText(statement.evidence.quote).words
        let isTimed =
            statement.verbal && families.contains("casualty") || pool.happenings.sort(stem(statement.predicate)) != nil
            || !families.isDisjoint(with: Self.timed) && words.contains { pool.happenings.sort(stem($0)) != nil }
        let times = statement.times.filter { time in
            guard time.anchor == nil, time.precision == .day, time.order == nil || time.order == .on else {
                return false
            }
            let own = FoldedText(time.evidence.quote).words
            // "By Tuesday 28 had died" counts up to a day.
            if own.prefix(1).contains(where: { pool.kinds.isReckoner($0) }) { return false }
            return isTimed || follows(own, words)
        }
        guard let range = times.first?.range else { return nil }
        return DaySpan(from: range.from, to: range.to)
    }

    /// Whether the words of a time stand right behind a happening ("the offensive of May 2").
    private func follows(_ time: [String], _ words: [String]) -> Bool {
        guard let first = time.first(where: { pool.kinds[$0] != .function }) else { return false }
        return words.indices.contains { i in
            words[i] == first
                && words[max(0, i - 3)..<i].contains { pool.happenings.sort(stem($0)) != nil }
        }
    }
}
