import Gazetteer
import Testing

@Suite struct DatedPeriodTests {
    @Test(arguments: [
        ("2019-03-20", "2019-06-12", 2019_03_20, true, true),
        ("2019-03-20", "2019-06-12", 2019_06_13, false, false),
        ("2019-03", "2021", 2019_03_15, true, false),
        ("2019-03", "2021", 2020_01_01, true, true),
        ("2019-03", "2021", 2021_12_31, true, false),
        ("", "", 1950_01_01, true, true),
        ("2019", "", 2018_12_31, false, false),
    ])
    func holdsADay(_ from: String, _ to: String, _ day: Int, _ may: Bool, _ surely: Bool) throws {
        let period = try #require(DatedPeriod(from: from, to: to))
        #expect(period.mayContain(Int32(day)) == may)
        #expect(period.surelyContains(Int32(day)) == surely)
    }

    @Test(arguments: [("2019-13", ""), ("19", ""), ("2019-03-20-1", ""), ("2021", "2019"), ("x", "")])
    func refusesWhatIsNoDate(_ from: String, _ to: String) {
        #expect(DatedPeriod(from: from, to: to) == nil)
    }

    @Test func readsTheDayOfADateAndTime() {
        #expect(DatedPeriod.day("2023-02-28T10:00:00Z") == 2023_02_28)
        #expect(DatedPeriod.day("2023-02") == nil)
    }
}
