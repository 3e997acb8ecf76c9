import ArgumentParser
import Foundation
import SvodkaKit
import SvodkaPipeline
import SvodkaReport
import SvodkaResources

struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Sets groups of documents side by side: who is named, what is claimed, who stands where.",
    discussion: """
      Reads pages and texts, results of `analyze`, or summaries (`analyze --summary`), told apart by what stands in them.

      Corrections by people are JSON Lines, a row each:
        {"action": "reject", "document": "a1", "analyzer": "casualty-figures", "finding": "cf-2", "by": "M. K.", "why": "a drill"}
        {"action": "edit", "document": "a1", "analyzer": "talks-stance", "finding": "ts-1", "set": {"label": "support"}, "by": "M. K."}
        {"action": "merge", "from": "ID", "to": "ID", "by": "M. K."}
        {"action": "split", "entity": "ID", "documents": ["a1"], "to": "ID", "by": "M. K."}
      and "accept", as "reject".

      Examples:
        svodka compare --by source --meta-from-path '{source}/{date}-*.*' pages/
        svodka compare --by source --format html -o report.html results.jsonl
        svodka compare --by lang,date:week --format csv -o tables/ results.jsonl
        svodka compare --by source --ui ru --script cyrillic --links links.jsonl run.summary
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, html, csv, json }

  @OptionGroup var input: InputArguments

  @Option(
    help: ArgumentHelp(
      "Fields to group by, joined by commas: source, lang, date:day, date:week, date:month, date:year, or a field of the metadata.",
      valueName: "fields"))
  var by: String

  @Option(help: "The output: text, markdown, html, csv (a file a table, into the folder of -o) or json.")
  var format: Format = .text

  @Option(name: .shortAndLong, help: ArgumentHelp("Where to write; standard output by default.", valueName: "path"))
  var output: String?

  @Option(help: ArgumentHelp("The pipeline file, for pages and for analyzers with settings.", valueName: "file"))
  var pipeline: String?

  @Option(name: .customLong("set"), help: ArgumentHelp("A value for ${name} in the pipeline.", valueName: "name=value"))
  var variables: [String] = []

  @Option(
    help: ArgumentHelp(
      "Joins of entities, as `resolve` writes them, in place of those that the run itself gives.", valueName: "file"))
  var links: String?

  @Flag(help: "Joins only names that are one by the documents alone.")
  var unresolved = false

  @Option(help: ArgumentHelp("Corrections by people, as JSON Lines.", valueName: "file"))
  var corrections: String?

  @Option(help: "Names in latin or cyrillic letters, or original as in the documents.")
  var script: Script = .original

  enum Script: String, ExpressibleByArgument, CaseIterable { case latin, cyrillic, original }

  @Option(help: ArgumentHelp("The language of the report: en or ru.", valueName: "language"))
  var ui = "en"

  @Option(
    help: ArgumentHelp(
      "At most this many rows a table; 0 for all. 20 by default, 200 in HTML; CSV and JSON have all.",
      valueName: "number"))
  var rows: Int?

  @Option(
    help: ArgumentHelp("So many sentences under each row; 0 in text, 3 in Markdown by default.", valueName: "number"))
  var sentences: Int?

  @Option(help: ArgumentHelp("How many documents to analyse at once; one a processor by default.", valueName: "number"))
  var width: Int?

  func run() async throws {
    try await Diagnostics.reporting { () throws(AnalysisError) in
      let resources = ResourceLoader()
      let wording = try LocalWording(language: ui, resources: resources)
      try write(try await report(resources, wording), resources, wording)
    }
  }

  private func report(
    _ resources: ResourceLoader, _ wording: LocalWording
  ) async throws(AnalysisError) -> Report {
    let grouping = try Grouping(by)
    let corrections = try corrections.map { (path) throws(AnalysisError) in try RowFiles.corrections(path) }
    let plan = try PlanLoading(pipeline: pipeline, variables: variables, resources: resources).plan()
    let reading = ComparedInput(
      input: input, plan: plan, grouping: grouping, corrections: corrections, width: width,
      outputs: [output].compactMap { $0 }, resources: resources)
    var (summary, analyzers) = try await reading.summary()
    let joins = try RunJoins(
      of: summary, links: try given(), corrections: corrections, resources: resources)
    for (action, count) in corrections?.counts ?? [] { summary.count(correction: action, count) }
    summary.count(correction: "merge", joins.merged)
    summary.count(correction: "split", joins.split)
    summary.count(correction: "unused", (corrections?.unused ?? 0) + joins.unused)
    let isWhole = format == .csv || format == .json || rows == 0
    let options = ComparisonReport.Options(
      by: grouping, rows: isWhole ? nil : max(1, rows ?? (format == .html ? 200 : 20)),
      script: ReportScript(rawValue: script.rawValue) ?? .original,
      joins: joins.joins, told: joins.told)
    return try ComparisonReport(summary, analyzers: analyzers, options: options, wording: wording).report()
  }

  /// The joins that the command line asks for; nil for those that the run itself gives.
  private func given() throws(AnalysisError) -> [ComparisonReport.Options.Join]? {
    guard let links else { return unresolved ? [] : nil }
    if unresolved { throw AnalysisError(.badArgument, "--unresolved joins nothing: leave it out, or --links") }
    return try RowFiles.links(links)
  }

  private func write(
    _ report: Report, _ resources: ResourceLoader, _ wording: LocalWording
  ) throws(AnalysisError) {
    if format == .csv { return try writeTables(report) }
    let out = try Output(path: output)
    if format == .html {
      return try out.write(HTMLReport(resources: resources).bytes(report, wording: wording))
    }
    let text: String =
      switch format {
      case .markdown: ReportMarkdownWriter(wording: wording, sentences: sentences ?? 3).text(of: report)
      case .json: try ReportJSONWriter().text(of: report)
      case .text, .csv, .html:
        ReportTextWriter(
          style: Terminal.style(toTerminal: out.isTerminal), wording: wording, sentences: sentences ?? 0
        ).text(of: report)
      }
    try out.write(Array(text.utf8))
  }

  private func writeTables(_ report: Report) throws(AnalysisError) {
    guard let output, output != "-" else {
      throw AnalysisError(.badArgument, "--format csv writes a file a table: name a folder with -o")
    }
    do { try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true) } catch {
      throw AnalysisError(
        .unwritableOutput, "the folder '\(output)' cannot be made: check the path and its rights",
        cause: String(describing: error))
    }
    for file in ReportCSVWriter().files(of: report) {
      try Output(path: output + "/" + file.name).write(Array(file.text.utf8))
    }
  }
}
