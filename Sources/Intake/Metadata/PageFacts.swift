/// What a page says of itself in places that are made for machines, gathered in one pass.
struct PageFacts {
    /// Contents of meta elements by their lower-case name, property or itemprop, in order.
    private(set) var meta: [String: [String]] = [:]
    private(set) var canonical: String?
    /// The language of the html element.
    private(set) var language: String?
    /// The title element.
    private(set) var title: String?
    /// Level-one headings with text.
    private(set) var headings: [(node: Int, text: String)] = []
    /// Headings of the second and third level.
    private(set) var subheads: [(node: Int, text: String)] = []
    /// Time elements and their datetime or text.
    private(set) var times: [(node: Int, value: String)] = []
    /// Elements with an itemprop, by its lower-case value.
    private(set) var properties: [String: [Int]] = [:]
    /// Elements that link to an author.
    private(set) var authorLinks: [Int] = []
    /// Elements that link to the page of a person, who may be the author.
    private(set) var personLinks: [Int] = []
    /// What class and id say of authors and dates, by node.
    private(set) var marks: [ElementMarks.Found] = []
    /// The titles of the site's feeds, and the alternative texts of pictures near the page's top.
    private(set) var feedTitles: [String] = []
    private(set) var logos: [String] = []
    /// The address of the article's next page.
    private(set) var nextPage: String?
    /// Whether the page names one before it.
    private(set) var hasPreviousPage = false
    /// Whether an element is named for a wall before the rest of the text, or for a live blog.
    private(set) var hasPaywall = false
    private(set) var isLive = false
    private let written: Set<String>
    let structured: StructuredData

    init(_ tree: HTMLTree, structuredData: [[UInt8]], marks elementMarks: ElementMarks) {
        structured = StructuredData(structuredData)
        written = elementMarks.written
        marks = [ElementMarks.Found](repeating: [], count: tree.nodes.count)
        for i in tree.nodes.indices {
            switch tree.nodes[i].tag {
            case .text: continue
            case .meta: addMeta(tree, i)
            case .html: language = tree.attribute(.lang, of: i) ?? language
            case .title:
                if title == nil {
                    let text = tree.text(of: i)
                    if !text.isEmpty { title = text }
                }
            case .link: addLink(tree, i)
            case .img:
                if logos.count < 12, let text = tree.attribute(.alt, of: i), !text.isEmpty {
                    logos.append(CleanLine.clean(text))
                }
            case .h1, .h2, .h3:
                let text = tree.text(of: i)
                guard !text.isEmpty else { continue }
                if tree.nodes[i].tag != .h1 {
                    if subheads.count < 60 { subheads.append((i, text)) }
                } else if headings.count < 20 {
                    headings.append((i, text))
                }
            case .time:
                if times.count < 60 {
                    times.append((i, tree.attribute(.datetime, of: i) ?? tree.text(of: i)))
                }
            case .abbr:
                // The older way to give a printed date its time is the title of an abbreviation.
                if times.count < 60, let title = tree.attribute(.title, of: i), title.contains(where: \.isNumber) {
                    times.append((i, title))
                }
            default: break
            }
            guard tree.hasAttributes(i) else { continue }
            marks[i] = tree.marks(of: i, elementMarks)
            if marks[i].contains(.wall) { hasPaywall = true }
            if marks[i].contains(.live) { isLive = true }
            marks[i].subtract([.wall, .live])
            if tree.nodes[i].tag != .meta,
                let property = tree.attribute(.itemprop, of: i) ?? tree.attribute(.property, of: i)
            {
                // RDFa puts a vocabulary's name before the property's.
                let name = property.lowercased().split(separator: ":").last.map(String.init) ?? ""
                if properties[name, default: []].count < 200 { properties[name, default: []].append(i) }
            }
            if tree.nodes[i].tag == .a, authorLinks.count + personLinks.count < 100 {
                addAuthorLink(tree, i, elementMarks)
            }
        }
    }

    private mutating func addLink(_ tree: HTMLTree, _ i: Int) {
        let rel = tree.attribute(.rel, of: i)?.lowercased()
        if rel == "canonical", canonical == nil {
            canonical = tree.attribute(.href, of: i).map { CleanLine.clean($0) }
        } else if rel == "next", nextPage == nil {
            nextPage = tree.attribute(.href, of: i).map { CleanLine.clean($0) }
        } else if rel == "prev" || rel == "previous" {
            hasPreviousPage = true
        } else if rel == "alternate", feedTitles.count < 4, let title = tree.attribute(.title, of: i),
            tree.attribute(.type, of: i)?.lowercased().contains("xml") == true
        {
            feedTitles.append(CleanLine.clean(title))
        }
    }

    /// A link with rel=author, or one whose address has a folder of authors or of persons.
    private mutating func addAuthorLink(_ tree: HTMLTree, _ i: Int, _ marks: ElementMarks) {
        if tree.withAttribute(.rel, of: i, { $0.count >= 6 }) == true,
            tree.attribute(.rel, of: i)?.lowercased().split(separator: " ").contains("author") == true
        {
            authorLinks.append(i)
            return
        }
        let node = tree.nodes[i]
        guard node.textEnd > node.textStart, node.textEnd - node.textStart < 80,
            let folders = tree.withAttribute(.href, of: i, marks.folders)
        else { return }
        if folders.contains(.authorFolder) {
            authorLinks.append(i)
        } else if folders.contains(.personFolder), Self.standsAlone(tree, i) {
            personLinks.append(i)
        }
    }

    /// Whether little but the link is in the element around it: a person that a text speaks of is linked too.
    private static func standsAlone(_ tree: HTMLTree, _ i: Int) -> Bool {
        let parent = Int(tree.nodes[i].parent)
        guard parent >= 0 else { return false }
        return tree.nodes[parent].textEnd - tree.nodes[parent].textStart < 120
    }

    /// The publisher's name in microdata.
    func publisher(_ tree: HTMLTree) -> String? {
        for node in (properties["publisher"] ?? []).prefix(4) {
            let inside = node..<min(Int(tree.nodes[node].end), node + 60)
            guard let name = inside.first(where: { tree.attribute(.itemprop, of: $0)?.lowercased() == "name" }) else {
                continue
            }
            let text = tree.attribute(.content, of: name).map { CleanLine.clean($0) } ?? tree.text(of: name)
            if !text.isEmpty { return text }
        }
        return nil
    }

    /// The author in the labelled fields of a link card.
    var writtenBy: String? {
        for number in 1...3 {
            guard let label = meta["twitter:label\(number)"]?.first, let value = meta["twitter:data\(number)"]?.first
            else { continue }
            let words = Words.list(label)
            if words.count <= 3, words.contains(where: written.contains) { return value }
        }
        return nil
    }

    private mutating func addMeta(_ tree: HTMLTree, _ i: Int) {
        guard let content = tree.attribute(.content, of: i) else { return }
        let value = CleanLine.clean(Entities.decode(content))
        guard !value.isEmpty else { return }
        for attribute in [HTMLAttribute.name, .property, .itemprop] {
            guard let key = tree.attribute(attribute, of: i)?.lowercased() else { continue }
            if meta[key, default: []].count < 40 { meta[key, default: []].append(value) }
        }
    }

    /// The first content of the first of these meta names that has one.
    func first(_ names: [String]) -> (name: String, value: String)? {
        for name in names { if let value = meta[name]?.first { return (name, value) } }
        return nil
    }
}
