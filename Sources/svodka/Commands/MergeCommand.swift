import ArgumentParser
import SvodkaKit
import SvodkaReport
import SvodkaResources

struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Joins the summaries of parts of a run into what one run would have written.",
    discussion: """
      The parts have to be made by the same pipeline and the same --by. Their order does not matter.

      Example:
        svodka merge january.summary february.summary -o winter.summary
      """)

  @Argument(help: ArgumentHelp("What `analyze --summary` wrote.", valueName: "summaries"), completion: .file())
  var summaries: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("Where to write; standard output by default.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("The pipeline file that made the parts, where they were made by one.", valueName: "file"))
  var pipeline: String?

  func run() async throws {
    try await Diagnostics.reporting { () throws(AnalysisError) in
      let resources = ResourceLoader()
      let plan = try PlanLoading(pipeline: pipeline, variables: [], resources: resources).plan()
      let (summary, analyzers) = try ComparedInput.summaries(summaries, plan: plan, resources: resources)
      let out = try Output(path: output)
      try summary.write(by: analyzers) { (line) throws(AnalysisError) in try out.write(line) }
    }
  }
}
