import Records

/// A story arranged for reading: what every renderer shows, in the order in which it shows it.
///
/// Renderers differ in form alone; what is shown, counted and cited is decided here once.
struct StoryOutline: Sendable {
    var headline: String
    var permalink: String
    var accounts: [AccountIndex.Account]
    var origins: Int
    /// The happenings that most origins tell of, in order of date.
    var lead: [EventOutline]
    var disagreements: [ClaimOutline]
    var singleSource: [ClaimOutline]
    var corroborated: [ClaimOutline]
    /// How many claims are folded away.
    var folded: Int
    /// What looks like a disagreement and is none.
    var lookAlikes: [LookAlikeOutline]
    /// Commitments and figures in one table, commitments first.
    var figures: [FigureOutline]
    /// Which actors stand where.
    var positions: PositionGrid
    /// Lasting ties that the accounts assert.
    var relations: [RelationOutline]
    /// What happened or is under way, in order of date.
    var done: [EventOutline]
    /// What was planned, possible or denied when the accounts were written, in order of date.
    var open: [EventOutline]
    var actors: [ActorOutline]
    /// Actors that are named but once and hold no office that is known.
    var passing: [ActorOutline]
    var speakers: [SpeakerOutline]
    var gaps: [String]

    /// "And 34 lesser statements"; `nil` where none is folded away.
    var foldedWords: String? {
        guard folded > 0 else { return nil }
        return
            "And \(folded) lesser \(folded == 1 ? "statement" : "statements"): --all shows \(folded == 1 ? "it" : "them")."
    }

    /// "5 articles, 4 independent origins".
    var backing: Backing { Backing(articles: accounts.count, origins: origins) }
}

/// Words of an article within their sentence, and every place that prints that sentence.
struct Passage: Hashable, Sendable {
    /// A run of the sentence's text that is cited, or marked, or neither, as a whole.
    struct Run: Hashable, Sendable {
        var text: String
        var isCited: Bool
        var differs: Bool
    }

    /// The sentence from its first to its last word, line breaks made blanks.
    var runs: [Run]
    var citations: [Citation]

    /// The sentence without marks.
    var text: String { runs.map(\.text).joined() }
}

/// One place in one article.
struct Citation: Hashable, Sendable {
    /// The account's number in the brief, counted from 1.
    var account: Int
    var name: String
    var date: String?
    /// Unicode scalars of the article's text.
    var start: Int
    var end: Int
    /// The anchor of the article.
    var article: String
    /// The anchor of the sentence in a page that shows the article.
    var anchor: String
    var isCopy: Bool
}

/// How many articles and independent origins stand behind something.
struct Backing: Hashable, Sendable {
    var articles: Int
    var origins: Int

    /// "3 articles, 2 independent origins".
    var words: String {
        let origin = origins == 1 ? "independent origin" : "independent origins"
        return "\(articles) \(articles == 1 ? "article" : "articles"), \(origins) \(origin)"
    }
}

/// A claim with its readings, ready to be shown.
struct ClaimOutline: Sendable {
    var claim: Claim
    var permalink: String
    var backing: Backing
    var readings: [ReadingOutline]
}

/// One reading: its words with those marked that other readings lack.
struct ReadingOutline: Sendable {
    /// Counted from 1.
    var number: Int
    var value: [WordDifference.Word]
    /// Empty where it says no more than the value.
    var statement: [WordDifference.Word]
    var backing: Backing
    var passages: [Passage]
}

/// Statements that agree though they look as if they did not.
struct LookAlikeOutline: Sendable {
    var kind: Claim.Kind
    var reason: String
    var passages: [Passage]
}

/// An event in words.
struct EventOutline: Sendable {
    var event: Event
    var permalink: String
    var date: String?
    var what: String
    var who: String
    var whom: String
    var backing: Backing
    var passages: [Passage]
}

/// A figure in normal form with the event or speech that it stands in, or a commitment.
struct FigureOutline: Sendable {
    var amount: String
    var subject: String
    /// "total", "increment" and the like; of a commitment its force.
    var role: String?
    var who: String?
    var when: String?
    /// "promised", "planned" or "happened": planned is told from done.
    var standing: String?
    /// In whose words, when not in the outlet's own.
    var words: String?
    var permalink: String
    var backing: Backing
    var passages: [Passage]
}

/// An actor with the forms in which it is printed, most frequent first.
struct ActorOutline: Sendable {
    struct Form: Sendable {
        var text: String
        var count: Int
        var citations: [Citation]
    }

    var entry: ActorEntry
    var permalink: String
    var backing: Backing
    var forms: [Form]
}

/// What one speaker is quoted with; each quotation with its other printings.
struct SpeakerOutline: Sendable {
    struct Saying: Sendable {
        var quotation: Quotation
        var permalink: String
        var backing: Backing
        var passage: Passage
        var variants: [Variant]
    }

    struct Variant: Sendable {
        var quotation: Quotation
        var passage: Passage
    }

    /// `nil` for quotations whose speaker is not known.
    var speaker: ActorReference?
    var role: String?
    var sayings: [Saying]
}
