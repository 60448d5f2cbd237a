import Linguistics
import Text

extension ArticleLinking {
    /// Whether the name of a capital means the place and not the government.
    ///
    /// The evidence in order: what stands around the name ("the capital Astana", "Astana,
    /// Kazakhstan"), the preposition before it, the verb or noun that it depends on. Without any it
    /// is a place, unless it is the subject of a verb.
    func isPlace(_ words: Range<Int>, in sentence: Range<Int>) -> Bool {
        let after = words.upperBound
        if isDateline(words, in: sentence) { return true }
        // "Astana, Kazakhstan" and "Kazakhstan's capital Astana".
        if after + 1 < sentence.upperBound, isSign(after, 44), itemOfWord[after + 1] >= 0 {
            let next = items[Int(itemOfWord[after + 1])]
            let capital = items[Int(itemOfWord[words.lowerBound])].bodies.first.map {
                index.actors[Int($0.target)].country
            }
            let names = next.bodies.filter { $0.kind == .name && index.actors[Int($0.target)].sort == .state }
            if names.contains(where: { index.actors[Int($0.target)].id == capital ?? nil }) { return true }
        }
        if words.lowerBound > sentence.lowerBound, lemmaClasses(words.lowerBound - 1).contains(.placeApposition) {
            return true
        }
        if after + 2 < sentence.upperBound, isSign(after, 44) {
            // "Tashkent, the capital of Uzbekistan".
            var word = after + 1
            while word < sentence.upperBound, word < after + 4, !lemmaClasses(word).contains(.placeApposition) {
                word += 1
            }
            if word < sentence.upperBound, word < after + 4 { return true }
        }
        if after < sentence.upperBound, classes(after).contains(.possessive) || isPossessiveMark(after) {
            let possessed = hasTags ? Int(analysis.words.heads[head(of: words)]) : after + 1
            return possessed >= 0 && possessed < sentence.upperBound && lemmaClasses(possessed).contains(.placeNoun)
        }
        if let preposition = preposition(before: words, in: sentence) {
            let kind = classes(preposition)
            let head = head(of: words)
            let governor = hasTags ? Int(analysis.words.heads[head]) : preposition - 1
            if kind.contains(.actors) {
                // "talks between Moscow and Kyiv", but "the road between Moscow and Kyiv".
                return governor >= 0 && lemmaClasses(governor).contains(.goalVerb)
                    && !analysis.form(preposition).lowercased().hasPrefix("with")
            }
            if kind.contains(.towards), !kind.contains(.locative) {
                // A goal or source of movement is a place; what is owed, said or given goes to a government.
                return governor < 0 || lemmaClasses(governor).contains(.goalVerb)
                    || lemmaClasses(governor).contains(.placeVerb) || lemmaClasses(governor).contains(.placeNoun)
                    || hasGoalVerb(above: governor)
            }
            if kind.contains(.locative) { return true }
            if kind.contains(.of) {
                return governor >= 0
                    && (lemmaClasses(governor).contains(.placeNoun)
                        || lemmaClasses(governor).contains(.placeApposition))
            }
            return false
        }
        guard hasTags else { return false }
        let head = head(of: words)
        let governor = Int(analysis.words.heads[head])
        guard governor >= 0 else { return true }
        let verb = lemmaClasses(governor)
        switch analysis.words.relations[head] {
        case .nsubj, .nsubjOuter, .csubj: return verb.contains(.placeSubject) || verb.contains(.placeApposition)
        case .nsubjPass: return verb.contains(.placeVerb) || verb.contains(.placeSubject)
        case .obj: return verb.contains(.placeVerb)
        case .iobj, .oblAgent: return false
        case .compound, .amod, .nmod, .nmodDesc, .flat:
            // "Moscow talks", "a Paris jewellery store" are there; "Moscow plan", "Kyiv government" are theirs.
            return !verb.contains(.stateNoun) || isCapitalised(governor)
        case .conj:
            // As the one it is joined to.
            return itemOfWord[governor] >= 0 && governor < words.lowerBound
                && (draftOfWord[governor] >= 0 && drafts[Int(draftOfWord[governor])].way == .place)
        case .root, .oblUnmarked, .nmodUnmarked, .parataxis, .list: return true
        default: return false
        }
    }

    /// Whether a name opens a sentence as its dateline: "WASHINGTON (AP) — ", "BAKU, Sept 19 - ".
    private func isDateline(_ words: Range<Int>, in sentence: Range<Int>) -> Bool {
        guard words.lowerBound == sentence.lowerBound else { return false }
        let end = min(words.upperBound + 9, sentence.upperBound)
        var sign = false
        for word in words.upperBound..<end {
            let span = analysis.span(ofWord: word)
            let form = analysis.text[span]
            if form == "\u{2014}" || form == "\u{2013}" || form == "--" || form == "-" {
                return sign || word == words.upperBound
            }
            if word == words.upperBound { sign = form == "(" || form == "," }
            if analysis.words.upos[word] == .verb || analysis.words.upos[word] == .aux { return false }
        }
        return false
    }

    /// Whether a verb of movement stands above a word that is no verb itself ("made a trip to").
    private func hasGoalVerb(above word: Int) -> Bool {
        guard word >= 0, hasTags, analysis.words.upos[word] != .verb else { return false }
        let head = Int(analysis.words.heads[word])
        return head >= 0 && lemmaClasses(head).contains(.goalVerb) && analysis.words.upos[word] == .propn
    }

    /// Whether a preposition of place stands before a name, or before the name it is joined to.
    func isAfterLocative(_ words: Range<Int>, in sentence: Range<Int>) -> Bool {
        guard let preposition = preposition(before: words, in: sentence) else { return false }
        let kind = classes(preposition)
        if kind.contains(.locative) { return true }
        guard kind.contains(.towards), hasTags else { return false }
        let governor = Int(analysis.words.heads[head(of: words)])
        return governor >= 0 && lemmaClasses(governor).contains(.goalVerb)
    }

    /// The preposition that a name depends on, or that stands right before it.
    private func preposition(before words: Range<Int>, in sentence: Range<Int>) -> Int? {
        if hasTags {
            let head = head(of: words)
            var word = words.lowerBound - 1
            while word >= sentence.lowerBound, words.lowerBound - word <= 5 {
                if analysis.words.relations[word] == .case, Int(analysis.words.heads[word]) == head,
                    !classes(word).contains(.possessive)
                {
                    return word
                }
                word -= 1
            }
            // "in Moscow and Kyiv": the preposition of the first.
            if analysis.words.relations[head] == .conj {
                let first = Int(analysis.words.heads[head])
                if first >= 0, first < words.lowerBound, itemOfWord[first] >= 0, first >= sentence.lowerBound {
                    let other = items[Int(itemOfWord[first])].words
                    if other.lowerBound < words.lowerBound { return preposition(before: other, in: sentence) }
                }
            }
        }
        var word = words.lowerBound - 1
        while word >= sentence.lowerBound, classes(word).contains(.article), words.lowerBound - word < 3 { word -= 1 }
        guard word >= sentence.lowerBound else { return nil }
        let kind = classes(word)
        return kind.isDisjoint(with: [.locative, .towards, .actors, .of]) || kind.contains(.possessive) ? nil : word
    }
}
