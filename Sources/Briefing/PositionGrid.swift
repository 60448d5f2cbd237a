import Records

/// Where the actors of a story stand: actors down, issues across.
struct PositionGrid: Sendable {
    /// What one actor's stand on one issue is, and where it is told.
    struct Cell: Sendable {
        var polarity: Position.Polarity
        /// "voted", "strongly", "as described by others", where there is more to say than the side.
        var manner: String?
        var citations: [Citation]
    }

    struct Row: Sendable {
        var actor: ActorReference
        /// One for each issue, `nil` where nothing is told.
        var cells: [Cell?]
    }

    /// An issue in the words of the first account that names it.
    var issues: [String]
    var rows: [Row]

    var isEmpty: Bool { rows.isEmpty }

    /// The actors on one side of an issue, with their cells.
    func side(_ polarity: Position.Polarity, of issue: Int) -> [(actor: ActorReference, cell: Cell)] {
        rows.compactMap { row in
            guard let cell = row.cells[issue], cell.polarity == polarity else { return nil }
            return (row.actor, cell)
        }
    }
}

extension PositionGrid {
    /// More columns than these no page holds; what has fewest actors is left to the JSON form.
    private static let widest = 8

    /// Arranges the positions of a story. O(positions × issues).
    init(_ story: Story, passages: PassageMaker) {
        var issues: [(label: String, words: Set<String>, actors: Set<String>, positions: [Position])] = []
        for position in story.positions where !position.object.isEmpty {
            let words = Self.words(position)
            guard !words.isEmpty else { continue }
            if let place = issues.firstIndex(where: { Self.isSame($0.words, words) }) {
                issues[place].actors.insert(position.actor.id)
                issues[place].positions.append(position)
                // The fuller form names the issue best.
                if words.count > issues[place].words.count, words.count <= 6 {
                    issues[place].words = words
                    issues[place].label = position.object
                }
            } else {
                issues.append((position.object, words, [position.actor.id], [position]))
            }
        }
        let shown = issues.enumerated()
            .sorted { (-$0.element.actors.count, $0.offset) < (-$1.element.actors.count, $1.offset) }
            .prefix(Self.widest).map(\.element)
        self.issues = shown.map { Self.label($0.label) }
        var order: [String] = []
        var rows: [String: Row] = [:]
        for (column, issue) in shown.enumerated() {
            for position in issue.positions {
                let id = position.actor.id
                if rows[id] == nil {
                    order.append(id)
                    rows[id] = Row(actor: position.actor, cells: Array(repeating: nil, count: shown.count))
                }
                let citations = position.evidence.map(passages.citation)
                if rows[id]?.cells[column] == nil {
                    rows[id]?.cells[column] = Cell(
                        polarity: position.polarity, manner: Self.manner(position), citations: citations)
                } else if rows[id]?.cells[column]?.polarity == position.polarity {
                    rows[id]?.cells[column]?.citations += citations
                }
            }
        }
        self.rows = order.compactMap { rows[$0] }
            .sorted { a, b in
                let (x, y) = (a.cells.count { $0 != nil }, b.cells.count { $0 != nil })
                return (-x, a.actor.name) < (-y, b.actor.name)
            }
    }

    private static func words(_ position: Position) -> Set<String> {
        let words = position.issue.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map { $0.lowercased() }
        return Set(words.filter { $0.count > 3 || $0.contains { $0.isNumber } })
    }

    /// One issue in two forms: the words of one are among those of the other, or most are shared.
    private static func isSame(_ a: Set<String>, _ b: Set<String>) -> Bool {
        let shared = a.intersection(b).count
        return shared == min(a.count, b.count) || shared * 3 >= max(a.count, b.count) * 2
    }

    private static func manner(_ position: Position) -> String? {
        var parts: [String] = []
        switch position.strength {
        case .strong: parts.append("strongly")
        case .weak: parts.append("with reserve")
        case .plain: break
        }
        switch position.basis {
        case .voted: parts.append("by vote")
        case .described:
            parts.append(position.reportedBy.map { "as \($0.name) says" } ?? "as described")
        case .declared: break
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    /// A column's head: on one line and not too long.
    private static func label(_ words: String) -> String {
        let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard line.count > 60 else { return line }
        return line.prefix(58).trimmingSuffix() + " …"
    }
}

extension Substring {
    /// The text without the part of a word at its end.
    fileprivate func trimmingSuffix() -> String {
        lastIndex(of: " ").map { String(self[..<$0]) } ?? String(self)
    }
}
