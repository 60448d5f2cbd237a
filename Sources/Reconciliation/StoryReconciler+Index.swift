public import Gazetteer
internal import Records

extension StoryReconciler {
    /// Takes the memberships of groups from the gazetteer.
    ///
    /// - Throws: `DataTable.Failure` when a word list is malformed, a file error when one is missing.
    public init(index: ActorIndex, record: OfficialRecord) throws {
        try self.init(record: record) { group, day in index.members(of: group, at: day) }
    }
}
