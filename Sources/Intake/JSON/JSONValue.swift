/// A JSON value as Intake reads it; objects keep the order of their keys.
enum JSONValue: Sendable {
    case null
    case bool(Bool)
    /// A number as printed, so that no digit of an id is lost.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([(key: String, value: JSONValue)])

    /// The first value of a key; `nil` for other kinds of value.
    subscript(key: String) -> JSONValue? {
        guard case .object(let pairs) = self else { return nil }
        return pairs.first { $0.key == key }?.value
    }

    /// The value as a string: strings as they are, numbers as printed.
    var text: String? {
        switch self {
        case .string(let text): text
        case .number(let digits): digits
        default: nil
        }
    }

    /// The elements of an array, or the value itself as the only one; none for null.
    var elements: [JSONValue] {
        switch self {
        case .array(let values): values
        case .null: []
        default: [self]
        }
    }
}
