internal import Linguistics
public import Records
internal import Text

/// One act of reporting in a text: who says, thinks, means or denies which words.
///
/// Frames nest: in "Kyiv said that Oslo had agreed to pay" the frame of "agreed" stands in the
/// content of "said". Word indices count in the analysis that the frame was found in.
public struct ReportingFrame: Sendable, Hashable {
    /// How the text joins source, cue and content.
    public enum Form: String, Sendable, Hashable {
        /// The content is a clause or an infinitive under the cue.
        case complement
        /// The content is what the cue judges or brings up: "criticised the deal".
        case object
        /// The content is a thing and what it is called or taken as: "called the deal a disgrace".
        case naming
        /// The cue stands inside or after its content: "…, officials said".
        case parenthetical
        /// "According to …" and its kind.
        case phrase
        /// A noun with its content: "the claim that …".
        case noun
        /// The content stands in quotation marks beside the cue.
        case quotation
    }

    /// The cue's words.
    public var cue: Range<Int>
    public var cueClass: CueClass
    public var form: Form
    /// Whether the cue is negated ("did not say").
    public var negated: Bool
    /// The words that name the source, and the word that heads them.
    public var source: Range<Int>?
    public var sourceHead: Int?
    /// The actor that the source resolves to.
    public var actor: ActorReference?
    /// The words of the content as ranges in order.
    public var content: [Range<Int>]
    /// The word that heads the content, where the syntax gives one.
    public var contentHead: Int?
    /// The index of the frame in whose content this one's cue stands, the innermost one.
    public var outer: Int?

    public init(
        cue: Range<Int>, cueClass: CueClass, form: Form, negated: Bool = false, source: Range<Int>? = nil,
        sourceHead: Int? = nil, actor: ActorReference? = nil, content: [Range<Int>], contentHead: Int? = nil,
        outer: Int? = nil
    ) {
        self.cue = cue
        self.cueClass = cueClass
        self.form = form
        self.negated = negated
        self.source = source
        self.sourceHead = sourceHead
        self.actor = actor
        self.content = content
        self.contentHead = contentHead
        self.outer = outer
    }

    /// Whether a word belongs to the content. O(ranges), of which there are few.
    public func covers(_ word: Int) -> Bool { content.contains { $0.contains(word) } }

    /// How many words the content has.
    public var contentCount: Int { content.reduce(0) { $0 + $1.count } }
}

/// The frames of a text with a way from any word to the innermost frame that reports it.
public struct ReportedWords: Sendable {
    /// The frames in order of their cue.
    public let frames: [ReportingFrame]
    private let innermost: [Int32]

    /// Marks each word with the smallest frame whose content holds it. O(words + content).
    public init(frames: [ReportingFrame], wordCount: Int) {
        var frames = frames
        var innermost = [Int32](repeating: -1, count: wordCount)
        var size = [Int](repeating: .max, count: wordCount)
        for (index, frame) in frames.enumerated() {
            let count = frame.contentCount
            for range in frame.content {
                for word in range.clamped(to: 0..<wordCount) where count < size[word] {
                    size[word] = count
                    innermost[word] = Int32(index)
                }
            }
        }
        for index in frames.indices {
            let cue = frames[index].cue.lowerBound
            guard cue < wordCount else { continue }
            let around = Int(innermost[cue])
            guard around >= 0, around != index else { continue }
            // Two frames may each hold the other's cue; only the larger one is outer, so that no walk
            // outwards comes round.
            let (own, other) = (frames[index].contentCount, frames[around].contentCount)
            frames[index].outer = other > own || other == own && around < index ? around : nil
        }
        self.frames = frames
        self.innermost = innermost
    }

    /// The innermost frame that reports a word, or `nil` where the outlet speaks itself. O(1).
    public func frame(ofWord word: Int) -> ReportingFrame? {
        let index = innermost[word]
        return index < 0 ? nil : frames[Int(index)]
    }
}
