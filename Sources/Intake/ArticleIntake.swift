import Records

/// Paths in, articles out: the one door of this module.
///
/// Every input is read by what it holds, not by its name. Nothing is read before it is asked for,
/// so that archives larger than memory pass. A path that is a web address is fetched; nothing else is.
public struct ArticleIntake: Sendable {
    let limits: IntakeLimits
    let fetching: FetchPolicy
    let vocabulary: IntakeVocabulary

    /// Reads the module's word lists.
    ///
    /// - Parameters:
    ///   - limits: how much of one input is held.
    ///   - fetching: what fetching an address may cost and where it may lead.
    /// - Throws: an error that names the file when the installation lacks one or one is malformed.
    public init(limits: IntakeLimits = .standard, fetching: FetchPolicy = FetchPolicy()) throws {
        self.limits = limits
        self.fetching = fetching
        vocabulary = try IntakeVocabulary()
    }

    /// Everything that the paths hold, in order: files, directories (recursive, sorted), `-` for
    /// standard input, web addresses.
    ///
    /// Article ids are unique within one sequence: a second article of an id gets `-2`, and so on.
    public func items(of paths: [String]) -> IntakeItems {
        IntakeItems(InputWalk(paths), intake: self)
    }

    /// The articles in one document that is already in memory, such as a page from a form.
    public func items(in bytes: [UInt8], named path: String) -> IntakeItems {
        IntakeItems(document: bytes, path: path, intake: self)
    }
}

/// The items of an intake, read as they are asked for.
public struct IntakeItems: Sequence, IteratorProtocol {
    private var walk: InputWalk
    private let intake: ArticleIntake
    private var reader: (any ArticleReader)?
    private let fetcher: AddressFetcher
    /// What is to be said of the input that was fetched, with its first item.
    private var notices: [Finding] = []
    private var used: Set<String> = []
    /// Items that were read to see whether they continue an article.
    private var waiting: [IntakeItem] = []

    init(_ walk: InputWalk, intake: ArticleIntake) {
        self.walk = walk
        self.intake = intake
        fetcher = AddressFetcher(policy: intake.fetching)
    }

    init(document: [UInt8], path: String, intake: ArticleIntake) {
        self.init(InputWalk([]), intake: intake)
        let input = OpenInput(path: path, stream: ByteStream(MemorySource(document)), intake: intake)
        reader = ReaderList.reader(for: input)
    }

    /// The next input's item; `nil` after the last.
    ///
    /// The pages of one article are joined when they come one behind the other: the first page's item
    /// has the whole text, those of the others say so.
    public mutating func next() -> IntakeItem? {
        guard var item = waiting.isEmpty ? read() : waiting.removeFirst() else { return nil }
        guard waiting.isEmpty, item.article != nil else { return item }
        while let page = item.page, page.next != nil, let following = read() {
            guard let other = following.page, following.article != nil, page.isFollowed(by: other) else {
                waiting.append(following)
                break
            }
            item.join(following)
            waiting.append(following.joined(to: item))
        }
        return item
    }

    private mutating func read() -> IntakeItem? {
        while true {
            if var item = reader?.next() {
                if let id = item.article?.id { item.article?.id = unique(id) }
                if !notices.isEmpty {
                    item.findings.insert(contentsOf: notices, at: 0)
                    notices = []
                }
                return item
            }
            guard let step = walk.next() else { return nil }
            switch step {
            case .failure(let path, let message): return .failure(path, message)
            case .standardInput:
                let stream = ByteStream(FileSource(standardInput: ()))
                reader = ReaderList.reader(for: OpenInput(path: "-", stream: stream, intake: intake))
            case .address(let address):
                do throws(IntakeFailure) {
                    try open(address)
                } catch {
                    return .failure(address, error.message)
                }
            case .file(let path):
                do throws(IntakeFailure) {
                    let stream = ByteStream(try FileSource(path: path))
                    reader = ReaderList.reader(for: OpenInput(path: path, stream: stream, intake: intake))
                } catch {
                    return .failure(path, error.message)
                }
            }
        }
    }

    private mutating func open(_ address: String) throws(IntakeFailure) {
        let page = try fetcher.fetch(address)
        notices = page.notices.map { Finding(path: address, message: $0, severity: .notice) }
        var input = OpenInput(path: address, stream: ByteStream(MemorySource(page.body)), intake: intake)
        // The id comes from the address without its query.
        input.entry = String(page.url.prefix { $0 != "?" && $0 != "#" })
        input.url = page.url
        input.charset = page.charset
        reader = ReaderList.reader(for: input)
    }

    private mutating func unique(_ id: String) -> String {
        if used.insert(id).inserted { return id }
        var number = 2
        while !used.insert("\(id)-\(number)").inserted { number += 1 }
        return "\(id)-\(number)"
    }
}
