import Linguistics

extension NetworkTrainer {
    /// The model's sections: the network in 16 bits, the tags and the relations.
    func write(to writer: inout ModelWriter) {
        writer.add("tags", tagSet.section)
        writer.add("encoder.words", WordVocabulary.section(vocabulary))
        writer.add("encoder.rows", encoderRows())
        for (index, layer) in encoder.layers.enumerated() {
            writer.add("encoder.layer.\(index)", layer.dense.section(unit: FixedPoint.state))
        }
        writer.add("tagger", tags.section(unit: FixedPoint.state))
        var parser = SectionWriter()
        parser.strings(relations.map(\.name))
        parser.number(arcs.arcWidth)
        parser.number(arcs.labelWidth)
        let root = arcs.root.value
        parser.array((0..<root.columns).map { root.data[$0].bitPattern })
        writer.add("parser", parser.bytes)
        writer.add("parser.faces", arcs.faces.section(unit: FixedPoint.state))
        writer.add("parser.bilinear", arcs.bilinear.section(unit: FixedPoint.rectified))
        writer.add("parser.distance", arcs.distance.section(unit: FixedPoint.rectified))
        writer.add("parser.label", arcs.label.section(unit: FixedPoint.rectified))
    }

    private func encoderRows() -> [UInt8] {
        var writer = SectionWriter()
        writer.number(features.rows)
        writer.number(features.neighbours)
        writer.number(settings.width)
        writer.number(settings.layers)
        writer.number(settings.tagLayer)
        var values: [Int16] = []
        values.reserveCapacity((features.rows + 1) * settings.width)
        func append(_ row: UnsafeMutablePointer<Float>) {
            for c in 0..<settings.width {
                let scaled = (row[c] * FixedPoint.embedding).rounded()
                values.append(Int16(min(FixedPoint.largestEmbedding, max(-FixedPoint.largestEmbedding, scaled))))
            }
        }
        for row in 0..<features.rows { append(encoder.embeddings.value.row(row)) }
        append(encoder.bias.value.data)
        writer.array(values)
        return writer.bytes
    }
}

extension DenseLayer {
    /// The layer as a section, for inputs whose one is `unit`.
    ///
    /// The weights are scaled as far as 16 bits allow, and no further than so that no sum of products
    /// with inputs of `reach` at most leaves 32 bits.
    func section(unit: Float) -> [UInt8] {
        let inputs = weights.value.rows
        let outputs = weights.value.columns
        let reach = unit == FixedPoint.state ? unit + 1 : 31 * unit
        var largest: Float = 1e-6
        var heaviest: Float = 1e-6
        for o in 0..<outputs {
            var sum: Float = 0
            for i in 0..<inputs {
                let w = abs(weights.value.data[i * outputs + o])
                largest = max(largest, w)
                sum += w
            }
            heaviest = max(heaviest, sum)
        }
        // Rectified inputs are seldom large all at once: a quarter of the worst case is allowed for.
        let bound = unit == FixedPoint.state ? heaviest : heaviest / 4
        let scale = min(32_700 / largest, 2_100_000_000 / (bound * reach))
        var writer = SectionWriter()
        writer.number(inputs)
        writer.number(outputs)
        writer.float(1 / (scale * unit))
        writer.array((0..<outputs).map { bias.value.data[$0].bitPattern })
        writer.array(
            (0..<inputs * outputs).map { n -> Int16 in
                Int16((weights.value.data[n % inputs * outputs + n / inputs] * scale).rounded())
            })
        return writer.bytes
    }
}
