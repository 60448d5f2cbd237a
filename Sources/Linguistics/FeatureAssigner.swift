import Text

/// Gives each word its features, such as `Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin`, from
/// its form, tags and place in the tree.
///
/// A table says what training saw for a form in its surroundings, then for less and less of that; see
/// `FeatureSurroundings`.
public struct FeatureAssigner: Sendable {
    /// All values of the column, `_` among them, by number.
    public let names: [String]
    private let table: HashedRules

    /// Reads the section `features`; throws when it cannot be.
    public init(_ model: ModelFile) throws(ModelFile.Failure) {
        var reader = SectionReader(try model.section("features"))
        names = try reader.strings()
        guard !names.isEmpty, names.count < 65536 else { throw reader.failure("holds no or too many features") }
        table = try HashedRules(&reader, rules: names.count)
    }

    /// Fills `features` of all words, which must be tagged, lemmatized and parsed. O(n).
    public func assign(_ analysis: inout Analysis) {
        let surroundings = FeatureSurroundings(analysis)
        var features: [UInt16] = []
        features.reserveCapacity(analysis.words.count)
        for word in 0..<analysis.words.count {
            var found = 0
            for level in 0..<FeatureSurroundings.levels {
                if let number = table[surroundings.key(level, of: word)] {
                    found = number
                    break
                }
            }
            features.append(UInt16(found))
        }
        analysis.words.features = features
        analysis.featureNames = names
    }
}
