internal import Records

/// Lists of states with one standing in a body, name by name: who is a member, who only an observer, and
/// who was given a standing.
struct RosterClaims {
    let pool: StatementPool

    /// States to which one sentence gives one standing.
    private struct Roster {
        var article: Int
        var sentence: Int
        var standing: String
        /// Whether the standing is only asked for or being given.
        var pending: Bool
        /// Whether the list tells of states that received the standing.
        var granted: Bool
        var states: [ActorReference]
        /// Whether nothing that is not understood stands between the names.
        var complete: Bool
        var evidence: Evidence
    }

    func build() -> (drafts: [Draft], misses: [NearMiss]) {
        let all = rosters()
        var misses: [NearMiss] = []
        let drafts = standings(all, &misses) + lists(all)
        return (drafts, misses)
    }

    // MARK: One state

    /// States with two standings that cannot be held at once, those of one pattern together.
    private func standings(_ all: [Roster], _ misses: inout [NearMiss]) -> [Draft] {
        var byState: [String: [Int]] = [:]
        for (r, roster) in all.enumerated() {
            for state in roster.states { byState[state.id, default: []].append(r) }
        }
        var patterns: [String: [String]] = [:]
        for state in byState.keys.sorted() {
            let list = clashing(byState[state]!, all)
            if let miss = miss(byState[state]!.map { all[$0] }, clashing: list.map { all[$0] }) {
                if !misses.contains(miss) { misses.append(miss) }
            }
            byState[state] = list
            let values = Set(list.map { value(all[$0]) })
            guard values.count > 1, Set(list.map { all[$0].article }).count > 1 else { continue }
            // An account that gives both tells of a change from the one to the other.
            let both = Dictionary(grouping: list) { all[$0].article }.contains {
                Set($0.value.map { value(all[$0]) }).count > 1
            }
            guard !both, !followsInTime(list.map { all[$0] }) else { continue }
            patterns[list.map { "\(all[$0].article)=\(value(all[$0]))" }.joined(separator: " "), default: []].append(
                state)
        }
        return patterns.keys.sorted().map { pattern in
            let states = patterns[pattern]!
            let list = byState[states[0]]!.map { all[$0] }
            let names = Wording.list(states.compactMap { id in list[0].states.first { $0.id == id }?.name }.sorted())
            return draft(
                "The standing of \(names)", Dictionary(grouping: list, by: value),
                { "\(names): \($0)" }, "A state has one standing in a body at a time")
        }
    }

    /// A standing that one account has held and another asked for, where that is no contradiction.
    private func miss(_ all: [Roster], clashing: [Roster]) -> NearMiss? {
        guard let held = all.first(where: { !$0.pending }),
            let asked = all.first(where: { $0.pending && $0.article != held.article })
        else { return nil }
        let reason: String
        if asked.standing != held.standing, !clashing.contains(where: \.pending) {
            reason = "A state may be \(held.standing) while it asks to become \(asked.standing)."
        } else if followsInTime([held, asked]) {
            reason = "What was still to come in the earlier account is done in the later one."
        } else {
            return nil
        }
        return NearMiss(kind: .membership, reason: reason, first: held.evidence, second: asked.evidence)
    }

    /// The rosters of a state that can exclude each other: standings that it has, or one that it has here and
    /// only asks for there. To hold one standing while asking for the next is no contradiction.
    private func clashing(_ list: [Int], _ all: [Roster]) -> [Int] {
        let held = list.filter { !all[$0].pending }
        if Set(held.map { all[$0].standing }).count > 1 { return held }
        let standings = Set(held.map { all[$0].standing })
        return held + list.filter { all[$0].pending && standings.contains(all[$0].standing) }
    }

    private func value(_ roster: Roster) -> String {
        roster.pending ? "to become \(roster.standing)" : roster.standing
    }

