import ArgumentParser
import Foundation
import SvodkaKit
import SvodkaPipeline
import SvodkaResources

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Prints the plan of a pipeline: what runs, in which order, what each step needs and gives.",
    discussion: """
      Of steps that are written as files (`kind: lexicon`), the examples are run.

      Examples:
        svodka check Samples/pipelines/complete.yaml
        svodka check Samples/plugins/yaml/sanctions.yaml
      """)

  @Argument(help: "The pipeline file, or the file of one step.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(name: .customLong("set"), help: ArgumentHelp("A value for ${name} in the pipeline.", valueName: "name=value"))
  var variables: [String] = []

  func run() async throws {
    try await Diagnostics.reporting { () throws(AnalysisError) in
      let resources = ResourceLoader()
      let plan = try PlanLoading(pipeline: file, variables: variables, resources: resources).plan()
      let out = try Output(path: nil)
      try out.write(Array(plan.description.utf8))
      let check = try ExampleCheck(plan: plan, resources: resources)
      var failed = 0
      for planned in plan.steps {
        guard let path = planned.file else { continue }
        let examples = await check.run(planned.descriptor)
        try out.write(Array((Self.line(examples, of: path) + "\n").utf8))
        for error in examples.skipped { Diagnostics.warn(error) }
        for error in examples.failures { Diagnostics.report(error) }
        failed += examples.failures.count
      }
      if failed > 0 {
        throw AnalysisError(
          .failedExample, "\(failed) \(failed == 1 ? "example does" : "examples do") not come out as written")
      }
    }
  }

  private static func line(_ report: ExampleCheck.Report, of path: String) -> String {
    let counts = [
      (report.passed, "as written"), (report.failures.count, "not as written"), (report.skipped.count, "not run"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "examples of \(path): " + (counts.isEmpty ? "none: add 'examples'" : counts.joined(separator: ", "))
  }
}
