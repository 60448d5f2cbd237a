import Coding
import Foundation
import Intake
import Pipeline
import Testing
import Text

/// What comes out of `chancery code` when all sorts of things go in: a line for every line, in order,
/// with a finding for each that could not be read.
@Suite struct BadRecordsTests {
    /// A line of input and whether it holds an article.
    struct Record {
        var line: String
        var isGood: Bool
    }

    static let good = [
        "France agreed on Thursday to lift sanctions on Mali.", "Brazil called on Argentina to release the fishermen.",
        "“We will meet,” the minister of Norway said.", "中文没有事件。", "Ünïcödé \u{202E}text\u{202C} 🇰🇿.",
        // A verb with nothing before it, in each of the ways in which the coders look for a subject.
        "Pledged to send $2 million to Chad.", "Promised.", "Backs the deal.", "Says it will vote.", "and Kenya.",
        "Weekend talks of Chad and Mali.", "Day after day.", "Half of it.",
    ]

    static func records() -> [Record] {
        var records: [Record] = []
        for number in 0..<48 {
            let id = "r\(number)"
            let text = good[number % good.count]
            switch number % 8 {
            case 0, 1, 2: records.append(.init(line: #"{"id":"\#(id)","text":"\#(text)"}"#, isGood: true))
            case 3: records.append(.init(line: #"{"id":"\#(id)","text":"\#(text)"#, isGood: false))
            case 4: records.append(.init(line: #"{"id":"\#(id)","title":"no text"}"#, isGood: false))
            case 5: records.append(.init(line: "not a record at all \(number)", isGood: false))
            case 6:
                let huge = String(repeating: text + " ", count: 200)
                records.append(.init(line: #"{"id":"\#(id)","text":"\#(huge)"}"#, isGood: true))
            default: records.append(.init(line: #"["\#(id)", 1, null]"#, isGood: false))
            }
        }
        var generator = SplitMix64(seed: 3)
        records.shuffle(using: &generator)
        // A file is told to be JSON lines by its first line.
        let first = records.firstIndex { $0.isGood && $0.line.utf8.count < 200 } ?? 0
        records.swapAt(0, first)
        return records
    }

    @Test func everyLineInGivesALineOut() async throws {
        let records = Self.records()
        let file = FileManager.default.temporaryDirectory.appending(path: "chancery-records-\(UUID()).jsonl")
        try Data((records.map(\.line).joined(separator: "\n") + "\n").utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let queue = CodingQueue(coder: try ArticleCoder(), threads: 2)
        var lines: [[String: Any]] = []
        try await queue.run(try ArticleIntake().items(of: [file.path])) { result in
            var line = CodedLine()
            return result.coded.map { line.line($0, findings: result.item.findings) }
                ?? line.line(failed: result.item.id, findings: result.item.findings)
        } deliver: { bytes in
            let object = try JSONSerialization.jsonObject(with: Data(bytes))
            lines.append(try #require(object as? [String: Any]))
        }
        #expect(lines.count == records.count)
        for (object, record) in zip(lines, records) {
            let findings = try #require(object["findings"] as? [Any])
            #expect(findings.isEmpty == record.isGood, "\(record.line.prefix(60))")
            if record.isGood { #expect(record.line.hasPrefix(#"{"id":"\#(object["id"] as? String ?? "")""#)) }
        }
    }
}
