/// The classes of lemmas that tell what a figure counts and what it holds for.
struct FigureClasses: Sendable {
    /// Nouns that a counted noun hangs below ("the number of observers").
    let totals: Set<String>
    /// Prepositions of what a figure holds for.
    let scopes: Set<String>
    let votes: Set<String>
    /// Words that name a part of what was counted before ("including four children").
    let parts: Set<String>
    /// Nouns of a party of people ("a delegation of 30").
    let parties: Set<String>
    /// Verbs of deciding by vote.
    let carrying: Set<String>
    /// Predicates that tell how things stood on a day.
    let states: Set<String>
    /// The preposition between a part and its whole.
    let partitive: Set<String>
    /// Adjectives that a hyphen ties to a number of people ("18-strong").
    let strengths: Set<String>
    /// Verbs of deciding against.
    let defeating: Set<String>
    /// Prepositions of what something goes to.
    let goals: Set<String>
    /// Nouns of a count of the dead, unless others are named.
    let tolls: Set<String>
    /// Nouns that a number behind them names ("Gate 14").
    let labels: Set<String>
    /// Verbs that give the size of a party.
    let sizes: Set<String>
    /// Verbs of leaving a number behind.
    let passing: Set<String>
    /// Nouns that an ordinal makes a title of ("first lady").
    let titled: Set<String>
    /// Prepositions that a year follows.
    let dated: Set<String>
    /// Words before what something is held against.
    let compared: Set<String>
    /// Verbs whose subjects are people.
    let peopled: Set<String>

    init(_ words: QuantityWords) {
        totals = Set(words.words("total-lemma"))
        scopes = Set(words.words("scope-lemma"))
        votes = Set(words.words("vote-lemma"))
        parts = Set(words.words("including-lemma"))
        parties = Set(words.words("party-lemma"))
        carrying = Set(words.words("carry-lemma"))
        partitive = Set(words.words("of"))
        states = Set(words.words("state-lemma"))
        strengths = Set(words.words("strength-lemma"))
        defeating = Set(words.words("defeat-lemma"))
        goals = Set(words.words("goal-lemma"))
        tolls = Set(words.words("toll-lemma"))
        labels = Set(words.words("label-lemma"))
        sizes = Set(words.words("size-lemma"))
        passing = Set(words.words("pass-lemma"))
        titled = Set(words.words("titled-lemma"))
        dated = Set(words.words("dated-lemma"))
        compared = Set(words.words("compared-lemma"))
        peopled = Set(words.words("people-verb-lemma"))
    }
}
