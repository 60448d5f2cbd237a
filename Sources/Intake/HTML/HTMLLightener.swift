/// Takes out of a page what no reader of text needs, before the parser sees it: scripts, styles,
/// comments, drawings, and tags too long to be honest.
///
/// Most of a page's bytes go this way, and with them the parser's work on hostile tags. Scripts of
/// structured data are kept aside. O(n), one pass.
struct HTMLLightener {
    /// The page without them.
    private(set) var page: [UInt8] = []
    /// The bodies of `<script type="application/ld+json">`, in order.
    private(set) var structuredData: [[UInt8]] = []
    /// The bodies of scripts that are JSON and no structured data, in order.
    private(set) var states: [[UInt8]] = []
    /// Bytes of scripts of all kinds.
    private(set) var scriptBytes = 0
    /// Whether something was cut because it was too long or too much.
    private(set) var notice: String?

    private static let longestTag = 1 << 15
    private static let mostTags = 400_000

    /// - Parameter keepsFallbacks: whether what pages show without scripts stays in.
    init(_ bytes: [UInt8], keepsFallbacks: Bool = false) {
        let opaque = keepsFallbacks ? Self.opaque.dropLast(2) : Self.opaque[...]
        page.reserveCapacity(bytes.count)
        var tags = 0
        bytes.withUnsafeBufferPointer { all in
            var i = 0
            while i < all.count {
                let start = i
                while i < all.count, all[i] != UInt8(ascii: "<") { i += 1 }
                page.append(contentsOf: all[start..<i])
                guard i < all.count else { return }
                if Self.starts(all, i, "<!--") {
                    i = Self.find(all, from: i + 4, "-->").map { $0 + 3 } ?? all.count
                    continue
                }
                if let name = opaque.first(where: { Self.isTag(all, i, $0) }) {
                    let (open, close) = Self.element(all, i, name)
                    if name.utf8CodeUnitCount == 6, name.utf8Start[1] == UInt8(ascii: "c"),
                        Self.isStructured(all, i..<open)
                    {
                        structuredData.append(Array(all[open..<close]))
                    } else if keepsFallbacks, name.utf8CodeUnitCount == 6, Self.isJSON(all, i..<open) {
                        states.append(Array(all[open..<close]))
                    } else if keepsFallbacks, Self.isTemplate(all, i..<open) {
                        page.append(contentsOf: all[open..<close])
                    }
                    if name.utf8CodeUnitCount == 6 { scriptBytes += close - open }
                    i = Self.tagEnd(all, close)
                    continue
                }
                let end = Self.tagEnd(all, i)
                if end - i > Self.longestTag {
                    notice = "the attributes of a tag of \(end - i) bytes were dropped"
                    page.append(contentsOf: all[i..<end].prefix(24).prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") })
                    page.append(UInt8(ascii: ">"))
                } else {
                    tags += 1
                    if tags > Self.mostTags {
                        notice = "the page has more than \(Self.mostTags) tags; the rest was not read"
                        return
                    }
                    page.append(contentsOf: all[i..<end])
                }
                i = end
            }
        }
    }

    /// Elements whose inside is no text.
    private static let opaque: [StaticString] = ["script", "style", "svg", "textarea", "noscript", "template"]

    private static func starts(_ all: UnsafeBufferPointer<UInt8>, _ i: Int, _ word: StaticString) -> Bool {
        guard i + word.utf8CodeUnitCount <= all.count else { return false }
        for j in 0..<word.utf8CodeUnitCount where all[i + j] | 0x20 != word.utf8Start[j] | 0x20 { return false }
        return true
    }

    private static func isTag(_ all: UnsafeBufferPointer<UInt8>, _ i: Int, _ name: StaticString) -> Bool {
        let after = i + 1 + name.utf8CodeUnitCount
        guard after < all.count, all[i + 1] | 0x20 == name.utf8Start[0], starts(all, i + 1, name) else { return false }
        switch all[after] {
        case 0x20, 0x09, 0x0A, 0x0C, 0x0D, UInt8(ascii: ">"), UInt8(ascii: "/"): return true
        default: return false
        }
    }

    /// Where an element's inside starts and where its end tag starts.
    private static func element(_ all: UnsafeBufferPointer<UInt8>, _ i: Int, _ name: StaticString) -> (Int, Int) {
        let open = tagEnd(all, i)
        if open >= 2, all[open - 2] == UInt8(ascii: "/"), name.utf8CodeUnitCount == 3 { return (open, open) }
        var j = open
        while j < all.count {
            if all[j] == UInt8(ascii: "<"), j + 1 < all.count, all[j + 1] == UInt8(ascii: "/"), starts(all, j + 2, name)
            {
                return (open, j)
            }
            j += 1
        }
        return (open, all.count)
    }

    /// The offset behind a tag's ">"; quotes may hide one. An element that was already closed ends where it starts.
    private static func tagEnd(_ all: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
        guard i < all.count, all[i] == UInt8(ascii: "<") else { return i }
        var j = i + 1
        var quote: UInt8 = 0
        var previous: UInt8 = 0
        while j < all.count {
            let byte = all[j]
            if quote != 0 {
                if byte == quote { quote = 0 }
                // A quote that never closes would swallow the page.
                if j - i > longestTag * 4 { return find(all, from: i, ">").map { $0 + 1 } ?? all.count }
            } else if byte == UInt8(ascii: ">") {
                return j + 1
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), previous == UInt8(ascii: "=") {
                quote = byte
            }
            if byte > 0x20 { previous = byte }
            j += 1
        }
        return find(all, from: i, ">").map { $0 + 1 } ?? all.count
    }

    private static func find(_ all: UnsafeBufferPointer<UInt8>, from: Int, _ word: StaticString) -> Int? {
        let length = word.utf8CodeUnitCount
        guard all.count >= length, from <= all.count - length else { return nil }
        let first = word.utf8Start[0]
        for j in from...(all.count - length) where all[j] == first {
            if starts(all, j, word) { return j }
        }
        return nil
    }

    /// Whether a script is JSON, as the state of an application is.
    private static func isJSON(_ all: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>) -> Bool {
        tag.contains { starts(all, $0, "application/json") }
    }

    /// Whether a script holds mark-up that another script puts into the page.
    private static func isTemplate(_ all: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>) -> Bool {
        tag.contains { starts(all, $0, "text/template") || starts(all, $0, "text/html") }
    }

    private static func isStructured(_ all: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>) -> Bool {
        tag.contains { starts(all, $0, "ld+json") }
    }
}
