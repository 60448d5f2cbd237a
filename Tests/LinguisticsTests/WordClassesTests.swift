import Foundation
import Linguistics
import LinguisticsTraining
import Testing
import Text

@Suite("What the dictionary says")
struct WordClassesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let form, kinds, tag, lemma: String
        var testDescription: String { "\(form) \(tag)" }
    }

    static let cases: [Case] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../Cases/words/kinds.tsv").standardizedFileURL
        guard let text = try? String(contentsOf: file, encoding: .utf8),
            let table = try? DataTable(text, file: "kinds.tsv", columns: ["form", "kinds", "tag", "lemma"])
        else { return [] }
        return table.rows.map { Case(form: $0["form"], kinds: $0["kinds"], tag: $0["tag"], lemma: $0["lemma"]) }
    }()

    static let model = try? Model.standard()

    @Test("There are cases") func thereAreCases() { #expect(Self.cases.count > 20) }

    @Test("A form may be what is listed and what regular endings make of it", arguments: cases)
    func kinds(_ it: Case) throws {
        let classes = try #require(Self.model).classes
        let kinds = Array(it.form.utf8).withUnsafeBufferPointer { classes.kinds(of: $0) }
        let letters: [(Character, WordClasses.Kinds)] = [
            ("n", .noun), ("p", .plural), ("v", .verb), ("s", .third), ("d", .past), ("g", .gerund),
            ("a", .adjective), ("c", .compared), ("r", .adverb),
        ]
        #expect(String(letters.filter { kinds.contains($0.1) }.map(\.0)) == it.kinds)
    }

    @Test("A form that training never saw comes from the word of the dictionary", arguments: cases)
    func lemmas(_ it: Case) throws {
        let model = try #require(Self.model)
        let tags = ["V": "VERB", "N": "NOUN", "J": "ADJ", "R": "ADV"]
        let upos = try #require(tags[String(it.tag.prefix(1))])
        var analysis = try Analysis(conllu: "1\t\(it.form)\t_\t\(upos)\t\(it.tag)\t_\t0\troot\t_\t_\n\n")
        model.lemmatizer.lemmatize(&analysis)
        #expect(analysis.lemma(0) == it.lemma)
    }

    @Test("What is no word of English is nothing, and no length traps")
    func nothing() throws {
        let classes = try #require(Self.model).classes
        for form in [
            "", "s", "ing", "xqzed", String(repeating: "a", count: 27) + "s", String(repeating: "b", count: 90),
        ] {
            Array(form.utf8).withUnsafeBufferPointer { #expect(classes.kinds(of: $0) == []) }
        }
    }

    @Test("The list that comes with the trainer is sound and large")
    func list() throws {
        #expect(try Lexicon().section.count > 500_000)
    }
}
