import ArgumentParser
import Foundation
import SvodkaCorpus
import SvodkaKit
import SvodkaPipeline
import SvodkaReport
import SvodkaResources
import SvodkaText

struct AnalyzeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Runs a pipeline over documents.",
    discussion: """
      Without --pipeline: names, casualty figures and stances toward the talks, the furniture of pages dropped.

      Examples:
        svodka analyze --format text page.html
        svodka analyze --pipeline mine.yaml -o results.jsonl archive/ 
        cat rows.jsonl | svodka analyze --meta source=Herald -
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, json, text }

  @OptionGroup var input: InputArguments

  @Option(help: ArgumentHelp("The pipeline file.", valueName: "file"), completion: .file(extensions: ["yaml", "yml"]))
  var pipeline: String?

  @Option(name: .customLong("set"), help: ArgumentHelp("A value for ${name} in the pipeline.", valueName: "name=value"))
  var variables: [String] = []

  @Option(help: "The output: jsonl, json, or text for reading.")
  var format: Format = .jsonl

  @Option(name: .shortAndLong, help: ArgumentHelp("Where to write; standard output by default.", valueName: "file"))
  var output: String?

  @Flag(help: "Adds the analysed text to each row.")
  var withText = false

  @Flag(help: "Adds to each row the id of the first document that it is nearly a copy of, as 'cluster'; not with text.")
  var clusters = false

  @Flag(help: "With --format text: says of each finding which rule made it.")
  var explain = false

  @Option(help: ArgumentHelp("How many documents to analyse at once; one a processor by default.", valueName: "number"))
  var width: Int?

  @Option(help: ArgumentHelp("Ends the run when more documents fail than this number or share.", valueName: "n|p%"))
  var maxFailures: String?

  @Flag(help: "Ends the run at the first document that fails.")
  var failFast = false

  func run() async throws {
    try await Diagnostics.reporting { () throws(AnalysisError) in
      let result = try await analyze()
      if result.wasStopped { throw AnalysisError(.cancelled, "stopped; \(result.documents) documents were written") }
      if result.hadTooManyFailures {
        throw AnalysisError(
          .tooManyFailures, "\(result.failed) of \(result.documents) documents failed, more than allowed")
      }
      if result.failed > 0 {
        Diagnostics.note(
          "\(result.failed) of \(result.documents) documents failed; the others were written. See 'errors' in the output"
        )
        Self.exit(withError: ExitCode(1))
      }
    }
  }

  private func analyze() async throws(AnalysisError) -> RunResult {
    let resources = ResourceLoader()
    let plan = try PlanLoading(pipeline: pipeline, variables: variables, resources: resources).plan()
    var options = InputOptions()
    options.format = InputFormat(rawValue: input.inputFormat ?? plan.input.format) ?? .auto
    if let named = input.inputFormat, InputFormat(rawValue: named) == nil {
      throw AnalysisError(.badArgument, "--input-format is auto, text, html or jsonl, not '\(named)'")
    }
    options.output = output
    let inputs = try InputReader(paths: try input.resolvedPaths(), options: options)
    let provenance = Provenance(
      plan: plan, program: Svodka.version, icu: ICUVersion.icu, unicode: ICUVersion.unicode)
    let out = try Output(path: output)
    let row = OutcomeRow(provenance: provenance, withText: withText)
    var writer: any OutcomeWriter =
      switch format {
      case .jsonl: JSONLinesWriter(row: row)
      case .json: JSONArrayWriter(row: row)
      case .text:
        TextWriter(
          style: Terminal.style(toTerminal: out.isTerminal), analyzers: plan.analyzers, explains: explain,
          wording: try LocalWording(language: "en", resources: resources))
      }
    let analysis = try DocumentAnalysis(
      plan: plan, reader: try reader(plan, resources), extras: writer.extras, resources: resources)
    let stop = Runner.StopFlag()
    let signals = Signals(stop: stop)
    defer { signals.cancel() }
    let runner = Runner(
      analysis: analysis, options: RunOptions(width: try resolvedWidth(plan), tolerance: try tolerance()), stop: stop)
    var progress = Progress(total: inputs.totalBytes, besides: out)
    var missing = MissingModelNotes(plan)
    var duplicates = NearDuplicates()
    try out.write(writer.header())
    let result = try await runner.run(inputs) { (outcome, result) throws(AnalysisError) in
      missing.note(outcome)
      var outcome = outcome
      if clusters, let document = outcome.document {
        outcome.cluster = duplicates.cluster(of: document.text.string, id: document.id)
      }
      try out.write(writer.bytes(for: outcome))
      progress.update(result)
    }
    progress.end()
    try out.write(writer.footer(result))
    return result
  }

  private func reader(_ plan: Plan, _ resources: ResourceLoader) throws(AnalysisError) -> DocumentReader {
    var options = ReadingOptions()
    options.dropFurniture = plan.article != nil
    options.dropFurnitureOfRows = plan.article?.rows ?? false
    options.additions = try input.additions()
    return DocumentReader(options: options, resources: resources)
  }

  private func resolvedWidth(_ plan: Plan) throws(AnalysisError) -> Int {
    if let width {
      guard width >= 1 else { throw AnalysisError(.badArgument, "--width is a number from 1, not \(width)") }
      return width
    }
    return Int(plan.run.width) ?? ProcessInfo.processInfo.activeProcessorCount
  }

  private func tolerance() throws(AnalysisError) -> RunOptions.Tolerance {
    if failFast { return .count(0) }
    guard let maxFailures else { return .any }
    if maxFailures.hasSuffix("%"), let share = Double(maxFailures.dropLast()), (0...100).contains(share) {
      return .percent(share)
    }
    if let count = Int(maxFailures), count >= 0 { return .count(count) }
    throw AnalysisError(
      .badArgument, "--max-failures is a number such as 10 or a share such as 5%, not '\(maxFailures)'")
  }
}
