import Linguistics
import Testing
import Text

/// Trees by hand: reading, spans, errors, and back again.
struct ConlluTests {
    static let example = """
        # newdoc id = d1
        # newpar
        # text = Oria's minister won't sign.
        1-2\tOria's\t_\t_\t_\t_\t_\t_\t_\t_
        1\tOria\tOria\tPROPN\tNNP\t_\t3\tnmod:poss\t_\tNER=B-GPE
        2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\t_
        3\tminister\tminister\tNOUN\tNN\t_\t6\tnsubj\t_\t_
        4-5\twon't\t_\t_\t_\t_\t_\t_\t_\t_
        4\two\twill\tAUX\tMD\t_\t6\taux\t_\t_
        5\tn't\tnot\tPART\tRB\t_\t6\tadvmod\t_\t_
        6\tsign\tsign\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
        7\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_

        # newpar
        1 Anna Anna PROPN NNP _ 3 nsubj _ NER=B-PER
        2 Vell Vell PROPN NNP _ 1 flat _ NER=I-PER
        3 left leave VERB VBD _ 0 root

        1 Why why ADV WRB _ 0 root _ SpaceAfter=No
        2 ? ? PUNCT . _ 1 punct
        """

    @Test func textIsPutTogether() throws {
        let analysis = try Analysis(conllu: Self.example)
        #expect(analysis.text.string == "Oria's minister won't sign.\n\nAnna Vell left Why?")
        #expect(analysis.paragraphs.count == 2)
        #expect(analysis.sentences.map(\.paragraph) == [0, 1, 1])
    }

    @Test func wordsHaveTheirBytes() throws {
        let analysis = try Analysis(conllu: Self.example)
        #expect(
            (0..<analysis.words.count).map { analysis.form($0) } == [
                "Oria", "'s", "minister", "wo", "n't", "sign", ".", "Anna", "Vell", "left", "Why", "?",
            ])
        #expect(analysis.lemma(3) == "will")
        #expect(analysis.words.heads == [2, 0, 5, 5, 5, -1, 5, 9, 7, -1, -1, 10])
        #expect(analysis.words.tokenLengths == [2, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0])
        #expect(analysis.pennTag(3) == .md)
        #expect(analysis.entities.map(\.words) == [0..<1, 7..<9])
        #expect(analysis.entities.map(\.kind) == [.geopolitical, .person])
    }

    @Test func symbolsExtendAnAnalyzersTable() throws {
        var table = SymbolTable()
        let sign = table.intern("sign")
        let analysis = try Analysis(conllu: Self.example, symbols: table)
        #expect(analysis.words.lemmas[5] == sign)
    }

    @Test func writingAndReadingAgree() throws {
        let analysis = try Analysis(conllu: Self.example)
        var writer = ConlluWriter()
        writer.write(analysis)
        let text = String(decoding: writer.take(), as: UTF8.self)
        let again = try Analysis(conllu: text)
        #expect(again.text == analysis.text)
        #expect(again.words.starts == analysis.words.starts)
        #expect(again.words.heads == analysis.words.heads)
        #expect(again.words.relations == analysis.words.relations)
        #expect(again.words.xpos == analysis.words.xpos)
        #expect(again.entities == analysis.entities)
        #expect(text.contains("4-5\twon't\t_\t_\t_\t_\t_\t_\t_\tOffset=16:21\n"))
    }

    @Test(arguments: [
        ("1 a a X _ _ 3 dep", ConlluFailure.badHead(line: 1, value: "3")),
        ("2 a a X _ _ 0 root", .badIdentifier(line: 1, value: "2")),
        ("1 a a Q _ _ 0 root", .unknownTag(line: 1, value: "Q")),
        ("1 a a X _ _ 0 rot", .unknownRelation(line: 1, value: "rot")),
        ("1 a a X _ _ 1 dep\n2 b b X _ _ 0 root", .cycle(line: 1)),
        ("1 a a X _ _ 0 root\n2 b b X _ _ 0 root", .roots(line: 1, count: 2)),
        ("# text = b\n1 a a X _ _ 0 root", .formNotInText(line: 2, form: "a")),
        ("1 a a X _ _ 0 root _ NER=B-DOG", .unknownEntity(line: 1, value: "B-DOG")),
        ("1 a a", .tooFewColumns(line: 1, found: 3)),
    ])
    func errorsNameTheLine(_ text: String, _ failure: ConlluFailure) {
        #expect(throws: failure) { try Analysis(conllu: text) }
    }

    @Test func treeShowsHeads() throws {
        let analysis = try Analysis(conllu: Self.example)
        #expect(
            TreeWriter().string(analysis, sentence: 1) == """
                Anna Vell left
                left  VERB  root  (leave)
                └─ Anna  PROPN  nsubj  B-PER
                   └─ Vell  PROPN  flat  I-PER

                """)
    }
}
