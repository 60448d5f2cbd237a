import CLibXML2

/// Character references in text that is not parsed as HTML, such as the strings of structured data.
enum Entities {
    /// The text with its references resolved, twice where pages escape twice. O(n).
    static func decode(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let once = pass(text)
        return once.utf8.contains(UInt8(ascii: "&")) ? pass(once) : once
    }

    private static func pass(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var i = 0
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "&"), let semicolon = bytes[i...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
                let scalar = scalar(bytes[(i + 1)..<semicolon])
            {
                result.append(contentsOf: String(scalar).utf8)
                i = semicolon + 1
            } else {
                result.append(bytes[i])
                i += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
        if name.first == UInt8(ascii: "#") {
            let digits = name.dropFirst()
            let isHex = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
            let number = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
            guard let value = UInt32(number, radix: isHex ? 16 : 10) else { return nil }
            if value >= 0x80, value < 0xA0 { return Unicode.Scalar(Windows1252.scalar(UInt8(value))) }
            return Unicode.Scalar(value)
        }
        guard !name.isEmpty, name.allSatisfy({ $0 < 0x80 && $0 > 0x2F }) else { return nil }
        let text = String(decoding: name, as: UTF8.self)
        let entry = text.withCString { pointer in
            pointer.withMemoryRebound(to: xmlChar.self, capacity: name.count + 1) { htmlEntityLookup($0) }
        }
        if let entry { return Unicode.Scalar(entry.pointee.value) }
        return text == "apos" ? "'" : nil
    }
}
