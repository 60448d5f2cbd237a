import Foundation

/// The trained parts that one model file holds.
public struct Model: Sendable {
    public let file: ModelFile
    public let tagger: Tagger
    public let lemmatizer: Lemmatizer
    public let parser: DependencyParser

    /// Takes the parts out of a model file.
    public init(_ file: ModelFile) throws(ModelFile.Failure) {
        self.file = file
        tagger = try Tagger(file)
        lemmatizer = try Lemmatizer(file)
        parser = try DependencyParser(file)
    }

    /// The English model that comes with the program.
    public static func standard() throws(ModelFile.Failure) -> Model {
        let name = "english.model"
        guard let folder = Bundle.module.resourceURL?.appendingPathComponent("Data") else {
            throw .unreadable(file: name, reason: "the program's resources are not there")
        }
        return try Model(ModelFile(path: folder.appendingPathComponent(name).path))
    }

    /// Tags, lemmatizes and parses the words and sentences of an analysis.
    public func annotate(_ analysis: inout Analysis) {
        let atoms = WordAtoms(analysis)
        tagger.tag(&analysis, atoms: atoms)
        lemmatizer.lemmatize(&analysis)
        parser.parse(&analysis, atoms: atoms)
    }
}
