import Records

/// A commitment in words of the analysis, before actors, figures and times are put in.
struct CommitmentDraft: Sendable {
    var force: Commitment.Force
    /// The word that makes the commitment: verb, noun or adjective.
    var word: Int
    /// Whether the word is a plain future or an infinitive of plan: then it is the deed itself.
    var isDeed = false
    /// The frame that says so, or -1 for a noun phrase.
    var frame: Int
    /// The head of what is promised, and whether it is a clause.
    var content: Int
    var clause: Bool
    /// The word that names who commits itself, or -1.
    var subject: Int
    /// The word that names to whom, where the syntax gives it at once, or -1.
    var recipient = -1
    var repeated = false
}
