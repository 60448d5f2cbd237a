/// One predicate with its arguments, as the syntax of a clause or of an event noun gives them.
///
/// Propositions are the open layer under all coding: every finite clause, participle clause and noun
/// that names an act gives one, whether or not an ontology has a type for it. Accounts are laid side
/// by side on them.
public struct Proposition: Codable, Hashable, Sendable {
    /// The lemma of the predicate, its particle included ("sit down", "anniversary").
    public var predicate: String
    /// Whether the predicate is negated ("did not vote", "none has backed").
    public var negated: Bool
    public var modality: Modality
    /// Who says so, when the outlet does not say it in its own voice.
    public var reportedBy: ActorReference?
    public var arguments: [Argument]
    public var times: [TimeExpression]
    /// The index of the sentence in the article.
    public var sentence: Int
    /// The predicate's clause: the shortest run of words that holds it and its arguments.
    public var evidence: Evidence
    /// How the statement stands to the facts, and who stands between it and the outlet.
    public var factuality: Factuality?

    public init(
        predicate: String, negated: Bool = false, modality: Modality = .happened,
        reportedBy: ActorReference? = nil, arguments: [Argument] = [], times: [TimeExpression] = [],
        sentence: Int, evidence: Evidence
    ) {
        self.predicate = predicate
        self.negated = negated
        self.modality = modality
        self.reportedBy = reportedBy
        self.arguments = arguments
        self.times = times
        self.sentence = sentence
        self.evidence = evidence
    }

    /// One argument of a predicate.
    public struct Argument: Codable, Hashable, Sendable {
        /// `subject` (the agent, in passives too), `object`, `recipient`, `complement`, or a
        /// preposition's lemma ("to", "with", "in").
        public var role: String
        /// The lemma of the argument's head.
        public var head: String
        /// The actors that the argument refers to, coordination and plural groups resolved.
        public var actors: [ActorReference]
        /// A group that the argument names by a quantifier ("all five", "the other four", "none of
        /// the five"), where it does.
        public var group: GroupReference?
        /// The index of the article's figure that quantifies the argument.
        public var figure: Int?
        public var evidence: Evidence

        public init(
            role: String, head: String, actors: [ActorReference] = [], group: GroupReference? = nil,
            figure: Int? = nil, evidence: Evidence
        ) {
            self.role = role
            self.head = head
            self.actors = actors
            self.group = group
            self.figure = figure
            self.evidence = evidence
        }
    }
}

/// A mention of a group's members as a whole or in part.
public struct GroupReference: Codable, Hashable, Sendable {
    /// Which of the members are meant.
    public enum Quantifier: String, Codable, Hashable, Sendable {
        case all, none, some, other, most
    }
    public var quantifier: Quantifier
    /// The gazetteer id of the group, when it is known.
    public var group: String?
    /// How many members the words name ("all five", "the other four").
    public var count: Int?
    /// The members that are meant, once expanded at the article's date.
    public var members: [ActorReference]
    public init(quantifier: Quantifier, group: String? = nil, count: Int? = nil, members: [ActorReference] = []) {
        self.quantifier = quantifier
        self.group = group
        self.count = count
        self.members = members
    }
}
