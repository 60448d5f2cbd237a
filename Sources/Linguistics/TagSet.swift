/// The tags that a model gives: pairs of a universal tag and a treebank tag that occur together.
public struct TagSet: Sendable, Hashable {
    /// One pair.
    public struct Pair: Sendable, Hashable {
        public let upos: UniversalTag
        public let xpos: PennTag

        public init(upos: UniversalTag, xpos: PennTag) {
            self.upos = upos
            self.xpos = xpos
        }
    }

    /// The pairs, by label.
    public let pairs: [Pair]

    public init(pairs: [Pair]) { self.pairs = pairs }

    init(_ section: ModelFile.Section) throws(ModelFile.Failure) {
        var reader = SectionReader(section)
        let names = try reader.strings()
        guard !names.isEmpty, names.count % 2 == 0, names.count < 2048 else {
            throw reader.failure("too many or no tags")
        }
        var pairs: [Pair] = []
        for i in stride(from: 0, to: names.count, by: 2) {
            guard let upos = UniversalTag(name: names[i]), let xpos = PennTag(name: names[i + 1]) else {
                throw reader.failure("unknown tags '\(names[i])' and '\(names[i + 1])'")
            }
            pairs.append(Pair(upos: upos, xpos: xpos))
        }
        self.pairs = pairs
    }

    /// The bytes of the section `tags`.
    public var section: [UInt8] {
        var writer = SectionWriter()
        writer.strings(pairs.flatMap { [$0.upos.name, $0.xpos.name] })
        return writer.bytes
    }
}
