import Ontologies
import Testing
import Text

struct EventOntologyTests {
    let ontology: EventOntology
    init() throws { ontology = try EventOntology.standard() }

    @Test func everyListIsComplete() {
        #expect(ontology.types.count == 16)
        #expect(ontology.contexts.count == 34)
        #expect(ontology.codes.count(where: { $0.code.count == 2 }) == 20)
        #expect(ontology.codes.count(where: { $0.code.count > 2 }) == 292)
        #expect(Set(ontology.codes.map(\.code)).count == ontology.codes.count)
    }

    @Test func everyCodeHasItsParent() {
        for code in ontology.codes where code.code.count > 2 {
            #expect(ontology.cameo(String(code.code.dropLast())) != nil, "\(code.code)")
        }
    }

    @Test func onlyStatementsAreDropped() {
        for code in ontology.codes { #expect((code.plover == nil) == (code.root == "01"), "\(code.code)") }
    }

    @Test(arguments: [
        ("042", "CONSULT"), ("0813", "RETREAT"), ("0812", "CONCEDE"), ("163", "COERCE"), ("175", "ASSAULT"),
        ("192", "COERCE"), ("090", "ACCUSE"), ("1384", "THREATEN"), ("023", "REQUEST"),
    ])
    func codesMapToPlover(code: String, type: String) {
        #expect(ontology.plover(ofCameo: code)?.name == type)
    }

    @Test func goldsteinFallsBackToTheParent() {
        #expect(ontology.goldstein(ofCameo: "0874") == 10)
        #expect(ontology.goldstein(ofCameo: "1717") == ontology.goldstein(ofCameo: "171"))
        #expect(ontology.goldstein(ofCameo: "99") == nil)
    }

    @Test func aBadTableSaysWhere() throws {
        let head = "# license: x\n# source: x\n"
        let plover = try DataTable(
            head + "type\tquad\trecipient\tscore\tmodes\nAID\tmaterial-cooperation\tyes\t10\t", file: "p")
        let cameo = try DataTable(head + "code\tlabel\tgoldstein\tplover\tmode\n070\taid\tseven\tAID\t", file: "c")
        let contexts = try DataTable(head + "context\tlemmas\n", file: "x")
        #expect(
            throws: DataTable.Failure.badValue(
                file: "c", line: 4, column: "goldstein", value: "seven", expected: "a number")
        ) {
            try EventOntology(plover: plover, cameo: cameo, contexts: contexts)
        }
    }
}
