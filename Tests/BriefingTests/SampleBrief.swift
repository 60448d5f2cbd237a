import Briefing
import Records

/// A small invented story, built by hand: three accounts, the third a copy of the second.
enum SampleBrief {
    static let texts = [
        "one":
            "Velania and Ortesk signed the ferry treaty on Monday. \"We will never close this harbour,\" said Mira Solt.\n\nVelania will give $12 million.",
        "two":
            "The treaty was signed on Tuesday. \"We will never sell this harbour,\" Mira Solt said.\n\nA joint patrol is planned for May.",
        "three": "The treaty was signed on Tuesday. \"We will never sell this harbour,\" Mira Solt said.",
    ]

    static func evidence(_ article: String, _ quote: String) -> Evidence {
        let text = texts[article, default: ""]
        let start = text.firstRange(of: quote).map { text[..<$0.lowerBound].unicodeScalars.count } ?? 0
        return Evidence(article: article, start: start, end: start + quote.unicodeScalars.count, quote: quote)
    }

    static let solt = ActorReference(
        id: "person:solt", name: "Mira Solt", country: "VEL", kind: .person, code: "VELGOV")
    static let velania = ActorReference(id: "state:vel", name: "Velania", country: "VEL", kind: .state, code: "VEL")
    static let ortesk = ActorReference(id: "state:ort", name: "Ortesk", country: "ORT", kind: .state, code: "ORT")

    static func brief() -> Brief {
        let articles = [
            Article(
                id: "one", path: "one.txt", title: "Ferry treaty <signed> & sealed", byline: "A. Writer",
                outlet: "Harbour Post",
                published: "2031-05-06T08:00:00Z", language: "en", text: texts["one", default: ""]),
            Article(
                id: "two", path: "two.txt", outlet: "Strait Times", published: "2031-05-07",
                text: texts["two", default: ""]),
            Article(
                id: "three", path: "three.txt", outlet: "Copy Daily", published: "2031-05-08", origin: "two",
                text: texts["three", default: ""]),
        ]
        let signing = Claim(
            id: "c1", kind: .date, statement: "The treaty was signed on a day that the accounts do not agree on.",
            status: .conflicting, origins: 2,
            record: RecordVerdict(
                verdict: .agrees, document: "V/RES/7", reading: 0, statement: "The register has Monday, 5 May 2031."),
            reason: "One origin gives Monday, another Tuesday.",
            readings: [
                Reading(
                    value: "2031-05-05", statement: "Signed on Monday.", origins: 1,
                    evidence: [evidence("one", "on Monday")]),
                Reading(
                    value: "2031-05-06", statement: "Signed on Tuesday.", origins: 1,
                    evidence: [evidence("two", "signed on Tuesday"), evidence("three", "signed on Tuesday")]),
            ])
        let altered = Claim(
            id: "c2", kind: .quotation, statement: "Mira Solt is quoted in two wordings.", status: .conflicting,
            origins: 2,
            reason: "One word differs inside the same quotation.",
            readings: [
                Reading(
                    value: "We will never close this harbour,", statement: "We will never close this harbour,",
                    origins: 1,
                    evidence: [evidence("one", "We will never close this harbour,")]),
                Reading(
                    value: "We will never sell this harbour,", statement: "We will never sell this harbour,",
                    origins: 1,
                    evidence: [evidence("two", "We will never sell this harbour,")]),
            ])
        let money = Claim(
            id: "c3", kind: .money, statement: "Velania gives $12 million.", status: .singleSource, origins: 1,
            reason: "Only one origin speaks to it.",
            readings: [
                Reading(
                    value: "$12 million", statement: "Velania will give $12 million.", origins: 1,
                    evidence: [evidence("one", "$12 million")])
            ])
        let story = Story(
            id: "s1", headline: "Velania and Ortesk sign a ferry treaty", articles: ["one", "two", "three"], origins: 2,
            actors: [
                ActorEntry(
                    id: solt.id, name: solt.name, kind: .person, country: "VEL", code: "VELGOV",
                    role: "Premier of Velania",
                    surfaces: [
                        ActorSurface(text: "Mira Solt", evidence: evidence("one", "Mira Solt")),
                        ActorSurface(text: "Mira Solt", evidence: evidence("two", "Mira Solt")),
                    ]),
                ActorEntry(id: velania.id, name: velania.name, kind: .state, country: "VEL", code: "VEL"),
                ActorEntry(id: ortesk.id, name: ortesk.name, kind: .state, country: "ORT", code: "ORT"),
            ],
            events: [
                Event(
                    id: "e1", type: "AGREE", cameo: "057", date: DateRange(from: "2031-05-05", to: "2031-05-05"),
                    actors: [velania, ortesk], modality: .happened,
                    evidence: [
                        evidence("one", "Velania and Ortesk signed the ferry treaty"),
                        evidence("two", "treaty was signed"),
                    ],
                    rule: "sign"),
                Event(
                    id: "e2", type: "AID", mode: "economic", actors: [velania], modality: .planned,
                    evidence: [evidence("one", "Velania will give $12 million")], rule: "give"),
                Event(
                    id: "e3", type: "MOBILIZE", date: DateRange(from: "2031-05-01", to: "2031-05-31"),
                    modality: .planned,
                    reportedBy: solt, evidence: [evidence("two", "A joint patrol is planned for May")], rule: "patrol"),
            ],
            quotations: [
                Quotation(
                    id: "q1", speaker: solt, text: "We will never close this harbour,", kind: .direct, cue: "said",
                    evidence: evidence("one", "We will never close this harbour,")),
                Quotation(
                    id: "q2", speaker: solt, text: "We will never sell this harbour,", kind: .direct, cue: "said",
                    evidence: evidence("two", "We will never sell this harbour,"), variantOf: "q1", wording: .altered),
            ],
            figures: [
                Figure(
                    kind: .money, value: 12_000_000, unit: "USD", role: .total, sentence: 2,
                    evidence: evidence("one", "$12 million"))
            ],
            positions: [
                Position(
                    actor: velania, stance: "sign", object: "the ferry treaty", issue: "ferry treaty", polarity: .for,
                    strength: .strong, evidence: [evidence("one", "Velania and Ortesk signed the ferry treaty")]),
                Position(
                    actor: ortesk, stance: "abstain", object: "The treaty", issue: "treaty", polarity: .neutral,
                    basis: .voted, evidence: [evidence("two", "treaty was signed")]),
            ],
            commitments: [
                Commitment(
                    id: "c1", actor: velania, force: .intention, act: "will give", content: "give $12 million",
                    head: "give",
                    figures: [
                        Figure(
                            kind: .money, value: 12_000_000, unit: "USD", role: .total, sentence: 2,
                            evidence: evidence("one", "$12 million"))
                    ],
                    sentence: 2, evidence: evidence("one", "Velania will give $12 million"))
            ],
            relations: [
                ActorRelation(
                    id: "r1", kind: .border, holder: velania, other: ortesk, otherSurface: "Ortesk", sentence: 0,
                    evidence: evidence("one", "Velania and Ortesk"))
            ],
            claims: [signing, altered, money], timeline: ["e1", "e3", "e2"])
        return Brief(
            articles: articles, stories: [story],
            lookAlikes: [
                LookAlike(
                    story: "s1", kind: .name, reason: "The treaty and the ferry treaty are one.",
                    evidence: [evidence("one", "the ferry treaty"), evidence("two", "The treaty")])
            ],
            findings: [Finding(path: "four.bin", message: "not a text: give a text file or a page")])
    }
}
