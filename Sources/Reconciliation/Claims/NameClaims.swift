internal import Records

/// Names that accounts print differently though they mean one actor. Never a conflict: a note.
struct NameClaims {
    let pool: StatementPool

    func drafts() -> [Draft] {
        struct Printed {
            var name: String
            var support: [Draft.Support]
        }
        var byActor: [String: (name: String, forms: [String: Printed])] = [:]
        for (a, article) in pool.coded.enumerated() {
            for actor in article.actors where actor.kind == .person {
                for surface in actor.surfaces {
                    // Only capitalised words; titles in lower case go.
                    let folded = FoldedText(surface.text)
                    let words = (0..<folded.count).filter { folded.capitals[$0] }.map { folded[$0] }
                    guard let last = words.last, words.count <= 4 else { continue }
                    let sentence = article.sentences.lastIndex { $0.start <= surface.evidence.start } ?? 0
                    let support = Draft.Support(
                        article: a, origin: pool.origin(a, sentence), evidence: surface.evidence)
                    byActor[actor.id, default: (actor.name, [:])].forms[last, default: Printed(name: last, support: [])]
                        .support.append(support)
                }
            }
        }
        var drafts: [Draft] = []
        for id in byActor.keys.sorted() {
            let (name, forms) = byActor[id]!
            let keys = forms.keys.sorted { (-forms[$0]!.support.count, $0) < (-forms[$1]!.support.count, $1) }
            guard let main = keys.first else { continue }
            let variants = keys.filter { $0 == main || $0 != main && Identity.similar($0, main) }
            guard variants.count > 1 else { continue }
            drafts.append(
                Draft(
                    kind: .name, statement: "How the name of \(name) is spelled",
                    answers: variants.map { key in
                        let printed = forms[key]!
                        let first = printed.support[0].evidence.quote
                        return Draft.Answer(value: first, statement: "printed as \(first)", support: printed.support)
                    },
                    conflicting: false, why: "The spellings differ, the person is one", weight: 0.05, lesser: true))
        }
        return drafts
    }
}
