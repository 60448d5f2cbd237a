/// Hangs the words of a person's name together where the parser hung several of them on what stands outside: in
/// "Foreign Minister Hakan Vell told reporters" neither word of the name may be lost as a second subject.
enum NameRepair {
    /// Mends the trees under all persons' names. O(words of names), times the height of trees where it mends.
    static func mend(_ analysis: inout Analysis) {
        for name in analysis.entities where name.kind == .person && name.words.count > 1 {
            guard name.words.allSatisfy({ analysis.words.upos[$0] == .propn }) else { continue }
            let loose = name.words.filter { !name.words.contains(Int(analysis.words.heads[$0])) }
            guard let top = loose.first else { continue }
            for word in loose.dropFirst() where analysis.words.heads[word] >= 0 && !analysis.hangs(top, on: word) {
                analysis.words.heads[word] = Int32(top)
                analysis.words.relations[word] = .flat
            }
        }
    }
}
