public import Records

extension OfficialRecord {
    /// One roll-call vote.
    public struct RollCall: Sendable, Hashable {
        /// The symbol of what was adopted, such as `A/RES/ES-11/6`; empty where a draft failed.
        public var resolution: String
        /// The symbol of the record of the meeting.
        public var document: String
        /// Names of the organ.
        public var bodies: [String]
        /// ISO 8601.
        public var date: String
        /// Words that a text on this vote will use.
        public var topic: [String]
        /// By ISO 3166-1 alpha-3 code, or by the member's name where the document gives no code.
        public var choices: [String: Choice]
        public var draft: String?
        public var title: String?
        /// Where the vote can be looked up.
        public var link: String?
        /// The day as a number; `nil` when the date cannot be read.
        let day: Int?
        /// Folded names of the organ, and the stems of the topic.
        let bodyWords: [String]
        let topicStems: Set<String>

        public init(
            resolution: String, document: String, bodies: [String], date: String, topic: [String],
            choices: [String: Choice], draft: String? = nil, title: String? = nil, link: String? = nil
        ) {
            self.resolution = resolution
            self.document = document
            self.bodies = bodies
            self.date = date
            self.topic = topic
            self.choices = choices
            self.draft = draft
            self.title = title
            self.link = link
            day = CalendarDay(iso: date)?.number
            bodyWords = bodies.map { FoldedText($0).words.joined(separator: " ") }
            topicStems = Set(topic.flatMap { FoldedText($0).words }.map { stem($0) })
        }

        /// How many members made a choice. O(members).
        public func count(_ choice: Choice) -> Int { choices.values.count { $0 == choice } }

        /// What tells this vote from all others.
        var key: String { (resolution.isEmpty ? draft ?? document : resolution) + " " + date }

        /// How it is cited.
        public var citation: RecordDocument {
            RecordDocument(
                symbol: document.isEmpty ? resolution : document, date: date, title: title ?? name, link: link)
        }

        private var name: String? { resolution.isEmpty ? draft : resolution }
    }
}
