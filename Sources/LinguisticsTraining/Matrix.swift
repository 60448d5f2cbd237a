/// A matrix of floats, rows one after another, that can be given another shape without new memory.
final class Matrix {
    private(set) var rows = 0
    private(set) var columns = 0
    private var capacity = 0
    private(set) var data: UnsafeMutablePointer<Float>

    init(_ rows: Int = 0, _ columns: Int = 0) {
        data = UnsafeMutablePointer<Float>.allocate(capacity: 1)
        shape(rows, columns)
        clear()
    }

    deinit { data.deallocate() }

    /// Gives a new shape; what the matrix held is lost.
    func shape(_ rows: Int, _ columns: Int) {
        self.rows = rows
        self.columns = columns
        if rows * columns > capacity {
            data.deallocate()
            capacity = rows * columns * 5 / 4
            let raw = UnsafeMutableRawPointer.allocate(byteCount: capacity * 4, alignment: 64)
            data = raw.bindMemory(to: Float.self, capacity: capacity)
        }
    }

    func clear() { data.update(repeating: 0, count: rows * columns) }

    func row(_ i: Int) -> UnsafeMutablePointer<Float> { data + i * columns }

    /// Takes the shape and the transposed values of another.
    func transpose(_ other: Matrix) {
        shape(other.columns, other.rows)
        let n = other.rows
        let m = other.columns
        var i = 0
        while i < n {
            let end = min(i + 16, n)
            for j in 0..<m {
                for k in i..<end { data[j * n + k] = other.data[k * m + j] }
            }
            i = end
        }
    }
}

/// `c (+)= a · b` for row-major matrices; the columns of `b` and `c` are a multiple of 16.
func multiply(_ a: Matrix, _ b: Matrix, into c: Matrix, adding: Bool = false) {
    precondition(a.columns == b.rows && b.columns % 16 == 0)
    if !adding { c.shape(a.rows, b.columns) }
    precondition(c.rows == a.rows && c.columns == b.columns)
    multiply(a.data, b.data, c.data, a.rows, a.columns, b.columns, adding: adding)
}

func multiply(
    _ a: UnsafeMutablePointer<Float>, _ b: UnsafeMutablePointer<Float>, _ c: UnsafeMutablePointer<Float>,
    _ n: Int, _ k: Int, _ m: Int, adding: Bool
) {
    typealias Lane = SIMD16<Float>
    var i = 0
    while i + 6 <= n {
        var j = 0
        while j < m {
            let out = UnsafeMutableRawPointer(c + i * m + j)
            let step = m * 4
            var s0 = adding ? out.loadUnaligned(as: Lane.self) : Lane.zero
            var s1 = adding ? (out + step).loadUnaligned(as: Lane.self) : Lane.zero
            var s2 = adding ? (out + 2 * step).loadUnaligned(as: Lane.self) : Lane.zero
            var s3 = adding ? (out + 3 * step).loadUnaligned(as: Lane.self) : Lane.zero
            var s4 = adding ? (out + 4 * step).loadUnaligned(as: Lane.self) : Lane.zero
            var s5 = adding ? (out + 5 * step).loadUnaligned(as: Lane.self) : Lane.zero
            let x = a + i * k
            var y = UnsafeRawPointer(b + j)
            for p in 0..<k {
                let lane = y.loadUnaligned(as: Lane.self)
                y += step
                s0 += lane * x[p]
                s1 += lane * x[p + k]
                s2 += lane * x[p + 2 * k]
                s3 += lane * x[p + 3 * k]
                s4 += lane * x[p + 4 * k]
                s5 += lane * x[p + 5 * k]
            }
            out.storeBytes(of: s0, as: Lane.self)
            (out + step).storeBytes(of: s1, as: Lane.self)
            (out + 2 * step).storeBytes(of: s2, as: Lane.self)
            (out + 3 * step).storeBytes(of: s3, as: Lane.self)
            (out + 4 * step).storeBytes(of: s4, as: Lane.self)
            (out + 5 * step).storeBytes(of: s5, as: Lane.self)
            j += 16
        }
        i += 6
    }
    while i < n {
        var j = 0
        while j < m {
            let out = UnsafeMutableRawPointer(c + i * m + j)
            var s = adding ? out.loadUnaligned(as: Lane.self) : Lane.zero
            let x = a + i * k
            var y = UnsafeRawPointer(b + j)
            for p in 0..<k {
                s += y.loadUnaligned(as: Lane.self) * x[p]
                y += m * 4
            }
            out.storeBytes(of: s, as: Lane.self)
            j += 16
        }
        i += 1
    }
}
