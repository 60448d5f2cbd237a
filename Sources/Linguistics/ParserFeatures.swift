/// The features of the transition parser: words, tags, labels, distances and numbers of children
/// around the top of the stack and the front of the buffer (after Zhang and Nivre 2011).
package enum ParserFeatures {
    package static let capacity = 80

    /// Writes the features of a state and returns how many there are.
    ///
    /// `words` and `tags` are the sentence's, with one more entry for the root.
    @inline(__always)
    package static func extract(
        _ state: borrowing ArcHybrid, words: UnsafePointer<UInt32>, tags: UnsafePointer<UInt32>,
        into out: UnsafeMutablePointer<UInt32>
    ) -> Int {
        let depth = state.stack.count
        let s0 = depth > 0 ? Int(state.stack[depth - 1]) : -1
        let s1 = depth > 1 ? Int(state.stack[depth - 2]) : -1
        let s2 = depth > 2 ? Int(state.stack[depth - 3]) : -1
        let b0 = state.next
        let b1 = b0 + 1 <= state.count ? b0 + 1 : -1
        let b2 = b0 + 2 <= state.count ? b0 + 2 : -1
        func w(_ i: Int) -> UInt32 { i < 0 ? 1 : words[i] }
        func t(_ i: Int) -> UInt32 { i < 0 ? 255 : tags[i] }
        func l(_ i: Int) -> UInt32 { i < 0 ? 255 : UInt32(state.labels[i]) }
        func child(_ array: [Int32], _ i: Int) -> Int { i < 0 ? -1 : Int(array[i]) }
        func bucket(_ a: Int, _ b: Int) -> UInt32 {
            if a < 0 || b < 0 { return 0 }
            let d = b - a
            return d < 5 ? UInt32(d) : d < 8 ? 5 : d < 13 ? 6 : 7
        }
        let s0l = child(state.left1, s0)
        let s0r = child(state.right1, s0)
        let s0l2 = child(state.left2, s0)
        let s0r2 = child(state.right2, s0)
        let s1l = child(state.left1, s1)
        let s1r = child(state.right1, s1)
        let s1r2 = child(state.right2, s1)
        let b0l = child(state.left1, b0)
        let b0l2 = child(state.left2, b0)
        let s0w = w(s0), s0t = t(s0), s1w = w(s1), s1t = t(s1), b0w = w(b0), b0t = t(b0)
        let b1w = w(b1), b1t = t(b1), b2t = t(b2), s2t = t(s2)
        let d0 = bucket(s0, b0)
        let d1 = bucket(s1, s0)
        let s0vl: UInt32 = s0 < 0 ? 9 : UInt32(min(state.leftCount[s0], 4))
        let s0vr: UInt32 = s0 < 0 ? 9 : UInt32(min(state.rightCount[s0], 4))
        let b0vl = UInt32(min(state.leftCount[b0], 4))
        let s1vr: UInt32 = s1 < 0 ? 9 : UInt32(min(state.rightCount[s1], 4))
        var k = 0
        func put(_ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
            out[k] = feature(UInt32(truncatingIfNeeded: k) &+ 64, a, b, c)
            k += 1
        }
        func pair(_ a: UInt32, _ b: UInt32) -> UInt32 { a << 8 | b }
        put(0)
        put(s0w, s0t); put(s0w); put(s0t)
        put(s1w, s1t); put(s1w); put(s1t)
        put(b0w, b0t); put(b0w); put(b0t)
        put(b1w, b1t); put(b1w); put(b1t)
        put(w(b2), b2t); put(b2t)
        put(w(s2), s2t); put(s2t)
        put(s0w, b0w, pair(s0t, b0t)); put(s0w, b0w); put(s0w, b0t); put(s0t, b0w)
        put(s0w, pair(s0t, b0t)); put(b0w, pair(s0t, b0t)); put(pair(s0t, b0t))
        put(s0w, s1w); put(s0w, s1t); put(s0t, s1w); put(pair(s0t, s1t))
        put(s1w, b0w); put(s1w, b0t); put(pair(s1t, b0t))
        put(pair(b0t, b1t)); put(b0w, b1t); put(b0t, b1w); put(b0w, b1w)
        put(pair(b0t, b1t), b2t); put(pair(s0t, b0t), b1t); put(pair(s1t, s0t), b0t)
        put(pair(s2t, s1t), pair(s0t, b0t)); put(pair(s1t, s0t), pair(b0t, b1t))
        put(s0w, pair(b0t, b1t)); put(s0w, pair(s1t, b0t)); put(b0w, pair(s1t, s0t))
        put(pair(s0t, b0t), pair(t(s0l), l(s0l))); put(pair(s0t, b0t), pair(t(s0r), l(s0r)))
        put(pair(s0t, b0t), pair(t(b0l), l(b0l))); put(pair(s1t, s0t), pair(t(s0l), l(s0l)))
        put(pair(s1t, s0t), pair(t(s0r), l(s0r))); put(pair(s1t, s0t), pair(t(s1r), l(s1r)))
        put(pair(s1t, s0t), pair(t(s1l), l(s1l)))
        put(s0w, d0); put(pair(s0t, d0)); put(b0w, d0); put(pair(b0t, d0)); put(pair(s0t, b0t), d0)
        put(pair(s1t, s0t), d1); put(s0w, s1t, d1)
        put(s0w, s0vl); put(pair(s0t, s0vl)); put(s0w, s0vr); put(pair(s0t, s0vr))
        put(b0w, b0vl); put(pair(b0t, b0vl)); put(pair(s1t, s1vr), s0t)
        put(w(s0l), s0t, l(s0l)); put(w(s0r), s0t, l(s0r)); put(w(b0l), b0t, l(b0l)); put(w(s1r), s1t, l(s1r))
        put(s0w, l(s0l), l(s0r)); put(pair(s0t, l(s0l)), l(s0l2)); put(pair(s0t, l(s0r)), l(s0r2))
        put(pair(s1t, l(s1r)), l(s1r2), s0t); put(pair(b0t, l(b0l)), l(b0l2))
        put(b0w, l(b0l), s0t); put(pair(s0t, l(s0r)), b0w)
        return k
    }
}
