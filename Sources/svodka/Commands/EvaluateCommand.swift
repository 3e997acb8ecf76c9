import ArgumentParser
import CasualtyFigures
import EntityCounts
import SvodkaCorpus
import SvodkaEvaluation
import SvodkaKit
import SvodkaPipeline
import SvodkaResources
import TalksStance

struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Scores findings against gold: precision, recall and F1, with counts and intervals.",
    discussion: """
      Gold is JSON Lines with id, text and a list of records. Without OUTPUT the analyzer is run on the texts.

      Examples:
        svodka evaluate --gold figures.en.jsonl
        svodka evaluate --gold stance.ru.jsonl results.jsonl --against older.jsonl --errors
        svodka evaluate --gold figures.en.jsonl --gate floors.json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case markdown, json }

  @Option(help: ArgumentHelp("The gold, as JSON Lines.", valueName: "file"), completion: .file())
  var gold: String

  @Argument(help: ArgumentHelp("What `analyze` wrote; the analyzer is run where it is left out.", valueName: "output"))
  var output: String?

  @Option(help: "The analyzer; told by the fields of gold where it is left out.")
  var analyzer: String?

  @Option(help: ArgumentHelp("How places are compared: exact, overlap, or type for fields alone.", valueName: "mode"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "A key of the gold rows to break the figures down by; may come several times; lang where it is left out.",
      valueName: "key"))
  var group: [String] = []

  @Option(help: ArgumentHelp("Another output, compared by a paired bootstrap.", valueName: "output"))
  var against: String?

  @Flag(help: "Lists what was missed and what was too much, with its context.")
  var errors = false

  @Option(help: ArgumentHelp("Fails when F1 is below the floor pinned in this file.", valueName: "floors"))
  var gate: String?

  @Flag(help: "Pins what was measured in the file of --gate.")
  var update = false

  @Option(help: ArgumentHelp("How far below what was measured --update pins the floor.", valueName: "f1"))
  var margin: Double = 0

  @Flag(help: "Lets --update lower a floor.")
  var allowRegression = false

  @Option(help: ArgumentHelp("The pipeline that runs where OUTPUT is left out.", valueName: "file"))
  var pipeline: String?

  @Option(help: "markdown or json.")
  var format: Format = .markdown

  func run() async throws {
    try await Diagnostics.reporting { () throws(AnalysisError) in try await evaluate() }
  }

  /// What can be evaluated: the analyzers of the registry that say how, those compiled in, and those that a pipeline brings.
  private func comparisons(_ resources: ResourceLoader) throws(AnalysisError) -> [(
    name: String, comparison: Comparison
  )] {
    var known: [(name: String, comparison: Comparison)] = [
      ("entity-counts", .entityCounts), ("casualty-figures", .casualtyFigures), ("talks-stance", .talksStance),
    ]
    let brought = pipeline == nil ? [] : try plan("", resources).steps.map(\.descriptor)
    for step in try BuiltinPlugins.registry().steps + brought {
      guard let comparison = step.comparison, !known.contains(where: { $0.name == step.identity.name }) else {
        continue
      }
      known.append((step.identity.name, comparison))
    }
    return known
  }

  private func evaluate() async throws(AnalysisError) {
    let resources = ResourceLoader()
    let bytes = try AtomicFile.read(gold)
    let known = try comparisons(resources)
    let name =
      if let analyzer { analyzer } else if let only = try onlyAnalyzer(resources) { only } else {
        try AnalyzerOfGold.name(of: bytes, path: gold, among: known)
      }
    guard let comparison = known.first(where: { $0.name == name })?.comparison else {
      throw AnalysisError(
        .badArgument, "'\(name)' cannot be evaluated: known are " + known.map(\.name).joined(separator: ", "))
    }
    try checkOptions()
    let mode = try mode(comparison)
    let documents = try GoldReader(analyzer: name, comparison: comparison).read(bytes, path: gold)
    let reader = OutputReader(analyzer: name, comparison: comparison)
    let found =
      if let output { try reader.read(try AtomicFile.read(output), path: output) } else {
        try await InProcessAnalysis(plan: try plan(name, resources), resources: resources)
          .found(in: documents, by: reader)
      }
    try fit(documents, found, output ?? gold)
    let names = try NameLikeness(resources: resources)
    let evaluation = Evaluation(gold: documents, found: found, comparison: comparison, mode: mode, names: names)
    let report = EvaluationReport(
      evaluation, title: "\(name): \(Self.fileName(gold))", groups: group.isEmpty ? ["lang"] : group)
    try write(report, evaluation, names)
    if let against {
      let compared = try reader.read(try AtomicFile.read(against), path: against)
      try fit(documents, compared, against)
      let other = Evaluation(gold: documents, found: compared, comparison: comparison, mode: mode, names: names)
      try write(DifferenceReport(evaluation, other, names: ("this output", Self.fileName(against))))
    }
    if let gate { try hold(to: gate, evaluation, found, name: name, bytes: bytes) }
  }

  /// The analyzer of a pipeline that has one alone.
  private func onlyAnalyzer(_ resources: ResourceLoader) throws(AnalysisError) -> String? {
    guard pipeline != nil else { return nil }
    let analyzers = try plan("", resources).analyzers
    return analyzers.count == 1 ? analyzers[0].identity.name : nil
  }

  private func checkOptions() throws(AnalysisError) {
    guard (0..<1).contains(margin) else {
      throw AnalysisError(.badArgument, "--margin is a share of F1 from 0 to below 1, not \(margin)")
    }
    if gate == nil, update || allowRegression || margin > 0 {
      throw AnalysisError(
        .badArgument, "--update, --margin and --allow-regression need a floors file: name one with --gate")
    }
    if output != nil, pipeline != nil {
      throw AnalysisError(.badArgument, "--pipeline runs the analyzer, and OUTPUT says that it has run: leave one out")
    }
  }

  /// Warns of what would otherwise show as bad figures alone.
  private func fit(_ gold: [GoldDocument], _ found: [FoundDocument], _ path: String) throws(AnalysisError) {
    for line in try OutputFit(gold: gold, found: found, path: path).warnings {
      Diagnostics.note("warning: \(path): \(line)")
    }
  }

  private func mode(_ comparison: Comparison) throws(AnalysisError) -> Comparison.Mode {
    guard let by else { return comparison.mode }
    guard let mode = Comparison.Mode(rawValue: by) else {
      throw AnalysisError(.badArgument, "--by is exact, overlap or type, not '\(by)'")
    }
    return mode
  }

  private func plan(_ name: String, _ resources: ResourceLoader) throws(AnalysisError) -> Plan {
    if pipeline != nil {
      return try PlanLoading(pipeline: pipeline, variables: [], resources: resources).plan()
    }
    return try Planner(registry: try BuiltinPlugins.registry(), resources: resources)
      .plan(PipelineFile(path: "(built in)", digest: "builtin:evaluate", steps: [.init(name: name)]))
  }

  private func write(
    _ report: EvaluationReport, _ evaluation: Evaluation, _ names: NameLikeness
  ) throws(AnalysisError) {
    let out = try Output(path: nil)
    switch format {
    case .json: try out.write(Array((report.json.json(pretty: true) + "\n").utf8))
    case .markdown: try out.write(Array((MarkdownTables.text(report.section) + "\n").utf8))
    }
    guard errors else { return }
    for entry in ErrorListing(evaluation, names: names).entries {
      var line = "\(entry.kind)\t\(entry.document)"
      if let gold = entry.gold { line += "\tgold: \(gold)" }
      if let found = entry.found { line += "\tfound: \(found)" }
      try out.write(Array("\(line)\t\(entry.context)\n".utf8))
    }
  }

  private func write(_ report: DifferenceReport) throws(AnalysisError) {
    let text = format == .json ? report.json.json(pretty: true) : report.line
    try Output(path: nil).write(Array((text + "\n").utf8))
  }

  private func hold(
    to gate: String, _ evaluation: Evaluation, _ found: [FoundDocument], name: String, bytes: [UInt8]
  ) throws(AnalysisError) {
    let models = Set(found.flatMap(\.models)).sorted()
    var measured = Floors.Floor(
      gold: Self.fileName(gold), analyzer: name, mode: evaluation.mode, models: models, goldHash: SHA256.hex(bytes),
      f1: evaluation.total.f1 ?? 0)
    var floors = update && !AtomicFile.exists(gate) ? Floors() : try Floors(json: try AtomicFile.read(gate), path: gate)
    guard update else { return try floors.check(measured) }
    measured.f1 = max(0, measured.f1 - margin)
    try floors.pin(measured, allowRegression: allowRegression)
    try AtomicFile.write(Array(floors.json.utf8), to: gate)
    Diagnostics.note("pinned \(name) on \(measured.gold) in \(gate)")
  }

  private static func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
