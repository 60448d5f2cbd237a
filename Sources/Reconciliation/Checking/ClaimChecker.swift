public import Gazetteer
public import Records

/// Answers what accounts and record say of a claim.
///
/// The claim is coded like any article; its clauses are laid beside the statements of the accounts, slot by
/// slot. Groups are expanded at the claim's day and each member is asked about; what is put into a mouth is
/// held against what accounts print of anyone's words. The record, where it reaches, outranks the accounts.
public struct ClaimChecker: Sendable {
    private let finder: OriginFinder
    private let aligner: QuotationAligner
    private let concepts: ConceptTable
    private let kinds: WordKinds
    private let words: CheckWords
    private let record: OfficialRecord
    private let members: @Sendable (String, String) -> [ActorReference]

    /// Takes the memberships of groups from the gazetteer.
    ///
    /// - Throws: `DataTable.Failure` when a word list is malformed, a file error when one is missing.
    public init(index: ActorIndex, record: OfficialRecord) throws {
        finder = try OriginFinder()
        aligner = try QuotationAligner()
        concepts = try ConceptTable()
        kinds = try WordKinds()
        words = try CheckWords()
        self.record = record
        members = { group, day in index.members(of: group, at: day) }
    }

    /// Checks a claim. O(statements of the accounts).
    ///
    /// - Parameter claim: the claim, coded as an article whose publication is the day at which groups are
    ///   expanded and offices are held.
    public func check(_ claim: CodedArticle, against accounts: [CodedArticle]) -> CheckResult {
        let pool = StatementPool(
            accounts + [ClaimNames.resolve(claim, among: accounts)],
            originKeys: finder.find(accounts).keys + [[claim.article.id]], concepts: concepts,
            kinds: kinds, members: members)
        let hearing = ClaimHearing(
            pool: pool, claim: accounts.count, record: record, aligner: aligner, words: words,
            day: String((claim.article.published ?? "9999-12-31").prefix(10)), expand: members)
        return hearing.result()
    }
}
