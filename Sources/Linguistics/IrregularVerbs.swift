import Text

/// Lemmas of irregular past forms, from `irregular-verbs.tsv`: a treebank shows only the common ones,
/// and an ending says nothing of "fled".
package struct IrregularVerbs: Sendable {
    private var forms = SymbolTable()
    private var lemmas: [[UInt8]] = []

    /// Reads the table; throws `DataTable.Failure` for a damaged one.
    package init() throws {
        for row in try DataFiles.table("irregular-verbs.tsv", columns: ["form", "lemma"]).rows {
            let symbol = forms.intern(row["form"])
            if Int(symbol.index) == lemmas.count { lemmas.append(Array(row["lemma"].utf8)) }
        }
    }

    /// The lemma of a lowered past form, or `nil`. O(length).
    package func lemma(of form: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        forms.lookup(form).map { lemmas[Int($0.index)] }
    }
}
