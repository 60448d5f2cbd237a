import Foundation

/// The trained parts that one model file holds.
public struct Model: Sendable {
    public let file: ModelFile
    public let tagger: Tagger
    public let lemmatizer: Lemmatizer
    public let parser: DependencyParser
    /// Absent from a model file that holds tagger and parser only.
    public let entities: EntityRecognizer?
    /// The file that holds the splitter and the entity recognizer: `file`, or one of its own.
    let names: ModelFile

    /// Takes the parts out of a model file.
    ///
    /// - Parameter names: a file that holds the sections of the splitter and of the entity recognizer,
    ///   when they are not in `file`.
    public init(_ file: ModelFile, names: ModelFile? = nil) throws {
        self.names = names ?? file
        self.file = file
        tagger = try Tagger(file)
        lemmatizer = try Lemmatizer(file)
        parser = try DependencyParser(file)
        let hasEntities = self.names.sectionNames.contains("entities.first")
        entities = hasEntities ? try EntityRecognizer(self.names) : nil
    }

    /// The English model that comes with the program.
    public static func standard() throws -> Model {
        guard let folder = Bundle.module.resourceURL?.appendingPathComponent("Data") else {
            throw ModelFile.Failure.unreadable(file: "english.model", reason: "the program's resources are not there")
        }
        return try Model(
            ModelFile(path: folder.appendingPathComponent("english.model").path),
            names: ModelFile(path: folder.appendingPathComponent("english-names.model").path))
    }

    /// Tags, lemmatizes and parses the words and sentences of an analysis, and finds its names.
    public func annotate(_ analysis: inout Analysis) {
        let atoms = WordAtoms(analysis)
        tagger.tag(&analysis, atoms: atoms)
        lemmatizer.lemmatize(&analysis)
        parser.parse(&analysis, atoms: atoms)
        entities?.recognize(&analysis, atoms: atoms)
    }
}
