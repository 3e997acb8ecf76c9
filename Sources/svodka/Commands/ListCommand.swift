import ArgumentParser
import SvodkaKit
import SvodkaPipeline

struct ListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the steps that a pipeline can name.",
    discussion: """
      Example:
        svodka list
      """)

  func run() async throws {
    try await Diagnostics.reporting { () throws(AnalysisError) in
      let registry = try BuiltinPlugins.registry()
      var lines = ["article            reader     drops the furniture of HTML and text pages"]
      for step in registry.steps {
        let kind = step.provides.isEmpty ? "analyzer " : "annotator"
        let name = step.identity.name + String(repeating: " ", count: max(1, 19 - step.identity.name.count))
        let gives =
          step.provides.isEmpty ? "" : "  [gives " + step.provides.map(\.id.name).joined(separator: ", ") + "]"
        lines.append("\(name)\(kind)  \(step.summary)\(gives)  (\(step.identity.version), \(step.identity.licence))")
      }
      try Output(path: nil).write(Array((lines.joined(separator: "\n") + "\n").utf8))
    }
  }
}
