import CDenseLayers
import Testing
import Text

/// The loops for wide vectors against plain ones: the same bits for any number of rows and outputs.
@Suite struct DenseLayersTests {
    private static let inputs = 32

    @Test(arguments: [1, 3, 4, 5, 9, 16], [16, 32, 48, 112, 160])
    func productsAreThoseOfPlainLoops(rows: Int, outputs: Int) {
        var random = SplitMix64(seed: UInt64(rows * 1000 + outputs))
        func numbers(_ count: Int) -> [Int16] {
            (0..<count).map { _ in Int16(truncatingIfNeeded: Int(random.next() % 4001) - 2000) }
        }
        let weights = numbers(Self.inputs * outputs)
        let x = numbers(Self.inputs * rows)
        let bias = (0..<outputs).map { Float($0) / 8 }
        var pairs = [Int16](repeating: 0, count: weights.count)
        dense_interleave(weights, Int32(Self.inputs), Int32(outputs), &pairs)
        var plain: [Float] = []
        for row in 0..<rows {
            for output in 0..<outputs {
                var sum: Int32 = 0
                for k in 0..<Self.inputs {
                    sum += Int32(x[row * Self.inputs + k]) * Int32(weights[output * Self.inputs + k])
                }
                plain.append(Float(sum) * 0.001 + bias[output])
            }
        }
        var y = [Float](repeating: .nan, count: rows * outputs)
        dense_apply(x, Int32(rows), pairs, Int32(Self.inputs), Int32(outputs), 0.001, bias, &y)
        #expect(y == plain)
        #if arch(x86_64)
            y = [Float](repeating: .nan, count: rows * outputs)
            dense_sse2(x, Int32(rows), pairs, Int32(Self.inputs), Int32(outputs), 0.001, bias, &y)
            #expect(y == plain)
        #endif
    }

    @Test(arguments: [1, 2, 15, 16, 17, 50, 112])
    func theFirstOfTheLargestIsBest(count: Int) {
        for place in 0..<count {
            var x = (0..<count).map { Float($0 % 3) }
            x[place] = 9
            if place + 1 < count { x[count - 1] = 9 }
            #expect(best_of(x, Int32(count)) == Int32(place))
        }
        #expect(best_of([Float](repeating: .nan, count: count), Int32(count)) == 0)
    }

    @Test func sumsAreRectifiedScaledAndCut() {
        let x: [Float] = (0..<32).map { Float($0) - 16 }
        let more = [Float](repeating: 0.25, count: 32)
        var y = [Int16](repeating: -1, count: 32)
        rectified_sum(x, more, 32, 4, 20, &y)
        #expect(y == x.map { Int16(min(max(($0 + 0.25) * 4, 0), 20)) })
    }

    @Test(arguments: [16, 80, 96, 160])
    func embeddingsAreAddedUp(width: Int) {
        let table = (0..<6 * width).map { Int16($0 % 97) }
        let rows: [Int32] = [4, -1, 0, 5, 4]
        var y = [Float](repeating: .nan, count: width)
        embedding_sum(table, rows, Int32(rows.count), Int32(width), 1 / 1024, &y)
        for c in 0..<width {
            let sum = [4, 0, 5, 4].reduce(Float(0)) { $0 + Float(table[$1 * width + c]) } / 1024
            let square = sum * sum
            #expect(y[c] == sum * (square + 27) / (square * 9 + 27))
        }
    }
}
