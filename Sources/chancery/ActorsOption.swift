import ArgumentParser
import Foundation
import Gazetteer

/// `--actors`: files that add actors or override those of the package.
struct ActorsOption: ParsableArguments {
    @Option(
        name: .customLong("actors"),
        help: ArgumentHelp(
            "A table of actors, or an actor dictionary of TABARI or PETRARCH, to add (again for more).",
            valueName: "file"))
    var files: [String] = []

    /// The package's gazetteer with the files on top; `nil` when there are none.
    ///
    /// - Throws: `ValidationError` that names the file, and the line where it has one.
    func index() throws -> ActorIndex? {
        guard !files.isEmpty else { return nil }
        var tables = GazetteerTables()
        for file in files {
            guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
                throw ValidationError("\(file): cannot be read as UTF-8 text")
            }
            do { try tables.add(text: text, file: file) } catch { throw ValidationError("\(error)") }
        }
        do { return try ActorIndex.standard(adding: tables) } catch { throw ValidationError("\(error)") }
    }
}
