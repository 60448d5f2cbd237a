/// Labels that stand at the start of a line ("written by"), found without going through all of them.
struct LabelTable: Sendable {
    /// The labels in lower case by their first byte, the longest first, so that "written by" is not
    /// read as something before "by".
    private var byFirst = [[[UInt8]]](repeating: [], count: 256)
    private let all: Set<String>

    init(_ labels: [String]) {
        all = Set(labels)
        for label in labels.sorted(by: { ($1.utf8.count, $0) < ($0.utf8.count, $1) }) {
            guard let first = label.utf8.first else { continue }
            byFirst[Int(first)].append(Array(label.utf8))
        }
    }

    func contains(_ label: String) -> Bool { all.contains(label) }

    /// Whether a line in any case is a label. O(length) for lines in ASCII, without building a string.
    func isWhole(_ line: String) -> Bool {
        let found: Bool? = line.withBytes { bytes in
            guard let first = bytes.first else { return false }
            for byte in bytes where byte >= 0x80 { return nil }
            return byFirst[Int(Self.lower(first))].contains { label in
                label.count == bytes.count && label.indices.allSatisfy { Self.lower(bytes[$0]) == label[$0] }
            }
        }
        return found ?? all.contains(line.lowercased())
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

    /// What follows the label at a line's start: behind it has to stand a colon or a blank. `nil` when
    /// no label stands there. O(length of the labels).
    func rest(of line: Substring) -> Substring? {
        let head = line.prefix(48)
        let lowered = head.lowercased()
        return lowered.withBytes { bytes -> Substring? in
            guard let first = bytes.first else { return nil }
            for label in byFirst[Int(first)] where bytes.count > label.count && bytes.starts(with: label) {
                let next = bytes[label.count]
                // The last are the first bytes of a full-width colon and of a middle dot between kana.
                guard next == UInt8(ascii: ":") || next == UInt8(ascii: " ") || next == 0xEF || next == 0xE3 else {
                    continue
                }
                // Lower case may be longer or shorter; characters are as many.
                let characters = String(decoding: label, as: UTF8.self).count
                let after = line.dropFirst(characters)
                let rest = after.drop { ": ：・＝／|".contains($0) }
                // A mark of East Asia that parts nothing belongs to the word.
                return rest.startIndex > after.startIndex ? rest : nil
            }
            return nil
        }
    }

    /// Whether a label may stand at a line's start, by its first bytes alone.
    func mayStart(_ line: String) -> Bool {
        line.withBytes { bytes in
            guard let first = bytes.first else { return false }
            if first >= 0x80 { return true }
            let lower = first >= 0x41 && first <= 0x5A ? first | 0x20 : first
            return byFirst[Int(lower)].contains { label in
                guard bytes.count > label.count else { return false }
                for i in label.indices {
                    if bytes[i] >= 0x80 { return true }
                    if bytes[i] | 0x20 != label[i] | 0x20 { return false }
                }
                return bytes[label.count] == UInt8(ascii: ":") || bytes[label.count] == UInt8(ascii: " ")
            }
        }
    }
}
