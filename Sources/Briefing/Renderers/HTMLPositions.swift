import Records

/// The grid of positions and the list of ties on the page.
enum HTMLPositions {
    static func write(_ grid: PositionGrid, to page: inout HTMLWriter) {
        page.element("div", [("class", "wide"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Positions")]) {
            page in
            page.element("table", [("class", "grid")]) { page in
                page.element("thead") { page in
                    page.element("tr") { page in
                        page.element("th", [("scope", "col")], text: "Who")
                        for issue in grid.issues { page.element("th", [("scope", "col")], text: issue) }
                    }
                }
                page.element("tbody") { page in
                    for row in grid.rows {
                        page.element("tr") { page in
                            page.element("th", [("scope", "row")], text: row.actor.name)
                            for (column, cell) in row.cells.enumerated() {
                                write(cell, of: grid.issues[column], to: &page)
                            }
                        }
                    }
                }
            }
        }
    }

    private static func write(_ cell: PositionGrid.Cell?, of issue: String, to page: inout HTMLWriter) {
        guard let cell else { return page.element("td", [("class", "none")], text: "") }
        page.element("td", [("class", cell.polarity.rawValue), ("data-issue", issue)]) { page in
            page.element("span", [("class", "stand \(cell.polarity.rawValue)")], text: cell.polarity.rawValue)
            if let manner = cell.manner { page.text(" \(manner)") }
            page.text(" ")
            HTMLPassage.cite(cell.citations, to: &page)
        }
    }

    static func write(_ relations: [RelationOutline], to page: inout HTMLWriter) {
        page.element("ul", [("class", "events")]) { page in
            for relation in relations {
                page.element("li") { page in
                    page.text("\(relation.line) ")
                    HTMLPassage.cite(relation.citations, to: &page)
                }
            }
        }
    }
}
