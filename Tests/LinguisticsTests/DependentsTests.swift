import Testing

@testable import Linguistics

@Suite struct DependentsTests {
    @Test func eachWordHasItsDependentsInOrder() {
        let dependents = Dependents(heads: [1, -1, 1, 2, 1, -1])
        #expect((0..<6).map { Array(dependents[$0]) } == [[], [0, 2, 4], [3], [], [], []])
    }

    @Test func rootsAloneHaveNone() {
        #expect(Dependents(heads: []).list.isEmpty)
        #expect((0..<2).allSatisfy { Dependents(heads: [-1, -1])[$0].isEmpty })
    }
}
