/// Finds calendar dates in a line, in the forms that pages print them.
///
/// Forms: ISO 8601 and its relatives with slashes, dots and CJK units; day, month name, year in either
/// order and in the languages of `months.tsv`; day, month and year as numbers. Numbers that can be
/// read both ways are day first unless told otherwise.
struct DateScanner: Sendable {
    let months: [String: Int]
    let zones: [String: Int]
    let small: SmallWords

    /// The small words inside a printed date.
    struct SmallWords: Sendable {
        /// Behind the day ("th").
        var ordinals: Set<String>
        /// Between the parts ("of").
        var joints: Set<String>
        /// Before the time of day ("at").
        var timeJoints: Set<String>
    }

    /// All dates of a line, in order.
    ///
    /// - Parameters:
    ///   - monthFirst: how "3/4/2023" is to be read.
    ///   - needsYear: whether dates without a year are passed over.
    func dates(in line: some StringProtocol, monthFirst: Bool = false, needsYear: Bool = true) -> [FoundDate] {
        // Every form of a date has a digit in it.
        guard line.withBytes({ $0.contains { $0 >= 0x30 && $0 <= 0x39 || $0 >= 0xD9 } }) else { return [] }
        let tokens = DateTokens(line)
        var found: [FoundDate] = []
        var i = 0
        while i < tokens.count {
            guard let (date, next) = date(tokens, at: i, monthFirst: monthFirst), date.isPossible,
                date.year != nil || !needsYear
            else {
                i += 1
                continue
            }
            let (timed, end) = withTime(date, tokens, from: i, next: next)
            found.append(timed)
            i = end
        }
        return found
    }

    /// The first date of a line that has a year.
    func date(in line: some StringProtocol, monthFirst: Bool = false) -> FoundDate? {
        dates(in: line, monthFirst: monthFirst).first
    }

    private func date(_ t: DateTokens, at i: Int, monthFirst: Bool) -> (FoundDate, next: Int)? {
        if let number = t.number(i, digits: 1...14) {
            guard case .number(_, let digits) = t.tokens[i] else { return nil }
            switch digits {
            case 8 where number > 19_000_000 && number < 21_010_000:
                var date = made(t, i, i + 1, number / 10_000, number / 100 % 100, number % 100)
                // 20230228T101500
                guard t.word(i + 1) == "t", t.touches(i, i + 1), let time = t.number(i + 2, digits: 6...6) else {
                    return (date, i + 1)
                }
                (date.hour, date.minute, date.second) = (time / 10_000, time / 100 % 100, time % 100)
                return (date, i + 3)
            case 14 where number / 1_000_000 > 19_000_000 && number / 1_000_000 < 21_010_000:
                let day = number / 1_000_000
                var date = made(t, i, i + 1, day / 10_000, day / 100 % 100, day % 100)
                (date.hour, date.minute, date.second) = (number / 10_000 % 100, number / 100 % 100, number % 100)
                return (date, i + 1)
            case 4: return yearFirst(t, i, number)
            case 1, 2: return dayFirst(t, i, number, monthFirst: monthFirst)
            default: return nil
            }
        }
        if let word = t.word(i), let month = months[word] { return monthNameFirst(t, i, month) }
        return nil
    }

    private func made(_ t: DateTokens, _ i: Int, _ end: Int, _ year: Int?, _ month: Int, _ day: Int) -> FoundDate {
        FoundDate(range: t.ranges[i].lowerBound..<t.ranges[end - 1].upperBound, year: year, month: month, day: day)
    }

