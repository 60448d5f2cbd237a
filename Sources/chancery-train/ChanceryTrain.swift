import ArgumentParser

/// The command `chancery-train`: trains and evaluates the models of `Linguistics`.
@main
struct ChanceryTrain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chancery-train",
        abstract: "Trains and evaluates Chancery's linguistic models.",
        subcommands: [Train.self, TrainSplitter.self, TrainWords.self, TrainEntities.self, Evaluate.self])
}
