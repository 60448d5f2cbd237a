internal import Records

/// Takes back readings that one sentence would hold against itself.
///
/// A writer who gives two numbers, days or places in one sentence means two things by them ("96 by
/// helicopter and 72 by ambulance"); where a claim has both as rival readings, at least one was misread.
/// The sentence stays with the reading that more articles carry and leaves the others; where no reading
/// carries more, it leaves them all.
struct SelfConsistency {
    let coded: [CodedArticle]

    private struct Place: Hashable {
        var article: Int
        var sentence: Int
    }

    /// The drafts with what contradicts itself taken out; one that is left with a single reading is no
    /// longer conflicting, one that is left with none is dropped. O(support · sentences of an article).
    func settled(_ drafts: [Draft]) -> [Draft] {
        drafts.compactMap { draft in
            guard draft.conflicting else { return draft }
            var answersAt: [Place: Set<Int>] = [:]
            for (number, answer) in draft.answers.enumerated() {
                for support in answer.support { answersAt[place(support), default: []].insert(number) }
            }
            let strength = draft.answers.map { Set($0.support.map(\.article)).count }
            var draft = draft
            for (place, rivals) in answersAt where rivals.count > 1 {
                let most = rivals.map { strength[$0] }.max() ?? 0
                let strongest = rivals.filter { strength[$0] == most }
                for rival in rivals where strongest.count > 1 || !strongest.contains(rival) {
                    draft.answers[rival].support.removeAll { self.place($0) == place }
                }
            }
            draft.answers.removeAll { $0.support.isEmpty }
            if draft.answers.isEmpty { return nil }
            if draft.answers.count == 1 {
                draft.conflicting = false
                draft.why = ""
            }
            return draft
        }
    }

    private func place(_ support: Draft.Support) -> Place {
        let sentences = coded[support.article].sentences
        let sentence = sentences.firstIndex { $0.end > support.evidence.start } ?? sentences.count
        return Place(article: support.article, sentence: sentence)
    }
}
