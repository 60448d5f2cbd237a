/// Which rows of the embedding table a word looks up: its own form, affixes and shape, the form, ending
/// and shape of its neighbours, and what the dictionary says that it may be.
///
/// Frequent words have rows of their own; affixes and shapes are hashed into blocks of fixed size.
package struct EncoderFeatures: Sendable {
    /// How many rows a word looks up.
    package static let perWord = 18
    /// Sizes of the hashed blocks: own suffixes of 1 to 4 bytes, prefixes of 1 to 3, shape; then for
    /// either neighbour its suffixes of 3 and 2 bytes and its shape; at last what the dictionary says of the word.
    package static let blocks = [
        256, 1024, 4096, 8192, 256, 1024, 4096, 512, 2048, 1024, 512, 2048, 1024, 512, WordClasses.sets,
    ]

    /// Words that have rows of their own.
    package let vocabulary: Int
    /// Words that have rows as neighbours; the first so many of the vocabulary.
    package let neighbours: Int

    package init(vocabulary: Int, neighbours: Int) {
        self.vocabulary = vocabulary
        self.neighbours = neighbours
    }

    /// All rows: row 0 of each word block stands for unknown words, row 1 for the sentence's edge.
    package var rows: Int { vocabulary + 2 + 2 * (neighbours + 2) + Self.blocks.reduce(0, +) }

    /// Writes the rows of the word at `i`; `numbers` holds each word's number in the vocabulary, or -1.
    @inline(__always)
    package func extract(
        _ atoms: borrowing WordAtoms, _ numbers: UnsafePointer<Int32>, word i: Int, sentence: Range<Int>,
        into out: UnsafeMutablePointer<Int32>
    ) {
        var base = 0
        var k = 0
        func word(_ number: Int32, _ limit: Int) {
            out[k] = Int32(base + (number < 0 || Int(number) >= limit ? 0 : Int(number) + 2))
            base += limit + 2
            k += 1
        }
        func hashed(_ value: UInt32, _ block: Int) {
            let size = Self.blockSize(block)
            let mixed = value &* 0x9E37_79B1
            out[k] = Int32(base + Int((mixed ^ mixed >> 15) & UInt32(size - 1)))
            base += size
            k += 1
        }
        func edge(_ size: Int) {
            out[k] = Int32(base + 1)
            base += size
            k += 1
        }
        word(numbers[i], vocabulary)
        for s in 0..<4 { hashed(atoms.suffixes[4 * i + s], s) }
        for p in 0..<3 { hashed(atoms.prefixes[4 * i + p], 4 + p) }
        out[k] = Int32(base + Int(atoms.shapes[i] & 511))
        base += 512
        k += 1
        for side in 0..<2 {
            let j = side == 0 ? i - 1 : i + 1
            if sentence.contains(j) {
                word(numbers[j], neighbours)
                hashed(atoms.suffixes[4 * j + 2], 8)
                hashed(atoms.suffixes[4 * j + 1], 9)
                out[k] = Int32(base + Int(atoms.shapes[j] & 511))
                base += 512
                k += 1
            } else {
                edge(neighbours + 2)
                edge(2048)
                edge(1024)
                edge(512)
            }
        }
        out[k] = Int32(base + Int(atoms.kinds[i]))
    }

    @inline(__always)
    private static func blockSize(_ block: Int) -> Int {
        switch block {
        case 0, 4: 256
        case 1, 5: 1024
        case 2, 6: 4096
        case 3: 8192
        case 8: 2048
        case 9: 1024
        default: 512
        }
    }
}
