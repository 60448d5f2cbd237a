import ArgumentParser
import Coding
import Foundation
import Gazetteer
import Intake
import Pipeline
import Records

/// `chancery code`: articles in, one line of coded statements out for each.
struct Code: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Codes articles: events, quotations, figures and positions, a line for each input.",
        discussion: """
            Input is JSON lines ({"id", "text", "published"?, "outlet"?, …}) or any other form that the program \
            reads. There is one line out for every input, in input order, whatever the input holds. With --explain \
            every event also shows the predicate and arguments that its rule read.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, csv, gdelt, polecat, plover, icews }

    @Argument(help: "Files, directories, web addresses, or - for standard input.")
    var paths: [String]

    @Option(
        help: ArgumentHelp(
            "jsonl; plover (a JSON record an event); csv, gdelt, polecat or icews (a row an event and pair of parties)."
        ))
    var format: Format = .jsonl

    @Option(help: "How many cores to use; all by default.")
    var threads: Int?

    @Flag(help: "Show the rule and the words behind each event.")
    var explain = false

    @OptionGroup var actors: ActorsOption

    @OptionGroup var fetching: FetchOptions

    func run() async throws {
        let intake = try fetching.intake()
        let index = try actors.index() ?? ActorIndex.standard()
        let queue = CodingQueue(
            coder: try ArticleCoder(index: index),
            threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
        let table = try EventTable.Format(rawValue: format.rawValue).map { try EventTable(format: $0, index: index) }
        let explain = explain
        var failed = false
        var buffer: [UInt8] = []
        if let heading = table?.heading { buffer += Array((heading + "\n").utf8) }
        try await queue.run(intake.items(of: paths)) { result in
            (bytes: Self.bytes(of: result, table: table, explain: explain), findings: result.item.findings)
        } deliver: { output in
            for finding in output.findings {
                FileHandle.standardError.write(Data("\(finding.path): \(finding.message)\n".utf8))
                if finding.severity == .failure { failed = true }
            }
            buffer += output.bytes
            if buffer.count > 1 << 16 { try flush(&buffer) }
        }
        try flush(&buffer)
        if failed { throw ExitCode(1) }
    }

    /// What is printed of one input: its line, or its rows.
    private static func bytes(of result: CodingQueue.Result, table: EventTable?, explain: Bool) -> [UInt8] {
        if let table {
            return (result.coded.map(table.rows) ?? []).flatMap { Array(($0 + "\n").utf8) }
        }
        var line = CodedLine(explain: explain)
        var bytes =
            result.coded.map { line.line($0, findings: result.item.findings) }
            ?? line.line(failed: result.item.id, findings: result.item.findings)
        bytes.append(0x0A)
        return bytes
    }

    private func flush(_ buffer: inout [UInt8]) throws {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(buffer))
        } catch {
            throw ExitCode(3)
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
