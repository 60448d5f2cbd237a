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
        #expect(differing("a b c d", "a c d") == (["b"], []))
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
        #expect(differing("rose by 4 points", "rose by 4% points") == (["4"], ["4%"]))
    }
}

@Suite struct ShortenedTextTests {
    @Test func wordsLeftOutAtAnEndAreNoDifference() {
        let long = "In our talks today we agreed that the port will open in May"
        let cut = WordDifference(long, "we agreed that the port will close in May", endsMayBeCut: true)
        #expect(cut.first.filter(\.differs).map(\.text) == ["open"])
        #expect(cut.second.filter(\.differs).map(\.text) == ["close"])
    }

    @Test func agreementIsTheShareOfTheShorterText() {
        #expect(WordDifference("a b c d", "a b").agreement == 1)
        #expect(WordDifference("a b c d", "a x").agreement == 0.5)
        #expect(WordDifference("a", "").agreement == 0)
    }
}
