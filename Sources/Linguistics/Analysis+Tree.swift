extension Analysis {
    /// Whether a word is another or hangs somewhere under it. O(depth).
    package func hangs(_ word: Int, on head: Int) -> Bool {
        var at = word
        while at >= 0 {
            if at == head { return true }
            at = Int(words.heads[at])
        }
        return false
    }
}
