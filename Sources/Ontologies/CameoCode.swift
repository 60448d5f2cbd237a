/// A CAMEO code (Schrodt, CAMEO Conflict and Mediation Event Observations codebook): its label, its
/// value on the Goldstein scale and its place in PLOVER.
public struct CameoCode: Hashable, Sendable {
    /// The code; a string because of its leading zero.
    public let code: String
    public let label: String
    /// From -10 (conflict) to 10 (cooperation), Goldstein (1992) as extended to CAMEO.
    public let goldstein: Double
    /// The PLOVER type that it maps to, or `nil` where PLOVER drops the code.
    public let plover: String?
    /// The PLOVER mode that the code implies, where it implies one.
    public let mode: String?

    /// The two-digit root, such as `04`.
    public var root: String { String(code.prefix(2)) }
    /// The three-digit base, or the root where the code is one.
    public var base: String { String(code.prefix(3)) }

    /// GDELT's class of the root: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.
    public var quadClass: Int {
        switch root {
        case ..<"06": 1
        case ..<"09": 2
        case ..<"14": 3
        default: 4
        }
    }
}
