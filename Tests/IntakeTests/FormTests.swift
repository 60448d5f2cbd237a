import Foundation
import Intake
import Records
import Testing

/// Inputs of every form that is read: the cases of `Tests/Cases/intake/forms`, each a file as some
/// program wrote it beside what is expected of its items.
@Suite struct FormTests {
    @Test(arguments: IntakeCases.names(in: "forms"))
    func anInputGivesItsArticles(_ name: String) throws {
        let items = Array(try ArticleIntake().items(of: [IntakeCases.path("forms", name)]))
        #expect(try IntakeCases.unmet(items, kind: "forms", name: name) == [])
    }

    @Test func thereAreCases() { #expect(IntakeCases.names(in: "forms").count >= 40) }
}
