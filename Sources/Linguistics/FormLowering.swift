import Text

/// Lowers the letters of forms and interns them, with one buffer for all.
struct FormLowering {
    private var buffer: [UInt8] = []

    /// The symbol of a form with its letters lowered, by Unicode's default mapping. A typographic
    /// apostrophe becomes the plain one, so that rules name one form only.
    mutating func symbol(of form: UnsafeBufferPointer<UInt8>, in symbols: inout SymbolTable) -> Symbol {
        buffer.removeAll(keepingCapacity: true)
        var isASCII = true
        for byte in form {
            buffer.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
            isASCII = isASCII && byte < 0x80
        }
        if !isASCII { lowerBeyondASCII() }
        return buffer.withUnsafeBufferPointer { symbols.intern($0) }
    }

    private mutating func lowerBeyondASCII() {
        let string = String(decoding: buffer, as: UTF8.self)
        buffer.removeAll(keepingCapacity: true)
        for scalar in string.unicodeScalars {
            if scalar == "\u{2019}" || scalar == "\u{2018}" || scalar == "\u{2BC}" {
                buffer.append(UInt8(ascii: "'"))
            } else {
                buffer += scalar.properties.lowercaseMapping.utf8
            }
        }
    }
}
