/// Bytes of unknown encoding to UTF-8.
///
/// In order: a byte order mark; the zero bytes of UTF-16 without one; valid UTF-8; UTF-8 with a few
/// broken sequences; Windows-1252, which holds Latin-1 as far as text goes. What holds control
/// characters that no text has is binary.
struct DecodedText {
    /// Valid UTF-8.
    var utf8: [UInt8]
    /// What the user should know: a guess, a repair.
    var notice: String?
    /// What is known of the bytes already.
    private var survey: ByteSurvey?

    /// Decodes a document.
    ///
    /// - Throws: `IntakeFailure` for empty and binary input, naming the kind of file where its first
    ///   bytes tell it.
    init(_ bytes: [UInt8]) throws(IntakeFailure) {
        if let kind = BinaryKind.of(bytes) { throw IntakeFailure("\(kind), which cannot be read as text") }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            self.init(utf8: Array(bytes.dropFirst(3)))
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            self.init(utf16: bytes.dropFirst(2), bigEndian: false)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self.init(utf16: bytes.dropFirst(2), bigEndian: true)
        } else if let bigEndian = Self.looksLikeUTF16(bytes) {
            self.init(utf16: bytes[...], bigEndian: bigEndian)
            notice = "read as UTF-16 (\(bigEndian ? "big" : "little") endian) without a byte order mark"
        } else {
            self.init(utf8: bytes)
        }
        let survey = survey ?? ByteSurvey(utf8)
        if survey.hasNUL || survey.controls * 50 > utf8.count { throw Self.binary }
    }

    /// The same of bytes that are UTF-8 as they stand; `nil` for all others.
    init?(valid bytes: [UInt8]) throws(IntakeFailure) {
        let survey = ByteSurvey(bytes)
        guard survey.isUTF8, !survey.hasNUL else { return nil }
        if let kind = BinaryKind.of(bytes) { throw IntakeFailure("\(kind), which cannot be read as text") }
        if survey.controls * 50 > bytes.count { throw Self.binary }
        utf8 = bytes
    }

    private static let binary = IntakeFailure("binary data, which cannot be read as text")

    private init(utf8 bytes: [UInt8]) {
        let survey = ByteSurvey(bytes)
        if survey.isUTF8 {
            utf8 = bytes
            self.survey = survey
            return
        }
        let repaired = String(decoding: bytes, as: UTF8.self)
        var broken = 0
        var whole = 0
        for scalar in repaired.unicodeScalars where scalar.value >= 0x80 {
            if scalar.value == 0xFFFD { broken += 1 } else { whole += 1 }
        }
        if whole > 3 * broken {
            utf8 = Array(repaired.utf8)
            notice = "\(broken) byte sequences are not UTF-8 and were replaced"
        } else {
            utf8 = Windows1252.decode(bytes)
            notice = "not UTF-8: read as Windows-1252 (Latin-1)"
        }
    }

    private init(utf16 bytes: ArraySlice<UInt8>, bigEndian: Bool) {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var i = bytes.startIndex
        while i + 1 < bytes.endIndex {
            let (first, second) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
            units.append(bigEndian ? first << 8 | second : second << 8 | first)
            i += 2
        }
        utf8 = Array(String(decoding: units, as: UTF16.self).utf8)
        if bytes.count % 2 == 1 { notice = "the last byte is half a UTF-16 unit and was dropped" }
    }

    /// Whether every second byte is mostly zero, as in UTF-16 text in Latin script; which half tells the order.
    private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool? {
        let head = bytes.prefix(4096)
        guard head.count >= 4 else { return nil }
        var zeros = [0, 0]
        for (i, byte) in head.enumerated() where byte == 0 { zeros[i & 1] += 1 }
        let half = head.count / 2
        if zeros[0] * 10 > half * 6, zeros[1] * 10 < half { return true }
        if zeros[1] * 10 > half * 6, zeros[0] * 10 < half { return false }
        return nil
    }
}
