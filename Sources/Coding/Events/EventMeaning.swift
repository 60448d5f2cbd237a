import Records

/// What a word and those around it mean as an event, before it is told as one.
struct EventMeaning: Sendable {
    var code: String
    /// The PLOVER mode where a rule names one.
    var mode: String?
    /// The PLOVER type where a rule names another than the code maps to.
    var type: String?
    /// The rules that led here, outermost first.
    var rules: [String]
    var actors: [ActorReference]
    var targets: [ActorReference]
    /// The words that carry the code, outermost first.
    var words: [Int]
    /// The outermost frame, or -1 where the head has none.
    var frame: Int
    /// The clause-like words below which nothing else may be coded.
    var closed: [Int]
    /// Whether an operator stands above: what is below is meant, not done.
    var operated: Bool
    /// Whether one party makes the event, whoever it is.
    var alone: Bool
    /// Whether the event is told even where no party is named.
    var bare: Bool
    /// Set where an operator of the event decides how it stands to the facts.
    var modality: Modality?
}
