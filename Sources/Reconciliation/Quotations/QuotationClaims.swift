internal import Records

/// Claims about quotations: what was said, in which words, and by whom.
struct QuotationClaims {
    let families: QuotationFamilies
    let aligner: QuotationAligner
    let kinds: WordKinds
    let coded: [CodedArticle]

    func drafts() -> [Draft] {
        var drafts: [Draft] = []
        for family in families.families {
            let members = family.map { families.printings[$0] }
            guard Set(members.map(\.article)).count > 1 else { continue }
            if let draft = wording(members) { drafts.append(draft) }
            if let draft = speaker(members) { drafts.append(draft) }
            if let draft = agreed(members) { drafts.append(draft) }
        }
        return drafts
    }

    /// Two printings of which one has a word that turns or changes what the other says.
    private func wording(_ members: [QuotedPrinting]) -> Draft? {
        // Readings are led by the printing that most others agree with.
        var leaders: [Int] = []
        var groups: [[Int]] = []
        var changes: [QuotationComparison.Change] = []
        let order = members.indices.sorted { a, b in
            let x = agreement(members, a)
            let y = agreement(members, b)
            // Of equals the fuller one leads, so that every part meets the words that it is a part of.
            let p = members[a].printing.words.count
            let q = members[b].printing.words.count
            return (-x, -p, members[a].article, a) < (-y, -q, members[b].article, b)
        }
        for i in order {
            var placed = false
            var comparable = false
            for (g, leader) in leaders.enumerated() {
                guard let comparison = aligner.compare(members[leader], members[i]) else { continue }
                comparable = true
                if !comparison.matters {
                    groups[g].append(i)
                    placed = true
                    break
                }
                if changes.isEmpty { changes = comparison.changes.filter(\.kind.matters) }
            }
            if !placed, leaders.isEmpty || comparable {
                leaders.append(i)
                groups.append([i])
            }
        }
        guard leaders.count > 1, let change = changes.first else { return nil }
        guard Set(leaders.map { members[$0].article }).count > 1 else { return nil }
        let base = members[leaders[0]]
        var answers: [Draft.Answer] = []
        for (g, leader) in leaders.enumerated() {
            let value: String
            var region: Range<Int>?
            if g == 0 {
                value = context(base.printing, change.firstWords)
                region = change.firstWords
            } else if let comparison = aligner.compare(base, members[leader]),
                let own = comparison.changes.first(where: \.kind.matters)
            {
                value = context(members[leader].printing, own.secondWords)
                region = own.secondWords
            } else {
                value = members[leader].quotation.text
            }
            answers.append(
                Draft.Answer(
                    value: value,
                    statement: "\(name(members[leader])): \u{201C}\(members[leader].quotation.text)\u{201D}",
                    support: groups[g].sorted().filter { $0 == leader || shows(members[$0], value) }.map { i in
                        Draft.Support(
                            article: members[i].article, origin: members[i].origin,
                            evidence: evidence(members[i], around: i == leader ? region : nil))
                    }))
        }
        let what: String =
            switch change.kind {
            case .negation: "A word that turns the meaning differs inside the quotation"
            case .modality: "How firmly it is said differs inside the quotation"
            case .number: "A number differs inside the quotation"
            default: "A word differs inside the quotation"
            }
        return Draft(
            kind: .quotation, statement: "The words of \(name(base)): \(quoted(answers.map(\.value)))",
            answers: answers, conflicting: true, why: what, weight: change.kind == .negation ? 0.9 : 0.8)
    }

    /// Whether a printing holds the words of a reading; one that was cut before them says nothing.
    private func shows(_ member: QuotedPrinting, _ value: String) -> Bool {
        let wanted = aligner.printing(of: value).keys
        let keys = member.printing.keys
        guard !wanted.isEmpty, wanted.count <= keys.count else { return false }
        return (0...(keys.count - wanted.count)).contains { keys[$0..<($0 + wanted.count)].elementsEqual(wanted) }
    }

    private func agreement(_ members: [QuotedPrinting], _ i: Int) -> Int {
        members.indices.count { j in
            guard let comparison = aligner.compare(members[i], members[j]) else { return false }
            return !comparison.matters
        }
    }

