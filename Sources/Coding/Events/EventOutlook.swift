import Ontologies
import Records

/// Turns what is willed, owed or ruled out into the event that saying so is, by PLOVER's rule for
/// the future: "will provide" is an agreement to provide, "will attack" a threat, "must leave", said
/// by somebody, a request.
///
/// What is merely expected or scheduled keeps its type and is planned.
struct EventOutlook {
    let book: EventRuleBook

    func apply(
        to meaning: inout EventMeaning, modality: inout Modality, frame: PredicateFrame, reporter: ActorReference?,
        isPerfect: Bool
    ) {
        if frame.obliged, let reporter {
            // "We have to stop this" asks nothing of anybody else, "he should have stopped it" comes too late.
            guard !meaning.actors.contains(reporter), !isPerfect else {
                modality = .possible
                return
            }
            guard let code = book.apply("demand", to: meaning.code) else { return }
            meaning.targets = meaning.actors.filter { $0 != reporter }
            meaning.actors = [reporter]
            set(code, "said must", &meaning)
            modality = .happened
        } else if meaning.operated {
            return
        } else if frame.volitional, frame.modality == .planned {
            if frame.negated {
                if let code = book.apply("reject", to: meaning.code) {
                    set(code, "will not", &meaning)
                    modality = .happened
                }
            } else if let code = book.apply("intend", to: meaning.code) {
                set(code, "will", &meaning)
            }
        } else if frame.conditional, modality == .possible, frame.kind != .noun,
            let code = book.apply("threaten", to: meaning.code), book.isHostile(meaning.code)
        {
            set(code, "may, if", &meaning)
        }
    }

    private func set(_ code: String, _ rule: String, _ meaning: inout EventMeaning) {
        guard code != meaning.code else { return }
        meaning.code = code
        meaning.mode = nil
        meaning.type = nil
        meaning.rules.insert(rule, at: 0)
    }
}

extension EventRuleBook {
    /// Whether an event without a named addressee is addressed to the actors' own government: protest.
    func addressesOwnState(_ code: String) -> Bool { code.hasPrefix("14") }

    /// Whether an event of this code is what a state does to its own people as well: mobilising, coercing.
    func isOfOwnState(_ code: String) -> Bool { code.hasPrefix("15") || code.hasPrefix("17") }

    /// Whether an event of this code is done by saying so: agreeing, demanding, accusing, rejecting,
    /// threatening.
    func isSaid(_ code: String) -> Bool { ["02", "03", "10", "11", "12", "13"].contains(String(code.prefix(2))) }

    /// Whether an event of this code is an intention that somebody has declared: the declaring has happened.
    func isDeclared(_ code: String) -> Bool { code.hasPrefix("03") || code.hasPrefix("13") }

    /// Whether a code is of the conflict half of CAMEO.
    func isHostile(_ code: String) -> Bool { (ontology.goldstein(ofCameo: code) ?? 0) < 0 }
}
