internal import Records

/// Lets the statements of a story's articles meet on what they are about, kind by kind.
struct ClaimBuilder {
    let pool: StatementPool
    let families: QuotationFamilies
    let aligner: QuotationAligner
    let record: OfficialRecord
    let events: [Event]

    struct Result {
        var drafts: [Draft]
        var nearMisses: [NearMiss]
    }

    /// All claims, in the order in which a reader should see them.
    func build() -> Result {
        var drafts: [Draft] = []
        var misses: [NearMiss] = []
        drafts += QuotationClaims(families: families, aligner: aligner, kinds: pool.kinds, coded: pool.coded).drafts()
        drafts += VoteClaims(pool: pool, record: record).drafts()
        drafts += TallyClaims(pool: pool, record: record).drafts()
        let figures = FigureClaims(pool: pool).build()
        drafts += figures.drafts
        misses += figures.misses
        let sameness = EventSameness(pool: pool)
        let times = TimeClaims(pool: pool, sameness: sameness).build()
        drafts += times.drafts
        misses += times.misses
        let acts = ActClaims(pool: pool, sameness: sameness).build()
        drafts += acts.drafts
        misses += acts.misses
        drafts += OccasionClaims(pool: pool).drafts()
        drafts += RosterClaims(pool: pool).drafts()
        drafts += PlaceClaims(pool: pool, sameness: sameness).drafts()
        drafts += HolderClaims(pool: pool).drafts(besides: drafts)
        drafts += AgreementClaims(pool: pool).drafts()
        drafts += EventClaims(pool: pool, events: events).drafts(besides: drafts)
        drafts += NameClaims(pool: pool).drafts()
        return Result(drafts: ClaimRanking.fold(ClaimRanking.order(drafts)), nearMisses: misses)
    }
}
