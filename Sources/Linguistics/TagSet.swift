/// The tags that a model gives: pairs of a universal tag and a treebank tag that occur together.
public struct TagSet: Sendable, Hashable {
    /// One pair.
    public struct Pair: Sendable, Hashable {
        public let upos: UniversalTag
        /// An index into `xposNames`.
        public let xpos: UInt8

        public init(upos: UniversalTag, xpos: UInt8) {
            self.upos = upos
            self.xpos = xpos
        }
    }

    /// The treebank's tags (Penn), by the number that `Analysis.Words.xpos` holds.
    public let xposNames: [String]
    /// The pairs, by label.
    public let pairs: [Pair]

    public init(xposNames: [String], pairs: [Pair]) {
        self.xposNames = xposNames
        self.pairs = pairs
    }

    init(_ section: ModelFile.Section) throws(ModelFile.Failure) {
        var reader = SectionReader(section)
        xposNames = try reader.strings()
        let count = try reader.number()
        guard count > 0, count < 1024, xposNames.count < 256 else { throw reader.failure("too many or no tags") }
        var pairs: [Pair] = []
        for _ in 0..<count {
            let upos = try reader.number()
            let xpos = try reader.number()
            guard let tag = UniversalTag(rawValue: UInt8(truncatingIfNeeded: upos)), xpos < xposNames.count else {
                throw reader.failure("a tag is out of range")
            }
            pairs.append(Pair(upos: tag, xpos: UInt8(xpos)))
        }
        self.pairs = pairs
    }

    /// The bytes of the section `tags`.
    public var section: [UInt8] {
        var writer = SectionWriter()
        writer.strings(xposNames)
        writer.number(pairs.count)
        for pair in pairs {
            writer.number(Int(pair.upos.rawValue))
            writer.number(Int(pair.xpos))
        }
        return writer.bytes
    }
}
