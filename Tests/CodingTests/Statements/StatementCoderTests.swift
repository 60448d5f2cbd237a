import Coding
import Gazetteer
import Linguistics
import Records
import Testing
import Text

/// Statements coded from trees that are written by hand, so that no model has a part in them.
struct StatementCoderTests {
    static let coder = Result { try ArticleCoder(link: link) }

    /// Links the names of three invented states by their printed form.
    @Sendable static func link(_ analysis: Analysis, _ article: Article) -> LinkedActors {
        let names = ["arland": "ARL", "borland": "BOR", "corland": "COR", "arlandic": "ARL", "borlandic": "BOR"]
        var mentions: [LinkedMention] = []
        for word in 0..<analysis.words.count {
            guard let code = names[analysis.form(word).lowercased()] else { continue }
            let actor = ActorReference(id: code, name: code, country: code, kind: .state, code: code)
            mentions.append(
                LinkedMention(
                    words: word..<word + 1, head: word, span: analysis.span(ofWord: word), way: .name, actors: [actor]))
        }
        return LinkedActors(mentions: mentions, entries: [], wordCount: analysis.words.count)
    }

    func coded(_ conllu: String) throws -> CodedArticle {
        let analysis = try Analysis(conllu: conllu)
        let text = analysis.text.string
        return try Self.coder.get().code(analysis, of: Article(id: "t", published: "2024-05-10", text: text))
    }

    @Test func aPassiveHasItsAgentAsSubject() throws {
        let coded = try coded(
            """
            1 Arland arland PROPN NNP _ 3 nsubj:pass
            2 was be AUX VBD _ 3 aux:pass
            3 attacked attack VERB VBN _ 0 root
            4 by by ADP IN _ 5 case
            5 Borland borland PROPN NNP _ 3 obl:agent
            6 . . PUNCT . _ 3 punct
            """)
        let proposition = try #require(coded.propositions.first { $0.predicate == "attack" })
        #expect(proposition.arguments.first { $0.role == "subject" }?.actors.map(\.id) == ["BOR"])
        #expect(proposition.arguments.first { $0.role == "object" }?.actors.map(\.id) == ["ARL"])
        let event = try #require(coded.events.first)
        #expect(event.type == "ASSAULT" && event.actors.map(\.id) == ["BOR"] && event.targets.map(\.id) == ["ARL"])
        #expect(event.modality == .happened)
    }

    @Test func agreeingToLiftSanctionsIsAnAgreementToYield() throws {
        let coded = try coded(
            """
            1 Arland arland PROPN NNP _ 2 nsubj
            2 agreed agree VERB VBD _ 0 root
            3 to to PART TO _ 4 mark
            4 lift lift VERB VB _ 2 xcomp
            5 sanctions sanction NOUN NNS _ 4 obj
            6 on on ADP IN _ 7 case
            7 Borland borland PROPN NNP _ 5 nmod
            8 . . PUNCT . _ 2 punct
            """)
        let event = try #require(coded.events.first)
        #expect(coded.events.count == 1)
        #expect(event.type == "AGREE" && event.cameo == "0354" && event.targets.map(\.id) == ["BOR"])
        let lift = try #require(coded.propositions.first { $0.predicate == "lift" })
        #expect(lift.modality == .planned)
        #expect(lift.arguments.first { $0.role == "subject" }?.actors.map(\.id) == ["ARL"])
    }

    @Test func refusingDeniesWhatIsRefused() throws {
        let coded = try coded(
            """
            1 Arland arland PROPN NNP _ 2 nsubj
            2 refused refuse VERB VBD _ 0 root
            3 to to PART TO _ 4 mark
            4 meet meet VERB VB _ 2 xcomp
            5 Borland borland PROPN NNP _ 4 obj
            """)
        #expect(coded.events.map(\.type) == ["REJECT"])
        #expect(coded.events.first?.cameo == "125")
        #expect(coded.propositions.first { $0.predicate == "meet" }?.modality == .denied)
    }

    @Test func theFutureOfOneselfIsAnAgreementTheFutureOfOthersAPlan() throws {
        let will = try coded(
            """
            1 Arland arland PROPN NNP _ 3 nsubj
            2 will will AUX MD _ 3 aux
            3 visit visit VERB VB _ 0 root
            4 Borland borland PROPN NNP _ 3 obj
            """)
        #expect(will.events.map(\.type) == ["AGREE"] && will.events.first?.modality == .planned)
        let expected = try coded(
            """
            1 Arland arland PROPN NNP _ 3 nsubj:pass
            2 is be AUX VBZ _ 3 aux:pass
            3 expected expect VERB VBN _ 0 root
            4 to to PART TO _ 5 mark
            5 visit visit VERB VB _ 3 xcomp
            6 Borland borland PROPN NNP _ 5 obj
            """)
        #expect(expected.events.map(\.type) == ["CONSULT"] && expected.events.first?.modality == .planned)
    }

    @Test func noneOfAGroupIsNegated() throws {
        let coded = try coded(
            """
            1 No no DET DT _ 2 det
            2 government government NOUN NN _ 4 nsubj
            3 has have AUX VBZ _ 4 aux
            4 endorsed endorse VERB VBN _ 0 root
            5 Borland borland PROPN NNP _ 4 obj
            """)
        #expect(coded.propositions.first { $0.predicate == "endorse" }?.negated == true)
        #expect(!coded.events.contains { $0.modality == .happened })
    }
}
