/// A frozen table from 64-bit keys, none of them zero, to the numbers of rules.
package struct HashedRules: Sendable {
    private let table: FrozenTable<UInt64, UInt16>

    init(_ reader: inout SectionReader, rules: Int) throws(ModelFile.Failure) {
        table = try FrozenTable(
            &reader, isEmpty: Self.isEmpty, isValid: { $0 < rules }, wrong: "a rule is out of range")
    }

    /// Writes the table of some keys, none of them zero, in the form that `init` reads.
    package static func write(_ numbers: [UInt64: Int], to writer: inout SectionWriter) {
        var slots = 1024
        while slots * 2 < numbers.count * 3 { slots *= 2 }
        var filling = TableFilling<UInt64, UInt16>(slots: slots, key: 0, value: 0, isEmpty: isEmpty)
        for (key, number) in numbers.sorted(by: { $0.key < $1.key }) {
            filling.put(key, from: firstSlot(key)) { _ in UInt16(number) }
        }
        filling.write(to: &writer)
    }

    subscript(key: UInt64) -> Int? {
        table.value(of: key, from: Self.firstSlot(key), isEmpty: Self.isEmpty).map(Int.init)
    }

    private static func isEmpty(_ key: UInt64, _ value: UInt16) -> Bool { key == 0 }

    private static func firstSlot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 20) }
}
