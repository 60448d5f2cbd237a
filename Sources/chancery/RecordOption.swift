import ArgumentParser

/// `--record`: files of official records.
struct RecordOption: ParsableArguments {
    @Option(
        name: .customLong("record"),
        help: ArgumentHelp(
            "Official votes, memberships, offices or treaty dates: a vote table of the UN Digital Library, or plain "
                + "lines (again for more).",
            valueName: "file"))
    var files: [String] = []
}
