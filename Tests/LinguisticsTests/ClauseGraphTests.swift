import Linguistics
import Testing
import Text

/// Who does what to whom, on trees written by hand.
struct ClauseGraphTests {
    /// Builds a graph from lines of "form xpos head relation"; the lemma is the form.
    static func graph(_ lines: String) throws -> ClauseGraph {
        var conllu = ""
        for (i, line) in lines.split(separator: "\n").enumerated() {
            let f = line.split(separator: " ")
            let verb = f[1].hasPrefix("VB")
            let upos = verb ? "VERB" : f[1].hasPrefix("NN") ? "NOUN" : f[1].hasPrefix("W") ? "PRON" : "X"
            conllu += "\(i + 1)\t\(f[0])\t\(f[0])\t\(upos)\t\(f[1])\t_\t\(f[2])\t\(f[3])\t_\t_\n"
        }
        return ClauseGraph(try Analysis(conllu: conllu))
    }

    @Test func conjoinedVerbsShareSubjects() throws {
        let graph = try Self.graph("Oria NNP 2 nsubj\nmet VBD 0 root\nVell NNP 2 obj\nand CC 5 cc\nleft VBD 2 conj")
        #expect(graph.subject(of: 4) == 0)
        #expect(graph.object(of: 4) == nil)
    }

    @Test func conjoinedVerbsShareObjects() throws {
        let graph = try Self.graph(
            "states NNS 2 nsubj\ndrafted VBD 0 root\nand CC 4 cc\nadopted VBD 2 conj\nit PRP 4 obj")
        #expect(graph.object(of: 1) == 4)
        #expect(graph.object(of: 3) == 4)
    }

    @Test func passivesHaveAgents() throws {
        let graph = try Self.graph(
            "texts NNS 3 nsubj:pass\nwere VBD 3 aux:pass\ndrafted VBN 0 root\nand CC 5 cc\nadopted VBN 3 conj\nby IN 7 case\nstates NNS 5 obl:agent"
        )
        for verb in [2, 4] {
            #expect(graph.isPassive(verb))
            #expect(graph.logicalSubject(of: verb) == 6)
            #expect(graph.logicalObject(of: verb) == 0)
        }
    }

    @Test(arguments: [("urged", 2), ("promise", 0)])
    func infinitivesHaveControllers(_ verb: String, _ controller: Int) throws {
        let graph = try Self.graph(
            "Oria NNP 2 nsubj\n\(verb) VBD 0 root\nVell NNP 2 obj\nto TO 5 mark\nleave VB 2 xcomp")
        #expect(graph.subject(of: 4) == controller)
    }

    @Test func relativePronounsHaveAntecedents() throws {
        let graph = try Self.graph(
            "envoy NN 5 nsubj\nwho WP 3 nsubj\nmet VBD 1 acl:relcl\nVell NNP 3 obj\nleft VBD 0 root")
        #expect(graph.antecedent(of: 1) == 0)
        #expect(graph.subject(of: 2) == 0)
        #expect(graph.grammaticalSubject(of: 2) == 1)
    }

    @Test func relativeClausesWithoutPronounTakeTheNounAsObject() throws {
        let graph = try Self.graph("deal NN 4 nsubj\nthey PRP 3 nsubj\nsigned VBD 1 acl:relcl\nheld VBD 0 root")
        #expect(graph.object(of: 2) == 0)
        #expect(graph.subject(of: 2) == 1)
    }

    @Test func participlesTakeTheirNoun() throws {
        let graph = try Self.graph(
            "text NN 5 nsubj\ndrafted VBN 1 acl\nby IN 4 case\nOria NNP 2 obl:agent\nheld VBD 0 root\nsaying VBG 5 advcl"
        )
        #expect(graph.logicalObject(of: 1) == 0)
        #expect(graph.logicalSubject(of: 1) == 3)
        #expect(graph.subject(of: 5) == 0)
    }

    @Test func phrasesLeaveOutClauses() throws {
        let graph = try Self.graph(
            "the DT 3 det\nnew JJ 3 amod\nenvoy NN 9 nsubj\nof IN 5 case\nOria NNP 3 nmod\n, , 8 punct\nwho WP 8 nsubj\nspoke VBD 3 acl:relcl\nleft VBD 0 root"
        )
        #expect(graph.phrase(of: 2) == 0..<5)
        #expect(graph.subtree(of: 2) == 0..<8)
        #expect(graph.modifiers(of: 2).map(\.word) == [4])
        #expect(graph.clause(of: 4) == 8)
        #expect(graph.clause(of: 6) == 7)
    }

    @Test func coordinationIsWhole() throws {
        let graph = try Self.graph("Oria NNP 4 nsubj\nand CC 3 cc\nVell NNP 1 conj\nmet VBD 0 root\nnot RB 4 advmod")
        #expect(graph.subjects(of: 3) == [0, 2])
        #expect(graph.firstConjunct(of: 2) == 0)
        #expect(graph.isNegated(3))
    }
}