    /// 2023-02-28, 2023/2/28, 2023.02.28, 2023年2月28日.
    private func yearFirst(_ t: DateTokens, _ i: Int, _ year: Int) -> (FoundDate, next: Int)? {
        if t.isMark(i + 1, "-/."), let month = t.number(i + 2), t.isMark(i + 3, "-/."), let day = t.number(i + 4) {
            return (made(t, i, i + 5, year, month, day), i + 5)
        }
        if let unit = t.word(i + 1), unit == "年" || unit == "년", let month = t.number(i + 2), t.word(i + 3) != nil,
            let day = t.number(i + 4)
        {
            let end = t.word(i + 5)?.first.map { $0 == "日" || $0 == "일" } == true ? i + 6 : i + 5
            return (made(t, i, end, year, month, day), end)
        }
        // 2023 February 28
        if let word = t.word(i + 1), let month = months[word], let day = t.number(i + 2) {
            return (made(t, i, i + 3, year, month, day), i + 3)
        }
        return nil
    }

    /// 28 February 2023, 28. Feb. 2023, 28th of February, 2023, 28.02.2023, 28/2/2023, 28-Feb-2023.
    private func dayFirst(_ t: DateTokens, _ i: Int, _ first: Int, monthFirst: Bool) -> (FoundDate, next: Int)? {
        if t.isMark(i - 1, ":.") && t.touches(i - 1, i) && t.number(i - 2) != nil { return nil }
        if t.isMark(i + 1, "/.-"), let second = t.number(i + 2), t.isMark(i + 3, "/.-"),
            let year = t.number(i + 4, digits: 4...4)
        {
            let monthComes = second > 12 || monthFirst && first <= 12 && t.isMark(i + 1, "/")
            return (
                made(t, i, i + 5, year, monthComes ? first : second, monthComes ? second : first), i + 5
            )
        }
        if let short = shortYear(t, i, first) { return short }
        var j = i + 1
        if let suffix = t.word(j), t.touches(i, j), small.ordinals.contains(suffix) { j += 1 }
        if t.isMark(j, ".-/,ºª°") { j += 1 }
        if let word = t.word(j), small.joints.contains(word) { j += 1 }
        guard let word = t.word(j), let month = months[word] else { return nil }
        return withYear(t, i, j + 1, month, first)
    }

    /// 28.02.23, with two digits in every part so that no version number is meant.
    private func shortYear(_ t: DateTokens, _ i: Int, _ day: Int) -> (FoundDate, next: Int)? {
        guard t.isMark(i + 1, "."), t.isMark(i + 3, "."), t.number(i, digits: 2...2) != nil, t.touches(i, i + 1),
            let month = t.number(i + 2, digits: 2...2), let year = t.number(i + 4, digits: 2...2), year < 60,
            !t.isMark(i + 5, ".")
        else { return nil }
        return (made(t, i, i + 5, 2000 + year, month, day), i + 5)
    }

    /// February 28, 2023; Feb. 28th 2023; February 28.
    private func monthNameFirst(_ t: DateTokens, _ i: Int, _ month: Int) -> (FoundDate, next: Int)? {
        var j = i + 1
        if t.isMark(j, ".-/") { j += 1 }
        guard let day = t.number(j), !(t.isMark(j + 1, ":") && t.touches(j, j + 1)) else { return nil }
        j += 1
        if let suffix = t.word(j), t.touches(j - 1, j), small.ordinals.contains(suffix) { j += 1 }
        return withYear(t, i, j, month, day)
    }

    /// Takes the year behind a day and month, where one stands there.
    private func withYear(_ t: DateTokens, _ i: Int, _ next: Int, _ month: Int, _ day: Int) -> (FoundDate, next: Int) {
        var j = next
        // "24 نيسان / أبريل 2020": the month in two calendars' names.
        if t.isMark(j, "/"), let word = t.word(j + 1), months[word] == month { j += 2 }
        let next = j
        while t.isMark(j, ".,-/") { j += 1 }
        if let word = t.word(j), small.joints.contains(word) { j += 1 }
        if let printed = t.number(j, digits: 4...4), j - next <= 2 {
            // Thailand counts from 543 BC.
            let year = (2443...2643).contains(printed) ? printed - 543 : printed
            if (1900...2100).contains(year) { return (made(t, i, j + 1, year, month, day), j + 1) }
        }
        return (made(t, i, next, nil, month, day), next)
    }
}
