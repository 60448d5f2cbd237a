import Records
import Testing

@Suite("Days of the calendar")
struct CalendarDayTests {
    @Test(
        "a date is the day that is counted from 1970, and comes back as it was",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2023-03-01", 19_417),
            ("0001-01-01", -719_162),
        ])
    func numbers(iso: String, number: Int) throws {
        let day = try #require(CalendarDay(iso: iso))
        #expect(day.number == number)
        #expect(day.iso == iso)
    }

    @Test("the date part of a date and time is read")
    func dateAndTime() { #expect(CalendarDay(iso: "2023-03-01T10:20:00+06:00")?.iso == "2023-03-01") }

    @Test("what is no date gives no day", arguments: ["", "2023", "2023-02-29", "2023-13-01", "1 March", "2023-03-0x"])
    func noDates(text: String) { #expect(CalendarDay(iso: text) == nil) }

    @Test("Sunday is 0")
    func weekdays() throws {
        let wednesday = try #require(CalendarDay(iso: "2023-03-01"))
        #expect(wednesday.weekday == 3)
        #expect(wednesday.adding(days: 4).weekday == 0)
    }

    @Test("a month later is the same day, or the last of a shorter month")
    func months() throws {
        let day = try #require(CalendarDay(iso: "2024-01-31"))
        #expect(day.adding(months: 1).iso == "2024-02-29")
        #expect(day.adding(months: -2).iso == "2023-11-30")
        #expect(day.adding(months: 12).iso == "2025-01-31")
    }
}
