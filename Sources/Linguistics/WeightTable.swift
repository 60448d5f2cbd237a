/// The weights of a linear model: a row a hashed feature, a column a label, 16 bits each.
///
/// Weights are scaled so that the largest is 32,767; scores are summed in 32 bits, which some hundred
/// features cannot overflow. Rows are padded to a multiple of four columns.
struct WeightTable: @unchecked Sendable {
    let columns: Int
    let mask: UInt32
    private let weights: UnsafePointer<Int16>
    private let section: ModelFile.Section

    init(_ section: ModelFile.Section) throws(ModelFile.Failure) {
        var reader = SectionReader(section)
        let rows = try reader.number()
        columns = try reader.number()
        guard rows > 0, rows & (rows - 1) == 0, columns > 0, columns % 4 == 0, columns <= 512 else {
            throw reader.failure("\(rows) rows and \(columns) columns cannot be")
        }
        mask = UInt32(rows - 1)
        weights = try reader.array(Int16.self, count: rows * columns)
        self.section = section
    }

    /// Sums the rows of some features into `scores`, which holds `columns` numbers.
    @inline(__always)
    func score(_ features: UnsafePointer<UInt32>, _ count: Int, into scores: UnsafeMutablePointer<Int32>) {
        let blocks = columns / 4
        let out = UnsafeMutableRawPointer(scores).assumingMemoryBound(to: SIMD4<Int32>.self)
        for b in 0..<blocks { out[b] = .zero }
        for f in 0..<count {
            let row = UnsafeRawPointer(weights + Int(features[f] & mask) * columns)
            for b in 0..<blocks {
                let part = row.loadUnaligned(fromByteOffset: b * 8, as: SIMD4<Int16>.self)
                out[b] &+= SIMD4<Int32>(truncatingIfNeeded: part)
            }
        }
    }
}

/// Makes one 32-bit feature of a template's number and up to three atoms.
@inline(__always)
func feature(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) -> UInt32 {
    var h = (UInt64(a) | UInt64(template) << 32) &* 0x9E37_79B9_7F4A_7C15
    h ^= h >> 29
    h = (h ^ UInt64(b)) &* 0xBF58_476D_1CE4_E5B9
    h ^= h >> 32
    h = (h ^ UInt64(c)) &* 0x94D0_49BB_1331_11EB
    return UInt32(truncatingIfNeeded: h >> 32)
}
