import Linguistics

/// Trains lemmatizer and network into one model file.
public struct ModelTrainer: Sendable {
    public var lemmatizer = LemmatizerTrainer()
    public var network = NetworkTrainer.Settings()

    public init() {}

    /// The bytes of the model; `dev` is measured as training goes on.
    public func train(
        _ treebank: Treebank, dev: [(name: String, treebank: Treebank)] = [], progress: (String) -> Void
    ) -> [UInt8] {
        let trainer = NetworkTrainer(treebank, settings: network)
        trainer.train(treebank, dev: dev, progress: progress)
        var writer = ModelWriter()
        trainer.write(to: &writer)
        writer.add("lemmas", lemmatizer.train(treebank, tagSet: trainer.tagSet))
        return writer.bytes()
    }
}
