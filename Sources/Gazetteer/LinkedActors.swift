public import Records
public import Text

/// Words of an article and the actors that they refer to.
public struct LinkedMention: Hashable, Sendable {
    /// By which way the words lead to the actors.
    public enum Way: String, Hashable, Sendable, CaseIterable {
        /// A name of the actor.
        case name
        /// A role with its state: "the Kazakh foreign minister", "Russian troops".
        case description
        /// A capital or palace that stands for its government.
        case metonym
        /// The name of a place that is a place here.
        case place
        /// An adjective or the name of a people: "Kazakh", "Kazakhs".
        case people
        /// A group or some of its members: "all five Central Asian states".
        case group
        /// A pronoun or another mention that a chain of coreference leads back from.
        case chain
    }

    /// The words as indices into `Analysis.words`.
    public var words: Range<Int>
    /// The word that heads them in the dependency tree.
    public var head: Int
    /// The bytes of the text, without a possessive ending.
    public var span: Span
    public var way: Way
    /// In order of mention; empty when nothing is known of who is meant.
    public var actors: [ActorReference]
    /// The role that the words themselves give, as `roles.tsv` titles it ("Foreign Minister").
    public var role: String?
    /// What the words say of a group's members, where they do.
    public var group: GroupReference?

    public init(
        words: Range<Int>, head: Int, span: Span, way: Way, actors: [ActorReference],
        role: String? = nil, group: GroupReference? = nil
    ) {
        self.words = words
        self.head = head
        self.span = span
        self.way = way
        self.actors = actors
        self.role = role
        self.group = group
    }
}

/// The mentions of an article with their actors, and the actors with their mentions.
public struct LinkedActors: Sendable {
    /// In order of first word; a longer mention stands before one inside it.
    public let mentions: [LinkedMention]
    /// The actors in order of first mention, each printed form once.
    public let entries: [ActorEntry]
    /// For each word the mention that it belongs to, the innermost one, or -1.
    private let mentionOfWord: [Int32]

    /// Lays out mentions of an article of so many words. O(words + mentions).
    public init(mentions: [LinkedMention], entries: [ActorEntry], wordCount: Int) {
        var ofWord = [Int32](repeating: -1, count: wordCount)
        for (i, mention) in mentions.enumerated() {
            for word in mention.words where word < wordCount { ofWord[word] = Int32(i) }
        }
        // The word that heads a mention stands for the whole of it, not for a name inside.
        for (i, mention) in mentions.enumerated().reversed() where mention.head < wordCount {
            ofWord[mention.head] = Int32(i)
        }
        self.mentions = mentions
        self.entries = entries
        mentionOfWord = ofWord
    }

    /// The mention that a word belongs to; for the head of several, the longest. O(1).
    public func mention(ofWord word: Int) -> LinkedMention? {
        guard word >= 0, word < mentionOfWord.count, mentionOfWord[word] >= 0 else { return nil }
        return mentions[Int(mentionOfWord[word])]
    }

    /// The actors that a word refers to, best asked of a phrase's head. O(1).
    public func actors(ofWord word: Int) -> [ActorReference] {
        mention(ofWord: word)?.actors ?? []
    }
}
