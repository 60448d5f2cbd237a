internal import Records

/// One figure with all that says what it counts.
struct FigureStatement: Sendable {
    var article: Int
    var index: Int
    var figure: Figure
    var origin: String
    /// The closest clause that holds the figure, as an index into the pool's statements.
    var statement: Int?
    /// What is counted, words for one thing as one; `nil` when the text leaves it out.
    var thing: String?
    /// The stem of the counted noun.
    var head: Int32?
    /// Stems of the words that qualify what is counted.
    var modifiers: [Int32]
    /// Acts that the clause or the counted noun names.
    var concepts: Set<Int>
    /// Those who act in the clause, or to whom the figure belongs.
    var givers: [ActorReference]
    var states: Set<String>
    /// Stems of the heads of the clause's subjects.
    var subjects: [Int32]
    /// Content stems of the clause, the counted noun's own left out.
    var terms: [Int32]
    /// Lower-cased words before and after the figure within its sentence, near it.
    var before: [String]
    var after: [String]
    /// Whether the text leaves out whom it counts, or calls them "others".
    var leavesOutNoun: Bool {
        guard let counted = figure.counted else { return head == nil }
        return counted.hasPrefix("other")
    }
    /// Whether the figure's bound leaves room for a number.
    func allows(_ value: Double) -> Bool {
        switch figure.bound {
        case .over: value >= figure.value ?? 0
        case .under: value <= figure.value ?? .infinity
        default: true
        }
    }
    /// Whether people are counted.
    var isOfPeople: Bool { figure.kind == .people || figure.kind == .count && (thing == "person" || head == nil) }
    /// The days on which the count held, where the clause says so; else the day of publication.
    var asOf: DaySpan?
    /// Whether the clause itself says when the count held.
    var dated: Bool
    var evidence: Evidence
    /// Whom it is about, where it counts victims.
    var toll: TollScope?

    /// Whether the figure is as good as one number.
    var isNarrow: Bool { high - low <= 0.25 * max(1, low) }

    /// The numbers that the figure allows.
    var low: Double {
        switch figure.bound {
        case .exact: figure.value ?? figure.low ?? 0
        case .about: (figure.value ?? figure.low ?? 0) - slack
        case .over: figure.value ?? figure.low ?? 0
        case .under: figure.low ?? (figure.value ?? 0) * 0.5
        case .range: figure.low ?? figure.value ?? 0
        }
    }

    var high: Double {
        switch figure.bound {
        case .exact: figure.value ?? figure.high ?? .infinity
        case .about: (figure.value ?? figure.high ?? .infinity) + slack
        case .over: figure.high ?? .infinity
        case .under: figure.value ?? figure.high ?? .infinity
        case .range: figure.high ?? .infinity
        }
    }

    /// How far from its number an "about" reaches: half of its last digit that is not zero, a tenth at
    /// most; none at all for a number that is not round.
    private var slack: Double {
        let value = figure.value ?? 0
        guard value == value.rounded(), value > 0 else { return 0.5 }
        var unit = 1.0
        while (value / (unit * 10)).rounded() == value / (unit * 10) { unit *= 10 }
        return unit == 1 && value > 100 ? 0 : min(value / 10, max(unit / 2, 0.5))
    }
}
