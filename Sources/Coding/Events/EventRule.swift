import Records

/// One rule of the event tables: a head word, what must stand around it, and what it then means.
struct EventRule: Sendable {
    /// What kind of word the head is.
    enum Head: String, Sendable {
        case verb, noun, adjective
        /// A noun or verb that is coded only where an operator governs it.
        case content
    }

    /// What a rule makes of its head.
    enum Action: Sendable {
        /// A CAMEO code of its own.
        case code(String, type: String?)
        /// An operator on the code of what it governs, with the code to use where that has none.
        case operate(String, fallback: String?)
        /// The head is no event here, whatever other rules say.
        case nothing
    }

    /// A place beside the head where words are looked for.
    enum Selector: Hashable, Sendable {
        case subject, object, recipient, complement
        /// The subject of the clause that is the complement.
        case complementSubject
        /// What a preposition brings in, at the head or at its object.
        case preposition(Int32)
        /// The targets of the event that an operator governs.
        case inner
        /// The actors of the event that an operator governs.
        case innerActor
        /// Actors that modify the object ("the Indian proposal").
        case objectModifier
        /// Actors in the words of the subject ("the fighting in Arland").
        case subjectModifier
        /// Every word that hangs on the head.
        case any
    }

    /// What is asked of the words at a selector.
    enum Test: Sendable {
        case present
        case oneOf([Int32], classes: RuleVocabulary.ClassMask)
        /// The words name an actor of a kind.
        case isActor(PartyKind)
    }

    /// What kind of party a rule asks for by `~name`.
    enum PartyKind: String, Sendable {
        case actor, body, state, person
        /// No party but a thing with a name of its own ("the Quito Declaration").
        case named
        /// A state, its armed forces and police, an armed group: those whose blows are no words.
        case armed
        /// Persons, parties, parliaments, media: those who strike with words.
        case civil

        private static let armedRoles = ["MIL", "COP", "SPY", "REB", "UAF", "SEP", "INS", "CRM"]

        func holds(_ actor: ActorReference) -> Bool {
            switch self {
            case .actor: true
            case .named: false
            case .body: actor.kind == .organisation || actor.kind == .format
            case .state: actor.kind == .state || actor.kind == .place
            case .person: actor.kind == .person
            case .armed: Self.isArmed(actor)
            case .civil: actor.kind != .place && !Self.isArmed(actor)
            }
        }

        /// Whether a party bears arms: a state or its government, forces by their role, an armed group, and a
        /// body that stands for a whole state, but not its people.
        private static func isArmed(_ actor: ActorReference) -> Bool {
            guard actor.kind != .state else { return true }
            guard let code = actor.code else { return false }
            let letters = Array(code.utf8)
            if actor.kind == .organisation, letters.count == 3 { return !actor.id.hasSuffix("/people") }
            if actor.kind == .organisation, code.hasSuffix("GOV") { return true }
            return code.hasPrefix("IMG")
                || stride(from: 0, through: letters.count - 3, by: 3).contains { start in
                    armedRoles.contains { $0.utf8.elementsEqual(letters[start..<start + 3]) }
                }
        }
    }

    struct Condition: Sendable {
        var selector: Selector
        var test: Test
        var negated: Bool

        /// How much a condition narrows: words most, an actor less, mere presence least.
        var weight: Int {
            switch test {
            case .present: 1
            case .isActor: 2
            case .oneOf: negated ? 1 : 3
            }
        }
    }

    /// A demand on the frame itself. Two demand nothing: `alone` says that one party makes the event even where
    /// it is a private person or a party, `bare` that it is told even where no party is named.
    enum Flag: String, Sendable {
        case passive, active, negated, asserted, future, alone, bare

        var isDemand: Bool { self != .alone && self != .bare }
    }

    /// The name by which the rule is told in results.
    let id: String
    let head: Head
    let conditions: [Condition]
    let flags: [Flag]
    let action: Action
    let actors: [Selector]
    let targets: [Selector]
    let mode: String?
    /// Whether one party is enough, whoever it is.
    var mayStandAlone: Bool { flags.contains(.alone) }
    /// Whether no party need be named.
    var mayStandBare: Bool { flags.contains(.bare) }
    /// How specific the rule is: conditions and particles count.
    let weight: Int
    /// The particle's number, or -1.
    let particle: Int32
}
