import Records
import Text

/// What a story's accounts do not cover, as far as the accounts themselves show it.
///
/// Official languages come from `official-languages.tsv`, their names from `language-names.tsv`.
struct CoverageCheck: Sendable {
    /// BCP 47 tags of the official languages by ISO 3166-1 alpha-3 code.
    private var languages: [String: [String]] = [:]
    private var names: [String: String] = [:]

    init() throws {
        for row in try DataFiles.table("official-languages.tsv", columns: ["country", "languages"]).rows {
            languages[row["country"]] = row.list("languages")
        }
        for row in try DataFiles.table("language-names.tsv", columns: ["tag", "name"]).rows {
            names[row["tag"]] = row["name"]
        }
    }

    /// One sentence for each gap.
    func gaps(_ story: Story, index: AccountIndex) -> [String] {
        let accounts = story.articles.compactMap { index[$0] }
        let states = actingStates(story)
        return [
            missingLanguages(accounts, states: states), unheard(story, states: states), copies(accounts),
            unnamed(accounts), undated(accounts), withoutRecord(story),
        ].compactMap { $0 }
    }

    /// The states that do something or have something done to them, with their names.
    private func actingStates(_ story: Story) -> [(code: String, name: String)] {
        var stateNames: [String: String] = [:]
        for entry in story.actors where entry.kind == .state {
            if let code = entry.country, stateNames[code] == nil { stateNames[code] = entry.name }
        }
        var seen: Set<String> = []
        for event in story.events {
            for actor in event.actors + event.targets {
                if let code = actor.country, stateNames[code] != nil { seen.insert(code) }
            }
        }
        return seen.sorted().map { ($0, stateNames[$0] ?? $0) }
    }

    private func missingLanguages(_ accounts: [AccountIndex.Account], states: [(code: String, name: String)]) -> String?
    {
        let printed = Set(accounts.compactMap { $0.article.language.map(primary) })
        guard !printed.isEmpty else { return nil }
        var speakers: [String: [String]] = [:]
        for state in states {
            for tag in languages[state.code] ?? [] where !printed.contains(primary(tag)) {
                speakers[name(primary(tag)), default: []].append(state.name)
            }
        }
        guard !speakers.isEmpty else { return nil }
        let lacking = speakers.keys.sorted().map { "\($0) (\(speakers[$0, default: []].joined(separator: ", ")))" }
        let all = printed.map(name).sorted().joined(separator: ", ")
        return "Every account is in \(all). No account in a language of the states that act: "
            + lacking.joined(separator: "; ") + "."
    }

    private func unheard(_ story: Story, states: [(code: String, name: String)]) -> String? {
        let heard = Set(story.quotations.compactMap { $0.speaker?.country })
        let silent = states.filter { !heard.contains($0.code) }.map(\.name)
        guard !silent.isEmpty else { return nil }
        return "Nobody is quoted who speaks for \(silent.joined(separator: ", "))."
    }

    private func copies(_ accounts: [AccountIndex.Account]) -> String? {
        let copies = accounts.filter { $0.root != $0.article.id }
        guard !copies.isEmpty else { return nil }
        return "\(copies.count) of \(accounts.count) accounts copy another and add no origin: "
            + copies.map(\.name).joined(separator: ", ") + "."
    }

    private func unnamed(_ accounts: [AccountIndex.Account]) -> String? {
        let unnamed = accounts.filter { $0.article.outlet == nil }
        guard !unnamed.isEmpty else { return nil }
        return "No outlet is known for \(unnamed.map { "[\($0.number)]" }.joined(separator: ", "))."
    }

    private func undated(_ accounts: [AccountIndex.Account]) -> String? {
        let undated = accounts.filter { $0.article.published == nil }
        guard !undated.isEmpty else { return nil }
        return "No date of publication is known for \(undated.map { "[\($0.number)]" }.joined(separator: ", "))."
    }

    private func withoutRecord(_ story: Story) -> String? {
        let open = story.claims.filter { $0.status == .conflicting && $0.record == nil }
        guard !open.isEmpty else { return nil }
        let all = story.claims.filter { $0.status == .conflicting }.count
        return "No official record at hand covers \(open.count) of the \(all) disagreements."
    }

    private func primary(_ tag: String) -> String {
        String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }

    private func name(_ tag: String) -> String { names[tag] ?? tag }
}
