import Linguistics
import Ontologies

extension EventRuleBook {
    /// The PLOVER contexts that the words of a sentence put its events into, in the ontology's order.
    func contexts(of sentence: Int, _ reading: ClauseReading) -> [String] {
        var mask = RuleVocabulary.ClassMask()
        for word in reading.analysis.sentences[sentence].words {
            mask.formUnion(contextClasses[reading.words.lemmas[word]] ?? RuleVocabulary.ClassMask())
        }
        guard !mask.isEmpty else { return [] }
        return ontology.contexts.indices.filter { mask.meets(RuleVocabulary.ClassMask(bit: $0)) }
            .map { ontology.contexts[$0].name }
    }
}
