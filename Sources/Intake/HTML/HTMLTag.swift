/// The elements that Intake tells apart; all others are `other`.
enum HTMLTag: UInt8, CaseIterable, Sendable {
    case text, other
    case html, head, body, title, meta, link, base, script, time
    case article, section, main, header, footer, nav, aside
    case h1, h2, h3, h4, h5, h6
    case p, div, blockquote, pre, address, center, details, summary, hr, br
    case ul, ol, li, dl, dt, dd
    case table, tbody, thead, tfoot, tr, td, th, caption
    case figure, figcaption, picture, img
    case form, button, input, select, textarea, label, fieldset, option
    case a, span, b, i, strong, em, u, font, small, sup, sub, code, cite, q, s, abbr, mark
    case iframe, object, video, audio, canvas, template, noscript, dialog, menu

    /// Whether the element starts a block of text of its own.
    var isBlock: Bool {
        switch self {
        case .html, .body, .article, .section, .main, .header, .footer, .nav, .aside, .h1, .h2, .h3, .h4,
            .h5, .h6, .p, .div, .blockquote, .pre, .address, .center, .details, .summary, .hr, .ul, .ol, .li,
            .dl, .dt, .dd, .table, .tbody, .thead, .tfoot, .tr, .td, .th, .caption, .figure, .figcaption,
            .form, .fieldset, .option, .dialog, .menu:
            true
        default: false
        }
    }

    /// Whether the element never holds text of an article.
    var isControl: Bool {
        switch self {
        case .button, .input, .select, .textarea, .option, .iframe, .object, .video, .audio, .canvas,
            .template, .noscript, .dialog, .menu:
            true
        default: false
        }
    }

    /// 1 to 6 for headings.
    var headingLevel: Int? {
        self.rawValue >= Self.h1.rawValue && self.rawValue <= Self.h6.rawValue
            ? Int(rawValue - Self.h1.rawValue) + 1 : nil
    }

    /// The element of a name in lower case.
    static let byName: [String: HTMLTag] = {
        var names: [String: HTMLTag] = [:]
        for tag in allCases where tag != .text && tag != .other { names["\(tag)"] = tag }
        return names
    }()
}
