/// What fetching an address that a user named may cost and where it may lead.
public struct FetchPolicy: Sendable {
    /// Whether addresses of this machine and of private networks may be fetched.
    public var allowsPrivateAddresses: Bool
    /// A folder that keeps what was fetched, so that an unchanged feed is not sent again; none by default.
    public var cacheFolder: String?
    /// Seconds to wait for a connection.
    public var connectSeconds: Double
    /// Seconds that one request may take in all.
    public var totalSeconds: Double
    /// Bytes of one answer after decompression.
    public var bytes: Int
    /// How many redirects are followed.
    public var redirects: Int

    /// Makes a policy; the defaults suit a person who waits.
    public init(
        allowsPrivateAddresses: Bool = false, cacheFolder: String? = nil, connectSeconds: Double = 10,
        totalSeconds: Double = 30, bytes: Int = 32 << 20, redirects: Int = 5
    ) {
        self.allowsPrivateAddresses = allowsPrivateAddresses
        self.cacheFolder = cacheFolder
        self.connectSeconds = connectSeconds
        self.totalSeconds = totalSeconds
        self.bytes = bytes
        self.redirects = redirects
    }

    /// The name that requests are made under and that robots.txt may speak of.
    static let agent = "Chancery"
}
