/// The bounded activation that stands for the hyperbolic tangent: its Padé approximant of order three
/// and two, cut at ±3, where it meets ±1 with slope zero. One division, the same on every machine.
@inlinable @inline(__always)
package func squash(_ x: SIMD16<Float>) -> SIMD16<Float> {
    let y = squashCut(x)
    let q = y * y
    return y * (q + 27) / (q * 9 + 27)
}

/// `x` cut at ±3.
@inlinable @inline(__always)
package func squashCut(_ x: SIMD16<Float>) -> SIMD16<Float> {
    let y = x.replacing(with: 3, where: x .> 3)
    return y.replacing(with: -3, where: y .< -3)
}

/// The slope of `squash` at `x`.
@inlinable @inline(__always)
package func squashSlope(_ x: SIMD16<Float>) -> SIMD16<Float> {
    let y = squashCut(x)
    let q = y * y
    let a = 9 - q
    let b = q + 3
    return (a * a) / (b * b * 9)
}

/// The gate that goes with it, from 0 to 1.
@inlinable @inline(__always)
package func gate(_ x: SIMD16<Float>) -> SIMD16<Float> { squash(x * 0.5) * 0.5 + 0.5 }

/// The slope of `gate` at `x`.
@inlinable @inline(__always)
package func gateSlope(_ x: SIMD16<Float>) -> SIMD16<Float> { squashSlope(x * 0.5) * 0.25 }

extension UnsafeMutablePointer<Float> {
    @inlinable @inline(__always) package func lane(_ i: Int) -> SIMD16<Float> {
        UnsafeRawPointer(self + i).loadUnaligned(as: SIMD16<Float>.self)
    }
    @inlinable @inline(__always) package func setLane(_ i: Int, _ value: SIMD16<Float>) {
        UnsafeMutableRawPointer(self + i).storeBytes(of: value, as: SIMD16<Float>.self)
    }
}
