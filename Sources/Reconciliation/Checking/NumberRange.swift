internal import Records

/// The numbers that a figure leaves room for.
struct NumberRange {
    /// How a number that an account gives stands to the one that is asked about.
    enum Relation {
        case same, inside, rounded, open, outside
    }

    var low: Double
    var high: Double
    /// Whether the ends belong to it.
    private var closed: Bool
    private let value: Double?
    private let bound: Figure.Bound

    init(_ figure: Figure, words: CheckWords) {
        let inclusive = FoldedText(figure.evidence.quote).words.contains { words.has($0, .inclusive) }
        value = figure.value
        bound = figure.bound
        closed = true
        let given = figure.value ?? figure.low ?? figure.high ?? 0
        switch figure.bound {
        case .exact, .range:
            low = figure.value ?? figure.low ?? 0
            high = figure.value ?? figure.high ?? .infinity
        case .about:
            let slack = Self.slack(given)
            low = given - slack
            high = given + slack
        case .over:
            low = given
            high = figure.high ?? .infinity
            closed = inclusive
        case .under:
            low = figure.low ?? 0
            high = figure.value ?? figure.high ?? given
            closed = inclusive
        }
    }

    /// One number and no other.
    init(exactly number: Double) {
        low = number
        high = number
        closed = true
        value = number
        bound = .exact
    }

    /// How a figure of an account stands to this one.
    func relation(of other: NumberRange) -> Relation {
        if let x = value, let y = other.value, bound == .exact, other.bound == .exact {
            if x == y { return .same }
            return Self.rounds(y, to: x) || Self.rounds(x, to: y) ? .rounded : .outside
        }
        if let x = value, x == other.value, bound == other.bound { return .same }
        if disjoint(other) { return .outside }
        if low <= other.low, other.high <= high { return holds(other) ? .inside : .outside }
        // One of the two is told as about the very number that the other gives.
        if let x = value, x == other.value, bound == .about || other.bound == .about { return .inside }
        return .open
    }

    /// Whether the numbers at its ends belong to it.
    var holdsItsEnds: Bool { closed }

    private func disjoint(_ other: NumberRange) -> Bool {
        if other.high < low || high < other.low { return true }
        if other.high == low { return !(closed && other.closed) }
        if high == other.low { return !(closed && other.closed) }
        return false
    }

    private func holds(_ other: NumberRange) -> Bool {
        closed || (bound == .over ? other.low > low || !other.closed : other.high < high || !other.closed)
    }

    /// A tenth of a number, or half of its last digit that is not zero where that is less.
    private static func slack(_ value: Double) -> Double {
        guard value == value.rounded(), value > 0 else { return abs(value) / 10 }
        var unit = 1.0
        while (value / (unit * 10)).rounded() == value / (unit * 10) { unit *= 10 }
        return unit == 1 && value > 100 ? 1 : max(min(value / 10, unit / 2), 0.5)
    }

    /// Whether a number rounds to another that has fewer digits that count.
    private static func rounds(_ exact: Double, to round: Double) -> Bool {
        guard round > 20, exact != round, abs(exact - round) <= 0.05 * round else { return false }
        var unit = 1.0
        while unit < round, (round / (unit * 10)).rounded() == round / (unit * 10) { unit *= 10 }
        return unit > 1 && abs(exact - round) <= unit / 2
    }
}
