/// JSON written straight into bytes, keys in the order in which they are written.
struct JSONBytes {
    private(set) var bytes: [UInt8] = []

    /// Empties the buffer and keeps its memory.
    mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    /// A key and its colon; `first` opens the object, otherwise a comma stands before.
    mutating func open(_ key: String, first: Bool = false) {
        raw(first ? "{\"" : ",\"")
        raw(key)
        raw("\":")
    }

    /// Bytes that are JSON already.
    mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// A string, or `null`.
    mutating func optional(_ text: String?) {
        if let text { string(text) } else { raw("null") }
    }

    /// A number as JSON has it: whole numbers without a fraction, what is no number as `null`.
    mutating func number(_ value: Double) {
        guard value.isFinite else { return raw("null") }
        if value == value.rounded(), abs(value) < 1e15 { raw(String(Int64(value))) } else { raw(String(value)) }
    }

    /// A string with the escapes that RFC 8259 asks for.
    mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): raw("\\\"")
            case UInt8(ascii: "\\"): raw("\\\\")
            case 0x0A: raw("\\n")
            case 0x0D: raw("\\r")
            case 0x09: raw("\\t")
            case 0..<0x20:
                raw("\\u00")
                bytes.append(Self.digits[Int(byte >> 4)])
                bytes.append(Self.digits[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
