#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Turns scores into the gradient of the cross-entropy against one right answer, in place.
///
/// Entries after `count` become 0; `excluded` is an entry that cannot be. Returns the loss.
func crossEntropy(
    _ scores: UnsafeMutablePointer<Float>, count: Int, padded: Int, right: Int, excluded: Int = -1
) -> Float {
    var highest: Float = -.infinity
    for i in 0..<count where i != excluded { highest = max(highest, scores[i]) }
    var sum: Float = 0
    let rightScore = scores[right]
    for i in 0..<count {
        scores[i] = i == excluded ? 0 : exp(scores[i] - highest)
        sum += scores[i]
    }
    for i in 0..<count { scores[i] /= sum }
    scores[right] -= 1
    for i in count..<max(count, padded) { scores[i] = 0 }
    return log(sum) + highest - rightScore
}
