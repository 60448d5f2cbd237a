import Foundation

/// The package's own files, found from where this file stands.
enum House {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// Paths under some folders of the package, in order, that end with a suffix.
    static func files(in folders: [String], ending suffix: String) -> [String] {
        var found: [String] = []
        for folder in folders {
            let names = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
            while let name = names?.nextObject() as? String {
                if name.hasSuffix(suffix), !name.contains(".build/") { found.append("\(folder)/\(name)") }
            }
        }
        return found.sorted()
    }

    /// A target of the manifest: its name and the targets that it depends on.
    struct Target {
        var name: String
        var dependencies: [String]
    }

    /// The targets of the manifest in its order.
    static func targets() throws -> [Target] {
        let manifest = try text("Package.swift")
        guard let start = manifest.range(of: "    targets: [") else { return [] }
        var targets: [Target] = []
        let list = String(manifest[start.upperBound...])
            .replacingOccurrences(of: ".executableTarget(", with: ".target(")
            .replacingOccurrences(of: ".testTarget(", with: ".target(")
            .replacingOccurrences(of: ".systemLibrary(", with: ".target(")
        let blocks: [String] = list.components(separatedBy: ".target(")
        for block in blocks {
            guard let name = strings(in: block[...]).first, block.contains("name:") else { continue }
            var dependencies: [String] = []
            if let list = block.range(of: "dependencies: [") {
                let rest = block[list.upperBound...]
                dependencies = strings(in: rest.prefix { $0 != "]" })
            }
            targets.append(Target(name: name, dependencies: dependencies))
        }
        return targets
    }

    private static func strings(in text: Substring) -> [String] {
        text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}
