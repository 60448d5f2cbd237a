import Foundation

/// The files behind the paths that a user names: each path in order, directories recursively with
/// their entries sorted by bytes. What is written as a web address is one.
struct InputWalk {
    /// A file to read or an address to fetch, or a reason why a path gives none.
    enum Step {
        case file(String)
        case address(String)
        case standardInput
        case failure(path: String, message: String)
    }

    private var stack: [Step]
    private var folders: Set<String> = []

    init(_ paths: [String]) {
        stack = paths.reversed().map { path in
            if path == "-" { return .standardInput }
            return AddressFetcher.isAddress(path) ? .address(path) : .file(path)
        }
    }

    /// The next step; directories are opened as they are met, so that nothing is listed in advance.
    mutating func next() -> Step? {
        while let step = stack.popLast() {
            guard case .file(let path) = step else { return step }
            var status = stat()
            guard stat(path, &status) == 0 else {
                return .failure(path: path, message: "no such file or directory; check the path")
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR:
                if let failure = open(folder: path) { return failure }
            case S_IFREG, S_IFIFO, S_IFCHR: return step
            default: return .failure(path: path, message: "neither a file nor a directory")
            }
        }
        return nil
    }

    private mutating func open(folder path: String) -> Step? {
        // A link that leads back to a folder above would never end.
        let real = realpath(path, nil)
        defer { free(real) }
        if let real, !folders.insert(String(cString: real)).inserted {
            return .failure(path: path, message: "this directory was read before")
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            return .failure(path: path, message: "the directory cannot be listed; check who may read it")
        }
        let visible = names.filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        if visible.isEmpty { return .failure(path: path, message: "the directory holds no files") }
        let prefix = path.hasSuffix("/") ? path : path + "/"
        stack.append(contentsOf: visible.reversed().map { .file(prefix + $0) })
        return nil
    }
}
