/// What a site's robots.txt (RFC 9309) lets this program fetch.
package struct RobotsRules: Sendable {
    /// Path patterns with whether they allow, of the group that speaks to this program.
    private var rules: [(pattern: [UInt8], allows: Bool)] = []
    private var forbidsAll = false

    /// No rule forbids anything.
    static let open = RobotsRules()
    /// A site whose rules cannot be had for a fault of its own is left alone.
    static let closed: RobotsRules = {
        var rules = RobotsRules()
        rules.forbidsAll = true
        return rules
    }()

    private init() {}

    /// Reads a robots.txt: the groups that name the agent, or else those for all.
    package init(_ text: String, agent: String) {
        let agent = agent.lowercased()
        var named: [(pattern: [UInt8], allows: Bool)] = []
        var general: [(pattern: [UInt8], allows: Bool)] = []
        var hasNamed = false
        var speaksToAgent = false
        var speaksToAll = false
        var inAgents = false
        for line in text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline) {
            let bare = line.prefix { $0 != "#" }
            guard let colon = bare.firstIndex(of: ":") else { continue }
            let key = CleanLine.clean(bare[..<colon]).lowercased()
            let value = CleanLine.clean(bare[bare.index(after: colon)...])
            switch key {
            case "user-agent":
                if !inAgents { (speaksToAgent, speaksToAll) = (false, false) }
                inAgents = true
                if value == "*" { speaksToAll = true }
                if value.lowercased() == agent { (speaksToAgent, hasNamed) = (true, true) }
            case "allow", "disallow":
                inAgents = false
                if value.isEmpty { continue }
                let rule = (pattern: Array(value.utf8), allows: key == "allow")
                if speaksToAgent { named.append(rule) }
                if speaksToAll { general.append(rule) }
            default: continue
            }
        }
        rules = hasNamed ? named : general
    }

    /// Whether a path with its query may be fetched: the longest pattern that matches decides, of
    /// equals the one that allows.
    package func allows(_ path: String) -> Bool {
        if forbidsAll { return false }
        let path = Array(path.utf8)
        var best: (length: Int, allows: Bool)?
        for rule in rules where Self.matches(rule.pattern, path) {
            let length = rule.pattern.count
            if let best, best.length > length || best.length == length && best.allows { continue }
            best = (length, rule.allows)
        }
        return best?.allows ?? true
    }

    /// Whether a pattern matches the start of a path: `*` stands for anything, `$` at the end for the
    /// path's end. O(pattern * path) at worst, in constant memory.
    private static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let isWhole = pattern.last == UInt8(ascii: "$")
        let pattern = isWhole ? pattern.dropLast() : pattern[...]
        var (p, i) = (0, 0)
        var star: (p: Int, i: Int)?
        while true {
            if p == pattern.count {
                if !isWhole || i == path.count { return true }
            } else if pattern[p] == UInt8(ascii: "*") {
                star = (p, i)
                p += 1
                continue
            } else if i < path.count, pattern[p] == path[i] {
                p += 1
                i += 1
                continue
            }
            guard let back = star, back.i < path.count else { return false }
            star = (back.p, back.i + 1)
            (p, i) = (back.p + 1, back.i + 1)
        }
    }
}
