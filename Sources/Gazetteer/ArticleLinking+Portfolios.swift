import Linguistics
import Records
import Text

extension ArticleLinking {
    /// Whether a role can have a portfolio: an office, a minister, a ministry.
    func hasPortfolio(_ item: Item) -> Bool {
        item.roles.contains { entry in
            let role = index.roles[Int(entry.alias.target)]
            return role.kind == .office || role.kind == .person || role.id == "ministry"
        }
    }

    /// The word after what an office is for: "of Infrastructure", "for Climate and the Environment".
    ///
    /// The words of portfolios are data; without one after "of" or "for" the given word comes back.
    func afterPortfolio(_ start: Int, in sentence: Range<Int>) -> Int {
        guard start + 1 < sentence.upperBound, !classes(start).isDisjoint(with: [.of, .for]) else { return start }
        var end = start
        var word = start + 1
        while word < sentence.upperBound {
            if classes(word).contains(.portfolio), itemOfWord[word] < 0 || items[Int(itemOfWord[word])].bodies.isEmpty {
                word += 1
                end = word
            } else if classes(word).contains(.article) || classes(word).contains(.and) || isSign(word, 44) {
                word += 1
            } else {
                break
            }
        }
        return end
    }

    /// Whether a word joins two parts of a portfolio: "and" in "Climate and Environment Minister".
    func isJoint(_ word: Int, in sentence: Range<Int>) -> Bool {
        guard word > sentence.lowerBound, word + 1 < sentence.upperBound,
            classes(word).contains(.and) || isSign(word, 44)
        else { return false }
        return classes(word - 1).contains(.portfolio) && classes(word + 1).contains(.portfolio)
    }

    /// An office as the text words it, with its body: "Deputy Infrastructure Minister of Poland".
    func printedRole(_ words: Range<Int>, of body: Int32) -> String {
        var words = words
        while let first = words.first,
            classes(first).contains(.possessive) || isPossessiveMark(first) || classes(first).contains(.article)
        {
            words.removeFirst()
        }
        let text = analysis.text[span(of: words)].split(separator: " ").joined(separator: " ")
        return "\(text) of \(index.nameWithArticle(body))"
    }

    /// Whom an envoy is sent for: "for Syria", "to the Horn of Africa".
    func readMandate(from start: Int, in sentence: Range<Int>) -> (body: Int32, item: Int, end: Int)? {
        guard start + 1 < sentence.upperBound, !classes(start).isDisjoint(with: [.for, .towards, .within]) else {
            return nil
        }
        var word = start + 1
        while word < sentence.upperBound, classes(word).contains(.article) { word += 1 }
        guard word < sentence.upperBound, itemOfWord[word] >= 0 else { return nil }
        let itemIndex = Int(itemOfWord[word])
        let item = items[itemIndex]
        guard item.words.lowerBound == word, item.persons.isEmpty, !item.bodies.isEmpty,
            let body = body(of: item, possessive: false)
        else { return nil }
        return (body, itemIndex, item.words.upperBound)
    }

    /// Those whom the bodies, or anybody when none is named, have sent for a state or region.
    func envoys(_ office: Int32, of bodies: [Int32], for mandate: Int32) -> [Int32] {
        guard let day else { return [] }
        let sent = index.tenures.filter {
            $0.office == office && $0.mandate == mandate && (bodies.isEmpty || bodies.contains($0.of))
                && $0.period.mayContain(day)
        }
        let sure = sent.filter { $0.period.surelyContains(day) }
        let fitting = sure.isEmpty ? sent : sure
        guard let latest = fitting.max(by: { $0.period.earliestStart < $1.period.earliestStart }) else { return [] }
        return bodies.isEmpty && Set(fitting.map(\.of)).count > 1 ? [] : [latest.person]
    }
}
