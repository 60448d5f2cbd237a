import CDenseLayers

/// Gives each word its head and relation: every word is scored as head of every other from the
/// encoder's vectors, the best tree with one root is taken, then each arc's best relation (after Dozat
/// and Manning 2017).
public struct DependencyParser: @unchecked Sendable {
    /// A longer sentence is parsed in pieces of so many words, whose roots hang on the first one's.
    package static let longestPiece = 320

    /// The relations by label.
    public let relations: [Relation]
    private let rootLabel: Int
    private let arcWidth: Int
    private let labelWidth: Int
    private let faces: DenseWeights
    private let bilinear: DenseWeights
    private let distance: DenseWeights
    private let label: DenseWeights
    private let root: UnsafePointer<Float>
    private let section: ModelFile.Section

    package init(_ model: ModelFile, width: Int) throws(ModelFile.Failure) {
        section = try model.section("parser")
        var reader = SectionReader(section)
        var relations: [Relation] = []
        for name in try reader.strings() {
            guard let relation = Relation(name: name) else { throw reader.failure("unknown relation '\(name)'") }
            relations.append(relation)
        }
        guard let rootLabel = relations.firstIndex(of: .root), relations.count > 1 else {
            throw reader.failure("has no relation 'root'")
        }
        self.relations = relations
        self.rootLabel = rootLabel
        arcWidth = try reader.number()
        labelWidth = try reader.number()
        guard arcWidth > 0, arcWidth % 16 == 0, arcWidth <= 1024, labelWidth > 0, labelWidth % 16 == 0,
            labelWidth <= 1024
        else { throw reader.failure("its sizes cannot be") }
        root = try reader.array(Float.self, count: arcWidth + labelWidth)
        faces = try DenseWeights(model.section("parser.faces"), inputs: width, outputs: 2 * arcWidth + 2 * labelWidth)
        bilinear = try DenseWeights(model.section("parser.bilinear"), inputs: arcWidth, outputs: arcWidth)
        distance = try DenseWeights(model.section("parser.distance"), inputs: arcWidth, outputs: ArcDistance.count)
        label = try DenseWeights(
            model.section("parser.label"), inputs: labelWidth, outputs: (relations.count + 15) / 16 * 16)
    }

    /// Fills `heads` and `relations` of the words from `first` on whose vectors stand in the memory.
    func parse(
        _ analysis: inout Analysis, sentences: [Range<Int>], from first: Int, in work: EncoderMemory,
        _ at: ParserMemory
    ) {
        let words = work.words
        at.reserve(
            words: words, faces: faces.outputs, arc: arcWidth, label: labelWidth, labels: label.outputs,
            longest: sentences.reduce(0) { max($0, $1.count) })
        faces.apply(work.fixed.start, rows: words, into: at.faces.start)
        rectify(at, words)
        bilinear.apply(at.fixed.start, rows: words, into: at.queries.start)
        distance.apply(at.fixed.start, rows: words, into: at.nearness.start)
        for sentence in sentences {
            let start = sentence.lowerBound - first
            score(at, start, sentence.count)
            TreeDecoder.decode(
                at.scores.start, stride: sentence.count + 1, count: sentence.count, into: at.heads.start + start,
                memory: at.tree)
            join(at, start, sentence.count)
        }
        label.apply(at.fixed.start, rows: words, into: at.labels.start)
        for sentence in sentences {
            let start = sentence.lowerBound - first
            for i in 0..<sentence.count {
                let head = Int(at.heads.start[start + i])
                let word = sentence.lowerBound + i
                let isRoot = head == sentence.count
                analysis.words.heads[word] = isRoot ? -1 : Int32(sentence.lowerBound + head)
                analysis.words.relations[word] =
                    isRoot ? .root : best(at.labels.start + (start + i) * label.outputs)
            }
        }
    }

    private func best(_ scores: UnsafeMutablePointer<Float>) -> Relation {
        scores[rootLabel] = -.infinity
        return relations[Int(best_of(scores, Int32(relations.count)))]
    }

    /// The faces as dependents, rectified and in fixed point; those as heads, rectified in place.
    private func rectify(_ at: ParserMemory, _ words: Int) {
        let a = arcWidth
        for word in 0..<words {
            let face = at.faces.start + word * faces.outputs
            rectified_sum(
                face, at.zeros.start, Int32(a), FixedPoint.rectified, Self.limit, at.fixed.start + word * a)
            for c in a..<2 * a where face[c] <= 0 { face[c] = 0 }
        }
    }

    /// Where rectified vectors are cut, in fixed point.
    private static let limit = 31 * FixedPoint.rectified

    /// The scores of all arcs of one sentence.
    private func score(_ at: ParserMemory, _ start: Int, _ count: Int) {
        for i in 0..<count {
            let query = at.queries.start + (start + i) * arcWidth
            let near = at.nearness.start + (start + i) * ArcDistance.count
            let row = at.scores.start + i * (count + 1)
            arc_scores(
                query, at.faces.start + start * faces.outputs + arcWidth, Int64(faces.outputs), Int32(arcWidth),
                Int32(count), row)
            for j in 0..<count where i != j { row[j] += near[ArcDistance.bucket(word: i, head: j)] }
            arc_scores(query, root, 0, Int32(arcWidth), 1, row + count)
            row[count] += near[ArcDistance.root]
        }
    }

    /// What the relation's scorer sees of each arc, in fixed point.
    private func join(_ at: ParserMemory, _ start: Int, _ count: Int) {
        for i in 0..<count {
            let head = Int(at.heads.start[start + i])
            let own = at.faces.start + (start + i) * faces.outputs + 2 * arcWidth
            let other =
                head == count
                ? root + arcWidth
                : UnsafePointer(at.faces.start + (start + head) * faces.outputs + 2 * arcWidth + labelWidth)
            rectified_sum(
                own, other, Int32(labelWidth), FixedPoint.rectified, Self.limit,
                at.fixed.start + (start + i) * labelWidth)
        }
    }
}
