import Linguistics
import Records

/// A predicate with its arguments as word indices: what the syntax gives before actors, figures and
/// times are put in. Propositions and events are both made from frames.
struct PredicateFrame: Sendable {
    enum Kind: UInt8, Sendable {
        /// A verb in a finite clause, an infinitive, or a participle clause.
        case finite, infinitive, participle
        /// A noun or adjective with a copula; the frame's word is the noun or adjective.
        case copular
        /// A noun that names an act.
        case noun
    }

    /// The word that carries the predicate.
    var word: Int
    var kind: Kind
    var sentence: Int
    /// The verb's particle ("call off"), or -1.
    var particle = -1
    var passive = false
    var negated = false
    var modality = Modality.happened
    /// Whether the modality comes from the actor's own declared will ("will", "is ready to").
    var volitional = false
    /// Whether a modal of duty governs it ("must", "should", "has to").
    var obliged = false
    /// Whether it stands under a condition ("if", "unless"), or has one.
    var conditional = false
    /// Whether an infinitive tells a fact ("the first state to recognise …").
    var factual = false
    var arguments: [Argument] = []
    /// The frame that this one is a complement, adverbial or relative clause of, or -1.
    var governor = -1
    /// The frame of the reporting clause that this one is said in, or -1.
    var report = -1

    struct Argument: Sendable {
        enum Role: UInt8, Sendable {
            case subject, object, recipient, complement, oblique
        }
        var role: Role
        /// The head word.
        var word: Int
        /// The preposition's word for `oblique`, else -1.
        var preposition = -1
        /// Whether the argument is a clause.
        var clause = false
        /// Whether it was taken over from another clause (control, coordination, relative clause).
        var inherited = false
    }

    /// The word of the first argument in a role, or `nil`.
    func word(_ role: Argument.Role) -> Int? { arguments.first { $0.role == role }?.word }
    var subject: Int? { word(.subject) }
    var object: Int? { word(.object) }
}
