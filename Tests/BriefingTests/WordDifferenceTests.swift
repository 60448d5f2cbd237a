import Briefing
import Testing

@Suite struct WordDifferenceTests {
    private func differing(_ a: String, _ b: String) -> ([String], [String]) {
        let difference = WordDifference(a, b)
        return (difference.first.filter(\.differs).map(\.text), difference.second.filter(\.differs).map(\.text))
    }

    @Test func findsTheWordThatWasChanged() {
        #expect(differing("the fleet left port at dawn", "the fleet reached port at dawn") == (["left"], ["reached"]))
    }

    @Test func findsWordsThatWereLeftOutOrAdded() {
        #expect(differing("no base will be built", "no permanent base will be built") == ([], ["permanent"]))
        #expect(differing("a b c d", "") == (["a", "b", "c", "d"], []))
    }

    @Test func typographyAndCaseAreNoDifference() {
        let (a, b) = differing("“We won’t sign,” she said – twice", "\"we won't sign\" she said — twice")
        #expect(a.isEmpty && b.isEmpty)
    }

    @Test func marksTheFewestWords() {
        let (a, b) = differing("one two three four five", "zero one three four six five")
        #expect(a == ["two"])
        #expect(b == ["zero", "six"])
    }

    @Test func percentAndNumbersCount() {
        #expect(differing("rose by 4 %", "rose by 5 %") == (["4"], ["5"]))
        #expect(differing("rose by 4", "rose by 4%") == (["4"], ["4%"]))
    }
}
