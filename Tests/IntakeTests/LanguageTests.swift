import Foundation
import Intake
import Records
import Testing

/// Pages in many languages and scripts, of three makes: elements that say what they are, divisions
/// without names, and a table that lays the page out.
@Suite struct LanguageTests {
    @Test(arguments: IntakeCases.names(in: "languages"))
    func aPageOfAnyLanguageGivesItsArticle(_ name: String) throws {
        let items = Array(try ArticleIntake().items(of: [IntakeCases.path("languages", "\(name).html")]))
        #expect(try IntakeCases.unmet(items, kind: "languages", name: name) == [])
    }

    @Test func thereAreCases() { #expect(IntakeCases.names(in: "languages").count >= 20) }
}