    /// What was still to come in the earlier account and done in the later one is no contradiction.
    private func followsInTime(_ list: [Roster]) -> Bool {
        let pending = list.filter(\.pending)
        let done = list.filter { !$0.pending }
        guard !pending.isEmpty, !done.isEmpty, Set(list.map(\.standing)).count == 1 else { return false }
        return pending.allSatisfy { p in
            done.allSatisfy { d in
                guard let x = pool.published[p.article], let y = pool.published[d.article] else { return true }
                return x < y
            }
        }
    }

    // MARK: Whole lists

    /// Lists of those who received one standing, or of all who hold it, that name different states.
    private func lists(_ all: [Roster]) -> [Draft] {
        var drafts: [Draft] = []
        let whole = all.filter { $0.states.count > 1 && !$0.pending && $0.complete }
        var groups: [String: [Roster]] = [:]
        for roster in whole where roster.granted || roster.standing == "member" && roster.states.count > 2 {
            groups["\(roster.standing)|\(roster.granted)", default: []].append(roster)
        }
        for key in groups.keys.sorted() {
            let rosters = groups[key]!
            guard Set(rosters.map(\.article)).count > 1 else { continue }
            let values = Dictionary(grouping: rosters) { roster in Wording.list(roster.states.map(\.name).sorted()) }
            guard values.count > 1 else { continue }
            // Lists of the same matter share most of their names.
            let kept = values.filter { one in
                values.contains { other in other.key != one.key && overlap(one.value[0], other.value[0]) }
            }
            guard kept.count > 1, Set(kept.flatMap { $0.value.map(\.article) }).count > 1 else { continue }
            let standing = rosters[0].standing
            drafts.append(
                draft(
                    rosters[0].granted ? "Which states became \(standing)s" : "Which states are \(standing)s", kept,
                    { $0 }, "The accounts give complete lists that are not the same"))
        }
        return drafts
    }

    private func overlap(_ a: Roster, _ b: Roster) -> Bool {
        let x = Set(a.states.map(\.id))
        let y = Set(b.states.map(\.id))
        return 2 * x.intersection(y).count >= min(x.count, y.count) && !x.isDisjoint(with: y)
    }

    private func draft(
        _ statement: String, _ values: [String: [Roster]], _ words: (String) -> String, _ why: String
    ) -> Draft {
        let order = values.keys.sorted { (-values[$0]!.count, $0) < (-values[$1]!.count, $1) }
        return Draft(
            kind: .membership, statement: statement,
            answers: order.map { value in
                Draft.Answer(
                    value: value, statement: words(value),
                    support: values[value]!.map { roster in
                        Draft.Support(
                            article: roster.article, origin: pool.origin(roster.article, roster.sentence),
                            evidence: roster.evidence)
                    })
            },
            conflicting: true, why: why, weight: 0.75)
    }

    // MARK: Reading

    private func rosters() -> [Roster] {
        var out: [Roster] = []
        for (a, article) in pool.coded.enumerated() {
            let states = article.actors.filter { $0.kind == .state }
            guard states.count > 1 else { continue }
            for (s, sentence) in article.sentences.enumerated() {
                for part in Self.parts(of: sentence) {
                    guard let standing = standing(in: part) ?? carried(part, out.last, a, s) else { continue }
                    var named: [(start: Int, end: Int, actor: ActorReference)] = []
                    for state in states {
                        for surface in state.surfaces
                        where part.start <= surface.evidence.start && surface.evidence.end <= part.end
                            && standsAlone(surface.evidence, in: part)
                        {
                            if !named.contains(where: { $0.actor.id == state.id }) {
                                named.append((surface.evidence.start, surface.evidence.end, state.reference))
                            }
                        }
                    }
                    guard named.count > 1 || named.count == 1 && standing.sole else { continue }
                    let told = FoldedText(part.quote).words
                    let words = Set(told)
                    guard !words.contains(where: { pool.kinds.isIn(.partial, $0) }), !part.quote.contains("such as")
                    else {
                        continue
                    }
                    out.append(
                        Roster(
                            article: a, sentence: s, standing: standing.name,
                            pending: isPending(told),
                            granted: words.contains { pool.kinds.isIn(.granted, $0) },
                            states: named.sorted { $0.start < $1.start }.map(\.actor),
                            complete: Self.isComplete(named.map { ($0.start, $0.end) }, in: part),
                            evidence: part.window(around: part)))
                }
            }
        }
        return out
    }

