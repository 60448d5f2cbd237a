import Linguistics
import Records
import Text

extension ArticleLinking {
    /// The name after a role, or before it and a comma.
    mutating func readName(
        beside words: Range<Int>, offices: [(role: Int32, body: Int32)], left: Left, role: Int32, body: Int32?,
        kind: Role.Kind, in sentence: Range<Int>
    ) -> (words: Range<Int>, target: Target)? {
        var after = words.upperBound
        let isComma = after < sentence.upperBound && isSign(after, 44)
        if isComma { after += 1 }
        if after < sentence.upperBound, let run = nameRun(at: after, in: sentence) {
            let closes =
                run.words.upperBound >= sentence.upperBound || isSign(run.words.upperBound, 44)
                || isSign(run.words.upperBound, 46)
            if !isComma || closes && kind != .body {
                if let target = person(run, offices: offices) {
                    if case .actor(let known) = target { meet(person: known) }
                    if isComma {
                        note(target, role: role, body: body)
                        return nil
                    }
                    return (words.lowerBound..<run.words.upperBound, target)
                }
                // Bodies are no persons: "Turkish police Istanbul" names none.
                if kind != .body || isInsidePerson(run.words.lowerBound)
                    || run.words.count > 1 && isGiven(run.words.lowerBound),
                    !isComma || run.words.count > 1
                {
                    let made = makePerson(run, role: role, body: body, former: left.former)
                    if isComma { return nil }
                    return (words.lowerBound..<run.words.upperBound, made)
                }
            }
        }
        // "Mukhtar Tileuberdi, the Kazakh foreign minister".
        var before = words.lowerBound - 1
        while before > sentence.lowerBound, classes(before).contains(.article) { before -= 1 }
        guard before > sentence.lowerBound, isSign(before, 44) else { return nil }
        var start = before
        while start > sentence.lowerBound, isNameWord(start - 1) || isSign(start - 1, 45) { start -= 1 }
        guard start < before, let run = nameRun(at: start, in: start..<before), run.words.count > 1 else { return nil }
        if let target = person(run, offices: offices) {
            if case .actor(let known) = target { meet(person: known) }
            note(target, role: role, body: body)
            return (words, target)
        }
        guard kind != .body else { return nil }
        return (words, makePerson(run, role: role, body: body, former: left.former))
    }

    /// Keeps for a person made from the text what a description beside it tells.
    mutating func note(_ target: Target, role: Int32, body: Int32?) {
        guard case .local(let local) = target, let body else { return }
        if locals[local].country == nil { locals[local].country = index.country(of: body) }
        if locals[local].code == nil {
            locals[local].code = index.code(of: body, sector: index.roles[Int(role)].sector, on: day)
        }
        if locals[local].role == nil { locals[local].role = index.description(of: role, of: body) }
    }

    /// Whom a role phrase without a name means.
    func targets(
        role: Int32, sectorRole: Int32, plural: Bool, bodies: [Int32], former: Bool, mandate: Int32?,
        before word: Int
    ) -> [Target] {
        let kind = index.roles[Int(role)].kind
        if let mandate {
            let sent = envoys(role, of: bodies, for: mandate)
            if !sent.isEmpty { return sent.map { .actor($0) } }
        }
        if bodies.isEmpty {
            guard kind == .office, !plural else { return [] }
            // "the foreign minister" again: the last holder of that office that the text spoke of.
            return drafts.last { $0.office?.role == role && $0.targets.count == 1 }?.targets ?? []
        }
        return bodies.compactMap { body in
            switch kind {
            case .office where !former:
                if let holder = holder(of: role, in: body, plural: plural) { return .actor(holder) }
                return .role(body: body, role: role, former: false)
            case .person where !former && !plural && index.actors[Int(body)].sort != .state:
                // "The Hezbollah leader": whoever heads the organisation.
                if let head = index.role(id: "head"), index.roles[Int(role)].id == "leader",
                    let holder = holder(of: head, in: body, plural: false)
                {
                    return .actor(holder)
                }
                return .role(body: body, role: sectorRole, former: former)
            case .government:
                return index.actors[Int(body)].sort == .state ? .government(body) : .actor(body)
            case .members:
                return nil
            case .relation: return nil
            case .counterpart:
                return counterpart(of: body, before: word)
            default:
                return .role(body: body, role: kind == .person ? sectorRole : role, former: former)
            }
        }
    }

    /// The holder of an office on the day; for the head of an organisation, of its first office.
    func holder(of role: Int32, in body: Int32, plural: Bool) -> Int32? {
        guard let day else { return nil }
        let holders = index.holders(office: role, of: body, on: day)
        if holders.count == 1 { return holders[0] }
        guard holders.isEmpty, !plural, index.roles[Int(role)].id == "head", index.actors[Int(body)].sort != .state
        else { return nil }
        let current = index.tenures.filter { $0.of == body && $0.period.mayContain(day) }
        guard let first = current.map(\.office).min() else { return nil }
        let heads = index.holders(office: first, of: body, on: day)
        return heads.count == 1 ? heads[0] : nil
    }

    /// "His Kazakh counterpart": the holder there of the office that the last person named holds.
    func counterpart(of body: Int32, before word: Int) -> Target? {
        guard let day else { return nil }
        for draft in drafts.reversed() where draft.words.upperBound <= word {
            for case .actor(let person) in draft.targets where index.actors[Int(person)].sort == .person {
                guard let tenure = index.standing(ofPerson: person, on: day).tenure, tenure.of != body else {
                    return nil
                }
                let holders = index.holders(office: tenure.office, of: body, on: day)
                return holders.count == 1 ? .actor(holders[0]) : .role(body: body, role: tenure.office, former: false)
            }
        }
        return nil
    }
}
