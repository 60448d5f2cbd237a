/// Numbers that differ as slips of the pen do: two digits turned round, or a nought too many.
enum SlippedDigits {
    /// Whether one number is the other with its leading digits turned round, or ten times the other.
    static func near(_ a: Double?, _ b: Double?) -> Bool {
        guard let a, let b, a != b, min(a, b) >= 10 else { return false }
        if abs(max(a, b) - 10 * min(a, b)) < 1e-6 * max(a, b) { return true }
        let x = digits(a)
        let y = digits(b)
        guard x.count == y.count, x.count > 1, x.count <= 4 else { return false }
        let differing = x.indices.filter { x[$0] != y[$0] }
        guard differing.count == 2, differing[1] == differing[0] + 1 else { return false }
        // One number more or less is no slip: 89 and 98 are, 120 and 210 are.
        return x[differing[0]] == y[differing[1]] && x[differing[1]] == y[differing[0]] && magnitude(a) == magnitude(b)
    }

    /// The digits of a number without the noughts at its end.
    private static func digits(_ value: Double) -> [Int] {
        var whole = (value * 100).rounded()
        guard whole < 9e17 else { return [] }
        while whole > 0, whole.truncatingRemainder(dividingBy: 10) == 0 { whole /= 10 }
        return String(Int64(whole)).utf8.map { Int($0) - 0x30 }
    }

    private static func magnitude(_ value: Double) -> Int { String(Int64(value)).utf8.count }
}
