/// A frozen table from 64-bit keys to small numbers, open-addressed, left where it lies in the model.
package struct HashedRules: @unchecked Sendable {
    private let keys: UnsafePointer<UInt64>
    private let values: UnsafePointer<UInt16>
    private let mask: Int
    private let section: ModelFile.Section

    init(_ reader: inout SectionReader, rules: Int) throws(ModelFile.Failure) {
        let slots = try reader.number()
        guard slots > 0, slots & (slots - 1) == 0 else { throw reader.failure("\(slots) slots cannot be") }
        mask = slots - 1
        keys = try reader.array(UInt64.self, count: slots)
        values = try reader.array(UInt16.self, count: slots)
        var empty = 0
        for slot in 0..<slots {
            if keys[slot] == 0 { empty += 1 }
            guard values[slot] < rules else { throw reader.failure("a rule is out of range") }
        }
        guard empty > 0 else { throw reader.failure("the table is full") }
        section = reader.section
    }

    /// Writes the table of some keys, none of them zero, in the form that `init` reads.
    package static func write(_ numbers: [UInt64: Int], to writer: inout SectionWriter) {
        var slots = 1024
        while slots * 2 < numbers.count * 3 { slots *= 2 }
        var keys = [UInt64](repeating: 0, count: slots)
        var values = [UInt16](repeating: 0, count: slots)
        for (key, number) in numbers.sorted(by: { $0.key < $1.key }) {
            var slot = Int(truncatingIfNeeded: key >> 20) & (slots - 1)
            while keys[slot] != 0 { slot = (slot + 1) & (slots - 1) }
            keys[slot] = key
            values[slot] = UInt16(number)
        }
        writer.number(slots)
        writer.array(keys)
        writer.array(values)
    }

    subscript(key: UInt64) -> Int? {
        var slot = Int(truncatingIfNeeded: key >> 20) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return Int(values[slot]) }
            slot = (slot + 1) & mask
        }
        return nil
    }
}
