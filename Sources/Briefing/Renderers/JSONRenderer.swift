import Foundation

/// The JSON of a brief, schema `chancery.brief/1`: one value, keys in alphabetical order.
public struct JSONRenderer: BriefRenderer {
    public static let name = "json"

    public init() {}

    public func render(_ brief: Brief) throws -> String {
        let encoder = JSONEncoder()
        // Sorted, because the encoder's own order follows the process's hash seed.
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(decoding: try encoder.encode(brief), as: UTF8.self) + "\n"
    }
}
