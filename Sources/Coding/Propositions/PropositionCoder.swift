import Linguistics
import Records
import Text

/// From frames to propositions: words become actors, figures, times and evidence.
struct PropositionCoder {
    let reading: ClauseReading
    let lexicon: ClauseLexicon
    let actors: ActorView
    let figures: [FigureMention]
    let times: [TimeMention]
    let article: String
    /// Who reports a word, by the quotation coder.
    let reported: (Int) -> ActorReference?

    /// The propositions of an article, one for each frame and in the same order.
    ///
    /// - Parameter times: the times of each frame.
    func code(times attached: [[TimeExpression]]) -> [Proposition] {
        var figureOfWord: [Int: Int] = [:]
        for (index, mention) in figures.enumerated() {
            for word in mention.words { figureOfWord[word] = index }
            if let head = mention.countedHead, figureOfWord[head] == nil { figureOfWord[head] = index }
        }
        let timeWords = self.timeWords
        return reading.frames.indices.map { index in
            let frame = reading.frames[index]
            return Proposition(
                predicate: predicate(of: frame), negated: frame.negated, modality: frame.modality,
                reportedBy: reporter(of: frame), arguments: arguments(of: frame, figureOfWord, timeWords),
                times: attached[index],
                sentence: frame.sentence, evidence: reading.evidence(of: index, article: article))
        }
    }

    /// The verb with its particle, the verb of an act noun's act stays a noun, "be" for a copula.
    private func predicate(of frame: PredicateFrame) -> String {
        let analysis = reading.analysis
        if frame.kind == .copular {
            return analysis.words.upos[frame.word] == .adj ? analysis.lemma(frame.word) : "be"
        }
        let lemma = analysis.lemma(frame.word)
        return frame.particle >= 0 ? lemma + " " + analysis.lemma(frame.particle) : lemma
    }

    /// Who says so, when a reporting clause stands above the frame.
    func reporter(of frame: PredicateFrame) -> ActorReference? {
        if let found = reported(frame.word) { return found }
        guard frame.report >= 0, let subject = reading.frames[frame.report].subject else { return nil }
        let found = actors.direct(subject)
        return (found.isEmpty ? actors.actors(ofPhrase: subject) : found).first
    }

    /// Whether each word belongs to a time, or heads one that is told by another event.
    private var timeWords: [Bool] {
        var isTime = [Bool](repeating: false, count: reading.analysis.words.count)
        for mention in times {
            isTime[mention.head] = true
            if mention.expression.anchor == nil { for word in mention.words { isTime[word] = true } }
        }
        return isTime
    }

    /// The arguments but for those that are times, which the proposition tells apart.
    private func arguments(
        of frame: PredicateFrame, _ figureOfWord: [Int: Int], _ timeWords: [Bool]
    ) -> [Proposition.Argument] {
        let analysis = reading.analysis
        return frame.arguments.compactMap { argument in
            guard argument.role == .subject || argument.clause || !timeWords[argument.word] else { return nil }
            let range =
                argument.clause
                ? reading.tree.extent(of: argument.word) : reading.tree.phrase(of: argument.word)
            var found = actors.direct(argument.word)
            for child in reading.tree.children(of: argument.word)
            where analysis.words.relations[Int(child)] == .conj && !argument.clause {
                for actor in actors.direct(Int(child)) where !found.contains(actor) { found.append(actor) }
            }
            let figure = figure(of: argument.word, in: figureOfWord)
            // "Tens of thousands of Russians fled": those who are counted are the ones who act.
            if found.isEmpty, let figure, let counted = figures[figure].countedHead { found = actors.direct(counted) }
            return Proposition.Argument(
                role: role(of: argument), head: analysis.lemma(argument.word),
                actors: argument.clause ? [] : found, group: argument.clause ? nil : actors.group(argument.word),
                figure: figure,
                evidence: Evidence(article: article, text: analysis.text, span: analysis.span(ofWords: range)))
        }
    }

    private func role(of argument: PredicateFrame.Argument) -> String {
        switch argument.role {
        case .subject: "subject"
        case .object: "object"
        case .recipient: "recipient"
        case .complement: "complement"
        case .oblique: argument.preposition >= 0 ? reading.analysis.lemma(argument.preposition) : "adverbial"
        }
    }

    /// The figure that counts an argument: on its head or on a numeral of its own.
    private func figure(of word: Int, in figureOfWord: [Int: Int]) -> Int? {
        if let own = figureOfWord[word] { return own }
        for child in reading.tree.children(of: word) {
            let relation = reading.analysis.words.relations[Int(child)]
            if relation == .nummod || relation == .amod || relation == .nmod, let found = figureOfWord[Int(child)] {
                if relation != .nmod || reading.analysis.words.upos[word] == .num { return found }
            }
        }
        return nil
    }
}
