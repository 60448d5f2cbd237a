import Text

/// A number as read from a text.
struct NumberReading: Hashable, Sendable {
    /// The atoms that make it.
    var atoms: Range<Int>
    /// The number, or `nil` for an open one ("tens of thousands").
    var value: Double?
    var low: Double
    var high: Double
    /// Whether digits make it, at least in part.
    var digits: Bool
    /// Whether it is a part of one ("two thirds").
    var fraction: Bool
    /// The product of the scale words ("million"), for ranges that name it once.
    var scale = 1.0
}

/// Reads cardinal numbers in digits and in words at a place in some atoms.
struct NumberReader: Sendable {
    let lexicon: NumberLexicon
    /// By the code of a word, whether a number may begin with it.
    private let starts: [Bool]

    init(lexicon: NumberLexicon) {
        self.lexicon = lexicon
        let codes = lexicon.phrases.firstCodes.filter { $0 >= 0 } + [lexicon.a, lexicon.an]
        var starts = [Bool](repeating: false, count: Int(codes.max() ?? 0) + 1)
        for code in codes { starts[Int(code)] = true }
        self.starts = starts
    }

    /// Whether a number may begin with the word of a code.
    func isStart(_ code: Int32) -> Bool { code >= 0 && Int(code) < starts.count && starts[Int(code)] }

    /// The number that starts at an atom, or `nil`; behind the last atom there is none.
    func read(_ atoms: Atoms, at i: Int, source: SourceText) -> NumberReading? {
        guard atoms.kinds.indices.contains(i), atoms.kinds[i] != .symbol,
            var reading = atoms.kinds[i] == .number ? digits(atoms, i, source) : words(atoms, i)
        else { return nil }
        addFraction(&reading, atoms, source)
        return reading
    }

    /// "two thirds", "three in four", "eight and a half".
    private func addFraction(_ reading: inout NumberReading, _ atoms: Atoms, _ source: SourceText) {
        guard let value = reading.value, !reading.fraction, value < 1000, value == value.rounded() else { return }
        var j = reading.atoms.upperBound
        guard j < atoms.count else { return }
        let dashed = atoms.isDash(j) && !atoms.spaced[j] && j + 1 < atoms.count
        if case (.denominator(let whole), let length)? = lexicon.phrases.match(atoms, at: dashed ? j + 1 : j),
            value < whole
        {
            let share = (value / whole * 1_000_000).rounded() / 1_000_000
            return set(&reading, share, to: (dashed ? j + 1 : j) + length, fraction: true)
        }
        if let (_, length) = lexicon.wholes.match(atoms, at: j), j + length < atoms.count, value < 10 {
            let whole =
                atoms.kinds[j + length] == .number
                ? digits(atoms, j + length, source) : cardinal(atoms, j + length)
            if let whole, let all = whole.value, all > value, all <= 100, all == all.rounded(), all >= 2,
                length > 1 || isBare(all)
            {
                return set(
                    &reading, (value / all * 1_000_000).rounded() / 1_000_000, to: whole.atoms.upperBound,
                    fraction: true)
            }
        }
        // "eight and a half", "2 1/2" is left alone.
        if j + 2 < atoms.count, atoms.codes[j] == lexicon.and, atoms.kinds[j] == .word,
            atoms.codes[j + 1] == lexicon.a, atoms.codes[j + 2] == lexicon.half
        {
            j += 3
            var factor = 1.0
            while j < atoms.count, let (scale, used) = scale(atoms, j) {
                factor *= scale
                j += used
            }
            set(&reading, (value + 0.5) * factor, to: j, fraction: false)
        }
    }

    /// "One in 2023" is a year, "one in five" a share: the whole is small and round.
    private func isBare(_ whole: Double) -> Bool { whole <= 10 || whole.truncatingRemainder(dividingBy: 10) == 0 }

