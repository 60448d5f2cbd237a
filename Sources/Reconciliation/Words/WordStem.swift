/// A light English stemmer: it takes off plural, past and participle endings, nothing else.
///
/// Two words of one stem are read as one word when clauses are compared; words that the coders give
/// as lemmas pass through it too, so that both meet. After the S stemmer (Harman 1991), with -ed and
/// -ing added.
package func stem(_ word: String) -> String {
    var letters = Array(word.utf8)
    func ends(_ suffix: String) -> Bool {
        letters.count > suffix.utf8.count && letters.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }
    guard letters.count > 3, letters[0] > 0x39 else { return word }
    if ends("ies"), letters.count > 4 {
        letters.removeLast(3)
        letters.append(0x79)
    } else if ends("sses") || ends("xes") || ends("ches") || ends("shes") {
        letters.removeLast(2)
    } else if ends("s"), !ends("ss"), !ends("us"), !ends("is") {
        letters.removeLast()
    }
    func hasVowel(_ count: Int) -> Bool {
        letters.prefix(count).contains { [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79].contains($0) }
    }
    var cut = false
    if ends("ing"), letters.count > 5, hasVowel(letters.count - 3) {
        letters.removeLast(3)
        cut = true
    } else if ends("ied"), letters.count > 4 {
        letters.removeLast(3)
        letters.append(0x79)
    } else if ends("ed"), letters.count > 4, hasVowel(letters.count - 2) {
        letters.removeLast(2)
        cut = true
    }
    if cut, letters.count > 3, let last = letters.last, last == letters[letters.count - 2],
        ![0x6C, 0x73, 0x7A].contains(last)
    {
        letters.removeLast()
    }
    if letters.count > 4, letters.last == 0x65 { letters.removeLast() }
    return String(decoding: letters, as: UTF8.self)
}
