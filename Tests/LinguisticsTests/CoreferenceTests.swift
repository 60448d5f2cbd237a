import Linguistics
import Testing
import Text

/// Chains over texts that the whole pipeline reads; what is asked for are the mentions' words.
struct CoreferenceTests {
    static let analyzer = Result { try Analyzer() }

    static func chains(_ text: String) throws -> [[String]] {
        let analysis = try analyzer.get().analyze(SourceText(text))
        return analysis.chains.map { $0.mentions.map { analysis.text[analysis.span(ofWords: $0.words)] } }
    }

    @Test func lastNamesMeetFullNames() throws {
        let chains = try Self.chains(
            "President Robert Mason arrived in London on Monday. Mason met reporters. \"We agree,\" Mason said.")
        #expect(chains.contains { $0.starts(with: ["Robert Mason", "Mason", "Mason"]) })
    }

    @Test func pronounsAgreeInGender() throws {
        let chains = try Self.chains("Foreign Minister Maria Keller met President Robert Mason. She praised the talks.")
        #expect(chains.contains { $0.contains("Maria Keller") && $0.contains("She") })
        #expect(!chains.contains { $0.contains("Robert Mason") && $0.contains("She") })
    }

    @Test func rolesPointBackToNames() throws {
        let analysis = try Analysis(
            conllu: """
                1 Foreign Foreign ADJ NNP _ 2 amod
                2 Minister Minister PROPN NNP _ 3 nmod:desc
                3 Maria Maria PROPN NNP _ 5 nsubj _ NER=B-PER
                4 Keller Keller PROPN NNP _ 3 flat _ NER=I-PER
                5 arrived arrive VERB VBD _ 0 root

                1 The the DET DT _ 2 det
                2 minister minister NOUN NN _ 3 nsubj
                3 left leave VERB VBD _ 0 root
                """)
        let chains = try CoreferenceResolver().chains(analysis)
        #expect(chains.map { $0.mentions.map { Int($0.head) } } == [[2, 6]])
    }

    @Test func pairsHaveAFirstAndASecond() throws {
        let analysis = try Analysis(
            conllu: """
                1 Maria Maria PROPN NNP _ 4 nsubj _ NER=B-PER
                2 and and CCONJ CC _ 3 cc
                3 Robert Robert PROPN NNP _ 1 conj _ NER=B-PER
                4 met meet VERB VBD _ 0 root

                1 The the DET DT _ 2 det
                2 latter latter ADJ JJ _ 3 nsubj
                3 left leave VERB VBD _ 0 root
                """)
        let chains = try CoreferenceResolver().chains(analysis)
        #expect(chains.map { $0.mentions.map { Int($0.head) } } == [[2, 5]])
    }

    @Test func chainsNameTheirBestMention() throws {
        let analysis = try Self.analyzer.get().analyze(
            SourceText("Keller spoke first. Maria Keller is the minister of Germany. She left London early."))
        for chain in analysis.chains { #expect(chain.mentions.indices.contains(chain.representative)) }
        let names = analysis.chains.map { analysis.text[analysis.span(ofWords: $0.mentions[$0.representative].words)] }
        #expect(names.contains("Maria Keller"))
    }
}
