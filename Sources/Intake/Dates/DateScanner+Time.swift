extension DateScanner {
    /// Takes the time of day that stands after a date, or else before it.
    ///
    /// - Returns: the date with its time, and the token to go on from.
    func withTime(_ date: FoundDate, _ t: DateTokens, from first: Int, next: Int) -> (FoundDate, next: Int) {
        if date.hour != nil {
            var date = date
            let end = zone(t, at: next, into: &date)
            return (date, end)
        }
        // Up to three joints ("T", "at", a comma, a stroke) may stand between the date and its time.
        var j = next
        var joints = 0
        while joints < 3, joint(t, j) {
            j += 1
            joints += 1
        }
        if let (timed, end) = time(t, at: j, onto: date) {
            var timed = timed
            timed.range = date.range.lowerBound..<t.ranges[end - 1].upperBound
            return (timed, end)
        }
        // "16:50, 12 March 2023", "16:50 GMT, 12 March 2023"
        for back in 3...7 {
            let start = first - back
            guard start >= 0, t.number(start) != nil, !t.isMark(start - 1, ":"),
                let (timed, end) = time(t, at: start, onto: date), end <= first
            else { continue }
            var k = end
            while k < first, joint(t, k) { k += 1 }
            if k == first {
                var timed = timed
                timed.range = t.ranges[start].lowerBound..<date.range.upperBound
                return (timed, next)
            }
        }
        return (date, next)
    }

    private func joint(_ t: DateTokens, _ i: Int) -> Bool {
        if t.isMark(i, ",|/-@(.") { return true }
        guard let word = t.word(i) else { return false }
        return small.timeJoints.contains(word)
    }

    /// 16:50, 4:50 pm, 16.50 Uhr, 16h50, 16:50:12.345.
    private func time(_ t: DateTokens, at i: Int, onto date: FoundDate) -> (FoundDate, next: Int)? {
        guard let hour = t.number(i), hour < 25 else { return nil }
        var date = date
        var j = i + 1
        if t.isMark(j, ":.") || t.word(j) == "h", let minute = t.number(j + 1, digits: 2...2), minute < 60 {
            let dotted = t.isMark(j, ".")
            date.minute = minute
            j += 2
            if t.isMark(j, ":"), let second = t.number(j + 1, digits: 2...2), second < 61 {
                date.second = second
                j += 2
                if t.isMark(j, ".,"), t.touches(j - 1, j), t.number(j + 1, digits: 1...9) != nil { j += 2 }
            } else if dotted, !halfDay(t, j), t.word(j) != "uhr" {
                return nil
            }
        } else if !halfDay(t, j) {
            return nil
        }
        date.hour = hour
        if halfDay(t, j) {
            guard (1...12).contains(hour) else { return nil }
            date.hour = hour % 12 + (t.word(j)?.hasPrefix("p") == true ? 12 : 0)
            j += 1
            if t.isMark(j, "."), t.word(j + 1) == "m" {
                j += 2
                if t.isMark(j, ".") { j += 1 }
            }
        } else if t.word(j) == "uhr" {
            j += 1
        }
        let end = zone(t, at: j, into: &date)
        return (date, end)
    }

    /// Whether "am", "pm", "a.m." or "p.m." stands at a token.
    private func halfDay(_ t: DateTokens, _ i: Int) -> Bool {
        guard let word = t.word(i) else { return false }
        return word == "am" || word == "pm"
            || (word == "a" || word == "p") && t.isMark(i + 1, ".") && t.word(i + 2) == "m"
    }

    /// Z, GMT, +05:00, +0500, UTC+3.
    private func zone(_ t: DateTokens, at i: Int, into date: inout FoundDate) -> Int {
        var j = t.isMark(i, "(") ? i + 1 : i
        var offset: Int?
        if let word = t.word(j), let minutes = zones[word] {
            offset = minutes
            j += 1
        }
        if t.isMark(j, "+-"), offset == nil || offset == 0 {
            let sign = t.isMark(j, "-") ? -1 : 1
            if let number = t.number(j + 1, digits: 4...4), number <= 1400 {
                date.zone = sign * (number / 100 * 60 + number % 100)
                return j + 2
            }
            if let hours = t.number(j + 1), hours <= 14, t.touches(j, j + 1) {
                let colon = t.isMark(j + 2, ":")
                let minutes = colon ? t.number(j + 3, digits: 2...2) : nil
                date.zone = sign * (hours * 60 + (minutes ?? 0))
                return minutes == nil ? j + 2 : j + 4
            }
        }
        guard let offset else { return i }
        date.zone = offset
        return j
    }
}
