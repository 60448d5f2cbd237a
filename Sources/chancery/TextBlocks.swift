import Foundation

/// Reads a text in blocks that end where a paragraph ends, so that memory does not grow with the text.
///
/// A block ends after a blank line; where none comes within a block's size it ends after a line break,
/// then after a blank, and in text without any at the size itself, before a whole scalar.
struct TextBlocks {
    private let handle: FileHandle
    private let path: String
    private var pending: [UInt8] = []
    private var isAtEnd = false
    private let size: Int

    /// Opens a file, or standard input for `-`.
    init(path: String, size: Int = 1 << 17) throws(TextFiles.Failure) {
        self.path = path
        self.size = size
        if path == "-" {
            handle = .standardInput
            return
        }
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw .init(path: path, reason: "there is no such file")
        }
        guard !isDirectory.boolValue, let handle = FileHandle(forReadingAtPath: path) else {
            throw .init(path: path, reason: "cannot be read")
        }
        self.handle = handle
    }

    /// The next block, or `nil` at the end.
    mutating func next() throws(TextFiles.Failure) -> [UInt8]? {
        while !isAtEnd, pending.count < size {
            do {
                guard let data = try handle.read(upToCount: size), !data.isEmpty else {
                    isAtEnd = true
                    break
                }
                pending += data
            } catch {
                throw .init(path: path, reason: "cannot be read: \(error.localizedDescription)")
            }
        }
        guard !pending.isEmpty else { return nil }
        let end = isAtEnd && pending.count <= size ? pending.count : cut()
        let block = Array(pending[..<end])
        pending.removeFirst(end)
        return block
    }

    private func cut() -> Int {
        let newline = UInt8(ascii: "\n")
        let last = min(size, pending.count)
        var line = 0
        var blank = 0
        var i = last - 1
        while i > last / 2 {
            if pending[i] == newline {
                if line == 0 { line = i + 1 }
                var before = i
                while before > 0, pending[before - 1] == 0x20 || pending[before - 1] == 0x0D || pending[before - 1] == 9
                {
                    before -= 1
                }
                if before > 0, pending[before - 1] == newline { return i + 1 }
            } else if pending[i] == 0x20, blank == 0 {
                blank = i + 1
            }
            i -= 1
        }
        if line > 0 { return line }
        if blank > 0 { return blank }
        var end = last
        while end > last - 4, end < pending.count, pending[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }
}