    private func set(_ reading: inout NumberReading, _ value: Double, to end: Int, fraction: Bool) {
        (reading.value, reading.low, reading.high) = (value, value, value)
        reading.atoms = reading.atoms.lowerBound..<end
        reading.fraction = fraction
    }

    /// The ordinal ("seventh", "7th") at an atom, with its length.
    func ordinal(_ atoms: Atoms, at i: Int, source: SourceText) -> (value: Int, length: Int)? {
        guard i < atoms.count else { return nil }
        if atoms.kinds[i] == .number {
            guard i + 1 < atoms.count, atoms.kinds[i + 1] == .word, !atoms.spaced[i + 1],
                atoms.ends[i + 1] - atoms.starts[i + 1] == 2, let value = Int(source[atoms.span(i..<i + 1)])
            else { return nil }
            let tail = source[atoms.span(i + 1..<i + 2)].lowercased()
            return ["st", "nd", "rd", "th"].contains(tail) ? (value, 2) : nil
        }
        if case (.ordinal(let value), let length)? = lexicon.phrases.match(atoms, at: i) { return (value, length) }
        if case (.ten(let tens), 1)? = lexicon.phrases.match(atoms, at: i), atoms.isDash(i + 1), i + 2 < atoms.count,
            case (.ordinal(let ones), 1)? = lexicon.phrases.match(atoms, at: i + 2), ones < 10
        {
            return (Int(tens) + ones, 3)
        }
        return nil
    }

    private func digits(_ atoms: Atoms, _ i: Int, _ source: SourceText) -> NumberReading? {
        if isIdentifier(atoms, i) { return nil }
        guard var value = Self.value(source.utf8[Int(atoms.starts[i])..<Int(atoms.ends[i])]) else { return nil }
        let bare = value
        var end = i + 1
        if end < atoms.count, atoms.kinds[end] == .word, !atoms.spaced[end] {
            // A letter that touches the digits is a scale, a unit or part of a name.
            if case (.suffix(let scale), 1)? = lexicon.phrases.match(atoms, at: end) {
                value *= scale
                end += 1
            }
        }
        while end < atoms.count, let (part, length) = scale(atoms, end) {
            value *= part
            end += length
        }
        return NumberReading(
            atoms: i..<end, value: value, low: value, high: value, digits: true, fraction: false,
            scale: bare == 0 ? 1 : value / bare)
    }

    /// A scale word at an atom; a hyphen may stand before it ("2-million").
    private func scale(_ atoms: Atoms, _ i: Int) -> (Double, Int)? {
        if case (.scale(let value), let length)? = lexicon.phrases.match(atoms, at: i) { return (value, length) }
        if atoms.isDash(i), i + 1 < atoms.count, !atoms.spaced[i],
            case (.scale(let value), let length)? = lexicon.phrases.match(atoms, at: i + 1)
        {
            return (value, length + 1)
        }
        return nil
    }

    private func words(_ atoms: Atoms, _ i: Int) -> NumberReading? {
        if case (.vague(var low, var high, let plural), let length)? = lexicon.phrases.match(atoms, at: i) {
            var end = i + length
            while !plural, end < atoms.count, let (factor, used) = scale(atoms, end) {
                low *= factor
                high *= factor
                end += used
            }
            let exact = low == high ? low : nil
            return NumberReading(atoms: i..<end, value: exact, low: low, high: high, digits: false, fraction: false)
        }
        if case (.fraction(let value), let length)? = lexicon.phrases.match(atoms, at: i) {
            var end = i + length
            // "half a million" is a number, "half of the members" a share.
            if end + 1 < atoms.count, atoms.codes[end] == lexicon.a, let (factor, used) = scale(atoms, end + 1) {
                end += 1 + used
                let whole = value * factor
                return NumberReading(
                    atoms: i..<end, value: whole, low: whole, high: whole, digits: false, fraction: false)
            }
            return NumberReading(
                atoms: i..<end, value: value, low: value, high: value, digits: false, fraction: true)
        }
        return cardinal(atoms, i)
    }

