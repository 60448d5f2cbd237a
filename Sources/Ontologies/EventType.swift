/// A PLOVER event type by its 2021 name (Halterman, Bagozzi, Beger, Schrodt and Scraborough, PLOVER
/// and POLECAT: A New Political Event Ontology and Dataset).
public struct EventType: Hashable, Sendable {
    /// Verbal or material, cooperation or conflict.
    public enum Quad: String, Sendable, CaseIterable {
        case verbalCooperation = "verbal-cooperation"
        case materialCooperation = "material-cooperation"
        case verbalConflict = "verbal-conflict"
        case materialConflict = "material-conflict"

        /// The class as event data numbers it, from 1 (verbal cooperation) to 4 (material conflict).
        public var number: Int {
            switch self {
            case .verbalCooperation: 1
            case .materialCooperation: 2
            case .verbalConflict: 3
            case .materialConflict: 4
            }
        }
    }

    /// The name, such as `CONSULT`.
    public let name: String
    public let quad: Quad
    /// Whether an event of this type must name a recipient.
    public let needsRecipient: Bool
    /// The manual's score, from -10 (conflict) to 10 (cooperation).
    public let score: Double
    /// The modes that the type allows, in the manual's order.
    public let modes: [String]
}
