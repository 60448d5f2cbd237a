/// From the hash of a lowered form to the word's number in the embedding table.
package struct WordVocabulary: @unchecked Sendable {
    /// How many words have a number.
    package let count: Int
    private let keys: UnsafePointer<UInt32>
    private let values: UnsafePointer<Int32>
    private let mask: Int
    private let section: ModelFile.Section

    init(_ section: ModelFile.Section) throws(ModelFile.Failure) {
        var reader = SectionReader(section)
        count = try reader.number()
        let slots = try reader.number()
        guard slots > count, slots & (slots - 1) == 0 else { throw reader.failure("\(slots) slots cannot be") }
        mask = slots - 1
        keys = try reader.array(UInt32.self, count: slots)
        values = try reader.array(Int32.self, count: slots)
        var empty = 0
        for slot in 0..<slots {
            if values[slot] < 0 { empty += 1 }
            guard values[slot] < count else { throw reader.failure("a word's number is out of range") }
        }
        guard empty > 0 else { throw reader.failure("the table is full") }
        self.section = section
    }

    /// The number of a word, or -1.
    @inline(__always)
    func number(_ hash: UInt32) -> Int32 {
        var slot = Int(hash) & mask
        while values[slot] >= 0 {
            if keys[slot] == hash { return values[slot] }
            slot = (slot + 1) & mask
        }
        return -1
    }

    /// The section of words in the order of their numbers.
    package static func section(_ words: [UInt32]) -> [UInt8] {
        var slots = 64
        while slots < words.count * 2 { slots *= 2 }
        var keys = [UInt32](repeating: 0, count: slots)
        var values = [Int32](repeating: -1, count: slots)
        for (number, word) in words.enumerated() {
            var slot = Int(word) & (slots - 1)
            while values[slot] >= 0 { slot = (slot + 1) & (slots - 1) }
            keys[slot] = word
            values[slot] = Int32(number)
        }
        var writer = SectionWriter()
        writer.number(words.count)
        writer.number(slots)
        writer.array(keys)
        writer.array(values)
        return writer.bytes
    }
}
