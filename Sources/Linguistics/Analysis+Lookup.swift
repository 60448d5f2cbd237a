public import Text

extension Analysis {
    /// What a table says of some of its symbols, each distinct one asked for once: a text says the same words
    /// over and over. O(symbols of the analysis + length of the list).
    @inlinable
    public func eachOnce<Value>(
        of symbols: [[Symbol]], _ value: (UnsafeBufferPointer<UInt8>) -> Value
    ) -> [[Value]] {
        var known = [Value?](repeating: nil, count: self.symbols.count)
        return symbols.map { list in
            list.map { symbol in
                if let found = known[Int(symbol.index)] { return found }
                let found = self.symbols.withBytes(of: symbol, value)
                known[Int(symbol.index)] = found
                return found
            }
        }
    }
}
