import Records

extension SpeakerOutline {
    /// Groups quotations by speaker, in the order in which the story first quotes each; those of
    /// unknown speakers come last.
    static func make(_ story: Story, passages: PassageMaker) -> [SpeakerOutline] {
        let byID = Dictionary(story.quotations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var variants: [String: [Quotation]] = [:]
        var heads: [Quotation] = []
        let clauses = Set(
            story.quotations.lazy.filter { $0.kind == .indirect && isTelling($0) }.compactMap(\.attribution))
        let roots = Set(story.quotations.compactMap(\.variantOf))
        for quotation in story.quotations where isTelling(quotation) {
            // Words quoted inside a reported clause are shown in it, unless accounts differ in them.
            if quotation.kind == .mixed, quotation.variantOf == nil, !roots.contains(quotation.id),
                let attribution = quotation.attribution, clauses.contains(attribution)
            {
                continue
            }
            if let root = root(of: quotation, byID: byID), root != quotation.id {
                variants[root, default: []].append(quotation)
            } else {
                heads.append(quotation)
            }
        }
        let roles = Dictionary(story.actors.map { ($0.id, $0.role) }, uniquingKeysWith: { first, _ in first })
        var order: [String] = []
        var groups: [String: SpeakerOutline] = [:]
        for head in heads {
            let key = head.speaker?.id ?? ""
            if groups[key] == nil {
                order.append(key)
                groups[key] = SpeakerOutline(
                    speaker: head.speaker, role: head.speaker.flatMap { roles[$0.id] ?? nil }, sayings: [])
            }
            groups[key]?.add(Saying(head, variants: variants[head.id] ?? [], passages: passages))
        }
        let known = order.filter { !$0.isEmpty }.compactMap { groups[$0] }
        return known + (groups[""].map { [$0] } ?? [])
    }

    /// Adds a saying; one that is there already in the same words is another place of it.
    private mutating func add(_ saying: Saying) {
        let same = sayings.firstIndex {
            $0.passage.text == saying.passage.text && $0.variants.isEmpty && saying.variants.isEmpty
        }
        if let same {
            sayings[same].passage.citations += saying.passage.citations
        } else {
            sayings.append(saying)
        }
    }

    /// Whether a quotation stands for itself: reported words do when they are said and not only thought
    /// or meant, when it is known whose they are, and when they are more than the name of a thing.
    private static func isTelling(_ quotation: Quotation) -> Bool {
        guard quotation.kind == .indirect else { return true }
        switch quotation.attitude {
        case .belief, .knowledge, .intention, .feeling, .judgement: return false
        case .speech, .denial, .demand, .question, .prediction, nil: break
        }
        return quotation.speaker != nil && WordDifference.split(quotation.text).count >= 4
    }

    /// The quotation at the end of a chain of variants; a cycle ends where it was entered.
    private static func root(of quotation: Quotation, byID: [String: Quotation]) -> String? {
        var seen: Set<String> = [quotation.id]
        var current = quotation
        while let next = current.variantOf, let quotation = byID[next], seen.insert(next).inserted {
            current = quotation
        }
        return current.id
    }
}

extension SpeakerOutline.Saying {
    fileprivate init(_ quotation: Quotation, variants: [Quotation], passages: PassageMaker) {
        self.quotation = quotation
        permalink = Permalink.make("quotation", id: quotation.id)
        let all = [quotation.evidence] + variants.map(\.evidence)
        backing = Backing(articles: passages.index.articleCount(all), origins: passages.index.originCount(all))
        passage = passages.passage(passages.plain(quotation.text), quotation.evidence)
        for same in variants where same.wording == .identical {
            passage.citations.append(passages.citation(same.evidence))
        }
        self.variants = variants.filter { $0.wording != .identical }.map {
            let words = WordDifference($0.text, quotation.text, endsMayBeCut: true).first
            return SpeakerOutline.Variant(quotation: $0, passage: passages.passage(words, $0.evidence))
        }
    }
}
