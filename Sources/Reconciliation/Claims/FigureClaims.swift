internal import Records

/// Claims about quantities: accounts that count one thing, with their numbers.
struct FigureClaims {
    let pool: StatementPool

    func build() -> (drafts: [Draft], misses: [NearMiss]) {
        let figures = FigureReadings(pool: pool).all()
        let comparison = FigureComparison(pool: pool)
        var parent = Array(figures.indices)
        func root(_ i: Int) -> Int {
            var i = i
            while parent[i] != i { i = parent[i] }
            return i
        }
        var clashes: [(Int, Int)] = []
        var loose: [(Int, Int)] = []
        var misses: [NearMiss] = []
        var notes: [Int: [String]] = [:]
        for (i, j) in pairs(figures) {
            switch comparison.compare(figures[i], figures[j]) {
            case .agree(let reason, let firm):
                if let reason {
                    misses.append(miss(figures[i], figures[j], reason))
                    notes[i, default: []].append(reason)
                    notes[j, default: []].append(reason)
                }
                guard firm else {
                    loose.append((i, j))
                    continue
                }
                let x = root(i)
                let y = root(j)
                if x != y { parent[max(x, y)] = min(x, y) }
            case .conflict: clashes.append((i, j))
            case .apart(let reason):
                if let reason { misses.append(miss(figures[i], figures[j], reason)) }
            }
        }
        // A bound joins one number that it leaves room for; it does not join numbers to each other.
        let clashing = Set(clashes.flatMap { [[root($0.0), root($0.1)], [root($0.1), root($0.0)]] })
        var bound: Set<Int> = []
        for (i, j) in loose {
            let (wide, narrow) = figures[i].isNarrow ? (j, i) : (i, j)
            guard !bound.contains(wide), root(wide) == wide, root(narrow) != wide else { continue }
            guard figures[narrow].isNarrow || !bound.contains(narrow), !clashing.contains([root(wide), root(narrow)])
            else { continue }
            bound.insert(wide)
            if !figures[narrow].isNarrow { bound.insert(narrow) }
            parent[wide] = root(narrow)
        }
        var groups: [Int: [Int]] = [:]
        for i in figures.indices { groups[root(i), default: []].append(i) }
        // Groups that clash become the readings of one claim.
        var question: [Int: Int] = [:]
        func top(_ g: Int) -> Int {
            var g = g
            while let next = question[g], next != g { g = next }
            return g
        }
        for (i, j) in clashes where root(i) != root(j) {
            // One account says that the number was changed; the others that give either need not.
            let (first, second) = (groups[root(i)] ?? [], groups[root(j)] ?? [])
            if changed(from: first, to: second, figures) || changed(from: second, to: first, figures) {
                misses.append(miss(figures[i], figures[j], "the number was changed from the one to the other"))
                continue
            }
            let x = top(root(i))
            let y = top(root(j))
            if x != y { question[max(x, y)] = min(x, y) }
        }
        var claims: [Int: [Int]] = [:]
        for g in groups.keys { claims[top(g), default: []].append(g) }
        var drafts: [Draft] = []
        for key in claims.keys.sorted() {
            let sides = oneANumber(claims[key]!.map { groups[$0]! }, figures)
            drafts.append(draft(sides, figures, notes, conflicting: sides.count > 1))
        }
        return (drafts, misses)
    }

    /// Whether one of some figures is told as what a number of others became.
    private func changed(from old: [Int], to new: [Int], _ figures: [FigureStatement]) -> Bool {
        new.contains { i in
            guard let previous = figures[i].figure.previous else { return false }
            return old.contains { previous >= figures[$0].low && previous <= figures[$0].high }
        }
    }

    /// Sides of one claim that give the very same number are one reading.
    private func oneANumber(_ sides: [[Int]], _ figures: [FigureStatement]) -> [[Int]] {
        var merged: [[Int]] = []
        for side in sides {
            let numbers = Set(side.compactMap { figures[$0].figure.value })
            let same = merged.firstIndex { !numbers.isDisjoint(with: Set($0.compactMap { figures[$0].figure.value })) }
            if let same { merged[same] = (merged[same] + side).sorted() } else { merged.append(side) }
        }
        return merged
    }

    /// Pairs of figures of different articles that can count one thing: of one unit and with a thing,
    /// an actor or a word in common.
    private func pairs(_ figures: [FigureStatement]) -> [(Int, Int)] {
        var pairs: [(Int, Int)] = []
        for i in figures.indices {
            for j in figures.indices.dropFirst(i + 1) where figures[i].article != figures[j].article {
                if figures[i].figure.unit != figures[j].figure.unit { continue }
                pairs.append((i, j))
            }
        }
        return pairs
    }

    private func miss(_ a: FigureStatement, _ b: FigureStatement, _ reason: String) -> NearMiss {
        NearMiss(
            kind: a.figure.kind == .money ? .money : .count,
            reason: "\(FigureWords.value(a.figure)) and \(FigureWords.value(b.figure)) do not clash: \(reason).",
            first: a.evidence, second: b.evidence)
    }

    private func draft(
        _ sides: [[Int]], _ figures: [FigureStatement], _ notes: [Int: [String]], conflicting: Bool
    ) -> Draft {
        let ordered = sides.sorted {
            (-Set($0.map { figures[$0].origin }).count, $0[0]) < (-Set($1.map { figures[$0].origin }).count, $1[0])
        }
        let lead = figures[ordered[0][0]]
        let answers = ordered.map { side -> Draft.Answer in
            let chosen = side.map { figures[$0] }.min { rank($0.figure) < rank($1.figure) } ?? figures[side[0]]
            return Draft.Answer(
                value: FigureWords.value(chosen.figure), statement: chosen.evidence.quote,
                support: side.map {
                    Draft.Support(
                        article: figures[$0].article, origin: figures[$0].origin, evidence: figures[$0].evidence)
                })
        }
        let reasons = Set(sides.flatMap { $0 }.flatMap { notes[$0] ?? [] }).sorted()
        let why: String
        if conflicting {
            why = "The numbers are of one thing and exclude each other"
        } else if let reason = reasons.first {
            why = reason.prefix(1).uppercased() + reason.dropFirst()
        } else {
            why = ""
        }
        let shown = named(ordered, figures) ?? lead
        let small = (lead.figure.value ?? 100) <= 12 && lead.figure.kind != .money && lead.figure.kind != .votes
        let lesser =
            !conflicting
            && (small && lead.concepts.allSatisfy { pool.concepts.families[$0] != "casualty" }
                || lead.figure.definite == true
                || lead.figure.kind != .money && lead.figure.counted == nil)
        return Draft(
            kind: lead.figure.kind == .money ? .money : .count, statement: ClaimWording(pool: pool).figure(shown),
            answers: answers,
            conflicting: conflicting, why: why,
            weight: conflicting ? (lead.figure.kind == .money ? 0.85 : 0.8) : lead.figure.kind == .money ? 0.6 : 0.5,
            lesser: lesser)
    }

    /// A figure whose words say what is counted, of the reading that comes first.
    private func named(_ sides: [[Int]], _ figures: [FigureStatement]) -> FigureStatement? {
        sides.joined().map { figures[$0] }.first {
            $0.figure.counted != nil && ($0.head.map { !pool.isGeneric($0) } ?? false)
        }
    }

    /// Exact figures lead a reading.
    private func rank(_ figure: Figure) -> Int {
        switch figure.bound {
        case .exact: figure.role == .increment || figure.role == .rate ? 2 : 0
        case .about: 1
        default: 3
        }
    }
}
