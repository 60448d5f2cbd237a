public import Linguistics
public import Records
import Text

/// Puts actors on the mentions of an article, choosing by context and by the article's date.
///
/// A value that can be shared between threads. Costs O(words) with small constants: one walk down
/// the trie of printed forms, then work on the forms found only.
public struct ActorLinker: Sendable {
    /// The gazetteer that mentions are looked up in.
    public let index: ActorIndex

    public init(index: ActorIndex) {
        self.index = index
    }

    /// Links an article that has been analysed.
    ///
    /// The date is the day of publication, else that of the dateline; without either, people are
    /// found by their names only. Mentions of which nothing is known carry no actor.
    public func link(_ analysis: Analysis, article: Article) -> LinkedActors {
        var linking = ArticleLinking(index: index, analysis: analysis, article: article)
        linking.readFullNames()
        linking.readPhrases()
        linking.followChains()
        return linking.result(article: article.id)
    }
}
