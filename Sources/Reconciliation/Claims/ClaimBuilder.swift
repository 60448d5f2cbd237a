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
        func add(_ new: [Draft], _ rule: String) {
            drafts += new.map { draft in
                var draft = draft
                draft.rule = rule
                return draft
            }
        }
        add(
            QuotationClaims(families: families, aligner: aligner, kinds: pool.kinds, coded: pool.coded).drafts(),
            "printings of one quotation, word by word")
        add(VoteClaims(pool: pool, record: record).drafts(), "votes, member by member, groups expanded at the date")
        add(TallyClaims(pool: pool, record: record).drafts(), "tallies of one vote, choice by choice")
        let consistency = SelfConsistency(coded: pool.coded)
        let figures = FigureClaims(pool: pool).build()
        add(consistency.settled(figures.drafts), "numbers that count one thing")
        misses += figures.misses
        let sameness = EventSameness(pool: pool)
        let times = TimeClaims(pool: pool, sameness: sameness).build()
        add(consistency.settled(times.drafts), "days of one act, and its order beside other events")
        misses += times.misses
        let acts = ActClaims(pool: pool, sameness: sameness).build()
        add(acts.drafts, "one act affirmed and denied, or given to different actors")
        misses += acts.misses
        add(OccasionClaims(pool: pool).drafts(), "what set people moving")
        let rosters = RosterClaims(pool: pool).build()
        add(rosters.drafts, "members, partners and others of one body or meeting")
        misses += rosters.misses
        let places = PlaceClaims(pool: pool, sameness: sameness).build()
        add(consistency.settled(places.drafts), "the places of one act")
        misses += places.misses
        add(HolderClaims(pool: pool).drafts(besides: drafts), "the holders of one office")
        add(RecordClaims(pool: pool, record: record).drafts(), "a membership, office or treaty date in the record")
        let agreements = AgreementClaims(pool: pool).build()
        add(agreements.drafts, "clauses that tell one act of the same people, things, places and times")
        misses += agreements.misses
        add(EventClaims(pool: pool, events: events).drafts(besides: drafts), "coded events that no other rule took up")
        add(NameClaims(pool: pool).drafts(), "spellings of one name")
        return Result(drafts: ClaimRanking.fold(ClaimRanking.order(drafts)), nearMisses: misses)
    }
}
