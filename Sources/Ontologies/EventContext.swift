/// A PLOVER context: what an event is about, told by the words of its sentence.
public struct EventContext: Hashable, Sendable {
    /// The name, such as `human_rights`.
    public let name: String
    /// Lemmas of which one in the sentence puts the event into the context.
    public let lemmas: [String]
}
