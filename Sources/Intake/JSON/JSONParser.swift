/// A recursive-descent reader of JSON (RFC 8259) over bytes, with a limit on depth.
///
/// The lenient form also takes what pages print for JSON: raw line ends in strings, commas before a
/// closing bracket, comments. O(n).
struct JSONParser {
    /// Where reading stopped and why.
    struct Failure: Error {
        var offset: Int
        var message: String
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    private let lenient: Bool
    private static let maximumDepth = 64

    /// Parses one value that takes up all of the bytes.
    static func parse(_ bytes: [UInt8], lenient: Bool = false) throws(Failure) -> JSONValue {
        let result: Result<JSONValue, Failure> = bytes.withUnsafeBufferPointer { buffer in
            var parser = JSONParser(bytes: buffer, lenient: lenient)
            do throws(Failure) {
                let value = try parser.value(depth: 0)
                parser.space()
                if !lenient, parser.at < buffer.count { throw parser.failure("something follows the value") }
                return .success(value)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, lenient: Bool) {
        self.bytes = bytes
        self.lenient = lenient
    }

    private func failure(_ message: String) -> Failure { Failure(offset: at, message: message) }

    private mutating func space() {
        while true {
            while at < bytes.count, bytes[at] == 0x20 || bytes[at] >= 0x09 && bytes[at] <= 0x0D { at += 1 }
            guard lenient, skipComment() else { return }
        }
    }

    /// Passes over a comment of a script, up to the end of its line or to its closing mark.
    private mutating func skipComment() -> Bool {
        guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "/") else { return false }
        switch bytes[at + 1] {
        case UInt8(ascii: "/"):
            while at < bytes.count, bytes[at] != 0x0A { at += 1 }
        case UInt8(ascii: "*"):
            at += 2
            while at < bytes.count, bytes[at - 1] != UInt8(ascii: "*") || bytes[at] != UInt8(ascii: "/") { at += 1 }
            at = min(at + 1, bytes.count)
        default: return false
        }
        return true
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func value(depth: Int) throws(Failure) -> JSONValue {
        guard depth < Self.maximumDepth else { throw failure("nested deeper than \(Self.maximumDepth)") }
        space()
        guard at < bytes.count else { throw failure("the value ends early") }
        switch bytes[at] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t") where word("true"): return .bool(true)
        case UInt8(ascii: "f") where word("false"): return .bool(false)
        case UInt8(ascii: "n") where word("null"): return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
        default: throw failure("no JSON value starts here")
        }
    }

    private mutating func word(_ word: StaticString) -> Bool {
        let end = at + word.utf8CodeUnitCount
        guard end <= bytes.count else { return false }
        for i in 0..<word.utf8CodeUnitCount where bytes[at + i] != word.utf8Start[i] { return false }
        at = end
        return true
    }

    private mutating func number() -> JSONValue {
        let start = at
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
                UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
                at += 1
            default:
                return .number(String(decoding: bytes[start..<at], as: UTF8.self))
            }
        }
        return .number(String(decoding: bytes[start..<at], as: UTF8.self))
    }

    private mutating func object(depth: Int) throws(Failure) -> JSONValue {
        at += 1
        var pairs: [(key: String, value: JSONValue)] = []
        space()
        while !take(UInt8(ascii: "}")) {
            if !pairs.isEmpty {
                guard take(UInt8(ascii: ",")) else { throw failure("a comma or a closing brace is missing") }
                space()
                if lenient, take(UInt8(ascii: "}")) { break }
            }
            guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw failure("a key is missing") }
            let key = try string()
            space()
            guard take(UInt8(ascii: ":")) else { throw failure("a colon is missing") }
            pairs.append((key, try value(depth: depth + 1)))
            space()
        }
        return .object(pairs)
    }

    private mutating func array(depth: Int) throws(Failure) -> JSONValue {
        at += 1
        var values: [JSONValue] = []
        space()
        while !take(UInt8(ascii: "]")) {
            if !values.isEmpty {
                guard take(UInt8(ascii: ",")) else { throw failure("a comma or a closing bracket is missing") }
                space()
                if lenient, take(UInt8(ascii: "]")) { break }
            }
            values.append(try value(depth: depth + 1))
            space()
        }
        return .array(values)
    }

    private mutating func string() throws(Failure) -> String {
        at += 1
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\"), bytes[at] >= 0x20 {
            at += 1
        }
        if take(UInt8(ascii: "\"")) { return String(decoding: bytes[start..<at - 1], as: UTF8.self) }
        var text = Array(bytes[start..<at])
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20 where !lenient: throw failure("a control character stands bare in a string")
            default: text.append(byte)
            }
        }
        throw failure("a string has no end")
    }

    private mutating func escape(into text: inout [UInt8]) throws(Failure) {
        guard at < bytes.count else { throw failure("a string has no end") }
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "u"):
            var scalar = try unit()
            if scalar & 0xFC00 == 0xD800, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
                bytes[at + 1] == UInt8(ascii: "u")
            {
                let back = at
                at += 2
                let low = try unit()
                if low & 0xFC00 == 0xDC00 {
                    scalar = 0x10000 + (scalar & 0x3FF) << 10 + low & 0x3FF
                } else {
                    at = back
                }
            }
            text.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        default:
            guard lenient else { throw failure("no escape is written so") }
            text.append(byte)
        }
    }

    private mutating func unit() throws(Failure) -> UInt32 {
        guard at + 4 <= bytes.count else { throw failure("an escape ends early") }
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue else {
                throw failure("an escape is not hexadecimal")
            }
            unit = unit << 4 | UInt32(digit)
            at += 1
        }
        return unit
    }
}
