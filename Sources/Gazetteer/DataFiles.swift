import Foundation
import Text

/// The files of this target's `Data` folder.
enum DataFiles {
    /// Reads a file of the folder as text; throws when the installation lacks it.
    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder().appendingPathComponent(name), encoding: .utf8)
    }

    /// Reads a table of the folder and checks its head and columns.
    static func table(_ name: String, columns: [String]? = nil) throws -> DataTable {
        try DataTable(text(name), file: name, columns: columns)
    }

    /// The names of the folder's gazetteer tables, sorted; `letters-` and `linking-` files hold rules.
    static func gazetteerNames() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder().path)
            .filter { $0.hasSuffix(".tsv") && !$0.hasPrefix("letters-") && !$0.hasPrefix("linking-") }
            .sorted()
    }

    private static func folder() throws -> URL {
        guard let folder = Bundle.module.resourceURL?.appendingPathComponent("Data") else {
            throw CocoaError(.fileNoSuchFile)
        }
        return folder
    }
}
