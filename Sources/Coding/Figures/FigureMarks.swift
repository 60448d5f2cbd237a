import Linguistics
import Text

/// What the words of a sentence say of the figures in it, by their lemmas.
struct FigureMarks: OptionSet, Sendable {
    let rawValue: UInt8

    /// Of a vote.
    static let vote = FigureMarks(rawValue: 1)
    /// Of deciding by vote.
    static let carry = FigureMarks(rawValue: 2)
    /// Of a change from one number to another.
    static let change = FigureMarks(rawValue: 4)
    /// Of deciding against.
    static let defeat = FigureMarks(rawValue: 8)
    /// Of deciding against when a particle follows ("vote down").
    static let defeatWithParticle = FigureMarks(rawValue: 16)

    /// The lemmas that say something.
    struct Lexicon: Sendable {
        private var table = SymbolTable()
        private var marks: [FigureMarks] = []
        private var particleVerbs: Set<String> = []

        init(_ lexicon: FigureLexicon, _ classes: FigureClasses) {
            add(lexicon.voteWords, .vote)
            add(classes.carrying, .carry)
            add(lexicon.changes, .change)
            add(classes.defeating.filter { !$0.contains(" ") }, .defeat)
            particleVerbs = classes.defeating.filter { $0.contains(" ") }
            add(Set(particleVerbs.map { String($0.prefix { $0 != " " }) }), .defeatWithParticle)
        }

        private mutating func add(_ lemmas: Set<String>, _ mark: FigureMarks) {
            for lemma in lemmas.sorted() {
                let index = Int(table.intern(lemma).index)
                if index == marks.count { marks.append([]) }
                marks[index].insert(mark)
            }
        }

        /// What each word of a text says. O(n).
        func marks(of analysis: Analysis) -> [FigureMarks] {
            analysis.eachOnce(of: [analysis.words.lemmas]) { lemma in
                table.lookup(lemma).map { marks[Int($0.index)] } ?? []
            }[0]
        }

        /// What the words of one sentence say together.
        func marks(of words: Range<Int>, _ marks: [FigureMarks], in analysis: Analysis) -> FigureMarks {
            var all: FigureMarks = []
            for word in words where !marks[word].isEmpty {
                all.formUnion(marks[word])
                if marks[word].contains(.defeatWithParticle), word + 1 < words.upperBound,
                    particleVerbs.contains("\(analysis.lemma(word)) \(analysis.lemma(word + 1))")
                {
                    all.insert(.defeat)
                }
            }
            return all
        }
    }
}
