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
      Example:
        svodka check Samples/pipelines/complete.yaml
      """)

  @Argument(help: "The pipeline file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(name: .customLong("set"), help: ArgumentHelp("A value for ${name} in the pipeline.", valueName: "name=value"))
  var variables: [String] = []

  func run() async throws {
    try await Diagnostics.reporting { () throws(AnalysisError) in
      let plan = try PlanLoading(pipeline: file, variables: variables, resources: ResourceLoader()).plan()
      try Output(path: nil).write(Array(plan.description.utf8))
    }
  }
}
