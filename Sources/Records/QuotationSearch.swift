/// Who printed some words, how, and where the wording differs.
public struct QuotationSearch: Codable, Hashable, Sendable {
    /// One word of a text, with the marks around it, and whether the other text has another one there.
    public struct Word: Codable, Hashable, Sendable {
        public var text: String
        public var differs: Bool
        public init(text: String, differs: Bool) {
            self.text = text
            self.differs = differs
        }
    }

    /// Words that differ on one spot.
    public struct Change: Codable, Hashable, Sendable {
        public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
            case negation, number, verb, modality, qualifier, content, inflection, function

            /// Whether such a change can alter what is said.
            public var matters: Bool { self != .inflection && self != .function }
        }
        /// The words that were asked for; empty where the account has words besides.
        public var asked: String
        /// The words that the account prints; empty where it leaves words out.
        public var printed: String
        public var kind: Kind
        public var matters: Bool
        public init(asked: String, printed: String, kind: Kind) {
            self.asked = asked
            self.printed = printed
            self.kind = kind
            matters = kind.matters
        }
    }

    /// How much of the words that were asked for a printing has.
    public enum Extent: String, Codable, Hashable, Sendable {
        case whole
        /// The account prints them with more before or behind.
        case more
        case part
    }

    /// One printing.
    public struct Printing: Codable, Hashable, Sendable {
        public var article: String
        public var outlet: String?
        /// The article that this one copies, or its own id.
        public var origin: String
        public var speaker: ActorReference?
        public var speakerSurface: String?
        public var text: String
        /// `nil` where the words stand without quotation marks and are no reported speech.
        public var kind: Quotation.Kind?
        /// `nil` for a printing that is only near.
        public var wording: Quotation.Wording?
        public var extent: Extent
        /// Whether a change alters what is said.
        public var matters: Bool
        public var changes: [Change]
        /// The words that were asked for, marked where this printing has others.
        public var asked: [Word]
        /// The words of this printing, marked where they are not those that were asked for.
        public var printed: [Word]
        public var evidence: Evidence

        public init(
            article: String, outlet: String?, origin: String, speaker: ActorReference?, speakerSurface: String?,
            text: String, kind: Quotation.Kind?, wording: Quotation.Wording?, extent: Extent, matters: Bool,
            changes: [Change], asked: [Word], printed: [Word], evidence: Evidence
        ) {
            self.article = article
            self.outlet = outlet
            self.origin = origin
            self.speaker = speaker
            self.speakerSurface = speakerSurface
            self.text = text
            self.kind = kind
            self.wording = wording
            self.extent = extent
            self.matters = matters
            self.changes = changes
            self.asked = asked
            self.printed = printed
            self.evidence = evidence
        }
    }

    public static let currentSchema = "chancery.quote/1"
    public var schema = QuotationSearch.currentSchema
    public var words: String
    /// Whether any account prints the words, altered or not.
    public var found: Bool
    /// What was found, in one or two sentences.
    public var reason: String
    /// How many independent origins print them.
    public var origins: Int
    /// The same words first, then cut, reordered and altered ones; where none is found, the nearest.
    public var printings: [Printing]

    public init(words: String, found: Bool, reason: String, origins: Int, printings: [Printing]) {
        self.words = words
        self.found = found
        self.reason = reason
        self.origins = origins
        self.printings = printings
    }
}
