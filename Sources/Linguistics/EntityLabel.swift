/// The labels of words in entity recognition: outside, or the first or a further word of a name.
package enum EntityLabel {
    /// How many labels there are; rows of weights have one column more, which stays empty.
    package static let count = 7
    package static let columns = 8
    package static let outside: UInt8 = 0

    /// The label of a name's first word.
    package static func first(_ kind: Analysis.EntityKind) -> UInt8 {
        switch kind {
        case .person: 1
        case .organisation: 3
        case .place, .geopolitical: 5
        }
    }

    /// The kind of a label other than `outside`.
    package static func kind(_ label: UInt8) -> Analysis.EntityKind {
        label <= 2 ? .person : label <= 4 ? .organisation : .place
    }

    /// Whether a label is that of a further word of a name.
    package static func isInside(_ label: UInt8) -> Bool { label > 0 && label % 2 == 0 }

    /// Whether one label may follow another: a further word follows a word of the same name only.
    package static func follows(_ label: UInt8, _ previous: UInt8) -> Bool {
        !isInside(label) || previous == label || previous + 1 == label
    }

    /// The feature whose weights score the labels that follow a label.
    package static func transition(_ previous: UInt8) -> UInt32 { feature(90, UInt32(previous)) }
}
