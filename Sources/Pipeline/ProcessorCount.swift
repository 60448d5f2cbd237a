import Foundation

extension ArticlePipeline {
    /// The number of processors that the process may use.
    public static var processorCount: Int { ProcessInfo.processInfo.activeProcessorCount }
}
