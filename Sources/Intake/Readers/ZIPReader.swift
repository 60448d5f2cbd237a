/// ZIP archives (APPNOTE 6.3): each file in them is read by its own content, in the archive's order.
struct ZIPReader: ArticleReader {
    private let input: OpenInput
    private var inner: (any ArticleReader)?
    private var entries = 0
    private var ended = false

    static func accepts(_ head: ArraySlice<UInt8>) -> Bool { head.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    init(_ input: OpenInput) { self.input = input }

    mutating func next() -> IntakeItem? {
        while true {
            if let item = inner?.next() { return item }
            inner = nil
            if ended { return nil }
            do throws(IntakeFailure) {
                if let failure = try openEntry() { return failure }
            } catch {
                ended = true
                return .failure(input.path, error.message)
            }
        }
    }

    /// Opens the next local entry; gives a finding for one that cannot be read.
    private mutating func openEntry() throws(IntakeFailure) -> IntakeItem? {
        let stream = input.stream
        guard try stream.peek(4).elementsEqual([0x50, 0x4B, 0x03, 0x04]) else {
            ended = true
            return entries == 0 ? .failure(input.path, "the ZIP archive holds no files") : nil
        }
        let head = try stream.read(30)
        guard head.count == 30 else { throw IntakeFailure("the ZIP archive ends early") }
        func number(_ at: Int, _ bytes: Int) -> Int { (0..<bytes).reduce(0) { $0 | Int(head[at + $1]) << (8 * $1) } }
        let flags = number(6, 2)
        let method = number(8, 2)
        let size = number(18, 4)
        let name = String(decoding: try stream.read(number(26, 2)), as: UTF8.self)
        try stream.skip(number(28, 2))
        entries += 1
        let place = "\(input.path)/\(name)"
        if flags & 1 != 0 { throw IntakeFailure("\(name) is encrypted") }
        let limit = input.intake.limits.documentBytes
        let bytes: [UInt8]
        if flags & 8 != 0 || size == 0xFFFF_FFFF {
            // The size follows the data, which only deflate can tell the end of.
            guard method == 8 else { throw IntakeFailure("\(name) is stored without its size") }
            let inflated = GzipSource(stream, framing: .raw)
            bytes = try ByteStream(inflated).rest(limit: limit * 8)
            try skipDescriptor()
        } else {
            guard method == 0 || method == 8 else {
                try stream.skip(size)
                return .failure(place, "compressed by a method (\(method)) that is not read")
            }
            guard size <= limit * 8 else {
                try stream.skip(size)
                return .failure(place, "larger than the \(limit >> 17) MB that a file in an archive may have")
            }
            let data = try stream.read(size)
            guard data.count == size else { throw IntakeFailure("the ZIP archive ends early, in \(name)") }
            bytes =
                method == 0
                ? data
                : try ByteStream(GzipSource(ByteStream(MemorySource(data)), framing: .raw)).rest(limit: limit * 8)
        }
        if name.hasSuffix("/") || name.hasPrefix("__MACOSX/") { return nil }
        guard let inside = input.inside(MemorySource(bytes), named: name) else {
            return .failure(place, "more than \(input.intake.limits.nesting) containers stand in one another")
        }
        inner = ReaderList.reader(for: inside)
        return nil
    }

    /// Passes over the sizes behind an entry: with or without a signature, of 32 or 64 bits.
    private func skipDescriptor() throws(IntakeFailure) {
        for length in [16, 12, 24, 20, 0] {
            let ahead = try input.stream.peek(length + 4)
            let next = ahead.dropFirst(length)
            if next.starts(with: [0x50, 0x4B]) || ahead.count <= length {
                try input.stream.skip(min(length, ahead.count))
                return
            }
        }
    }
}
