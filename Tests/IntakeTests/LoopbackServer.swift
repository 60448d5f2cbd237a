import Foundation
import Synchronization

/// A web server on this machine for tests: answers by path, a thread a connection, and counts.
final class LoopbackServer: Sendable {
    /// A request's path and its fields by their names in lower case.
    struct Request: Sendable {
        var path: String
        var fields: [String: String]
    }

    /// The requests so far, shared with the connections' threads.
    private final class Log: Sendable {
        let requests = Mutex<[Request]>([])
    }

    private let listener: Int32
    private let log = Log()
    /// The port that the system chose.
    let port: UInt16

    /// Starts listening; `answer` gives the bytes that a path is answered with, head and body.
    init(_ answer: @escaping @Sendable (Request) -> [UInt8]) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let failed = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) != 0 || listen(descriptor, 32) != 0
                    || getsockname(descriptor, $0, &length) != 0
            }
        }
        guard !failed else { throw POSIXError(.EADDRNOTAVAIL) }
        port = UInt16(bigEndian: address.sin_port)
        let log = log
        Thread.detachNewThread {
            while true {
                let connection = accept(descriptor, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread {
                    defer { close(connection) }
                    guard let request = Self.request(connection) else { return }
                    log.requests.withLock { $0.append(request) }
                    Self.send(answer(request), connection)
                }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// The requests so far, robots.txt aside.
    var requests: [Request] { log.requests.withLock { $0.filter { $0.path != "/robots.txt" } } }

    func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    /// An answer with a head for its body.
    static func reply(_ status: Int, _ fields: [String] = [], _ body: [UInt8] = []) -> [UInt8] {
        let head = ["HTTP/1.1 \(status) x", "Content-Length: \(body.count)", "Connection: close"] + fields
        return Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }

    private static func request(_ connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0, bytes.count < 1 << 16 else { return nil }
            bytes += buffer[..<count]
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
        let parts = (lines.first ?? "").split(separator: " ")
        guard parts.count == 3 else { return nil }
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[line[..<colon].lowercased()] =
                line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        return Request(path: String(parts[1]), fields: fields)
    }

    private static func send(_ bytes: [UInt8], _ connection: Int32) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return }
            sent += count
        }
    }
}