    /// Cardinals in words: groups of hundreds, each with its scale, largest first.
    private func cardinal(_ atoms: Atoms, _ start: Int) -> NumberReading? {
        var i = start
        var total = 0.0
        var group = 0.0
        var last: NumberLexicon.Part?
        if atoms.codes[i] == lexicon.a || atoms.codes[i] == lexicon.an {
            guard i + 1 < atoms.count, scale(atoms, i + 1) != nil else { return nil }
            group = 1
            last = .unit(1)
            i += 1
        }
        var end = i
        scan: while i < atoms.count {
            var j = i
            if j > start, last != nil {
                if atoms.isDash(j), !atoms.spaced[j] { j += 1 }
                if j < atoms.count, atoms.kinds[j] == .word, atoms.codes[j] == lexicon.and, case .scale? = last {
                    j += 1
                }
            }
            guard j < atoms.count, let (part, length) = lexicon.phrases.match(atoms, at: j) else { break }
            switch (part, last) {
            case (.unit(let value), nil), (.unit(let value), .scale): group += value
            case (.unit(let value), .ten) where value < 10 && value > 0: group += value
            case (.ten(let value), nil), (.ten(let value), .scale): group += value
            case (.scale(let value), .some):
                if value == 100 {
                    group *= 100
                } else {
                    total += group * value
                    group = 0
                }
            default: break scan
            }
            last = part
            i = j + length
            end = i
        }
        guard last != nil, end > start else { return nil }
        let value = total + group
        return NumberReading(atoms: start..<end, value: value, low: value, high: value, digits: false, fraction: false)
    }

    /// Whether digits belong to a name or an address and count nothing: `G20`, `ES-11/6`, `5+1`, `11:30`.
    private func isIdentifier(_ atoms: Atoms, _ i: Int) -> Bool {
        if i > 0, !atoms.spaced[i] {
            let before = i - 1
            if atoms.kinds[before] == .word { return !isMoney(atoms, before) }
            for sign in "+/#_@:.'’" where atoms.isSign(before, sign.unicodeScalars.first ?? "#") { return true }
            if atoms.isSign(before, "[") { return true }
            if atoms.isDash(before), before > 0, !atoms.spaced[before], atoms.kinds[before - 1] == .word { return true }
        }
        let after = i + 1
        if after < atoms.count, !atoms.spaced[after] {
            for sign in ":/+_@" where atoms.isSign(after, sign.unicodeScalars.first ?? "#") {
                return after + 1 < atoms.count && !atoms.spaced[after + 1]
            }
        }
        return false
    }

    /// Letters such as `USD` or `Rs` may touch the digits that follow them.
    private func isMoney(_ atoms: Atoms, _ i: Int) -> Bool {
        let length = atoms.ends[i] - atoms.starts[i]
        return length <= 3 && length > 1 && (i == 0 || atoms.spaced[i]) && atoms.codes[i] >= 0
    }

    /// The value of digits with separators: commas group thousands; one point is decimal, several group.
    ///
    /// A single comma with one or two digits behind it is decimal, as most of Europe writes.
    static func value(_ bytes: ArraySlice<UInt8>) -> Double? {
        let points = bytes.count { $0 == 0x2E }
        var isDecimal = false
        if points == 0, bytes.count(where: { $0 == 0x2C }) == 1, let comma = bytes.firstIndex(of: 0x2C) {
            isDecimal = bytes.endIndex - comma < 4
        }
        var whole = 0.0
        var scale = 0.0
        for byte in bytes {
            switch byte {
            case 0x2C: if isDecimal { scale = 1 }
            case 0x2E: if points == 1 { scale = 1 }
            default:
                whole = whole * 10 + Double(byte - 0x30)
                scale *= 10
            }
        }
        let value = scale > 1 ? whole / scale : whole
        return value.isFinite && value < 1e18 ? value : nil
    }
}
