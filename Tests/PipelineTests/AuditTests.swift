import Pipeline
import Records
import Testing

/// The audit sheet: what is drawn, how it is written, and what its marks amount to.
@Suite struct AuditTests {
    static func article(_ id: String, events: Int) -> CodedArticle {
        let text = "Arland praised\tBorland."
        let sentence = Evidence(article: id, start: 0, end: 23, quote: text)
        return CodedArticle(
            article: Article(id: id, text: text), sentences: [sentence],
            events: (1...events).map {
                Event(
                    id: "\(id)-e\($0)", type: "SUPPORT", cameo: "051",
                    actors: [ActorReference(id: "ARL", name: "Arland", kind: .state, code: "ARL")], modality: .happened,
                    evidence: [sentence], rule: "praise")
            })
    }

    static func sheet(size: Int, seed: UInt64) -> AuditSheet {
        var sheet = AuditSheet(size: size, seed: seed)
        for number in 0..<40 { sheet.offer(article("a\(number)", events: 3)) }
        return sheet
    }

    @Test func aSeedDrawsTheSameEvents() {
        #expect(Self.sheet(size: 10, seed: 1).table() == Self.sheet(size: 10, seed: 1).table())
        #expect(Self.sheet(size: 10, seed: 1).table() != Self.sheet(size: 10, seed: 2).table())
    }

    @Test func theSheetHasARowForEveryEventDrawnAndAFieldForEveryColumn() {
        let lines = Self.sheet(size: 10, seed: 7).table().split(separator: "\n")
        #expect(lines.count == 11)
        for line in lines {
            #expect(line.split(separator: "\t", omittingEmptySubsequences: false).count == AuditSheet.columns.count)
        }
        #expect(lines.last?.contains("Arland praised Borland.") == true)
    }

    @Test func aSheetCanBeKeptWithoutWords() {
        let table = Self.sheet(size: 5, seed: 7).table(words: false)
        #expect(!table.contains("praised"))
        #expect(table.contains("SUPPORT"))
    }

    @Test func fewerEventsThanAskedForAreAllDrawn() {
        let sheet = Self.sheet(size: 500, seed: 1)
        #expect(sheet.offered == 120)
        #expect(sheet.table().split(separator: "\n").count == 121)
    }

    @Test func everyEventHasTheSameChance() {
        var drawn = [Int](repeating: 0, count: 20)
        for seed in 0..<2000 {
            var sample = EventSample<Int>(size: 5, seed: UInt64(seed))
            for item in drawn.indices { sample.offer(item) }
            for item in sample.items { drawn[item] += 1 }
        }
        // Expected 500 each; five standard deviations are 97.
        #expect(drawn.allSatisfy { (400...600).contains($0) }, "\(drawn)")
    }

    @Test func marksAreCounted() throws {
        let score = try AuditScore(
            sheet: """
                article\ttype_right\tactors_right
                a\ty\ty
                b\tyes\tn
                c\tn\t
                d\t\t

                """)
        #expect(score.type.right == 2 && score.type.marked == 3)
        #expect(score.actors.right == 1 && score.actors.marked == 2)
        #expect(score.both.right == 1 && score.both.marked == 2)
        #expect(score.report.hasPrefix("type    0.667  [0.208, 0.939]  2 of 3"))
    }

    @Test func aMarkThatIsNoneIsNamedWithItsLine() {
        #expect(throws: AuditScore.Failure.badMark(line: 2, column: "type_right", mark: "maybe")) {
            try AuditScore(sheet: "type_right\tactors_right\nmaybe\ty\n")
        }
        #expect(throws: AuditScore.Failure.noMarks) { try AuditScore(sheet: "type_right\tactors_right\n\t\n") }
        #expect(throws: AuditScore.Failure.noColumn("type_right")) { try AuditScore(sheet: "a\tb\n") }
    }
}