    /// The same words in the mouths of two who cannot be one voice.
    private func speaker(_ members: [QuotedPrinting]) -> Draft? {
        var speakers: [(name: String, members: [Int])] = []
        for (i, member) in members.enumerated() where member.speaker != nil || !member.titles.isEmpty {
            if let k = speakers.firstIndex(where: { group in
                group.members.allSatisfy { !QuotedPrinting.distinctSpeakers(members[$0], member) }
            }) {
                // A title alone joins the mouths that it leaves room for, and must not open a new one.
                speakers[k].members.append(i)
                if members[speakers[k].members[0]].speaker == nil { speakers[k].name = name(member) }
            } else {
                speakers.append((name(member), [i]))
            }
        }
        speakers.sort { (-$0.members.count, $0.members[0]) < (-$1.members.count, $1.members[0]) }
        guard speakers.count > 1 else { return nil }
        let articles = speakers.map { Set($0.members.map { members[$0].article }) }
        guard Set(articles.flatMap { $0 }).count > 1 else { return nil }
        let base = members[speakers[0].members[0]]
        let answers = speakers.map { speaker in
            Draft.Answer(
                value: speaker.name,
                statement: "\(speaker.name) said \u{201C}\(members[speaker.members[0]].quotation.text)\u{201D}",
                support: speaker.members.map { i in
                    Draft.Support(
                        article: members[i].article, origin: members[i].origin, evidence: inSentence(members[i]))
                })
        }
        return Draft(
            kind: .attribution, statement: "Who said \u{201C}\(shortened(base.quotation.text))\u{201D}",
            answers: answers, conflicting: true,
            why: "The same words are put into different mouths", weight: 0.85)
    }

    /// One utterance that several accounts print alike.
    private func agreed(_ members: [QuotedPrinting]) -> Draft? {
        let base = members[0]
        let alike = members.indices.filter { i in
            guard i > 0 else { return true }
            if QuotedPrinting.distinctSpeakers(base, members[i]) { return false }
            guard let comparison = aligner.compare(base, members[i]) else { return false }
            return !comparison.matters
        }
        guard Set(alike.map { members[$0].article }).count > 1 else { return nil }
        let wordings = Set(
            alike.dropFirst().compactMap { aligner.compare(base, members[$0])?.wording })
        let why: String =
            wordings.contains(.reordered)
            ? "The same words stand in another order, which changes nothing"
            : wordings.contains(.shortened)
                ? "Some print a part of it"
                : wordings.contains(.altered) ? "The printings differ in small words or forms only" : ""
        let support = alike.map { i in
            Draft.Support(
                article: members[i].article, origin: members[i].origin, evidence: evidence(members[i], around: nil))
        }
        return Draft(
            kind: .quotation, statement: "\(name(base)) said \u{201C}\(shortened(base.quotation.text))\u{201D}",
            answers: [
                Draft.Answer(
                    value: base.quotation.text, statement: "\(name(base)): \u{201C}\(base.quotation.text)\u{201D}",
                    support: support)
            ],
            conflicting: false, why: why, weight: 0.45)
    }

    private func name(_ member: QuotedPrinting) -> String {
        if let speaker = member.speaker { return speaker.name }
        guard let surface = member.quotation.speakerSurface, !kinds.isPronoun(surface.lowercased()) else {
            return "a speaker"
        }
        return surface
    }

    private func quoted(_ values: [String]) -> String {
        values.map { "\u{201C}\($0)\u{201D}" }.joined(separator: " or ")
    }

    private func shortened(_ text: String) -> String {
        let words = text.split(separator: " ")
        return words.count <= 16 ? text : words.prefix(16).joined(separator: " ") + " \u{2026}"
    }

    /// A change with two words on either side.
    private func context(_ printing: QuotationAligner.Printing, _ range: Range<Int>) -> String {
        let first = max(0, range.lowerBound - 2)
        let end = min(printing.words.count, range.upperBound + 2)
        guard first < end else { return printing.text }
        let bytes = Array(printing.text.utf8)
        let text = bytes[Int(printing.folded.starts[first])..<Int(printing.folded.stops[end - 1])]
        return String(decoding: text, as: UTF8.self)
    }

    /// The sentence of a quotation, so that cue and speaker can be seen.
    private func inSentence(_ member: QuotedPrinting) -> Evidence {
        let place = member.quotation.evidence
        let sentences = coded[member.article].sentences.filter { $0.start < place.end && place.start < $0.end }
        guard let first = sentences.first else { return evidence(member, around: nil) }
        return first.window(around: place)
    }

    /// The printed quotation, or its part around the change when it is long.
    private func evidence(_ member: QuotedPrinting, around region: Range<Int>?) -> Evidence {
        let quotation = member.quotation
        guard let region, quotation.parts.count <= 1, !member.printing.words.isEmpty else {
            let whole = quotation.evidence
            return whole.window(around: whole)
        }
        let part = quotation.parts.first ?? quotation.evidence
        guard part.quote == quotation.text else { return part.window(around: part) }
        let last = member.printing.words.count - 1
        let focus = part.part(
            bytes: Int(
                member.printing.folded.starts[min(region.lowerBound, last)])..<Int(
                    member.printing.folded.stops[min(max(region.lowerBound, region.upperBound - 1), last)]))
        return part.window(around: focus)
    }
}
