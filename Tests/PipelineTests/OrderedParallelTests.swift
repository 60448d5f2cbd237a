import Pipeline
import Testing

@Suite struct OrderedParallelTests {
    @Test(arguments: [1, 2, 7])
    func resultsComeInInputOrder(width: Int) async {
        var inputs = (0..<500).makeIterator()
        var results: [Int] = []
        await OrderedParallel.run(&inputs, width: width) { input in
            // Uneven work, so that later inputs end before earlier ones.
            var sum = 0
            for i in 0..<((input * 7919) % 2000) { sum &+= i }
            return sum == -1 ? -1 : input * 2
        } take: {
            results.append($0)
        }
        #expect(results == (0..<500).map { $0 * 2 })
    }

    @Test func noInputGivesNoResult() async {
        var inputs = [Int]().makeIterator()
        var results: [Int] = []
        await OrderedParallel.run(&inputs, width: 4) {
            $0
        } take: {
            results.append($0)
        }
        #expect(results.isEmpty)
    }

    /// An input is drawn only while few results wait to be taken.
    @Test func drawsNoFurtherThanItsWindow() async {
        var drawn = 0
        var taken = 0
        var widest = 0
        var inputs = AnyIterator<Int> {
            drawn += 1
            widest = max(widest, drawn - taken)
            return drawn <= 1000 ? drawn : nil
        }
        await OrderedParallel.run(&inputs, width: 3) {
            $0
        } take: { _ in
            taken += 1
        }
        #expect(taken == 1000)
        #expect(widest <= 13)
    }
}
