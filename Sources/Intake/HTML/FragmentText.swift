/// The text of a piece of HTML that is an article's body already, such as an entry of a feed.
enum FragmentText {
    /// The paragraphs, blank lines between them; plain text stays as it is, its blanks folded.
    static func paragraphs(_ fragment: String) -> [String] {
        guard fragment.contains("<") else {
            return Entities.decode(fragment).split(whereSeparator: \.isNewline).map { CleanLine.clean($0) }.filter {
                !$0.isEmpty
            }
        }
        let light = HTMLLightener(Array(fragment.utf8))
        return HTMLBlocks(HTMLTree(light.page)).blocks
            .filter { $0.kind != .caption && !($0.linkShare > 0.8 && $0.shape.words < 12) && $0.shape.letters > 0 }
            .map(\.text)
    }

    /// A line such as a title, which feeds print with references and at times with mark-up.
    static func line(_ text: String) -> String {
        let decoded = Entities.decode(text)
        guard let open = decoded.firstIndex(of: "<"), decoded[open...].contains(">"),
            decoded[decoded.index(after: open)...].first.map({ $0.isLetter || $0 == "/" }) == true
        else { return CleanLine.clean(decoded) }
        let tree = HTMLTree(Array(decoded.utf8))
        let inner = tree.nodes.isEmpty ? "" : tree.text(of: 0)
        return inner.isEmpty ? CleanLine.clean(decoded) : inner
    }
}
