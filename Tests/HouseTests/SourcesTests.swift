import Foundation
import Testing

/// What the sources must hold, whoever writes them.
@Suite struct SourcesTests {
    static let sources = House.files(in: ["Sources", "Tests", "Benchmarks"], ending: ".swift")

    @Test func thereAreSources() { #expect(Self.sources.count > 100) }

    @Test func noFileIsLongerThanFourHundredLines() throws {
        for file in Self.sources {
            let lines = try House.text(file).split(separator: "\n", omittingEmptySubsequences: false).count - 1
            #expect(lines <= 400, "\(file) has \(lines) lines")
        }
    }

    @Test func textKnowsNoFoundation() throws {
        for file in Self.sources where file.hasPrefix("Sources/Text/") {
            for line in try House.text(file).split(separator: "\n") where line.contains("import ") {
                #expect(!line.contains("Foundation") && !line.contains("Glibc"), "\(file): \(line)")
            }
        }
    }

    @Test func noTypeIsCalledLikeAModule() throws {
        let modules = Set(try House.targets().map(\.name))
        for file in Self.sources where file.hasPrefix("Sources/") {
            for line in try House.text(file).split(separator: "\n")
            where !line.drop(while: { $0 == " " }).hasPrefix("//") {
                let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
                for (keyword, name) in zip(words, words.dropFirst())
                where ["struct", "enum", "class", "actor", "protocol", "typealias"].contains(keyword) {
                    #expect(!modules.contains(name), "\(file) has a type called like the module \(name)")
                }
            }
        }
    }

    @Test func inputNeverTrapsByForce() throws {
        for file in Self.sources where file.hasPrefix("Sources/") {
            #expect(!(try House.text(file)).contains("try" + "!"), "\(file)")
        }
    }

    @Test func nothingIsLeftForLater() throws {
        for file in Self.sources {
            let text = try House.text(file)
            for mark in ["TO" + "DO", "FIX" + "ME", "X" + "XX:"] { #expect(!text.contains(mark), "\(file)") }
        }
    }
}
