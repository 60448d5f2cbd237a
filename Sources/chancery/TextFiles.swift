import Foundation

/// The text files that paths name, and what can be wrong with one.
enum TextFiles {
    /// An input that could not be read; the rest goes on.
    struct Failure: Error, CustomStringConvertible {
        let path: String
        let reason: String
        var description: String { "\(path): \(reason)" }
    }

    /// Files in the order given; a directory gives its visible files, sorted by name, at any depth.
    static func expand(_ paths: [String]) -> [String] {
        paths.flatMap { path -> [String] in
            var isDirectory: ObjCBool = false
            guard path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory),
                isDirectory.boolValue
            else { return [path] }
            let names = (FileManager.default.enumerator(atPath: path)?.allObjects as? [String]) ?? []
            return names.sorted().compactMap { name in
                let file = path + "/" + name
                var isFolder: ObjCBool = false
                guard !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }),
                    FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue
                else { return nil }
                return file
            }
        }
    }

    /// A line on standard error.
    static func report(_ message: String) {
        FileHandle.standardError.write(Data("chancery: \(message)\n".utf8))
    }
}
