import Coding
import Foundation
import Records
import Testing
import Text

/// Sentences with the positions, commitments and relations that a reader finds in them, coded from raw
/// text with the model that comes with the program.
///
/// The shares of wrong ones that are let pass stand two or three parts of a hundred above what was measured.
struct StandingCasesTests {
    typealias Tokens = Set<String>

    /// The sentences of a case file that come out otherwise than expected, and how many there are.
    static func wrong(
        _ name: String, _ read: (CodedArticle) -> [Tokens]
    ) throws -> (missed: [String], count: Int) {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Cases/coding/\(name).tsv")
        let table = try DataTable(
            String(contentsOf: file, encoding: .utf8), file: "\(name).tsv", columns: ["sentence", name])
        let coder = try EventCasesTests.coder.get()
        var missed: [String] = []
        for row in table.rows {
            let expected =
                row[name] == "none"
                ? [] : row[name].split(separator: ";").map { Tokens($0.split(separator: " ").map(String.init)) }
            let found = read(coder.code(Article(id: "case", published: "2024-05-15", text: row["sentence"])))
            if !matches(found, expected) {
                missed.append("\(row["sentence"]) -> \(found.map { $0.sorted() }), expected \(row[name])")
            }
        }
        return (missed, table.rows.count)
    }

    /// Whether each expected statement has a found one of its own that says as much, and none is left.
    static func matches(_ found: [Tokens], _ expected: [Tokens]) -> Bool {
        guard found.count == expected.count else { return false }
        var left = found
        for tokens in expected {
            guard let index = left.firstIndex(where: { tokens.isSubset(of: $0) }) else { return false }
            left.remove(at: index)
        }
        return true
    }

    /// An actor by its country and by its id.
    static func names(_ actor: ActorReference?) -> Tokens {
        guard let actor else { return ["?"] }
        return Tokens([actor.id, actor.country].compactMap { $0 })
    }

    static func days(_ range: DateRange) -> String {
        range.from == range.to ? range.from : range.from + ".." + range.to
    }

    @Test func positions() throws {
        let (missed, count) = try Self.wrong("positions") { coded in
            coded.positions.map { position in
                var tokens: Tokens = [
                    position.polarity.rawValue, position.basis.rawValue, position.strength.rawValue,
                ]
                tokens.formUnion(Self.names(position.actor))
                for word in position.issue.split(whereSeparator: { !$0.isLetter && $0 != "-" }) {
                    tokens.insert("@" + word)
                }
                for target in position.targets {
                    tokens.insert("@" + target.id)
                    if let country = target.country { tokens.insert("@" + country) }
                }
                return tokens
            }
        }
        #expect(Double(missed.count) <= 0.05 * Double(count), "\(missed.joined(separator: "\n"))")
    }

    @Test func commitments() throws {
        let (missed, count) = try Self.wrong("commitments") { coded in
            coded.commitments.map { commitment in
                var tokens: Tokens = [
                    commitment.force.rawValue, "what=" + commitment.head,
                ]
                tokens.formUnion(Self.names(commitment.actor))
                for recipient in commitment.recipients {
                    tokens.insert("to=" + recipient.id)
                    if let country = recipient.country { tokens.insert("to=" + country) }
                }
                for figure in commitment.figures { tokens.formUnion(QuantityCoderTests.tokens(figure)) }
                if let due = commitment.due?.range { tokens.insert("due=" + Self.days(due)) }
                if commitment.condition != nil { tokens.insert("if") }
                if commitment.repeated { tokens.insert("repeated") }
                return tokens
            }
        }
        #expect(Double(missed.count) <= 0.04 * Double(count), "\(missed.joined(separator: "\n"))")
    }

    @Test func relations() throws {
        let (missed, count) = try Self.wrong("relations") { coded in
            coded.relations.map { relation in
                var tokens: Tokens = [relation.kind.rawValue, relation.standing.rawValue]
                tokens.formUnion(Self.names(relation.holder))
                if let name = relation.holder.name.split(separator: " ").last { tokens.insert(String(name)) }
                if let other = relation.other {
                    tokens.insert(other.id)
                    if let country = other.country { tokens.insert(country) }
                }
                if let since = relation.since { tokens.insert("from=" + Self.days(since)) }
                if let until = relation.until { tokens.insert("to=" + Self.days(until)) }
                if let office = relation.office?.split(separator: " ").last { tokens.insert("office=" + office) }
                return tokens
            }
        }
        #expect(Double(missed.count) <= 0.07 * Double(count), "\(missed.joined(separator: "\n"))")
    }

    @Test func evidenceReadsWhatItsOffsetsHold() throws {
        let text =
            "“Café” talks: Norway pledged $40 million to Moldova by 30 June. “We will send 200 trucks to Sudan,” the "
            + "foreign minister of Egypt said. Türkiye is a member of NATO. Brazil condemned the invasion."
        let coded = try EventCasesTests.coder.get().code(Article(id: "case", published: "2024-05-15", text: text))
        let all =
            coded.commitments.map(\.evidence) + coded.relations.map(\.evidence) + coded.positions.flatMap(\.evidence)
            + coded.times.map(\.evidence)
        #expect(coded.commitments.count >= 2 && !coded.positions.isEmpty && !coded.relations.isEmpty)
        let scalars = Array(text.unicodeScalars)
        for evidence in all {
            var quote = String.UnicodeScalarView()
            quote.append(contentsOf: scalars[evidence.start..<evidence.end])
            #expect(String(quote) == evidence.quote)
        }
    }
}
