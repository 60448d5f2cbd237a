import Linguistics

/// Trains lemmatizer and network into one model file.
public struct ModelTrainer: Sendable {
    public var lemmatizer = LemmatizerTrainer()
    public var network = NetworkTrainer.Settings()

    public init() {}

    /// The bytes of the model; `dev` is measured as training goes on.
    public func train(
        _ treebank: Treebank, dev: [(name: String, treebank: Treebank)] = [], progress: (String) -> Void
    ) throws -> [UInt8] {
        var writer = ModelWriter()
        writer.add("classes", try Lexicon().section)
        let classes = try WordClasses(ModelFile(bytes: writer.bytes()).section("classes"))
        let trainer = NetworkTrainer(treebank, classes: classes, settings: network)
        trainer.train(treebank, dev: dev, progress: progress)
        trainer.write(to: &writer)
        for (name, bytes) in lemmatizer.train(treebank) { writer.add(name, bytes) }
        return writer.bytes()
    }
}
