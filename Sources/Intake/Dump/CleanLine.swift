/// Brings one line of text into readable form: every kind of blank becomes a space, runs of them one
/// space, invisible characters go. Nothing else changes, so that quotations stay as printed.
enum CleanLine {
    /// The cleaned line. O(n), without a copy of what is clean already.
    static func clean(_ line: some StringProtocol) -> String {
        var result = String.UnicodeScalarView()
        var blank = false
        for scalar in line.unicodeScalars {
            switch scalar.value {
            case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
                blank = true
            case 0..<0x1F, 0x7F..<0xA0, 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFFC:
                break
            default:
                if blank, !result.isEmpty { result.append(" ") }
                blank = false
                result.append(scalar)
            }
        }
        return String(result)
    }
}
