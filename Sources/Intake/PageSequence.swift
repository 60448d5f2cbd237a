import Records

/// Where a page stands among the pages of one article.
struct PageLink: Sendable {
    /// The page's own address.
    var own: String?
    /// The address of the page behind it, when that stands below the page's own.
    var next: String?
    /// Whether the page names one before it.
    var hasPrevious = false

    /// - Parameters:
    ///   - own: the article's address.
    ///   - next: what the page calls the next, absolute or not.
    init(own: String?, next: String?, hasPrevious: Bool) {
        self.own = own
        self.hasPrevious = hasPrevious
        // The link often leads to the next article; only an address below the own one is a further page.
        guard let own, let next else { return }
        let base = own.prefix { $0 != "?" && $0 != "#" }
        let whole: String
        if next.hasPrefix("?") {
            whole = base + next
        } else if next.hasPrefix("/"), let host = Self.origin(own) {
            whole = host + next
        } else {
            whole = next
        }
        let stem = String(base).trimmingSuffix { $0 == "/" }
        if whole.hasPrefix(stem), whole != own { self.next = whole }
    }

    /// Whether a page is the one that this page names as its next: by its address, or by naming this
    /// page's address as its own and a page before it.
    func isFollowed(by other: PageLink) -> Bool {
        guard let next, let address = other.own else { return false }
        return address == next || address == own && other.hasPrevious
    }

    private static func origin(_ url: String) -> String? {
        guard let scheme = url.firstRange(of: "://") else { return nil }
        return String(url[..<scheme.upperBound] + url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" })
    }
}

extension IntakeItem {
    private static let partNotice = "one of several pages"

    /// What is said of a page that names a further one.
    static func notice(next: String) -> String { "\(partNotice); the next is \(next)" }

    /// Puts the next page's text behind this one's.
    mutating func join(_ other: IntakeItem) {
        guard var article, let further = other.article else { return }
        let shift = article.text.unicodeScalars.count + 2
        article.text += "\n\n" + further.text
        article.parts += further.parts.map { .init(kind: $0.kind, start: $0.start + shift, end: $0.end + shift) }
        article.cuts += further.cuts
        article.sources.append(.init(field: "text", evidence: "joined with its further page \(other.path)"))
        self.article = article
        page = other.page
        findings.removeAll { $0.message.hasPrefix(Self.partNotice) }
        findings += other.findings.filter { $0.message.hasPrefix(Self.partNotice) }
    }

    /// What stands in the place of a page that was joined to the one before.
    func joined(to first: IntakeItem) -> IntakeItem {
        IntakeItem(
            path: path, line: line,
            findings: [.init(path: path, message: "a further page of \(first.path), joined to it", severity: .notice)])
    }
}
