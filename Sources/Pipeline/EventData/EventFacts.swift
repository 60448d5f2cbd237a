import Gazetteer
import Ontologies
import Records

/// What event data tells of codes and countries beside the event itself.
struct EventFacts: Sendable {
    let ontology: EventOntology
    let countries: CountryCodes
    /// What each three-letter part of an actor's code stands for.
    let parts: [String: ActorRoles.Part]
    private let index: ActorIndex

    init(index: ActorIndex?) throws {
        self.index = try index ?? ActorIndex.standard()
        ontology = try EventOntology.standard()
        countries = try CountryCodes.standard()
        parts = try ActorRoles.parts()
    }

    /// The name of a state by its ISO 3166-1 alpha-3 code.
    func countryName(_ code: String?) -> String? {
        code.flatMap { index.actor(id: $0) }.map { index.actors[Int($0)].name }.map {
            $0.hasPrefix("the ") ? String($0.dropFirst(4)) : $0
        }
    }

    /// The parts of an actor's code that are of a kind, in their order.
    func parts(of actor: ActorReference, _ kind: ActorRoles.Kind) -> [String] {
        actor.sectors.filter { parts[$0]?.kind == kind }
    }

    /// The Correlates of War number of a state by its ISO 3166-1 alpha-3 code.
    func cow(_ code: String?) -> String {
        code.flatMap { index.actor(id: $0) }.flatMap { index.state($0)?.cow }.map(String.init) ?? ""
    }

    /// A number as event data prints it: no fraction where there is none.
    static func number(_ value: Double?) -> String {
        guard let value else { return "" }
        return value == value.rounded() ? String(Int(value)) : String(value)
    }

    /// A number that identifies a row: the same for the same words of the same article (FNV-1a, cut
    /// to the 53 bits that every reader of numbers keeps).
    static func identifier(_ parts: [String]) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for part in parts {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0x1F) &* 0x100_0000_01b3
        }
        return hash & ((1 << 53) - 1)
    }
}
