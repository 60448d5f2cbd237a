import Records

/// A brief as one page that needs nothing but itself: no script, no address fetched.
///
/// Disagreements stand first. Every statement carries its sentences; every sentence links to its place
/// in the article, whose text stands at the end of the page. Addresses within the page derive from
/// content.
public struct HTMLRenderer: BriefRenderer {
    public static let name = "html"

    public init() {}

    public func render(_ brief: Brief) throws -> String {
        let index = AccountIndex(brief)
        let maker = try OutlineMaker()
        let stories = brief.stories.map { maker.outline($0, of: brief, index: index) }
        var page = HTMLWriter()
        page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
        page.raw(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
        page.element("title", text: stories.first?.headline ?? "Brief")
        page.raw("\n<style>\n\(try DataFiles.text("page.css"))</style>\n</head>\n<body>\n")
        page.element("a", [("class", "skip"), ("href", "#main")], text: "To the brief")
        page.element("main", [("id", "main")]) { page in
            if stories.count > 1 { Self.write(stories, to: &page) }
            for (place, story) in stories.enumerated() {
                HTMLStory(story: story, prefix: stories.count > 1 ? "s\(place + 1)-" : "").write(to: &page)
            }
            if stories.isEmpty { page.element("p", text: "No article could be read; there is no story.") }
            Self.write(brief.findings, to: &page)
            HTMLArticles(index: index, stories: stories).write(to: &page)
        }
        page.raw("</body>\n</html>\n")
        return page.html
    }

    private static func write(_ stories: [StoryOutline], to page: inout HTMLWriter) {
        page.element("nav", [("aria-label", "Stories"), ("class", "stories")]) { page in
            page.element("h2", text: "\(stories.count) stories")
            page.element("ol") { page in
                for story in stories {
                    page.element("li") { page in
                        page.element("a", [("href", "#\(story.permalink)")], text: story.headline)
                        page.text(" ")
                        page.element(
                            "span", [("class", "backing")],
                            text: "\(story.backing.words); \(story.disagreements.count) disagreements")
                    }
                }
            }
        }
    }

    private static func write(_ findings: [Finding], to page: inout HTMLWriter) {
        guard !findings.isEmpty else { return }
        page.element("section", [("id", "findings")]) { page in
            page.element("h2", text: "Findings")
            page.element("ul") { page in
                for finding in findings {
                    page.element("li") { page in
                        page.element("code", text: finding.path)
                        page.text(": \(finding.message)")
                    }
                }
            }
        }
    }
}
