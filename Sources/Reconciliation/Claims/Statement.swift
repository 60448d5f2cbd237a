internal import Records

/// One proposition of one article, made ready to be laid beside those of other articles.
struct Statement: Sendable {
    /// The article's index in its story.
    var article: Int
    /// The proposition's index in its article.
    var proposition: Int
    var sentence: Int
    /// The key of the origin that stands behind the sentence.
    var origin: String
    var predicate: String
    /// The acts that the predicate names, or, when it says nothing by itself ("take place"), its
    /// subject or object does.
    var concepts: [Concept]
    /// Whether the predicate is a noun.
    var nominal: Bool
    /// Whether the predicate is a verb that names the act itself.
    var verbal: Bool
    /// The acts that the heads of its arguments name.
    var nounConcepts: [Concept]
    var negated: Bool
    var modality: Modality
    var reportedBy: ActorReference?
    /// Those who act.
    var agents: [ActorReference]
    /// All other actors that its arguments name.
    var others: [ActorReference]
    var group: GroupReference?
    /// Those of the group whom the text names one by one ("four states, among them Oria"); they act too,
    /// beside others who are not named.
    var listed: [ActorReference]
    var times: [TimeExpression]
    /// The indices of the article's figures that quantify an argument.
    var figures: [Int]
    /// Stems of the clause's words that carry content, as numbers of the pool, sorted.
    var terms: [Int32]
    /// Stems of the heads of its arguments but the agent.
    var objects: [Int32]
    /// Stems of the heads of subjects that no actor was found for.
    var subjects: [Int32]
    /// Where an argument is a pronoun that was not resolved: what it can stand for, the heads of the
    /// sentence before.
    var backed: [Int32]
    /// The clause, or the sentence where the clause is too short to be understood.
    var evidence: Evidence

    /// All actors, those who act first.
    var actors: [ActorReference] { agents + others }

    /// Whether the act is told as done or going on, not as planned, possible or denied.
    var isFact: Bool { !negated && (modality == .happened || modality == .ongoing) }
    /// Whether the text says that it was not so.
    var isDenied: Bool { negated || modality == .denied }
}
