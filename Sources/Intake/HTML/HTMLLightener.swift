import Foundation

/// Takes out of a page what no reader of text needs, before the parser sees it: scripts, styles,
/// comments, drawings, attributes that are not read, runs of blanks.
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
        // Nothing is ever put in, so that the page is no longer than the bytes.
        page = [UInt8](unsafeUninitializedCapacity: bytes.count) { target, count in
            bytes.withUnsafeBufferPointer { all in
                var output = Output(target: target)
                read(all, keepsFallbacks, &output)
                count = output.count
            }
        }
    }

    private mutating func read(_ all: UnsafeBufferPointer<UInt8>, _ keepsFallbacks: Bool, _ output: inout Output) {
        var tags = 0
        var i = 0
        while i < all.count {
            i = Self.copyText(all, i, &output)
            guard i < all.count else { return }
            if HTMLScan.starts(all, i, "<!--") {
                i = HTMLScan.find(all, from: i + 4, "-->").map { $0 + 3 } ?? all.count
                continue
            }
            if let element = Opaque(all, i), !keepsFallbacks || !element.isFallback {
                let (open, close) = HTMLScan.element(all, i, element.name)
                if element.isScript {
                    scriptBytes += close - open
                    if HTMLScan.holds(all, i..<open, "ld+json") {
                        structuredData.append(Array(all[open..<close]))
                    } else if keepsFallbacks {
                        keep(all, i, open..<close, &output)
                    }
                }
                i = HTMLScan.tagEnd(all, close)
                continue
            }
            let end = HTMLScan.tagEnd(all, i)
            if end - i > Self.longestTag {
                notice = "the attributes of a tag of \(end - i) bytes were dropped"
                output.append(
                    all, i..<i + all[i..<end].prefix(24).prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }.count)
                output.append(UInt8(ascii: ">"))
            } else {
                tags += 1
                if tags > Self.mostTags {
                    notice = "the page has more than \(Self.mostTags) tags; the rest was not read"
                    return
                }
                Self.copyTag(all, i..<end, &output)
            }
            i = end
        }
    }

    /// Keeps of a script what it holds beside programs: the state of an application, or mark-up that
    /// another script puts into the page.
    private mutating func keep(
        _ all: UnsafeBufferPointer<UInt8>, _ start: Int, _ inside: Range<Int>, _ output: inout Output
    ) {
        let tag = start..<inside.lowerBound
        if HTMLScan.holds(all, tag, "application/json") {
            states.append(Array(all[inside]))
        } else if HTMLScan.holds(all, tag, "text/template") || HTMLScan.holds(all, tag, "text/html") {
            output.append(all, inside)
        }
    }

    /// Copies up to the next tag; a run of blanks becomes one of them, a line end if it holds one.
    private static func copyText(_ all: UnsafeBufferPointer<UInt8>, _ start: Int, _ output: inout Output) -> Int {
        var i = start
        while i < all.count {
            let byte = all[i]
            if byte == UInt8(ascii: "<") { return i }
            if byte > 0x20 {
                output.append(byte)
                i += 1
                continue
            }
            var blank = byte
            repeat {
                // Other control characters are none; a line end goes before a space.
                if all[i] == 0x0A || blank < 0x09 { blank = all[i] }
                i += 1
            } while i < all.count && all[i] <= 0x20
            output.append(blank)
        }
        return i
    }

    /// Copies a tag with those of its attributes that are read.
    private static func copyTag(_ all: UnsafeBufferPointer<UInt8>, _ tag: Range<Int>, _ output: inout Output) {
        let end = tag.upperBound - 1
        var i = tag.lowerBound + 1
        while i < end, all[i] > 0x20, all[i] != UInt8(ascii: "/") || i == tag.lowerBound + 1 { i += 1 }
        guard i < end, HTMLScan.isLetter(all[tag.lowerBound + 1]), all[end] == UInt8(ascii: ">") else {
            return output.append(all, tag)
        }
        output.append(all, tag.lowerBound..<i)
        var copied = i
        while i < end {
            while i < end, all[i] <= 0x20 || all[i] == UInt8(ascii: "/") { i += 1 }
            let start = i
            while i < end, all[i] > 0x20, all[i] != UInt8(ascii: "="), all[i] != UInt8(ascii: "/") { i += 1 }
            let name = start..<i
            var j = i
            while j < end, all[j] <= 0x20 { j += 1 }
            if j < end, all[j] == UInt8(ascii: "=") {
                i = HTMLScan.valueEnd(all, j + 1, end)
            } else if name.isEmpty {
                break
            }
            guard !name.isEmpty, HTMLAttribute.named(UnsafeBufferPointer(rebasing: all[name])) != nil else { continue }
            // Attributes that touch are parted no more than they were, so that the page grows nowhere.
            if start > copied { output.append(0x20) }
            output.append(all, start..<i)
            copied = i
        }
        output.append(UInt8(ascii: ">"))
    }

    /// Where the page is written.
    private struct Output {
        let target: UnsafeMutableBufferPointer<UInt8>
        var count = 0

        init(target: UnsafeMutableBufferPointer<UInt8>) { self.target = target }

        @inline(__always)
        mutating func append(_ byte: UInt8) {
            precondition(count < target.count)
            target[count] = byte
            count += 1
        }

        mutating func append(_ all: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
            guard !range.isEmpty, let from = all.baseAddress, let to = target.baseAddress else { return }
            precondition(count + range.count <= target.count)
            memcpy(to + count, from + range.lowerBound, range.count)
            count += range.count
        }
    }

    /// An element whose inside is no text.
    private struct Opaque {
        let name: StaticString
        let isScript: Bool
        /// Whether it is what a page shows without scripts.
        let isFallback: Bool

        init?(_ all: UnsafeBufferPointer<UInt8>, _ i: Int) {
            guard i + 1 < all.count else { return nil }
            switch all[i + 1] | 0x20 {
            case UInt8(ascii: "s"):
                if HTMLScan.isTag(all, i, "script") {
                    self.init("script", isScript: true)
                } else if HTMLScan.isTag(all, i, "style") {
                    self.init("style")
                } else if HTMLScan.isTag(all, i, "svg") {
                    self.init("svg")
                } else {
                    return nil
                }
            case UInt8(ascii: "t"):
                if HTMLScan.isTag(all, i, "textarea") {
                    self.init("textarea")
                } else if HTMLScan.isTag(all, i, "template") {
                    self.init("template", isFallback: true)
                } else {
                    return nil
                }
            case UInt8(ascii: "n") where HTMLScan.isTag(all, i, "noscript"):
                self.init("noscript", isFallback: true)
            default: return nil
            }
        }

        private init(_ name: StaticString, isScript: Bool = false, isFallback: Bool = false) {
            self.name = name
            self.isScript = isScript
            self.isFallback = isFallback
        }
    }
}
