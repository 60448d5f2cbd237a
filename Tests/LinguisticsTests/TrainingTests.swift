import Foundation
import Linguistics
import LinguisticsTraining
import Testing

@Suite("Training")
struct TrainingTests {
    private func tiny() throws -> Treebank {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../Cases/treebanks/tiny.conllu").standardizedFileURL.path
        return try Treebank(paths: [path])
    }

    private func trainer() -> ModelTrainer {
        var trainer = ModelTrainer()
        trainer.network.width = 32
        trainer.network.layers = 1
        trainer.network.tagLayer = 1
        trainer.network.arcWidth = 16
        trainer.network.labelWidth = 16
        trainer.network.passes = 120
        trainer.network.batchWords = 8
        trainer.network.rate = 0.01
        trainer.network.dropout = 0.05
        trainer.network.headDropout = 0.05
        return trainer
    }

    @Test("A tiny treebank is learned by heart, and the same seed gives the same bytes")
    func learns() throws {
        let treebank = try tiny()
        let bytes = try trainer().train(treebank) { _ in }
        #expect(try bytes == trainer().train(treebank) { _ in })
        let scores = Scores(treebank, model: try Model(ModelFile(bytes: bytes)))
        #expect(scores.words == treebank.count)
        #expect(scores.upos * 100 >= scores.words * 97)
        #expect(scores.xpos * 100 >= scores.words * 97)
        #expect(scores.lemmas * 100 >= scores.words * 97)
        #expect(scores.relations * 100 >= scores.words * 90)
    }

    @Test("The standard model reads sentences that it has not seen")
    func standard() throws {
        let scores = Scores(try tiny(), model: try Model.standard())
        #expect(scores.upos * 100 >= scores.words * 94)
        #expect(scores.xpos * 100 >= scores.words * 92)
        #expect(scores.lemmas * 100 >= scores.words * 94)
        #expect(scores.relations * 100 >= scores.words * 84)
    }

    @Test("Another seed gives other weights")
    func seeds() throws {
        let treebank = try tiny()
        var other = trainer()
        other.network.passes = 1
        let first = try other.train(treebank) { _ in }
        other.network.seed = 2
        #expect(try first != other.train(treebank) { _ in })
    }

    @Test("A treebank with a line that cannot be is refused with its place")
    func badLine() {
        let text = "1\tA\ta\tDET\tDT\t_\t2\tdet\t_\t_\n2\tdog\tdog\tNOUN\tNN\t_\tnone\troot\t_\t_\n\n"
        do {
            _ = try Treebank([(name: "bad.conllu", text: text)])
            Issue.record("a head that is no number was taken")
        } catch {
            #expect(error.description.hasPrefix("bad.conllu:2:"))
        }
    }
}
