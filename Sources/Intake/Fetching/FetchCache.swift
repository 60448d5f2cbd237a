import Foundation

/// What earlier fetches gave, a file an address in a folder that the user named.
///
/// A file is the answer's validators and type as lines of a head, a blank line, and the body.
struct FetchCache {
    let folder: String

    /// An answer that is kept.
    struct Entry {
        var url: String
        var tag: String?
        var changed: String?
        var type: String?
        var body: [UInt8]

        /// The fields that ask for the answer only where it has changed.
        var conditions: [String] {
            [tag.map { "If-None-Match: \($0)" }, changed.map { "If-Modified-Since: \($0)" }].compactMap { $0 }
        }
    }

    private func path(_ url: String) -> String { "\(folder)/\(ContentID.of(url)).fetched" }

    /// The entry of an address; `nil` when there is none that can be read.
    func entry(for url: String, limit: Int) -> Entry? {
        guard let source = try? FileSource(path: path(url)) else { return nil }
        let stream = ByteStream(source)
        guard let fields = try? HeaderFields(stream), fields["url"] == url,
            let body = try? stream.rest(limit: limit)
        else { return nil }
        return Entry(
            url: url, tag: fields["etag"], changed: fields["last-modified"], type: fields["content-type"], body: body)
    }

    /// Keeps an entry, unless it has nothing by which a change could be told.
    ///
    /// - Throws: `IntakeFailure` when the folder cannot be written.
    func keep(_ entry: Entry) throws(IntakeFailure) {
        guard entry.tag != nil || entry.changed != nil else { return }
        var head = "url: \(entry.url)\n"
        for (name, value) in [("etag", entry.tag), ("last-modified", entry.changed), ("content-type", entry.type)] {
            if let value { head += "\(name): \(value)\n" }
        }
        var bytes = Array((head + "\n").utf8)
        bytes += entry.body
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: URL(fileURLWithPath: path(entry.url)), options: .atomic)
        } catch {
            throw IntakeFailure("the cache folder \(folder) cannot be written; check the path and who may write it")
        }
    }
}
