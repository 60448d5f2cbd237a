import Linguistics
import Text

/// The analyzer, made when the first input comes.
private let analyzer: Analyzer = {
    do {
        return try Analyzer(features: true)
    } catch {
        fatalError("the analyzer cannot be made: \(error)")
    }
}()

/// One input: analysed and written in every form; any defect ends the run, and libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func analyzeInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: bytes, count: count))
    let analysis = analyzer.analyze(SourceText(repairing: input))
    let defects = AnalysisDefects(analysis).all
    guard defects.isEmpty else { fatalError(defects.joined(separator: "; ")) }
    var conllu = ConlluWriter()
    conllu.write(analysis)
    var json: [UInt8] = []
    var writer = AnalysisJSON()
    writer.append(analysis, scalarsBefore: 0, to: &json)
    for sentence in analysis.sentences.indices { _ = TreeWriter().string(analysis, sentence: sentence) }
    return 0
}
