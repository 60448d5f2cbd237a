import Linguistics

/// Trains tagger, lemmatizer and parser one after another into one model file.
public struct ModelTrainer: Sendable {
    public var tagger = TaggerTrainer()
    public var lemmatizer = LemmatizerTrainer()
    public var parser = ParserTrainer()
    /// In how many parts the training data is cut to tag each part by a model of the others.
    public var folds = 4

    public init() {}

    /// The bytes of the model.
    public func train(_ source: Treebank, progress: (String) -> Void) throws -> [UInt8] {
        var treebank = source
        let tagSet = treebank.tagSet()
        let atoms = WordAtoms(treebank.analysis)
        var writer = ModelWriter()
        writer.add("tags", tagSet.section)
        writer.add("lemmas", lemmatizer.train(treebank, tagSet: tagSet))
        writer.add(
            "tagger.weights",
            tagger.train(
                treebank, atoms: atoms, tagSet: tagSet, passes: tagger.passes, uses: { _ in true }, progress: progress))
        try jackknife(&treebank, atoms, tagSet, progress)
        for (name, bytes) in parser.train(treebank, atoms: atoms, progress: progress) { writer.add(name, bytes) }
        return writer.bytes()
    }

    /// Tags each part of the data by a tagger that has not seen it, so that the parser learns to live with mistakes.
    private func jackknife(
        _ treebank: inout Treebank, _ atoms: WordAtoms, _ tagSet: TagSet, _ progress: (String) -> Void
    ) throws {
        let documents = treebank.documents
        var upos = treebank.upos
        var xpos = [UInt8](repeating: 0, count: treebank.count)
        for fold in 0..<max(folds, 1) {
            progress("tagging part \(fold + 1) of \(folds) by the others")
            let weights = tagger.train(
                treebank, atoms: atoms, tagSet: tagSet, passes: max(1, tagger.passes / 2),
                uses: { folds < 2 || documents[$0] % folds != fold }, progress: { _ in })
            var writer = ModelWriter()
            writer.add("tags", tagSet.section)
            writer.add("tagger.weights", weights)
            let part = try Tagger(ModelFile(bytes: writer.bytes()))
            part.tag(&treebank.analysis)
            for (i, sentence) in treebank.analysis.sentences.enumerated() where documents[i] % max(folds, 1) == fold {
                for word in sentence.words {
                    upos[word] = treebank.analysis.words.upos[word]
                    xpos[word] = treebank.analysis.words.xpos[word]
                }
            }
        }
        treebank.analysis.words.upos = upos
        treebank.analysis.words.xpos = xpos
    }
}
