import Foundation
import Testing

/// The colours of the page against WCAG 2.2, success criterion 1.4.3 (level AA: 4.5 to 1 for text).
@Suite struct PageStyleTests {
    static let css: String = {
        let root = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return (try? String(contentsOf: root.appendingPathComponent("Sources/Briefing/Data/page.css"), encoding: .utf8))
            ?? ""
    }()

    /// The variables of the n-th `:root` block: light, dark.
    static func colours(_ block: Int) -> [String: [Double]] {
        let blocks = css.components(separatedBy: ":root {")
        guard blocks.count > block + 1 else { return [:] }
        let body = blocks[block + 1].components(separatedBy: "}")[0]
        var colours: [String: [Double]] = [:]
        for declaration in body.components(separatedBy: ";") {
            let parts = declaration.components(separatedBy: ":").map {
                $0.trimmingCharacters(in: .whitespacesAndNewlines)
            }
            guard parts.count == 2, parts[0].hasPrefix("--"), parts[1].hasPrefix("#"), parts[1].count == 7,
                let value = Int(parts[1].dropFirst(), radix: 16)
            else { continue }
            colours[parts[0]] = [value >> 16, value >> 8 & 255, value & 255].map { Double($0) / 255 }
        }
        return colours
    }

    static func luminance(_ colour: [Double]) -> Double {
        let linear = colour.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    @Test(arguments: [0, 1])
    func textStandsOutInBothThemes(theme: Int) throws {
        let colours = Self.colours(theme)
        var pairs = [("--mark-ink", "--mark")]
        for ground in ["--paper", "--card", "--target"] {
            for text in ["--ink", "--soft", "--link", "--alarm", "--good", "--open"] { pairs.append((text, ground)) }
        }
        for (text, ground) in pairs {
            let a = Self.luminance(try #require(colours[text]))
            let b = Self.luminance(try #require(colours[ground]))
            let contrast = (max(a, b) + 0.05) / (min(a, b) + 0.05)
            #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
        }
    }

    @Test func thePageFetchesNothing() {
        for word in ["url(", "@import", "http"] { #expect(!Self.css.contains(word)) }
    }

    @Test func colourIsNeverTheOnlySign() {
        #expect(Self.css.contains("mark {") && Self.css.contains("text-decoration: underline"))
        #expect(Self.css.contains("border-style: dashed"))
    }
}
