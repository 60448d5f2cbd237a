internal import Records

/// Gathers testimony, one stance an origin, and sums it up.
struct Tribunal {
    private(set) var testimony: [CheckResult.Testimony] = []
    private var fits: [Double] = []

    /// Takes a testimony; of one origin and stance only the one that fits best is kept.
    mutating func add(_ item: CheckResult.Testimony, fit: Double) {
        if let i = testimony.firstIndex(where: {
            $0.origin == item.origin && $0.stance == item.stance && $0.member == item.member
        }) {
            if fits[i] < fit {
                testimony[i] = item
                fits[i] = fit
            }
            return
        }
        testimony.append(item)
        fits.append(fit)
    }

    /// Takes back what an origin says against the claim where it also says the claim itself: two numbers or
    /// days in one account are two things told. What it says is denied stays.
    mutating func settle(keep: (CheckResult.Testimony) -> Bool) {
        // A copy that changed what the claim is about is no copy in this.
        for i in testimony.indices where testimony[i].stance == .contradicts {
            let isOwn = testimony.contains {
                $0.stance == .supports && $0.origin == testimony[i].origin
                    && $0.evidence.article != testimony[i].evidence.article
            }
            if isOwn { testimony[i].origin = testimony[i].evidence.article }
        }
        let supporting = Set(testimony.filter { $0.stance == .supports }.map(\.origin))
        let kept = testimony.indices.filter { i in
            let item = testimony[i]
            if item.stance == .contradicts, supporting.contains(item.origin) { return keep(item) }
            if item.stance == .near {
                return !testimony.contains {
                    $0.stance != .near && $0.origin == item.origin && $0.member == item.member
                }
            }
            return true
        }
        testimony = kept.map { testimony[$0] }
        fits = kept.map { fits[$0] }
    }

    func origins(_ stance: CheckResult.Stance) -> Set<String> {
        Set(testimony.filter { $0.stance == stance }.map(\.origin))
    }

    /// What the testimony comes to.
    var verdict: CheckResult.Verdict {
        switch (origins(.supports).isEmpty, origins(.contradicts).isEmpty) {
        case (false, true): .supported
        case (true, false): .contradicted
        case (false, false): .mixed
        case (true, true): .notFound
        }
    }

    /// Supporting first, then contradicting, then near; within each by how well it fits, then by place.
    var ordered: [CheckResult.Testimony] {
        func rank(_ stance: CheckResult.Stance) -> Int { stance == .supports ? 0 : stance == .contradicts ? 1 : 2 }
        return testimony.indices.sorted { a, b in
            let x = (rank(testimony[a].stance), -fits[a])
            let y = (rank(testimony[b].stance), -fits[b])
            return x != y ? x < y : testimony[a].evidence < testimony[b].evidence
        }.map { testimony[$0] }
    }
}
