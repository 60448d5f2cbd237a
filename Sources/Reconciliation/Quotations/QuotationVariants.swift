internal import Records

/// Says of each quotation which other one it is a printing of, and how its wording stands to it.
struct QuotationVariants {
    let families: QuotationFamilies
    let aligner: QuotationAligner

    /// All quotations of the articles in order, variants marked.
    func mark(_ coded: [CodedArticle]) -> [Quotation] {
        var quotations = coded.map(\.quotations)
        for family in families.families where family.count > 1 {
            let base = families.printings[family[0]]
            for member in family.dropFirst() {
                let printing = families.printings[member]
                guard let index = printing.index, base.index != nil else { continue }
                let comparison = aligner.compare(base, printing)
                quotations[printing.article][index].variantOf = base.quotation.id
                quotations[printing.article][index].wording = comparison?.wording ?? .altered
            }
        }
        return quotations.flatMap { $0 }
    }
}
