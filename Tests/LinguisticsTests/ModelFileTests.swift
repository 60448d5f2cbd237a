import Linguistics
import Testing

@Suite("Model file")
struct ModelFileTests {
    private func sample() -> [UInt8] {
        var writer = ModelWriter()
        writer.add("one", Array(0..<100))
        writer.add("two", [7, 8, 9])
        return writer.bytes()
    }

    @Test("Sections come back as they were written, each at a multiple of 64 bytes")
    func roundTrip() throws {
        let file = try ModelFile(bytes: sample())
        #expect(file.sectionNames == ["one", "two"])
        let one = try file.section("one")
        #expect(Array(one.bytes) == Array(0..<100))
        #expect(Int(bitPattern: one.bytes.baseAddress) % 64 == 0)
        #expect(Array(try file.section("two").bytes) == [7, 8, 9])
    }

    @Test("A changed byte anywhere after the head is noticed")
    func damaged() {
        let whole = sample()
        for at in stride(from: 64, to: whole.count, by: 7) {
            var bytes = whole
            bytes[at] ^= 0x10
            #expect(throws: ModelFile.Failure.damaged(file: "m")) { try ModelFile(bytes: bytes, file: "m") }
        }
    }

    @Test("A file cut short says how much is missing")
    func truncated() {
        let whole = sample()
        for length in [64, 100, whole.count - 1] {
            #expect(
                throws: ModelFile.Failure.truncated(
                    file: "m", expected: UInt64(whole.count), found: UInt64(length))
            ) { try ModelFile(bytes: Array(whole.prefix(length)), file: "m") }
        }
    }

    @Test("Another version and other files are told apart")
    func refused() {
        var bytes = sample()
        bytes[8] = 250
        #expect(throws: ModelFile.Failure.wrongVersion(file: "m", found: 250, expected: ModelFile.version)) {
            try ModelFile(bytes: bytes, file: "m")
        }
        for other in [[], Array("CHANCERY".utf8), Array(repeating: 65, count: 500)] {
            #expect(throws: ModelFile.Failure.notAModel(file: "m")) { try ModelFile(bytes: other, file: "m") }
        }
        #expect(throws: ModelFile.Failure.self) { try ModelFile(path: "/nowhere/english.model") }
    }

    @Test("A missing or ill-formed section is named")
    func sections() throws {
        #expect(throws: ModelFile.Failure.noSection(file: "m", section: "three")) {
            try ModelFile(bytes: sample(), file: "m").section("three")
        }
        #expect(throws: ModelFile.Failure.noSection(file: "m", section: "encoder.words")) {
            try Model(ModelFile(bytes: sample(), file: "m"))
        }
        var writer = ModelWriter()
        writer.add("encoder.words", [1, 2])
        do {
            _ = try Model(ModelFile(bytes: writer.bytes(), file: "m"))
            Issue.record("a section of two bytes was taken")
        } catch {
            #expect("\(error)".contains("encoder.words"))
            #expect("\(error)".contains("ends too early"))
        }
    }

    @Test("Every section of the standard model is needed or checked: cut to nothing, it is refused")
    func emptySections() throws {
        let file = try Model.standard().file
        for empty in file.sectionNames where !empty.hasPrefix("entities") {
            var writer = ModelWriter()
            writer.add(empty, [])
            try writer.addMissing(from: file)
            #expect(throws: ModelFile.Failure.self) { try Model(ModelFile(bytes: writer.bytes())) }
        }
    }
}
