public import Records

/// A claim before it is judged: its readings with the sentences behind them.
struct Draft: Sendable {
    /// A sentence that gives a reading.
    struct Support: Sendable, Hashable {
        var article: Int
        var origin: String
        var evidence: Evidence
    }

    struct Answer: Sendable {
        var value: String
        var statement: String
        var support: [Support]
    }

    var kind: Claim.Kind
    var statement: String
    var answers: [Answer]
    /// Whether two of the answers exclude each other.
    var conflicting: Bool
    /// What the answers come to, in words; the count of origins is added when it is judged.
    var why: String
    /// How much hangs on it, from 0 to 1.
    var weight: Double
    var record: RecordVerdict?
    /// Whether a reader in a hurry can do without it.
    var lesser = false
    /// What was laid side by side.
    var rule: String?
}

extension Draft {
    /// A disagreement between statements: on each side those that give one reading, the side with more of them
    /// first.
    ///
    /// - Parameters:
    ///   - question: what is asked, from the statement that leads.
    ///   - value: the reading that a statement gives.
    init(
        _ kind: Claim.Kind, sides: [[Int]], pool: StatementPool, question: (Statement) -> String,
        value: (Int) -> String, why: String, weight: Double
    ) {
        let ordered = sides.sorted { (-$0.count, $0[0]) < (-$1.count, $1[0]) }
        self.init(
            kind: kind, statement: question(pool.statements[ordered[0][0]]),
            answers: ordered.map { side in
                Answer(
                    value: value(side[0]), statement: pool.statements[side[0]].evidence.quote,
                    support: side.map { pool.support($0) })
            },
            conflicting: true, why: why, weight: weight)
    }
}

extension StatementPool {
    /// A statement's clause as the support of a reading.
    func support(_ statement: Int) -> Draft.Support {
        let told = statements[statement]
        return Draft.Support(article: told.article, origin: told.origin, evidence: told.evidence)
    }
}

/// Why two statements that look alike or unlike are not held against each other.
public struct NearMiss: Codable, Hashable, Sendable {
    public var kind: Claim.Kind
    /// One plain sentence.
    public var reason: String
    public var first: Evidence
    public var second: Evidence

    public init(kind: Claim.Kind, reason: String, first: Evidence, second: Evidence) {
        self.kind = kind
        self.reason = reason
        self.first = first
        self.second = second
    }
}
