/// A dependency relation of Universal Dependencies v2 as used in English, subtypes included.
///
/// The raw value is stable within a build only; models store names.
public enum Relation: UInt8, Sendable, CaseIterable {
    case acl, aclRelcl, advcl, advclRelcl, advmod, amod, appos, aux, auxPass, `case`, cc, ccPreconj, ccomp
    case clf, compound, compoundPrt, conj, cop, csubj, csubjOuter, csubjPass, dep, det, detPredet
    case discourse, dislocated, expl, fixed, flat, goeswith, iobj, list, mark, nmod, nmodDesc
    case nmodPoss, nmodUnmarked, nsubj, nsubjOuter, nsubjPass, nummod, obj, obl, oblAgent
    case oblUnmarked, orphan, parataxis, punct, reparandum, root, vocative, xcomp

    /// The relation as CoNLL-U writes it, such as `nsubj:pass`.
    public var name: String { Self.names[Int(rawValue)] }

    /// The relation of a CoNLL-U name; an unknown subtype gives its main relation, else `nil`.
    public init?(name: some StringProtocol) {
        if let index = Self.names.firstIndex(where: { $0 == name }) {
            self.init(rawValue: UInt8(index))
            return
        }
        guard let colon = name.firstIndex(of: ":") else { return nil }
        self.init(name: String(name[..<colon]))
    }

    private static let names = [
        "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass",
        "case", "cc", "cc:preconj", "ccomp", "clf", "compound", "compound:prt", "conj", "cop",
        "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated",
        "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc",
        "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl",
        "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root",
        "vocative", "xcomp",
    ]
}
