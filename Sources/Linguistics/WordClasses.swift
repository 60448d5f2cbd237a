import Text

/// What a word may be by the dictionary: as listed, and by stripping regular endings.
///
/// A treebank shows few words; a dictionary knows that "ratifies" can only be a verb and what it is a form of.
package struct WordClasses: Sendable {
    /// What a form may be.
    package struct Kinds: OptionSet, Sendable {
        package let rawValue: UInt16
        package init(rawValue: UInt16) { self.rawValue = rawValue }

        package static let noun = Kinds(rawValue: 1)
        package static let plural = Kinds(rawValue: 2)
        package static let verb = Kinds(rawValue: 4)
        package static let third = Kinds(rawValue: 8)
        package static let past = Kinds(rawValue: 16)
        package static let gerund = Kinds(rawValue: 32)
        package static let adjective = Kinds(rawValue: 64)
        package static let compared = Kinds(rawValue: 128)
        package static let adverb = Kinds(rawValue: 256)
    }

    /// How many sets of kinds there can be.
    package static let sets = 512
    /// Longer words are not looked up.
    package static let longest = 28

    private let table: FrozenTable<UInt32, UInt16>

    package init(_ section: ModelFile.Section) throws(ModelFile.Failure) {
        var reader = SectionReader(section)
        table = try FrozenTable(
            &reader, isEmpty: Self.isEmpty, isValid: { $0 < Self.sets }, wrong: "a set of kinds is out of range")
    }

    /// The section of some listed words, in the form that `init` reads.
    package static func section(_ words: [(form: String, kinds: Kinds)]) -> [UInt8] {
        var slots = 64
        while slots * 7 < words.count * 10 { slots *= 2 }
        var filling = TableFilling<UInt32, UInt16>(slots: slots, key: 0, value: 0, isEmpty: isEmpty)
        for word in words {
            var form = word.form
            let key = form.withUTF8 { WordAtoms.hash($0, from: 0, to: $0.count) }
            filling.put(key, from: Int(key)) { ($0 ?? 0) | word.kinds.rawValue }
        }
        var writer = SectionWriter()
        filling.write(to: &writer)
        return writer.bytes
    }

    @inline(__always)
    private static func isEmpty(_ key: UInt32, _ kinds: UInt16) -> Bool { kinds == 0 }

    /// What is listed of a form; empty where nothing is.
    @inline(__always)
    private func listed(_ form: UnsafeBufferPointer<UInt8>) -> Kinds {
        let key = WordAtoms.hash(form, from: 0, to: form.count)
        return Kinds(rawValue: table.value(of: key, from: Int(key), isEmpty: Self.isEmpty) ?? 0)
    }

    /// What a lowered form may be. O(length), allocates nothing.
    package func kinds(of form: UnsafeBufferPointer<UInt8>) -> Kinds {
        guard form.count <= Self.longest else { return [] }
        var found = listed(form)
        for ending in Inflection.endings where ending.ends(form) {
            stems(of: form, without: ending) { stem in
                let known = listed(stem)
                if known.contains(.verb) { found.formUnion(ending.ofVerb) }
                if known.contains(.noun) { found.formUnion(ending.ofNoun) }
                if known.contains(.adjective) { found.formUnion(ending.ofAdjective) }
                return true
            }
        }
        return found
    }

    /// Writes the listed word of a kind that a regular ending made the lowered form from; false where there is none.
    func stem(of form: UnsafeBufferPointer<UInt8>, as kind: Kinds, into out: inout [UInt8]) -> Bool {
        guard form.count <= Self.longest else { return false }
        let base: Kinds = kind == .plural ? .noun : kind == .compared ? .adjective : .verb
        var isFound = false
        for ending in Inflection.endings where ending.makes(kind) && ending.ends(form) && !isFound {
            stems(of: form, without: ending) { stem in
                guard listed(stem).contains(base) else { return true }
                out.removeAll(keepingCapacity: true)
                out.append(contentsOf: stem)
                isFound = true
                return false
            }
        }
        return isFound
    }

    /// Gives the spellings that a word may have had before an ending, likeliest first, until `use` says no.
    @inline(__always)
    private func stems(
        of form: UnsafeBufferPointer<UInt8>, without ending: Inflection, _ use: (UnsafeBufferPointer<UInt8>) -> Bool
    ) {
        let count = form.count - ending.length
        guard count >= 2 else { return }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longest + 1) { buffer in
            for i in 0..<count { buffer[i] = form[i] }
            func spelled(_ length: Int) -> UnsafeBufferPointer<UInt8> {
                UnsafeBufferPointer(rebasing: buffer[..<length])
            }
            let last = buffer[count - 1]
            if ending.isPlainS {
                // "ties", "cities"; "boxes".
                if last == UInt8(ascii: "e") {
                    if count >= 3, buffer[count - 2] == UInt8(ascii: "i") {
                        buffer[count - 2] = UInt8(ascii: "y")
                        if !use(spelled(count - 1)) { return }
                        buffer[count - 2] = UInt8(ascii: "i")
                    }
                    if !use(spelled(count)) { return }
                    if !use(spelled(count - 1)) { return }
                } else {
                    _ = use(spelled(count))
                }
                return
            }
            if last == UInt8(ascii: "i") {
                buffer[count - 1] = UInt8(ascii: "y")
                if !use(spelled(count)) { return }
                buffer[count - 1] = last
            }
            // One vowel before one consonant: the letter would have been doubled, so that an "e" went.
            let wantsE =
                count >= 3 && !Self.isVowel(last) && last != UInt8(ascii: "w") && last != UInt8(ascii: "x")
                && Self.isVowel(buffer[count - 2]) && !Self.isVowel(buffer[count - 3])
            for withE in [wantsE, !wantsE] {
                if withE { buffer[count] = UInt8(ascii: "e") }
                if !use(spelled(withE ? count + 1 : count)) { return }
            }
            if count >= 3, last == buffer[count - 2], !Self.isVowel(last) { _ = use(spelled(count - 1)) }
        }
    }

    @inline(__always)
    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }

    /// The kinds of all words of an analysis; each form is looked up once.
    package func kinds(_ analysis: borrowing Analysis) -> [UInt16] {
        analysis.eachOnce(of: [analysis.words.forms]) { kinds(of: $0).rawValue }[0]
    }
}
