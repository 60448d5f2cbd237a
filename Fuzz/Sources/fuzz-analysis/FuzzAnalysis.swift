import FuzzDriver
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

/// The entry that the package manager links a program with in place of `main`.
@_cdecl("fuzz_analysis_main")
public func run(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    fuzz(count, arguments) { bytes, length in
        analyzeInput(Array(UnsafeBufferPointer(start: bytes, count: length)))
        return 0
    }
}

/// One input: analysed and written in every form; any defect ends the run, and libFuzzer keeps the input.
private func analyzeInput(_ input: [UInt8]) {
    let analysis = analyzer.analyze(SourceText(repairing: input))
    let defects = AnalysisDefects(analysis).all
    guard defects.isEmpty else { fatalError(defects.joined(separator: "; ")) }
    var conllu = ConlluWriter()
    conllu.write(analysis)
    var json: [UInt8] = []
    var writer = AnalysisJSON()
    writer.append(analysis, scalarsBefore: 0, to: &json)
    for sentence in analysis.sentences.indices { _ = TreeWriter().string(analysis, sentence: sentence) }
}
