import ArgumentParser
import SvodkaKit
import SvodkaPipeline
import SvodkaResources

struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the steps that a pipeline can name.",
    discussion: """
      With a pipeline: the steps that it runs, and where each comes from.

      Examples:
        svodka list
        svodka list --pipeline Samples/plugins/yaml/pipeline.yaml
      """)

  @Option(help: ArgumentHelp("A pipeline, or the file of one step.", valueName: "file"))
  var pipeline: String?

  @Option(name: .customLong("set"), help: ArgumentHelp("A value for ${name} in the pipeline.", valueName: "name=value"))
  var variables: [String] = []

  func run() async throws {
    try await Diagnostics.reporting { () throws(AnalysisError) in
      let lines = pipeline == nil ? try known() : try planned()
      try Output(path: nil).write(Array((lines.joined(separator: "\n") + "\n").utf8))
    }
  }

  /// Every step of the program, and the kinds that may be written as files.
  private func known() throws(AnalysisError) -> [String] {
    let registry = try BuiltinPlugins.registry()
    let resources = ResourceLoader()
    return ["article            reader     drops the furniture of HTML and text pages"]
      + registry.steps.map { step in
        // What a step needs may depend on its settings: here is what it needs without any.
        let made = step.isAvailable() ? try? step.make(.init(configuration: .empty, resources: resources)) : nil
        let isAdded = BuiltinPlugins.added.contains { $0.identity == step.identity }
        return Self.line(step)
          + Self.facts(
            made?.requirements, languages: step.languages,
            and: (step.isAvailable() ? [] : ["its model is not installed"])
              + [isAdded ? "added to this program" : "compiled in"])
      }
      + registry.kinds.map {
        "\(Self.padded("use: FILE"))kind       \($0.summary): a file that says 'kind: \($0.name)'"
      }
  }

  /// The steps of a pipeline, each with the file it comes from and what it needs.
  private func planned() throws(AnalysisError) -> [String] {
    let plan = try PlanLoading(pipeline: pipeline, variables: variables, resources: ResourceLoader()).plan()
    return plan.steps.map { planned in
      // A process says who it is only when it runs.
      let isNamedByItself = planned.descriptor.identity.name != planned.step.identity.name
      let isAdded = BuiltinPlugins.added.contains { $0.identity == planned.descriptor.identity }
      let origin =
        planned.file.map { "from \($0)" }
        ?? (isNamedByItself
          ? "run as a \(planned.descriptor.identity.name)" : isAdded ? "added to this program" : "compiled in")
      return Self.line(planned.descriptor, of: planned.step.identity)
        + Self.facts(
          planned.step.requirements, languages: planned.languages, and: planned.descriptor.facts + [origin])
    }
  }

  /// What it needs and knows, and more, each in brackets.
  private static func facts(_ requirements: Requirements?, languages: [String]?, and more: [String]) -> String {
    let needs = requirements?.layers.map(\.id.name) ?? []
    let languages = languages ?? requirements?.languages ?? []
    let facts =
      (needs.isEmpty ? [] : ["needs " + needs.joined(separator: ", ")])
      + (languages.isEmpty ? [] : ["for " + languages.joined(separator: ", ")]) + more
    return "  " + facts.map { "[\($0)]" }.joined(separator: " ")
  }

  private static func line(_ step: StepDescriptor, of identity: Identity? = nil) -> String {
    let identity = identity ?? step.identity
    let kind = step.provides.isEmpty ? "analyzer " : "annotator"
    let gives =
      step.provides.isEmpty ? "" : "  [gives " + step.provides.map(\.id.name).joined(separator: ", ") + "]"
    return
      "\(padded(identity.name))\(kind)  \(step.summary)\(gives)  (\(identity.version), \(identity.licence))"
  }

  private static func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(1, 19 - name.count))
  }
}
