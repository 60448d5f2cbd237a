import Records

/// A figure under construction: atoms, number, unit and role, before syntax is asked.
struct FigureDraft: Sendable {
    /// From the bounding words to the unit and the role's words.
    var atoms: Range<Int>
    /// The number and its unit alone.
    var number: Range<Int>
    var kind: Figure.Kind = .count
    var value: Double?
    var low: Double?
    var high: Double?
    var unit: String?
    var bound: Figure.Bound = .exact
    var role: Figure.Role?
    var choice: String?
    /// Whether it is one number of a tally ("93 votes to 24").
    var isTally = false
    var period: String?
    var years: Double?
    var previous: Double?
    var factor = 1.0
    var definite = false
    /// A quantity of no known size ("several", "a few").
    var vague = false

    /// The sum of a rate over its years.
    var sum: Double?

    init(ordinal: Int, atoms: Range<Int>) {
        self.atoms = atoms
        number = atoms
        kind = .ordinal
        value = Double(ordinal)
    }

    init(_ reading: NumberReading) {
        atoms = reading.atoms
        number = reading.atoms
        value = reading.value
        if reading.value == nil {
            low = reading.low
            high = reading.high
            bound = .range
            vague = reading.high <= 9
        }
        if reading.fraction {
            kind = .share
            role = .share
        }
    }

    /// Turns the number into the unit's own scale once all parts are read.
    mutating func scale() {
        guard factor != 1 else { return }
        func times(_ x: Double?) -> Double? { x.map { ($0 * factor * 1e9).rounded() / 1e9 } }
        value = times(value)
        low = times(low)
        high = times(high)
        previous = times(previous)
        factor = 1
    }
}
