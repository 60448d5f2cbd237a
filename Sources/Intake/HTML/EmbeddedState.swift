/// The article in the state that a page carries as JSON for its scripts, where it shows no text without them.
struct EmbeddedState {
    private let scripts: [[UInt8]]
    /// Keys under which states keep the text of an article, in lower case.
    private let keys: Set<String>

    /// - Parameter scripts: the bodies of the page's JSON scripts.
    init(_ scripts: [[UInt8]], keys: [String]) {
        self.scripts = scripts
        self.keys = Set(keys.map { $0.lowercased() })
    }

    /// The paragraphs of the longest text under a key of an article's text; empty when none has 40 words.
    func paragraphs() -> [String] {
        var longest = ""
        var parsed = 0
        for script in scripts where parsed < 20 && script.count < 4 << 20 {
            parsed += 1
            guard let value = try? JSONParser.parse(script, lenient: true) else { continue }
            var open: [JSONValue] = [value]
            var seen = 0
            while let next = open.popLast(), seen < 200_000 {
                seen += 1
                switch next {
                case .array(let values): open += values.reversed()
                case .object(let pairs):
                    for pair in pairs.reversed() {
                        if let text = Self.text(pair.value), keys.contains(pair.key.lowercased()) {
                            if text.utf8.count > longest.utf8.count { longest = text }
                        } else {
                            open.append(pair.value)
                        }
                    }
                default: break
                }
            }
        }
        guard LineShape(longest).words >= 40 else { return [] }
        return FragmentText.paragraphs(longest)
    }

    /// A string, or strings that are one paragraph each.
    private static func text(_ value: JSONValue) -> String? {
        if case .string(let text) = value { return text }
        guard case .array(let values) = value, !values.isEmpty else { return nil }
        let texts = values.compactMap { value -> String? in
            if case .string(let text) = value { return text }
            return nil
        }
        return texts.count == values.count ? texts.joined(separator: "\n") : nil
    }
}
