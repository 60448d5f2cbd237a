import Foundation

/// An address that a host's name led to, in network byte order: 4 bytes or 16.
package struct NetworkAddress: Hashable, Sendable {
    let bytes: [UInt8]

    /// Makes an address of 4 or 16 bytes.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads a socket address; `nil` for families other than IPv4 and IPv6.
    init?(_ address: UnsafePointer<sockaddr>) {
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            bytes = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin_addr) { Array($0) }
            }
        case AF_INET6:
            bytes = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) }
            }
        default: return nil
        }
    }

    /// Whether the address is none of the public internet's: this machine, a private or shared
    /// network, a link, documentation, a group (the special-purpose registries of RFC 6890).
    package var isPrivate: Bool {
        if bytes.count == 4 { return Self.isPrivate(bytes[...]) }
        guard bytes.count == 16 else { return true }
        // An IPv4 address may be wrapped: mapped (::ffff:a.b.c.d), translated (64:ff9b::), 6to4 (2002::).
        if bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
            return Self.isPrivate(bytes[12...])
        }
        if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B]) { return Self.isPrivate(bytes[12...]) }
        if bytes.starts(with: [0x20, 0x02]) { return Self.isPrivate(bytes[2..<6]) }
        // Public addresses are in 2000::/3; 2001:db8:: is for documentation, 2001:0:: for tunnels.
        guard bytes[0] & 0xE0 == 0x20 else { return true }
        return bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8]) || bytes.starts(with: [0x20, 0x01, 0x00, 0x00])
    }

    private static func isPrivate(_ address: ArraySlice<UInt8>) -> Bool {
        let a = Array(address)
        switch (a[0], a[1]) {
        case (0, _), (10, _), (127, _), (224..., _): return true
        case (100, 64...127), (169, 254), (172, 16...31), (192, 168), (198, 18...19): return true
        case (192, 0): return a[2] == 0 || a[2] == 2
        case (198, 51): return a[2] == 100
        case (203, 0): return a[2] == 113
        default: return false
        }
    }

    /// The address as people write it.
    var text: String {
        var buffer = [CChar](repeating: 0, count: 64)
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        guard inet_ntop(family, bytes, &buffer, 64) != nil else { return "?" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
