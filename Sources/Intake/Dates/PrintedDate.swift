/// Dates as pages print them.
package enum PrintedDate {
    /// The first date with a year in a line, as ISO 8601 with its time where one stands beside it.
    ///
    /// - Throws: when the module's word lists cannot be read.
    package static func first(in line: String) throws -> String? {
        try IntakeVocabulary().dates.date(in: line)?.iso
    }
}
