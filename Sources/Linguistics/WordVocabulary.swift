/// From the hash of a lowered form to the word's number in the embedding table.
package struct WordVocabulary: Sendable {
    /// How many words have a number.
    package let count: Int
    private let table: FrozenTable<UInt32, Int32>

    init(_ section: ModelFile.Section) throws(ModelFile.Failure) {
        var reader = SectionReader(section)
        let count = try reader.number()
        self.count = count
        table = try FrozenTable(
            &reader, isEmpty: Self.isEmpty, isValid: { $0 < count }, wrong: "a word's number is out of range")
    }

    /// The number of a word, or -1.
    @inline(__always)
    func number(_ hash: UInt32) -> Int32 {
        table.value(of: hash, from: Int(hash), isEmpty: Self.isEmpty) ?? -1
    }

    /// The section of words in the order of their numbers.
    package static func section(_ words: [UInt32]) -> [UInt8] {
        var slots = 64
        while slots < words.count * 2 { slots *= 2 }
        var filling = TableFilling<UInt32, Int32>(slots: slots, key: 0, value: -1, isEmpty: isEmpty)
        for (number, word) in words.enumerated() { filling.put(word, from: Int(word)) { _ in Int32(number) } }
        var writer = SectionWriter()
        writer.number(words.count)
        filling.write(to: &writer)
        return writer.bytes
    }

    @inline(__always)
    private static func isEmpty(_ hash: UInt32, _ number: Int32) -> Bool { number < 0 }
}
