import Text

/// Identifiers that derive from content.
enum ContentID {
    /// 16 hexadecimal digits of the text's FNV-1a hash.
    static func of(_ text: String) -> String {
        var text = text
        let digits = String(text.withUTF8 { SymbolTable.hash($0) }, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
