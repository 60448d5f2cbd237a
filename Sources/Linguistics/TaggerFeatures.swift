/// The features of the linear tagger.
package enum TaggerFeatures {
    package static let count = 30

    /// Writes the features of a word whose two predecessors are tagged. Words outside the sentence
    /// count as zero, tags as zero; a tag's number is its label plus one.
    @inline(__always)
    package static func extract(
        _ atoms: borrowing WordAtoms, word i: Int, sentence: Range<Int>, tag1: UInt32, tag2: UInt32,
        into out: UnsafeMutablePointer<UInt32>
    ) {
        let start = sentence.lowerBound
        let end = sentence.upperBound
        let p1 = i > start ? atoms.lowered[i - 1] : 0
        let p2 = i > start + 1 ? atoms.lowered[i - 2] : 0
        let n1 = i + 1 < end ? atoms.lowered[i + 1] : 0
        let n2 = i + 2 < end ? atoms.lowered[i + 2] : 0
        let w = atoms.lowered[i]
        let shape = atoms.shapes[i]
        let first: UInt32 = i == start ? 1 : 0
        let s3 = atoms.suffixes[4 * i + 2]
        let s2 = atoms.suffixes[4 * i + 1]
        let n1s3 = i + 1 < end ? atoms.suffixes[4 * i + 6] : 0
        let n1s2 = i + 1 < end ? atoms.suffixes[4 * i + 5] : 0
        let n1shape = i + 1 < end ? atoms.shapes[i + 1] : 0
        let p1s3 = i > start ? atoms.suffixes[4 * i - 2] : 0
        let p1shape = i > start ? atoms.shapes[i - 1] : 0
        var k = 0
        func put(_ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
            out[k] = feature(UInt32(truncatingIfNeeded: k), a, b, c)
            k += 1
        }
        put(0)
        put(w)
        put(atoms.forms[i])
        put(atoms.suffixes[4 * i])
        put(s2)
        put(s3)
        put(atoms.suffixes[4 * i + 3])
        put(atoms.prefixes[4 * i])
        put(atoms.prefixes[4 * i + 1])
        put(atoms.prefixes[4 * i + 2])
        put(shape, first)
        put(shape, s2)
        put(p1)
        put(p2)
        put(n1)
        put(n2)
        put(p1, w)
        put(w, n1)
        put(p1, n1)
        put(tag1)
        put(tag1, tag2)
        put(tag1, w)
        put(tag1, tag2, w)
        put(tag1, n1)
        put(tag1, s3, shape)
        put(n1s3, s2)
        put(n1s2, n1shape, tag1)
        put(p1s3, tag1)
        put(p1shape, shape, n1shape)
        put(n1, n2)
    }
}
