import CCurl
import Foundation

/// One request to a web server and its answer, through libcurl. Redirects are not followed here.
struct WebRequest {
    /// The address, with `http` or `https`.
    var url: String
    /// Fields beside those that every request has.
    var fields: [String] = []
    var policy: FetchPolicy
    /// Bytes of the answer, where less than the policy's are allowed.
    var bytes: Int?

    /// What the server answered.
    struct Reply {
        var status: Int
        var fields: HeaderFields
        var body: [UInt8]
        /// The address that the server points to instead.
        var redirect: String?
    }

    /// Sends the request and waits.
    ///
    /// - Throws: `IntakeFailure` when there is no answer, or it takes longer, is larger or comes from
    ///   elsewhere than the policy allows.
    func send() throws(IntakeFailure) -> Reply {
        guard Self.isReady, let handle = curl_easy_init() else { throw IntakeFailure("libcurl cannot be used") }
        defer { curl_easy_cleanup(handle) }
        let receiver = Receiver(limit: bytes ?? policy.bytes, allowsPrivate: policy.allowsPrivateAddresses)
        let list = configure(handle, receiver)
        defer { curl_slist_free_all(list) }
        let code = withExtendedLifetime(receiver) { curl_easy_perform(handle) }
        if let refused = receiver.refused {
            throw IntakeFailure(
                "leads to \(refused), which is no public address; --allow-private-addresses lets it be fetched")
        }
        if receiver.isOverfull || code == CURLE_FILESIZE_EXCEEDED {
            throw IntakeFailure("the answer is larger than the \(receiver.limit >> 10) KB that one may have")
        }
        guard code == CURLE_OK else { throw IntakeFailure(words(code)) }
        guard let fields = try HeaderFields(ByteStream(MemorySource(receiver.head))) else {
            throw IntakeFailure("the server gave no head")
        }
        return Reply(
            status: chancery_curl_status(handle), fields: fields, body: receiver.body,
            redirect: chancery_curl_redirect(handle).map { String(cString: $0) })
    }

    private static let isReady = chancery_curl_begin() == 0

    private func configure(_ handle: UnsafeMutableRawPointer, _ receiver: Receiver) -> UnsafeMutablePointer<curl_slist>?
    {
        chancery_curl_text(handle, CURLOPT_URL, url)
        chancery_curl_web_only(handle)
        chancery_curl_text(handle, CURLOPT_USERAGENT, FetchPolicy.agent)
        // Every encoding that the library can undo; what it writes is counted after undoing it.
        chancery_curl_text(handle, CURLOPT_ACCEPT_ENCODING, "")
        // Through a proxy the address that a name leads to would not be seen.
        chancery_curl_text(handle, CURLOPT_PROXY, "")
        chancery_curl_number(handle, CURLOPT_NOSIGNAL, 1)
        chancery_curl_number(handle, CURLOPT_FOLLOWLOCATION, 0)
        chancery_curl_number(handle, CURLOPT_CONNECTTIMEOUT_MS, Int(policy.connectSeconds * 1000))
        chancery_curl_number(handle, CURLOPT_TIMEOUT_MS, Int(policy.totalSeconds * 1000))
        chancery_curl_number(handle, CURLOPT_MAXFILESIZE, receiver.limit)
        var list = curl_slist_append(nil, "Accept: text/html,application/xhtml+xml,application/xml,*/*;q=0.8")
        for field in fields { list = curl_slist_append(list, field) }
        chancery_curl_fields(handle, list)
        let context = Unmanaged.passUnretained(receiver).toOpaque()
        chancery_curl_receive(
            handle,
            { data, size, count, context in Receiver.of(context).take(data, size * count) },
            { data, size, count, context in Receiver.of(context).takeHead(data, size * count) }, context)
        chancery_curl_open(
            handle,
            { context, _, address in
                guard let address else { return curl_socket_t(-1) }
                return Receiver.of(context).open(address)
            }, context)
        return list
    }

    private func words(_ code: CURLcode) -> String {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: "the host's name is not known; check the address and the network"
        case CURLE_COULDNT_CONNECT: "the server cannot be reached"
        case CURLE_OPERATION_TIMEDOUT: "no full answer within \(Int(policy.totalSeconds.rounded(.up))) seconds"
        case CURLE_URL_MALFORMAT: "this is no address that can be fetched"
        case CURLE_UNSUPPORTED_PROTOCOL: "what answers there does not speak HTTP"
        default: "cannot be fetched: " + String(cString: curl_easy_strerror(code))
        }
    }
}

/// Takes what libcurl receives, and opens its sockets where they may lead.
private final class Receiver {
    let limit: Int
    private let allowsPrivate: Bool
    private(set) var body: [UInt8] = []
    private(set) var head: [UInt8] = []
    private(set) var isOverfull = false
    /// The address that was not connected to.
    private(set) var refused: String?

    init(limit: Int, allowsPrivate: Bool) {
        self.limit = limit
        self.allowsPrivate = allowsPrivate
    }

    static func of(_ context: UnsafeMutableRawPointer?) -> Receiver {
        guard let context else { preconditionFailure("libcurl hands back the context that it was given") }
        return Unmanaged<Receiver>.fromOpaque(context).takeUnretainedValue()
    }

    /// Takes bytes of the body; taking fewer than are given ends the request.
    func take(_ data: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard let data else { return 0 }
        if body.count + count > limit {
            isOverfull = true
            return 0
        }
        body.append(contentsOf: UnsafeRawBufferPointer(start: data, count: count))
        return count
    }

    /// Takes a line of the head; the status line of each answer starts it anew.
    func takeHead(_ data: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard let data else { return 0 }
        let line = UnsafeRawBufferPointer(start: data, count: count)
        if line.starts(with: Array("HTTP/".utf8)) {
            head.removeAll()
        } else if head.count < 1 << 18 {
            head.append(contentsOf: line)
        }
        return count
    }

    /// Opens a socket for an address that may be connected to.
    func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        let found = withUnsafePointer(to: &address.pointee.addr) { NetworkAddress($0) }
        guard let found, allowsPrivate || !found.isPrivate else {
            refused = found?.text ?? "an address of an unknown kind"
            return -1
        }
        return socket(
            address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), address.pointee.protocol)
    }
}
