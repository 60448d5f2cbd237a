/// How a statement stands to the facts as its article has it, and through whose mouths it came there.
///
/// What the outlet asserts, what it reports another as saying, and what is planned, possible,
/// conditional, denied or predicted are different things; a statement has one of them, and beside it
/// everybody who stands between the outlet and the statement.
public struct Factuality: Codable, Hashable, Sendable {
    public enum Status: String, Codable, Hashable, Sendable, CaseIterable {
        /// The outlet says in its own voice that it is so.
        case asserted
        /// Somebody else says that it is so.
        case reported
        /// Somebody means to do it, has agreed to it, or it stands on a calendar.
        case planned
        /// It may be, is tried, asked for, allowed or asked about.
        case possible
        /// It holds or would hold under a condition, the contrary-to-fact one included.
        case conditional
        /// It is said not to be so: negated, failed, refused, prevented or denied.
        case denied
        /// It is foretold, and nobody's to do.
        case predicted
    }

    /// One who stands between the outlet and the statement.
    public struct Source: Codable, Hashable, Sendable {
        /// Who it is, where that is known.
        public var actor: ActorReference?
        /// The words of the text that name the source; `nil` for "reportedly" and its kind.
        public var surface: String?
        /// What the cue tells of the source's attitude.
        public var attitude: Quotation.Attitude

        public init(actor: ActorReference? = nil, surface: String? = nil, attitude: Quotation.Attitude) {
            self.actor = actor
            self.surface = surface
            self.attitude = attitude
        }
    }

    public var status: Status
    /// Whether what is planned, possible, conditional or predicted is that it does not happen; never
    /// set beside `denied`, which says so itself.
    public var negated: Bool
    /// Who says so, outermost first: of "Kyiv said that Oslo had denied it", Kyiv and then Oslo.
    public var sources: [Source]

    public init(status: Status, negated: Bool = false, sources: [Source] = []) {
        self.status = status
        self.negated = negated
        self.sources = sources
    }
}
