import Foundation
import Intake
import Records
import Testing

/// Plain-text dumps: the cases of `Tests/Cases/intake/dumps`.
@Suite struct DumpTests {
    @Test(arguments: IntakeCases.names(in: "dumps"))
    func aDumpGivesItsArticle(_ name: String) throws {
        let items = Array(try ArticleIntake().items(of: [IntakeCases.path("dumps", "\(name).txt")]))
        let article = try #require(items.first?.article)
        #expect(items.count == 1)
        #expect(article.id == name)
        #expect(try IntakeCases.unmet(article, kind: "dumps", name: name) == [])
    }

    @Test func thereAreCases() { #expect(IntakeCases.names(in: "dumps").count >= 7) }

    /// Every line is either in the text or among the cuts.
    @Test(arguments: IntakeCases.names(in: "dumps").filter { $0 != "wrapped" })
    func nothingIsLostUnsaid(_ name: String) throws {
        let path = IntakeCases.path("dumps", "\(name).txt")
        let article = try #require(Array(try ArticleIntake().items(of: [path])).first?.article)
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") where !line.isEmpty {
            let kept = article.text.contains(line)
            #expect(kept || article.cuts.contains { $0.text == line }, "\(name): \(line)")
        }
    }

    @Test func blanksOfAllKindsBecomeSpaces() throws {
        let text = "The\u{A0}council met\u{202F}on\u{2009}Monday, and it\u{200B} agreed on nothing of any weight."
        let article = try #require(try IntakeCases.items(text.utf8).first?.article)
        #expect(article.text == "The council met on Monday, and it agreed on nothing of any weight.")
    }

    @Test func aTextWithoutSentencesIsKeptWhole() throws {
        let article = try #require(try IntakeCases.items("Lake treaty\n\nSigned in Sund".utf8).first?.article)
        #expect(article.text == "Lake treaty\n\nSigned in Sund")
    }
}
