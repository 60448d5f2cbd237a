import Gazetteer
import Linguistics
import Records
import Testing
import Text

/// Every state, capital and people of the data is found again in a text.
@Suite struct CoverageTests {
    @Test func everyStateIsFoundByName() throws {
        let index = try ActorLinkerTests.linker.get().index
        var missed: [String] = []
        for state in index.states {
            let actor = index.actors[Int(state.actor)]
            let linked = try ActorLinkerTests.linkUntagged(
                "The delegates spoke about \(actor.name) at length.", on: "2024-06-01")
            if !linked.mentions.contains(where: { $0.actors.map(\.id) == [actor.id] }) { missed.append(actor.name) }
        }
        #expect(missed == [])
    }

    @Test func everyCapitalIsFoundAsAPlaceOfItsState() throws {
        let index = try ActorLinkerTests.linker.get().index
        var missed: [String] = []
        for state in index.states {
            guard let capital = state.capital else { continue }
            let name = index.actors[Int(capital)].name
            let country = index.actors[Int(state.actor)].id
            let linked = try ActorLinkerTests.linkUntagged("The delegates met in \(name) on Monday.", on: "2024-06-01")
            if !linked.mentions.contains(where: { $0.actors.contains { $0.country == country } }) {
                missed.append(name)
            }
        }
        #expect(missed == [])
    }

    @Test func everyPeopleIsFound() throws {
        let index = try ActorLinkerTests.linker.get().index
        var missed: [String] = []
        for state in index.states where state.standing == .member {
            let id = index.actors[Int(state.actor)].id
            for word in state.adjectives.prefix(1) {
                let linked = try ActorLinkerTests.linkUntagged(
                    "In \(index.actors[Int(state.actor)].name) the \(word) officials kept silent.", on: "2024-06-01")
                if !linked.mentions.contains(where: { $0.actors.map(\.id) == [id + "/official"] }) {
                    missed.append(word)
                }
            }
            for word in state.demonyms {
                let linked = try ActorLinkerTests.linkUntagged(
                    "In \(index.actors[Int(state.actor)].name) many \(word) live abroad.", on: "2024-06-01")
                if !linked.mentions.contains(where: { $0.actors.first?.country == id && $0.way == .people }) {
                    missed.append(word)
                }
            }
        }
        #expect(missed == [])
    }
}