    /// Whether a stretch tells of a standing that is only asked for or being given: no word that has it given
    /// stands behind the word for that ("began to admit Oria and gave Belmar the status").
    private func isPending(_ words: [String]) -> Bool {
        guard let last = words.lastIndex(where: { pool.kinds.isIn(.pending, $0) }) else { return false }
        return !words.indices.dropFirst(last + 1).contains { i in
            pool.kinds.isIn(.conferred, words[i]) && words[i - 1] != "to" && !pool.kinds.isIn(.passive, words[i - 1])
        }
    }

    /// The standing that a stretch of a sentence gives those whom it names; sole when one name is enough.
    private func standing(in part: Evidence) -> (name: String, sole: Bool)? {
        let words = FoldedText(part.quote).words
        let text = words.joined(separator: " ")
        let gathers = pool.concepts.concept("member").map { pool.concepts.phrases(of: $0) } ?? []
        if gathers.contains(where: { text.contains($0) }) {
            return ("member", false)
        }
        let found = words.compactMap { pool.concepts.standing($0) ?? pool.concepts.standing(stem($0)) }
        guard let first = found.first, Set(found).count == 1 else { return nil }
        return (first, false)
    }

    /// "That status" is the one of the sentence before.
    private func carried(_ part: Evidence, _ last: Roster?, _ a: Int, _ s: Int) -> (name: String, sole: Bool)? {
        guard let last, last.article == a, s - last.sentence <= 1 else { return nil }
        let words = FoldedText(part.quote).words
        let taken = zip(words, words.dropFirst()).contains { ["that", "this", "such"].contains($0) && $1 == "status" }
        return taken ? (last.standing, false) : nil
    }

    /// Whether only commas and joining words stand between the names of a list.
    private static func isComplete(_ places: [(start: Int, end: Int)], in part: Evidence) -> Bool {
        let scalars = Array(part.quote.unicodeScalars)
        let order = places.sorted { $0.start < $1.start }
        return zip(order, order.dropFirst()).allSatisfy { a, b in
            let from = a.end - part.start
            let to = b.start - part.start
            guard from >= 0, to <= scalars.count, from <= to else { return false }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[from..<to])
            return FoldedText(String(view)).words.allSatisfy { $0 == "and" || $0 == "the" }
        }
    }

    /// A sentence cut where a new list begins: at semicolons and at commas before a joining word.
    private static func parts(of sentence: Evidence) -> [Evidence] {
        let bytes = Array(sentence.quote.utf8)
        var cuts = [0]
        let joints = [";", ", while ", ", and agreed ", ", and on ", ", and to ", ", but ", ", whereas "].map {
            Array($0.utf8)
        }
        for i in bytes.indices {
            for joint in joints where i + joint.count <= bytes.count && bytes[i] == joint[0] {
                if bytes[i..<(i + joint.count)].elementsEqual(joint) { cuts.append(i) }
            }
        }
        cuts.append(bytes.count)
        return zip(cuts, cuts.dropFirst()).filter { $0 < $1 }.map { sentence.part(bytes: $0..<$1) }
    }

    /// Whether a name stands in a list and not before a noun ("Russian troops", "Iran's President").
    private func standsAlone(_ place: Evidence, in part: Evidence) -> Bool {
        let scalars = Array(part.quote.unicodeScalars)
        let end = place.end - part.start
        guard end < scalars.count else { return true }
        if [",", ";", ".", ":", ")"].contains(Character(scalars[end])) { return true }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[end..<min(scalars.count, end + 12)])
        let next = String(view).split(separator: " ").first.map(String.init) ?? ""
        return pool.kinds.isIn(.behind, next)
    }
}
