import Foundation
import SvodkaCorpus
import SvodkaKit
import SvodkaPipeline
import SvodkaReport
import SvodkaResources
import SvodkaText

/// What `compare` reads, brought into one summary: pages that are analysed now, results, or summaries.
struct ComparedInput {
  var input: InputArguments
  var plan: Plan
  var grouping: Grouping
  var corrections: Corrections?
  var width: Int?
  /// Where the report goes, which is not read.
  var outputs: [String] = []
  var resources: ResourceLoader

  private enum Kind { case documents, results, summaries }

  /// The summary, and the analyzers that can report on it.
  func summary() async throws(AnalysisError) -> (RunSummary, [AnyAnalyzer]) {
    let paths = try input.resolvedPaths()
    let kinds = paths.map(Self.kind)
    guard Set(kinds).count == 1, let kind = kinds.first else {
      throw AnalysisError(
        .badArgument, "pages, results and summaries are mixed: compare one kind at a time, or analyse the pages first")
    }
    if kind != .documents {
      var options = InputOptions()
      options.outputs = outputs
      // Not read from: it refuses a report that would take the place of what it is made of, as a run over documents does.
      _ = try InputReader(paths: paths, options: options)
    }
    switch kind {
    case .documents: return (try await documents(), plan.analyzers)
    case .results: return try results(paths)
    case .summaries: return try Self.summaries(paths, plan: plan, corrections: corrections, resources: resources)
    }
  }

  /// By the first line; what is no file of rows is a document.
  private static func kind(_ path: String) -> Kind {
    var isFolder: ObjCBool = false
    guard path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
      let lines = try? ResultLines(path: path), let first = try? lines.next(), first.bytes.first == 0x7B,
      let row = try? JSONValue(text: first.bytes)
    else { return .documents }
    let schema = row["schema"]?.string
    if schema == StoredResult.schema { return .results }
    return schema?.hasPrefix(RunSummary.schemaPrefix) == true ? .summaries : .documents
  }

  private func documents() async throws(AnalysisError) -> RunSummary {
    let run = CorpusRun(
      input: input, plan: plan, extras: .summary, corrections: corrections, width: width, outputs: outputs,
      resources: resources)
    var summary = RunSummary(origin: run.origin(by: grouping))
    let result = try await run.run(try run.inputs()) { (outcome) throws(AnalysisError) in
      try summary.add(outcome, corrections: corrections)
    }
    if result.wasStopped { throw AnalysisError(.cancelled, "stopped before all documents were read") }
    return summary
  }

  private func results(_ paths: [String]) throws(AnalysisError) -> (RunSummary, [AnyAnalyzer]) {
    var summary: RunSummary?
    var analyzers: [AnyAnalyzer] = []
    for path in paths {
      let lines = try ResultLines(path: path)
      while let (bytes, number) = try lines.next() {
        let location = SourceLocation(path: path, line: number)
        let row = try StoredResult(try JSONValue(text: bytes, at: location), at: location)
        var sum = summary ?? RunSummary(origin: row.origin(by: grouping))
        if summary == nil {
          analyzers = try Self.analyzers(sum.origin.analyzers.map(\.key), plan: plan, resources: resources)
        }
        summary = nil
        try row.add(to: &sum, analyzers: analyzers, corrections: corrections)
        summary = sum
      }
    }
    guard let summary else { throw AnalysisError(.noInput, "there is no row in the results") }
    return (summary, analyzers)
  }

  /// Joins summaries; corrections of findings come too late for them.
  static func summaries(
    _ paths: [String], plan: Plan, corrections: Corrections? = nil, resources: ResourceLoader
  ) throws(AnalysisError) -> (RunSummary, [AnyAnalyzer]) {
    if let corrections, corrections.findings > 0 {
      throw AnalysisError(
        .badCorrection,
        "a summary no longer has single findings to correct: give the corrections to `analyze --summary`, or compare results"
      )
    }
    var whole: RunSummary?
    var analyzers: [AnyAnalyzer] = []
    for path in paths {
      let part = try read(path, &analyzers, plan: plan, resources: resources)
      guard var joined = whole else {
        whole = part
        continue
      }
      whole = nil
      try joined.merge(part)
      whole = joined
    }
    guard let whole else { throw AnalysisError(.noInput, "there is no summary to read") }
    return (whole, analyzers)
  }

  /// One summary; the first tells which analyzers are needed.
  private static func read(
    _ path: String, _ analyzers: inout [AnyAnalyzer], plan: Plan, resources: ResourceLoader
  ) throws(AnalysisError) -> RunSummary {
    let lines = try ResultLines(path: path)
    guard let (first, number) = try lines.next() else {
      throw AnalysisError(.foreignSummary, "'\(path)' is empty: expected a summary")
    }
    var location = SourceLocation(path: path, line: number)
    let header = try JSONValue(text: first, at: location)
    if analyzers.isEmpty {
      let names = try SummaryReader.analyzers(ofHeader: header, at: location)
      analyzers = try Self.analyzers(names, plan: plan, resources: resources)
    }
    var reader = try SummaryReader(header: header, by: analyzers, at: location)
    while let (bytes, number) = try lines.next() {
      location = SourceLocation(path: path, line: number)
      try reader.add(bytes, at: location)
    }
    try reader.finish(at: location)
    return reader.summary
  }

  /// The analyzers of these names: the pipeline's, else those that the program knows, with their defaults.
  static func analyzers(
    _ names: [String], plan: Plan, resources: ResourceLoader
  ) throws(AnalysisError) -> [AnyAnalyzer] {
    let registry = try BuiltinPlugins.registry()
    var analyzers: [AnyAnalyzer] = []
    for name in names {
      if let planned = plan.analyzers.first(where: { $0.identity.name == name }) {
        analyzers.append(planned)
      } else if let known = registry[name],
        case .analyzer(let analyzer) = try known.make(
          .init(configuration: ConfigNode(.null, at: nil), resources: resources))
      {
        analyzers.append(analyzer)
      } else {
        throw AnalysisError(
          .unknownStep, "no analyzer '\(name)' is known: name the pipeline that has it with --pipeline")
      }
    }
    return analyzers
  }
}
