import Coding
import Foundation
import Pipeline
import Records
import Synchronization

/// Codes mutated texts for a while and reports any that does not end in time, or whose evidence does
/// not stand in its text. A crash leaves the text that was being coded in the folder of kept cases.
struct CodingFuzz {
    /// What the texts are made from.
    let articles: [Article]
    let seed: UInt64
    /// Seconds that one text may take.
    let limit: Double
    /// The folder for texts that fail.
    let folder: URL

    /// The text that is being coded, and since when.
    private final class Watch: Sendable {
        let started = Mutex<(name: String, since: ContinuousClock.Instant)?>(nil)
    }

    /// Codes `count` texts.
    ///
    /// - Returns: how many failed.
    func run(count: Int) throws -> Int {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let coder = try ArticleCoder()
        let watch = Watch()
        let limit = limit
        Thread.detachNewThread {
            while true {
                Thread.sleep(forTimeInterval: 0.5)
                let late = watch.started.withLock { $0.map { ContinuousClock.now - $0.since > .seconds(limit * 4) } }
                guard late == true else { continue }
                print("hangs: \(watch.started.withLock { $0?.name ?? "" })")
                exit(1)
            }
        }
        var failed = 0
        for number in 0..<count {
            var mutator = TextMutator(seed: seed &+ UInt64(number))
            let text = mutator.mutate(
                articles[number % articles.count].text, with: articles[(number * 7 + 3) % articles.count].text)
            let name = "seed-\(seed &+ UInt64(number)).txt"
            let file = folder.appending(path: name)
            try Data(text.utf8).write(to: file)
            let since = ContinuousClock.now
            watch.started.withLock { $0 = (file.path, since) }
            let coded = coder.code(Article(id: "f", published: "2024-05-10", text: text))
            watch.started.withLock { $0 = nil }
            let seconds =
                Double((ContinuousClock.now - since).components.attoseconds) / 1e18
                + Double((ContinuousClock.now - since).components.seconds)
            let fault = seconds > limit ? "took \(Int(seconds * 1000)) ms" : Self.misplaced(coded, in: text)
            if let fault {
                print("\(file.path): \(fault)")
                failed += 1
            } else {
                try FileManager.default.removeItem(at: file)
            }
        }
        return failed
    }

    /// The first evidence that does not stand where it says, or `nil`.
    private static func misplaced(_ coded: CodedArticle, in text: String) -> String? {
        let scalars = Array(text.unicodeScalars)
        let evidence =
            coded.events.flatMap(\.evidence) + coded.quotations.map(\.evidence) + coded.figures.map(\.evidence)
            + coded.propositions.map(\.evidence)
        for item in evidence {
            guard item.start >= 0, item.start <= item.end, item.end <= scalars.count else {
                return "evidence \(item.start)..<\(item.end) is outside the text"
            }
            let words = String(String.UnicodeScalarView(scalars[item.start..<item.end]))
            if words.unicodeScalars.elementsEqual(item.quote.unicodeScalars) == false {
                return "evidence at \(item.start) reads '\(words.prefix(40))', not '\(item.quote.prefix(40))'"
            }
        }
        return nil
    }
}
