import Records
import Text

/// JSON lines: one article a line, in Chancery's own form or in that of other extractors.
///
/// The text is kept as it stands, so that offsets into it hold for whoever wrote the line.
struct JSONLinesReader: ArticleReader {
    private let input: OpenInput
    private var number = 0
    private var failed = false

    init(_ input: OpenInput) { self.input = input }

    /// Most lines start like an object; a pretty-printed document has few that do.
    static func accepts(_ head: ArraySlice<UInt8>) -> Bool {
        // A page is told by its first byte.
        if head.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "<") { return false }
        var objects = 0
        var others = 0
        let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head
        for line in text.split(separator: 0x0A, maxSplits: 64) {
            let start = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
            guard let first = start.first else { continue }
            let second = start.dropFirst().first { $0 != 0x20 }
            if first == UInt8(ascii: "{"), second == UInt8(ascii: "\"") || second == UInt8(ascii: "}") {
                objects += 1
            } else {
                others += 1
            }
        }
        return objects > others
    }

    mutating func next() -> IntakeItem? {
        if failed { return nil }
        number += 1
        do throws(IntakeFailure) {
            guard let (line, whole) = try input.stream.line(limit: input.intake.limits.documentBytes) else {
                return nil
            }
            guard whole else {
                return .failure(
                    input.path, line: number,
                    "the line is longer than the \(input.intake.limits.documentBytes >> 20) MB that one article may have"
                )
            }
            return item(line)
        } catch {
            failed = true
            return .failure(input.path, line: number, error.message)
        }
    }

    private func item(_ bytes: [UInt8]) -> IntakeItem {
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
            return .failure(input.path, line: number, "an empty line")
        }
        do throws(JSONParser.Failure) {
            guard String(validating: bytes, as: UTF8.self) != nil else {
                return .failure(input.path, line: number, "the line is not UTF-8, which JSON has to be")
            }
            return item(try JSONParser.parse(bytes))
        } catch {
            return .failure(input.path, line: number, "not JSON at byte \(error.offset): \(error.message)")
        }
    }

    private func item(_ value: JSONValue) -> IntakeItem {
        guard case .object = value else {
            return .failure(input.path, line: number, "the line holds no JSON object")
        }
        let record = ArticleRecord(value, vocabulary: input.intake.vocabulary)
        guard let text = record.text, text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            return .failure(input.path, line: number, id: record.id, "the line has no text (key \"text\")")
        }
        let id = record.id ?? ContentID.of(text)
        var item = IntakeItem(path: input.path, line: number, id: id)
        item.article = record.article(id: id, path: input.path, text: text)
        item.findings = record.notices.map {
            .init(path: IntakeItem.place(input.path, number), message: $0, severity: .notice)
        }
        return item
    }
}
