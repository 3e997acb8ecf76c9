import Foundation
import SvodkaCorpus
import SvodkaKit
import SvodkaPipeline
import SvodkaReport
import SvodkaResources
import SvodkaText

/// A run of a plan over the documents of the command line.
struct CorpusRun {
  var input: InputArguments
  var plan: Plan
  var extras: AnyAnalyzer.Extras
  var corrections: Corrections?
  var width: Int?
  var tolerance = RunOptions.Tolerance.any
  /// Files that the command writes, which are not read.
  var outputs: [String] = []
  var resources: ResourceLoader

  /// What a summary of the run names as its origin.
  func origin(by grouping: Grouping) -> RunSummary.Origin {
    let provenance = Provenance(
      plan: plan, program: Svodka.version, icu: ICUVersion.icu, unicode: ICUVersion.unicode)
    return .init(by: grouping, analyzers: provenance.analyzers, versions: provenance.versions)
  }

  /// What is read; made before an output is opened, since opening one empties it.
  func inputs() throws(AnalysisError) -> InputReader {
    var options = InputOptions()
    let named = input.inputFormat ?? plan.input.format
    guard let format = InputFormat(rawValue: named) else {
      throw AnalysisError(.badArgument, "--input-format is auto, text, html or jsonl, not '\(named)'")
    }
    options.format = format
    options.outputs = outputs
    return try InputReader(paths: try input.resolvedPaths(), options: options)
  }

  /// Runs, and hands each outcome over in input order.
  func run(
    _ inputs: sending InputReader, besides out: Output? = nil, _ take: (Outcome) throws(AnalysisError) -> Void
  ) async throws(AnalysisError) -> RunResult {
    let analysis = try DocumentAnalysis(
      plan: plan, reader: try reader(), extras: extras, corrections: corrections, resources: resources)
    let stop = Runner.StopFlag()
    let signals = Signals(stop: stop)
    defer { signals.cancel() }
    let runner = Runner(
      analysis: analysis, options: RunOptions(width: try resolvedWidth(), tolerance: tolerance), stop: stop)
    var progress = Progress(total: inputs.totalBytes, besides: out)
    var missing = MissingModelNotes(plan)
    let result = try await runner.run(inputs) { (outcome, result) throws(AnalysisError) in
      missing.note(outcome)
      try take(outcome)
      progress.update(result)
    }
    progress.end()
    return result
  }

  private func reader() throws(AnalysisError) -> DocumentReader {
    var options = ReadingOptions()
    options.dropFurniture = plan.article != nil
    options.dropFurnitureOfRows = plan.article?.rows ?? false
    options.additions = try input.additions()
    return DocumentReader(options: options, resources: resources)
  }

  private func resolvedWidth() throws(AnalysisError) -> Int {
    if let width {
      guard width >= 1 else { throw AnalysisError(.badArgument, "--width is a number from 1, not \(width)") }
      return width
    }
    return Int(plan.run.width) ?? ProcessInfo.processInfo.activeProcessorCount
  }
}
