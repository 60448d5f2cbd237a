internal import Records

/// Statements of accounts that are within the record's reach: memberships, offices and treaty dates.
struct RecordClaims {
    let pool: StatementPool
    let record: OfficialRecord

    /// One claim for each fact that accounts state, with the record's answer.
    func drafts() -> [Draft] {
        guard record.holdsFacts, let words = try? CheckWords() else { return [] }
        let check = FactCheck(pool: pool, record: record, words: words)
        var found: [String: (answer: FactCheck.Answer, agree: [Statement], differ: [Statement])] = [:]
        for statement in pool.statements where statement.modality != .planned && statement.modality != .possible {
            let day = pool.coded[statement.article].dayOfWriting.map { String($0.prefix(10)) } ?? "9999-12-31"
            let agents: [ActorReference?] = statement.agents.isEmpty ? [nil] : statement.agents
            for agent in agents {
                guard let answer = check.answer(statement, agent: agent, denied: statement.isDenied, on: day) else {
                    continue
                }
                let key = answer.document.symbol + "|" + answer.statement
                var entry = found[key] ?? (answer, [], [])
                if answer.agrees { entry.agree.append(statement) } else { entry.differ.append(statement) }
                found[key] = entry
            }
        }
        return found.keys.sorted().map { draft(found[$0]!) }
    }

    private func draft(_ entry: (answer: FactCheck.Answer, agree: [Statement], differ: [Statement])) -> Draft {
        let (answer, agree, differ) = entry
        func side(_ statements: [Statement]) -> Draft.Answer {
            Draft.Answer(
                value: FigureWords.sentence(statements[0].evidence.quote), statement: statements[0].evidence.quote,
                support: statements.map {
                    Draft.Support(article: $0.article, origin: $0.origin, evidence: $0.evidence)
                })
        }
        let sides = [agree, differ].filter { !$0.isEmpty }.map(side)
        let said = "The record (\(answer.document.symbol)) has that \(answer.statement)"
        return Draft(
            kind: answer.kind, statement: answer.statement.prefix(1).uppercased() + answer.statement.dropFirst(),
            answers: sides, conflicting: sides.count > 1,
            why: sides.count > 1 ? "One side agrees with the record, the other does not" : "",
            weight: differ.isEmpty ? 0.4 : 0.9,
            record: RecordVerdict(
                verdict: agree.isEmpty ? .contradicts : .agrees, reading: 0, citing: answer.document,
                statement: said + (agree.isEmpty ? ", which no account says." : ".")))
    }
}
