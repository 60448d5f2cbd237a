import Coding
import Records
import Testing

@Suite struct ReportedWordsTests {
    /// Two frames that each hold the other's cue must not send a walk outwards round and round.
    @Test func framesThatHoldEachOtherEnd() {
        let first = ReportingFrame(cue: 0..<1, cueClass: .speech, form: .complement, content: [2..<8])
        let second = ReportingFrame(cue: 3..<4, cueClass: .speech, form: .complement, content: [0..<2, 4..<6])
        let words = ReportedWords(frames: [first, second], wordCount: 8)
        for start in words.frames.indices {
            var steps = 0
            var frame = words.frames[start].outer
            while let next = frame, steps <= words.frames.count {
                frame = words.frames[next].outer
                steps += 1
            }
            #expect(steps < words.frames.count)
        }
    }
}
