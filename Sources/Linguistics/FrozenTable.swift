/// An open-addressed table from keys to values, left where it lies in the model; the step is one slot.
///
/// Which slots are empty, and in which slot a key is looked for first, is its user's to say, the same when it is
/// written and when it is read.
struct FrozenTable<Key: FixedWidthInteger & BitwiseCopyable, Value: FixedWidthInteger & BitwiseCopyable>:
    @unchecked Sendable
{
    private let keys: UnsafePointer<Key>
    private let values: UnsafePointer<Value>
    private let mask: Int
    private let section: ModelFile.Section

    /// Reads the number of slots, the keys and the values.
    ///
    /// - Parameters:
    ///   - isValid: whether a value, an empty slot's too, can be.
    ///   - wrong: what is wrong with one that cannot.
    /// - Throws: where the slots are no power of two, a value cannot be, or no slot is empty.
    init(
        _ reader: inout SectionReader, isEmpty: (Key, Value) -> Bool, isValid: (Value) -> Bool, wrong: String
    ) throws(ModelFile.Failure) {
        let slots = try reader.number()
        guard slots > 0, slots & (slots - 1) == 0 else { throw reader.failure("\(slots) slots cannot be") }
        mask = slots - 1
        keys = try reader.array(Key.self, count: slots)
        values = try reader.array(Value.self, count: slots)
        var empty = 0
        for slot in 0..<slots {
            if isEmpty(keys[slot], values[slot]) { empty += 1 }
            guard isValid(values[slot]) else { throw reader.failure(wrong) }
        }
        guard empty > 0 else { throw reader.failure("the table is full") }
        section = reader.section
    }

    /// The value of a key that is looked for from a slot on; O(1) as a rule.
    @inline(__always)
    func value(of key: Key, from first: Int, isEmpty: (Key, Value) -> Bool) -> Value? {
        var slot = first & mask
        while !isEmpty(keys[slot], values[slot]) {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }
}

/// A `FrozenTable` while it is filled.
struct TableFilling<Key: FixedWidthInteger & BitwiseCopyable, Value: FixedWidthInteger & BitwiseCopyable> {
    private var keys: [Key]
    private var values: [Value]
    private let isEmpty: (Key, Value) -> Bool

    /// A table of so many empty slots, a power of two.
    init(slots: Int, key: Key, value: Value, isEmpty: @escaping (Key, Value) -> Bool) {
        keys = Array(repeating: key, count: slots)
        values = Array(repeating: value, count: slots)
        self.isEmpty = isEmpty
    }

    /// Gives a key a value, made of the one that it has where it is there already.
    mutating func put(_ key: Key, from first: Int, _ value: (Value?) -> Value) {
        var slot = first & (keys.count - 1)
        while !isEmpty(keys[slot], values[slot]), keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
        values[slot] = value(isEmpty(keys[slot], values[slot]) ? nil : values[slot])
        keys[slot] = key
    }

    /// Writes slots, keys and values in the form that `FrozenTable` reads.
    func write(to writer: inout SectionWriter) {
        writer.number(keys.count)
        writer.array(keys)
        writer.array(values)
    }
}
