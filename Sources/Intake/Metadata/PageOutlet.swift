/// The name of the outlet that a page belongs to.
struct PageOutlet {
    let facts: PageFacts
    let vocabulary: IntakeVocabulary
    let host: String?

    /// In order of trust: the table of hosts; the site's name in OpenGraph, the publisher of the structured data, other
    /// meta elements, the end of the title element, the host.
    func find() -> (name: String, evidence: String)? {
        if let host, let name = vocabulary.outlet(ofHost: host) {
            return (name, "the host of the address, which is a known outlet's")
        }
        if let name = facts.meta["og:site_name"]?.first, isName(name) { return (name, "OpenGraph site name") }
        for (name, _) in facts.structured.names("publisher") where isName(name) { return (name, "JSON-LD publisher") }
        if let name = facts.structured.siteName, isName(name) { return (name, "JSON-LD site name") }
        if let name = facts.structured.organisationName, isName(name) { return (name, "JSON-LD organisation") }
        if let (meta, value) = facts.first(vocabulary.metaNames["outlet"] ?? []), isName(value) {
            return (value, "meta \(meta)")
        }
        if let name = titleEnd() { return (name, "the end of the title element") }
        return host.map { ($0, "the host of the address") }
    }

    private func isName(_ name: String) -> Bool {
        name.utf8.count <= 80 && !name.contains("://") && Words.list(name).count <= 8 && !name.isEmpty
    }

    /// The part of the title that resembles the host, or the last short part behind a bar.
    private func titleEnd() -> String? {
        guard let title = facts.title else { return nil }
        var rest = title
        for joint in [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " « "] {
            rest = rest.replacing(joint, with: "\n")
        }
        let parts = rest.split(separator: "\n").map { CleanLine.clean($0) }
        guard parts.count >= 2 else { return nil }
        let bareHost = host.map { $0.filter { $0.isLetter || $0.isNumber } } ?? ""
        for part in parts.reversed() + [parts[0]] {
            let compact = part.lowercased().filter { $0.isLetter || $0.isNumber }
            if compact.count >= 3, bareHost.contains(compact) || compact.contains(bareHost) && !bareHost.isEmpty {
                return part
            }
        }
        if let last = parts.last, Words.list(last).count <= 4, title.contains(" | ") { return last }
        return nil
    }
}
