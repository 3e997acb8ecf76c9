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

  @Option(
    help: ArgumentHelp(
      "Stores what `compare` needs of the run in a file; the rows are then written only with -o or another format.",
      valueName: "file"), completion: .file())
  var summary: String?

  @Option(
    help: ArgumentHelp(
      "With --summary: by what `compare` may group at the finest, such as source,lang,date:day.", valueName: "fields"))
  var by: String?

  @Option(help: ArgumentHelp("Corrections by people, as JSON Lines; see `svodka help compare`.", valueName: "file"))
  var corrections: String?

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
    let provenance = Provenance(
      plan: plan, program: Svodka.version, icu: ICUVersion.icu, unicode: ICUVersion.unicode)
    let corrections = try corrections.map { (path) throws(AnalysisError) in try RowFiles.corrections(path) }
    var run = CorpusRun(
      input: input, plan: plan, extras: [], corrections: corrections, width: width, tolerance: try tolerance(),
      outputs: [output, self.summary].compactMap { $0 }, resources: resources)
    let inputs = try run.inputs()
    var summary = try self.summary.map { (_) throws(AnalysisError) in
      RunSummary(
        origin: run.origin(by: try by.map { (text) throws(AnalysisError) in try Grouping(text) } ?? Grouping([])))
    }
    if summary == nil, by != nil { throw AnalysisError(.badArgument, "--by goes with --summary: name a file for it") }
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
    run.extras = summary == nil ? writer.extras : writer.extras.union(.summary)
    // A summary alone is wanted where standard output would be a terminal's and nothing else was asked for.
    let writesRows = self.summary == nil || output != nil || format != .jsonl
    var duplicates = NearDuplicates()
    if writesRows { try out.write(writer.header()) }
    let result = try await run.run(inputs, besides: out) { (outcome) throws(AnalysisError) in
      var outcome = outcome
      if clusters, let document = outcome.document {
        outcome.cluster = duplicates.cluster(of: document.text.string, id: document.id)
      }
      try summary?.add(outcome, corrections: corrections)
      if writesRows { try out.write(writer.bytes(for: outcome)) }
    }
    if writesRows { try out.write(writer.footer(result)) }
    try store(summary, corrections, plan)
    return result
  }

  private func store(_ summary: RunSummary?, _ corrections: Corrections?, _ plan: Plan) throws(AnalysisError) {
    if let corrections, corrections.unused > 0 {
      Diagnostics.note("\(corrections.unused) corrections are about findings that are not there")
    }
    guard var summary, let path = self.summary else { return }
    if let problem = summary.missingField(of: summary.origin.by) { Diagnostics.note(problem) }
    for (action, count) in corrections?.counts ?? [] { summary.count(correction: action, count) }
    let file = try Output(path: path)
    try summary.write(by: plan.analyzers) { (line) throws(AnalysisError) in try file.write(line) }
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
