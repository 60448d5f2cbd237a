/// Finds the run of lines that is the article, by weight: sentences add to it, menu lines take away.
///
/// This is the maximum-sum segment of the lines (Kadane's algorithm), so that one stray sentence in a
/// form outweighs nothing and a subhead between two paragraphs costs little. O(lines).
enum BodyRun {
    /// The range of line indices, or `nil` when no line weighs anything.
    static func range(of lines: [DumpLine]) -> Range<Int>? {
        var best: (sum: Int, range: Range<Int>)?
        var sum = 0
        var start = 0
        var shortRun = 0
        for (i, line) in lines.enumerated() {
            let weight = weight(line, &shortRun)
            if sum <= 0 {
                sum = 0
                start = i
            }
            sum += weight
            if weight > 0, sum > (best?.sum ?? 0) { best = (sum, start..<(i + 1)) }
        }
        return best?.range
    }

    /// A sentence counts its words up to 30. A short line costs more the longer the run of them is.
    private static func weight(_ line: DumpLine, _ shortRun: inout Int) -> Int {
        switch line.role {
        case .prose:
            shortRun = 0
            return min(line.shape.words, 30)
        case .shortSentence:
            shortRun = 0
            return 3
        case .short:
            shortRun += 1
            return -min(6 + 4 * (shortRun - 1), 14)
        case .caption, .note, .listItem: return 1
        case .date, .updateDate, .byline, .source, .staff: return -1
        case .furniture:
            shortRun += 1
            return -12
        }
    }
}
