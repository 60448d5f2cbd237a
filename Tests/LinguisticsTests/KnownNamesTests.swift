import Linguistics
import Testing
import Text

@Suite("Known names and abbreviations")
struct KnownNamesTests {
    static let analyzer = Result {
        var names = KnownNames()
        names.add("Organisation of Lantern Keepers", kind: .organisation)
        names.add("LKO", kind: .organisation)
        names.add("Rosa del Valle Quint", kind: .person)
        names.add("Lantern", kind: .organisation)
        names.add("Veldoria", kind: .geopolitical)
        names.add("Jordan", kind: .geopolitical)
        return try Analyzer(names: names)
    }

    private func names(_ text: String) throws -> [String] {
        let analysis = try Self.analyzer.get().analyze(SourceText(text), to: .names)
        return analysis.entities.map { name in
            let span = analysis.span(ofWords: name.words)
            return "\(name.kind) \(analysis.text[span])"
        }
    }

    @Test("A known name is found whole, wherever it stands")
    func isFound() throws {
        #expect(
            try names("It told the Organisation of Lantern Keepers so.") == [
                "organisation Organisation of Lantern Keepers"
            ])
        #expect(try names("So said Rosa del Valle Quint.") == ["person Rosa del Valle Quint"])
    }

    @Test("Capitals are looked at: an abbreviation in a shouted line is none")
    func looksAtCapitals() throws {
        #expect(try names("Members of the LKO met.").contains("organisation LKO"))
        #expect(try !names("the organisation of lantern keepers met").contains { $0.hasPrefix("organisation") })
        #expect(try !names("WHAT LKO WANTS").contains("organisation LKO"))
    }

    @Test("A state's name of one word counts where nobody bears it as a name")
    func knowsStates() throws {
        #expect(try names("Veldoria said it would wait.") == ["geopolitical Veldoria"])
        #expect(try !names("Jordan Vell said he would wait.").contains("geopolitical Jordan"))
    }

    @Test("A single word that is no abbreviation is left to the recognizer")
    func leavesWords() throws {
        #expect(try !names("The room had one Lantern and no window.").contains("organisation Lantern"))
    }

    @Test("An abbreviation in brackets is what the name before it is, all over the text")
    func abbreviation() throws {
        let found = try names(
            "The International Whaling Commission (IWC) met on Monday. Japan left. The IWC will meet again.")
        #expect(found.filter { $0 == "organisation IWC" }.count == 2)
    }
}
