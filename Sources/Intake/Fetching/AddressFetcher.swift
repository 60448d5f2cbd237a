/// Fetches the addresses that a user names, and nothing else: no address in what was fetched is
/// followed, redirects aside.
final class AddressFetcher {
    /// What an address gave.
    struct Page {
        /// Where the last redirect led.
        var url: String
        var body: [UInt8]
        var charset: String?
        /// What the user should know, such as that the page moved or has not changed.
        var notices: [String] = []
    }

    private let policy: FetchPolicy
    private var robots: [String: RobotsRules] = [:]

    init(policy: FetchPolicy) { self.policy = policy }

    /// Whether a path that a user names is an address.
    static func isAddress(_ path: String) -> Bool {
        let start = path.prefix(8).lowercased()
        return start.hasPrefix("http://") || start.hasPrefix("https://")
    }

    /// Fetches an address, as robots.txt and the policy allow, through at most as many redirects.
    ///
    /// - Throws: `IntakeFailure` with what stood in the way and what to do.
    func fetch(_ address: String) throws(IntakeFailure) -> Page {
        let cache = policy.cacheFolder.map(FetchCache.init)
        var url = address.split(separator: "#", maxSplits: 1).first.map(String.init) ?? address
        var seen: Set<String> = []
        while seen.insert(url).inserted {
            guard seen.count <= policy.redirects + 1 else {
                throw IntakeFailure("more than \(policy.redirects) redirects, the last one to \(url)")
            }
            guard rules(for: url).allows(Self.path(of: url)) else {
                throw IntakeFailure("the site's robots.txt asks not to fetch \(url); save the page from a browser")
            }
            let known = cache?.entry(for: url, limit: policy.bytes)
            let reply = try WebRequest(url: url, fields: known?.conditions ?? [], policy: policy).send()
            if reply.status == 304, let known {
                return page(url, known.body, type: known.type, from: address, "unchanged since it was last fetched")
            }
            if (300..<400).contains(reply.status) {
                guard let next = reply.redirect else {
                    throw IntakeFailure("the server answered \(reply.status) and named no other address")
                }
                guard Self.isAddress(next) else {
                    throw IntakeFailure("redirected to \(next.prefix(200)), which is no web address")
                }
                url = next.split(separator: "#", maxSplits: 1).first.map(String.init) ?? next
                continue
            }
            guard (200..<300).contains(reply.status) else { throw IntakeFailure(Self.words(reply.status)) }
            guard !reply.body.isEmpty else { throw IntakeFailure("the server answered with nothing") }
            let type = reply.fields["content-type"]
            var page = page(url, reply.body, type: type, from: address, nil)
            do throws(IntakeFailure) {
                try cache?.keep(
                    .init(
                        url: url, tag: reply.fields["etag"], changed: reply.fields["last-modified"], type: type,
                        body: reply.body))
            } catch {
                page.notices.append(error.message)
            }
            return page
        }
        throw IntakeFailure("the redirects lead in a circle, back to \(url)")
    }

    private func page(_ url: String, _ body: [UInt8], type: String?, from address: String, _ notice: String?) -> Page {
        var page = Page(url: url, body: body, charset: HeaderFields.parameter("charset", of: type))
        if url != address, !address.hasPrefix(url + "#") { page.notices.append("fetched from \(url)") }
        if let notice { page.notices.append(notice) }
        return page
    }

    /// The rules of an address's site, fetched once. Sites without the file allow everything; one
    /// that fails to give it is left alone.
    private func rules(for url: String) -> RobotsRules {
        let site = Self.site(of: url)
        if let known = robots[site] { return known }
        let found = fetchRules(site)
        robots[site] = found
        return found
    }

    private func fetchRules(_ site: String) -> RobotsRules {
        var url = site + "/robots.txt"
        for _ in 0...policy.redirects {
            // A site that cannot be reached shows so when the page itself is asked for.
            guard let reply = try? WebRequest(url: url, policy: policy, bytes: 1 << 20).send() else { return .open }
            switch reply.status {
            case 200..<300:
                return RobotsRules(String(decoding: reply.body, as: UTF8.self), agent: FetchPolicy.agent)
            case 300..<400:
                guard let next = reply.redirect, Self.isAddress(next) else { return .open }
                url = next
            case 500...: return .closed
            default: return .open
            }
        }
        return .open
    }

    /// Scheme, host and port of an address.
    private static func site(of url: String) -> String {
        guard let mark = url.firstRange(of: "://") else { return url }
        let rest = url[mark.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return url[..<mark.upperBound].lowercased() + rest.lowercased()
    }

    /// Path and query of an address.
    private static func path(of url: String) -> String {
        let path = url.dropFirst(site(of: url).count).prefix { $0 != "#" }
        return path.hasPrefix("/") ? String(path) : "/" + path
    }

    private static func words(_ status: Int) -> String {
        switch status {
        case 401, 403: "the server answered \(status): it lets nobody in without leave; save the page from a browser"
        case 404, 410: "the server answered \(status): there is no such page"
        case 429: "the server answered 429: it was asked too often; try later"
        case 500...: "the server answered \(status): it is at fault; try later"
        default: "the server answered \(status)"
        }
    }
}
